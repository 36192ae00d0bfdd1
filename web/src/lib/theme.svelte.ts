// Light or dark: the system's choice until another is made here.
export type Choice = 'system' | 'light' | 'dark';

class Theme {
  choice = $state<Choice>(
    (document.documentElement.dataset.theme as Choice | undefined) ?? 'system',
  );

  next(): void {
    const order: Choice[] = ['system', 'light', 'dark'];
    this.choice = order[(order.indexOf(this.choice) + 1) % order.length] ?? 'system';
    if (this.choice === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.choice;
    try {
      localStorage.setItem('theme', this.choice);
    } catch {
      // No storage: it holds until the page is loaded anew.
    }
  }
}

export const theme = new Theme();
