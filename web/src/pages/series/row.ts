// The sessions of a series as rows of a picture: by ordinal, with what is missing between them.
import type { Meeting } from '../../lib/api';
import { dayNumber } from '../../lib/days';

export interface SessionRow {
  key: string;
  // The ordinal, "12–14" of several that no report names, "" of none.
  label: string;
  meeting: Meeting | null;
  // The middle of its days; null: not known.
  day: number | null;
}

// By ordinal; those without one where their day puts them, and at the end without a day.
export function rowsOf(sessions: Meeting[]): SessionRow[] {
  const rows: SessionRow[] = [];
  let before: number | null = null;
  for (const meeting of inOrder(sessions)) {
    const { ordinal } = meeting;
    if (ordinal !== null && before !== null && ordinal > before + 1) {
      const [first, last] = [before + 1, ordinal - 1];
      rows.push({
        key: `gap-${first}`,
        label: first === last ? `${first}` : `${first}–${last}`,
        meeting: null,
        day: null,
      });
    }
    before = ordinal ?? before;
    const [from, to] = [dayNumber(meeting.first_day), dayNumber(meeting.last_day, true)];
    rows.push({
      key: meeting.id,
      label: ordinal === null ? '' : String(ordinal),
      meeting,
      day: from === null ? to : (from + (to ?? from)) / 2,
    });
  }
  return rows;
}

function inOrder(sessions: Meeting[]): Meeting[] {
  const day = (meeting: Meeting) => meeting.first_day ?? '9999';
  const counted = sessions
    .filter((meeting) => meeting.ordinal !== null)
    .sort((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0) || day(a).localeCompare(day(b)));
  const others = sessions
    .filter((meeting) => meeting.ordinal === null)
    .sort((a, b) => day(a).localeCompare(day(b)));
  const all = [...counted];
  for (const other of others) {
    const next = all.findIndex((meeting) => day(meeting) > day(other));
    all.splice(next < 0 ? all.length : next, 0, other);
  }
  return all;
}
