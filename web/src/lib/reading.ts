// A reading (docs/schema/reading.schema.json) as facts with their places in the text, and the text
// cut at those places. Offsets are those of JavaScript's strings: answers are asked with unit=utf16.

import { inWords } from './dates';
import { stateName } from './states';

export type Span = [number, number];

interface Stating {
  evidence?: Record<string, Span[]>;
  confidence?: Record<string, number>;
  [field: string]: unknown;
}

export interface Reading {
  id: string;
  engine: string;
  report: {
    origin: string;
    title: string | null;
    publisher: string | null;
    agency: string | null;
    published: string | null;
    language: string | null;
    text: string;
  };
  left_out: { at: number; text: string; reason: string }[];
  meetings: Stating[];
  holdings: Stating[];
  positions: Stating[];
  warnings: { code?: string; message?: string }[];
}

// What a fact is about, for its colour in the text.
export type Theme = 'what' | 'who' | 'when' | 'said';

export interface Stated {
  // JSON pointer without its first slash: "meetings/0/participants/3/offices".
  pointer: string;
  field: string;
  theme: Theme;
  value: string;
  spans: Span[];
  confidence: number | null;
}

// An object of the reading that states facts, with those below it.
export interface Part {
  pointer: string;
  facts: Stated[];
  // "participants", "agenda", …: the objects of each list that has any.
  lists: { name: string; parts: Part[] }[];
}

const themes: Record<string, Theme> = {
  when: 'when',
  place: 'when',
  country: 'when',
  venue: 'when',
  rescheduled_to: 'when',
  person: 'who',
  office: 'who',
  offices: 'who',
  state: 'who',
  attendance: 'who',
  capacity: 'who',
  chair: 'who',
  chair_person: 'who',
  host: 'who',
  inviter: 'who',
  act: 'said',
  actor: 'said',
  text: 'said',
  topics: 'said',
};
const lists = ['participants', 'agenda', 'outcomes', 'instruments', 'links'];

function themeOf(field: string, pointer: string): Theme {
  if (/\/(agenda|outcomes|instruments|links)\/|^positions\//.test(pointer)) return 'said';
  if (/\/participants\/|^holdings\//.test(pointer)) return 'who';
  return themes[field] ?? 'what';
}

function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join('; ');
  return value === null || value === undefined ? '' : String(value);
}

function partOf(object: Stating, pointer: string): Part {
  const facts = Object.entries(object.evidence ?? {}).map(([field, spans]) => ({
    pointer: `${pointer}/${field}`,
    field,
    theme: themeOf(field, `${pointer}/`),
    value: words(object[field]),
    spans,
    confidence: object.confidence?.[field] ?? null,
  }));
  const below = lists
    .map((name) => ({ name, parts: partsOf(object[name], `${pointer}/${name}`) }))
    .filter((list) => list.parts.length > 0);
  return { pointer, facts, lists: below };
}

export function partsOf(list: unknown, pointer: string): Part[] {
  if (!Array.isArray(list)) return [];
  return list.map((object, at) => partOf(object as Stating, `${pointer}/${at}`));
}

const ofStates = ['state', 'country', 'chair', 'host', 'inviter'];

// A fact's value as people write it: days and states in words.
export function shown(fact: Stated): string {
  if (fact.field === 'when' || fact.field === 'rescheduled_to')
    return inWords(fact.value) ?? fact.value;
  if (ofStates.includes(fact.field) && /^[A-Z]{2}$/.test(fact.value)) return stateName(fact.value);
  return fact.value;
}

export interface Outline {
  meetings: Part[];
  holdings: Part[];
  positions: Part[];
}

export function outlineOf(reading: Reading): Outline {
  return {
    meetings: partsOf(reading.meetings, 'meetings'),
    holdings: partsOf(reading.holdings, 'holdings'),
    positions: partsOf(reading.positions, 'positions'),
  };
}

export function factsOf(parts: Part[]): Stated[] {
  return parts.flatMap((part) => [
    ...part.facts,
    ...part.lists.flatMap((list) => factsOf(list.parts)),
  ]);
}

// The facts that a pointer means: itself, or all below the object that it names.
export function pointed(facts: Stated[], pointer: string): Stated[] {
  const exact = facts.filter((fact) => fact.pointer === pointer);
  return exact.length ? exact : facts.filter((fact) => fact.pointer.startsWith(pointer + '/'));
}

export interface Piece {
  begin: number;
  end: number;
  text: string;
  // Those that stand on these words, the one with the fewest words first.
  facts: Stated[];
}
export interface LeftOut {
  text: string;
  reason: string;
}
export type Line = { begin: number; pieces: Piece[]; leftOut: LeftOut[] };

const lengthOf = (fact: Stated) => fact.spans.reduce((sum, [begin, end]) => sum + end - begin, 0);

// The text line by line, each cut where evidence begins or ends; with each line what was left out
// before it or in it. O(n log n) in facts and lines, however much they overlap at one place.
export function linesOf(reading: Reading, facts: Stated[]): Line[] {
  const text = reading.report.text;
  const spans = facts
    .flatMap((fact) => fact.spans.map(([begin, end]) => ({ begin, end, fact })))
    .filter(({ begin, end }) => begin < end && end <= text.length)
    .sort((a, b) => a.begin - b.begin);
  const gone = [...reading.left_out].sort((a, b) => a.at - b.at);
  const out: Line[] = [];
  let open: typeof spans = [];
  let next = 0;
  let nextGone = 0;
  let begin = 0;
  for (const words of text.split('\n')) {
    const end = begin + words.length;
    while (next < spans.length && (spans[next]?.begin ?? end) < end) open.push(spans[next++]!);
    const line: Line = { begin, pieces: cut(text, begin, end, open), leftOut: [] };
    while (nextGone < gone.length && (gone[nextGone]?.at ?? 0) <= end) {
      line.leftOut.push(gone[nextGone++]!);
    }
    open = open.filter((span) => span.end > end);
    out.push(line);
    begin = end + 1;
  }
  const last = out.at(-1);
  last?.leftOut.push(...gone.slice(nextGone));
  return out;
}

function cut(
  text: string,
  begin: number,
  end: number,
  spans: { begin: number; end: number; fact: Stated }[],
): Piece[] {
  const edges = new Set([begin, end]);
  for (const span of spans) {
    edges.add(Math.max(begin, span.begin));
    edges.add(Math.min(end, span.end));
  }
  const at = [...edges].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (const [index, from] of at.entries()) {
    const to = at[index + 1];
    if (to === undefined) break;
    const facts = spans
      .filter((span) => span.begin < to && span.end > from)
      .map((span) => span.fact)
      .sort((a, b) => lengthOf(a) - lengthOf(b));
    pieces.push({ begin: from, end: to, text: text.slice(from, to), facts });
  }
  return pieces;
}
