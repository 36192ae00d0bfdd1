// The token that this browser tab shows to the server, if any. It is gone with the tab.
const place = 'rapporteur-token';

function stored(): string {
  try {
    return sessionStorage.getItem(place) ?? '';
  } catch {
    return '';
  }
}

class Token {
  value = $state(stored());

  set(value: string): void {
    this.value = value.trim();
    try {
      if (this.value) sessionStorage.setItem(place, this.value);
      else sessionStorage.removeItem(place);
    } catch {
      // No storage: it holds until the page is loaded anew.
    }
  }
}

export const token = new Token();
