// EDTF in words: "2022-08-18/2022-08-19" is "18–19 August 2022". What is not understood is shown
// as it is; nothing is guessed.
const months = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December',
]; // prettier-ignore
const seasons: Record<string, string> = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' };

interface Day {
  year: string;
  month?: string;
  day?: string;
  time?: string;
}

function parsed(words: string): Day | null {
  const found =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?[~?%]?$/.exec(
      words,
    );
  if (!found?.[1]) return null;
  const [, year, month, day, time] = found;
  const season = month !== undefined && month in seasons;
  if (month !== undefined && !season && !months[Number(month) - 1]) return null;
  return { year, ...(month && { month }), ...(day && { day }), ...(time && { time }) };
}

function monthOf(day: Day): string {
  return day.month ? (seasons[day.month] ?? months[Number(day.month) - 1] ?? '') : '';
}

function dayWords(at: Day, without: { year?: boolean; month?: boolean } = {}): string {
  const parts = [
    at.day ? String(Number(at.day)) : '',
    without.month ? '' : monthOf(at),
    without.year ? '' : at.year,
  ];
  return parts.filter(Boolean).join(' ');
}

// The words of a date, time or interval; null where it is no such thing.
export function inWords(edtf: string): string | null {
  const [first, second, third] = edtf.split('/');
  if (third !== undefined) return null;
  const from = parsed(first ?? '');
  if (second === undefined) {
    if (!from) return null;
    const about = /[~?%]$/.test(edtf) ? 'about ' : '';
    return about + dayWords(from) + (from.time ? ', ' + from.time : '');
  }
  const to = parsed(second);
  if (from && (second === '..' || second === '')) return 'from ' + dayWords(from);
  if (to && (first === '..' || first === '')) return 'until ' + dayWords(to);
  if (!from || !to) return null;
  if (first === second) return dayWords(from);
  if (from.year !== to.year) return `${dayWords(from)} – ${dayWords(to)}`;
  if (from.month !== to.month) return `${dayWords(from, { year: true })} – ${dayWords(to)}`;
  return `${dayWords(from, { year: true, month: true })}–${dayWords(to)}`;
}

// What HTML's <time datetime> takes of it: the first day.
export function machine(edtf: string): string | undefined {
  const first = edtf.split('/')[0] ?? '';
  return /^\d{4}(-\d\d){0,2}(T\d\d:\d\d)?$/.test(first) ? first : undefined;
}
