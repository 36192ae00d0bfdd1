// Every page: a line here and a folder in pages/. Pages are loaded when they are first opened.
import type { Component } from 'svelte';

// What a page is given: the parts of its address that its path names, and the query string.
export interface PageProps {
  params: Record<string, string>;
  query: URLSearchParams;
}

// A page that needs nothing of its address takes no properties.
export type Page = Component<PageProps> | Component<Record<string, never>>;

export const groups = ['Find', 'See', 'Check', 'Add', 'Here'] as const;

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
    path: '/reports',
    page: () => import('./pages/reports/Reports.svelte'),
    nav: { group: 'Find', label: 'Reports', key: 'd' },
  },
  {
    path: '/read',
    page: () => import('./pages/read/Read.svelte'),
    nav: { group: 'Add', label: 'Read', key: 'r' },
  },
  {
    path: '/review',
    page: () => import('./pages/review/Review.svelte'),
    nav: { group: 'Check', label: 'Review', key: 'v' },
  },
  {
    path: '/conflicts',
    page: () => import('./pages/conflicts/Conflicts.svelte'),
    nav: { group: 'Check', label: 'Conflicts', key: 'c' },
  },
  {
    path: '/corrections',
    page: () => import('./pages/corrections/Corrections.svelte'),
    nav: { group: 'Check', label: 'Corrections', key: 'l' },
  },
  {
    path: '/ingest',
    page: () => import('./pages/ingest/Ingest.svelte'),
    nav: { group: 'Add', label: 'Enter', key: 'i' },
  },
  {
    path: '/token',
    page: () => import('./pages/token/Token.svelte'),
    nav: { group: 'Here', label: 'Token', key: 'k' },
  },
  {
    path: '/about',
    page: () => import('./pages/about/About.svelte'),
    nav: { group: 'Here', label: 'About', key: 'a' },
  },
  { path: '/reports/:id', page: () => import('./pages/report/Report.svelte') },
  { path: '/meetings/:id', page: () => import('./pages/meeting/Meeting.svelte') },
  {
    path: '/upcoming',
    page: () => import('./pages/upcoming/Upcoming.svelte'),
    nav: { group: 'Find', label: 'Upcoming', key: 'u' },
  },
  {
    path: '/series',
    page: () => import('./pages/series/SeriesList.svelte'),
    nav: { group: 'Find', label: 'Series', key: 'e' },
  },
  { path: '/series/:id', page: () => import('./pages/series/Series.svelte') },
  {
    path: '/bodies',
    page: () => import('./pages/body/Bodies.svelte'),
    nav: { group: 'Find', label: 'Bodies', key: 'b' },
  },
  { path: '/bodies/:id', page: () => import('./pages/body/Body.svelte') },
  {
    path: '/people',
    page: () => import('./pages/person/People.svelte'),
    nav: { group: 'Find', label: 'People', key: 'p' },
  },
  { path: '/people/:id', page: () => import('./pages/person/Person.svelte') },
  { path: '/offices/:id', page: () => import('./pages/office/Office.svelte') },
  {
    path: '/states',
    page: () => import('./pages/state/States.svelte'),
    nav: { group: 'Find', label: 'States', key: 's' },
  },
  { path: '/states/:id', page: () => import('./pages/state/State.svelte') },
  {
    path: '/timeline',
    page: () => import('./pages/timeline/Timeline.svelte'),
    nav: { group: 'See', label: 'Timeline', key: 't' },
  },
  {
    path: '/map',
    page: () => import('./pages/map/Map.svelte'),
    nav: { group: 'See', label: 'Map', key: 'w' },
  },
  {
    path: '/network',
    page: () => import('./pages/network/Network.svelte'),
    nav: { group: 'See', label: 'Network', key: 'n' },
  },
];
