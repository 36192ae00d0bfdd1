// Every page: a line here and a folder in pages/. Pages are loaded when they are first opened.
import type { Component } from 'svelte';

// What a page is given: the parts of its address that its path names, and the query string.
export interface PageProps {
  params: Record<string, string>;
  query: URLSearchParams;
}

// A page that needs nothing of its address takes no properties.
export type Page = Component<PageProps> | Component<Record<string, never>>;

export const groups = ['Find', 'See', 'Check', 'Add'] as const;

export interface Route {
  // Segments; ":name" takes one, ":name*" all the rest.
  path: string;
  page: () => Promise<{ default: Page }>;
  // Its place in the navigation; `key` follows a "g" on the keyboard.
  nav?: { group: (typeof groups)[number]; label: string; key: string };
}

export const routes: Route[] = [
  { path: '/', page: () => import('./pages/home/Home.svelte') },
  {
    path: '/search',
    page: () => import('./pages/search/Search.svelte'),
    nav: { group: 'Find', label: 'Meetings', key: 'm' },
  },
  {
    path: '/read',
    page: () => import('./pages/read/Read.svelte'),
    nav: { group: 'Add', label: 'Read', key: 'r' },
  },
  { path: '/reports/:id', page: () => import('./pages/report/Report.svelte') },
  { path: '/meetings/:id', page: () => import('./pages/meeting/Meeting.svelte') },
];
