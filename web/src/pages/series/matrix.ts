// Who represented whom: which of the people of a cell it shows, and where the person changes.
import type { Participant, Schemas } from '../../lib/api';
import { stateName } from '../../lib/states';

type Line = Schemas['SeriesPage']['matrix'][number];

export interface Cell {
  session: string;
  people: Participant[];
  // Others of the cell, whom only `everyone` shows.
  more: number;
  // Alternates when another person represents the party than at the session before.
  shade: 0 | 1;
}
export interface Row {
  party: string;
  cells: Map<string, Cell>;
}

// The rows, parties with the most sessions first. Unless `everyone`: one person of each cell.
export function rowsOf(matrix: Line[], sessions: string[], everyone: boolean): Row[] {
  return matrix
    .flatMap((line) => (line.party === null ? [] : [{ ...line, party: line.party }]))
    .sort((a, b) => b.cells.length - a.cells.length || name(a.party).localeCompare(name(b.party)))
    .map(({ party, cells }) => ({ party, cells: shaded(cells, sessions, everyone) }));
}

function name(party: string): string {
  return /^[A-Z]{2}$/.test(party) ? stateName(party) : party;
}

function shaded(cells: Line['cells'], sessions: string[], everyone: boolean): Map<string, Cell> {
  const found = new Map<string, Cell>();
  let shade: 0 | 1 = 0;
  let before: string | null = null;
  for (const session of sessions) {
    const cell = cells.find((one) => one.session === session);
    if (!cell) continue;
    const people = [...cell.people].sort((a, b) => rank(b) - rank(a));
    const first = people[0];
    const who = first?.person ?? first?.name ?? null;
    if (who !== null) {
      if (before !== null && who !== before) shade = shade === 0 ? 1 : 0;
      before = who;
    }
    const shown = everyone ? people : people.slice(0, 1);
    found.set(session, { session, people: shown, more: people.length - shown.length, shade });
  }
  return found;
}

// Who of a party stands for it: whoever was there and has a name, of the state itself, rather than a
// secretary of the organisation who comes from it; then whom the most reports name.
function rank(person: Participant): number {
  const there = person.attendance === 'attended' ? 4 : person.attendance === 'expected' ? 2 : 0;
  const own = person.organisation === null ? 8 : 0;
  return (person.name ? 100 : 0) + own + there + Math.min(person.support, 99) / 100;
}
