// The filters of the search: the names of the interface, what they are called, and which facet of
// the answer sets which of them.
import { stateName } from '../../lib/states';
import { capital } from '../../lib/words';

export const filters: Record<string, string> = {
  q: 'words',
  body: 'body',
  series: 'series',
  kind: 'kind',
  status: 'status',
  state: 'state',
  with: 'together with',
  person: 'person',
  place: 'place',
  from: 'from',
  to: 'until',
};

export function inWords(name: string, value: string): string {
  if (name === 'state') return stateName(value);
  if (name === 'with') return value.split(',').map(stateName).join(', ');
  return value;
}

export interface Facet {
  // Its name in the answer.
  name: string;
  label: string;
  words: (value: string) => string;
  // The filters that a value sets.
  set: (value: string) => Record<string, string>;
}

const same = (value: string) => value;

export const facets: Facet[] = [
  { name: 'kind', label: 'Kind', words: capital, set: (kind) => ({ kind }) },
  { name: 'status', label: 'Status', words: capital, set: (status) => ({ status }) },
  { name: 'state', label: 'States', words: stateName, set: (state) => ({ state }) },
  { name: 'organisation', label: 'Organisations', words: same, set: (body) => ({ body }) },
  { name: 'organ', label: 'Organs', words: same, set: (body) => ({ body }) },
  { name: 'year', label: 'Years', words: same, set: (year) => ({ from: year, to: year }) },
  {
    name: 'topic',
    label: 'Topics',
    words: (topic) => capital(topic.replace(/_/g, ' ')),
    set: (q) => ({ q: q.replace(/_/g, ' ') }),
  },
];
