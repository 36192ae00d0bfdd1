// Where the reader is: the address, by the History API. Links are plain <a href>; clicks on those
// that stay within the pages are taken over here.
import type { Route } from '../routes';

class Place {
  path = $state(window.location.pathname);
  search = $state(window.location.search);
  hash = $state(window.location.hash);
  // Counts the changes of page; changes of the query alone do not move the focus.
  visit = $state(0);
  query = $derived(new URLSearchParams(this.search));
}

export const place = new Place();

// How far down the page was when it was left; of a new one the top.
let wanted = 0;

// For the frame, once a page is there: to where it was left, as soon as it is long enough again.
export function scrollToPlace(): void {
  const to = wanted;
  const end = performance.now() + 1000;
  const attempt = () => {
    window.scrollTo(0, to);
    if (Math.abs(window.scrollY - to) > 1 && performance.now() < end)
      requestAnimationFrame(attempt);
  };
  attempt();
}

function take(url: URL): void {
  if (url.pathname !== place.path) place.visit += 1;
  place.path = url.pathname;
  place.search = url.search;
  place.hash = url.hash;
}

// Goes to an address of these pages. `replace`: the step back leads to where one was before.
export function go(href: string, { replace = false } = {}): void {
  const url = new URL(href, window.location.href);
  if (url.href === window.location.href) return;
  history.replaceState({ scroll: window.scrollY }, '');
  history[replace ? 'replaceState' : 'pushState']({}, '', url);
  wanted = 0;
  take(url);
}

export type Changes = Record<string, string | null | undefined>;

// The present address with other filters; null and "" take one away. The cursor goes with any change.
export function withQuery(changes: Changes): string {
  const query = new URLSearchParams(place.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === '') query.delete(name);
    else query.set(name, value);
  }
  const words = query.toString();
  return place.path + (words ? '?' + words : '');
}

export function filter(changes: Changes, { replace = false } = {}): void {
  go(withQuery(changes), { replace });
}

// What a path of the table takes from an address; null if it is another's.
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    if (part.endsWith('*')) {
      params[part.slice(1, -1)] = given.slice(at).map(decoded).join('/');
      return given.length > at ? params : null;
    }
    const value = given[at];
    if (value === undefined) return null;
    if (part.startsWith(':')) params[part.slice(1)] = decoded(value);
    else if (part !== value) return null;
  }
  return wanted.length === given.length ? params : null;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // "%zz": shown as it is, and not found
  }
}

export function find(
  routes: Route[],
  path: string,
): { route: Route; params: Record<string, string> } | null {
  for (const route of routes) {
    const params = match(route.path, path);
    if (params) return { route, params };
  }
  return null;
}

function staysHere(event: MouseEvent): URL | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target || link.hasAttribute('download') || !link.href) return null;
  const url = new URL(link.href);
  const own = url.origin === window.location.origin && !url.pathname.startsWith('/api/');
  // A place on this page is the browser's affair.
  const jump = url.pathname === place.path && url.search === place.search && url.hash !== '';
  return own && !jump ? url : null;
}

// Listens for clicks and for steps back and forth. Returns how to stop.
export function follow(): () => void {
  history.scrollRestoration = 'manual';
  const click = (event: MouseEvent) => {
    const url = staysHere(event);
    if (!url) return;
    event.preventDefault();
    go(url.href);
  };
  const back = (event: PopStateEvent) => {
    wanted = (event.state as { scroll?: number } | null)?.scroll ?? 0;
    take(new URL(window.location.href));
  };
  document.addEventListener('click', click);
  window.addEventListener('popstate', back);
  return () => {
    document.removeEventListener('click', click);
    window.removeEventListener('popstate', back);
  };
}
