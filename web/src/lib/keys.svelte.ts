// Shortcuts of the keyboard. Single letters can be turned off, since they get in the way of speech input.
import { untrack } from 'svelte';
import { routes } from '../routes';
import { go } from './router.svelte';

export interface Shortcut {
  // "/" or "g m": one key after the other.
  keys: string;
  does: string;
  run: (event: KeyboardEvent) => void;
}

const place = 'shortcuts-off';

class Keys {
  off = $state(stored());
  helping = $state(false);
  // Those of the page that is open; pages add theirs with `useKeys`.
  own = $state.raw<Shortcut[]>([]);

  turn(off: boolean): void {
    this.off = off;
    try {
      localStorage.setItem(place, off ? '1' : '');
    } catch {
      // No storage: it holds until the page is loaded anew.
    }
  }
}

function stored(): boolean {
  try {
    return localStorage.getItem(place) === '1';
  } catch {
    return false;
  }
}

export const keys = new Keys();

// Shortcuts for as long as the component that calls this is there.
export function useKeys(list: Shortcut[]): void {
  $effect(() => {
    keys.own = untrack(() => [...keys.own, ...list]);
    return () => {
      keys.own = keys.own.filter((shortcut) => !list.includes(shortcut));
    };
  });
}

function toSearch(): void {
  const box = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (box) {
    box.focus();
    box.select();
  } else {
    go('/search');
  }
}

export const everywhere: Shortcut[] = [
  { keys: '/', does: 'To the search box', run: toSearch },
  { keys: '?', does: 'This list', run: () => (keys.helping = true) },
  { keys: 'g h', does: 'Go to the start page', run: () => go('/') },
  ...routes.flatMap((route) =>
    route.nav
      ? [
          {
            keys: 'g ' + route.nav.key,
            does: 'Go to ' + route.nav.label,
            run: () => go(route.path),
          },
        ]
      : [],
  ),
];

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

// Listens for shortcuts. Returns how to stop.
export function listen(): () => void {
  let before = '';
  let timer = 0;
  const press = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
    if (keys.off || isWriting(event.target) || document.querySelector('dialog[open]')) return;
    const list = [...keys.own, ...everywhere];
    const run = (word: string) => list.find((shortcut) => shortcut.keys === word);
    const found = (before && run(`${before} ${event.key}`)) || run(event.key);
    before = '';
    window.clearTimeout(timer);
    if (found) {
      event.preventDefault();
      found.run(event);
    } else if (list.some((shortcut) => shortcut.keys.startsWith(event.key + ' '))) {
      before = event.key;
      timer = window.setTimeout(() => (before = ''), 1500);
    }
  };
  document.addEventListener('keydown', press);
  return () => document.removeEventListener('keydown', press);
}
