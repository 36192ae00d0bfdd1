// The filters that all views of meetings share: the names of the interface and what they are called.
import { stateName } from './states';

export const viewFilters: Record<string, string> = {
  q: 'words',
  body: 'body',
  series: 'series',
  state: 'state',
  with: 'together with',
  person: 'person',
  place: 'place',
  kind: 'kind',
  status: 'status',
  from: 'from',
  to: 'until',
};

export const kinds = [
  'session', 'summit', 'talks', 'visit', 'call', 'reception', 'conference', 'signing',
]; // prettier-ignore
export const statuses = ['announced', 'ongoing', 'held', 'postponed', 'cancelled'];

export type Filters = Record<string, string | null>;

// What of a query string filters meetings; `without` names what the view does not take.
export function filtersOf(query: URLSearchParams, without: string[] = []): Filters {
  return Object.fromEntries(
    Object.keys(viewFilters)
      .filter((name) => !without.includes(name))
      .map((name) => [name, query.get(name)]),
  );
}

export function filterWords(name: string, value: string): string {
  if (name === 'state') return stateName(value);
  if (name === 'with') return value.split(',').map(stateName).join(', ');
  if (name === 'series' && value.startsWith('s-')) return 'one of them';
  if (name === 'person' && value.startsWith('p-')) return 'one of them';
  return value;
}

// The address of the list of meetings that filters let through.
export function meetingsWith(filters: Filters): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value) words.set(name, value);
  const query = words.toString();
  return '/search' + (query ? '?' + query : '');
}

// 12 is "12th".
export function ordinal(count: number): string {
  const tail = count % 100;
  const ending =
    tail >= 11 && tail <= 13 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[count % 10] ?? 'th');
  return `${count}${ending}`;
}
