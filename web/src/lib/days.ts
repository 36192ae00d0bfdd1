// Days as numbers, for pictures with an axis of time.

// The number of the first (or, of a month or year, with `last` the last) day of "2018", "2018-05"
// or "2018-05-21", since 1970; null where it is no such thing.
export function dayNumber(iso: string | null | undefined, last = false): number | null {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso ?? '');
  if (!found) return null;
  const [year, month, day] = [found[1], found[2], found[3]].map((part) => Number(part ?? 0));
  if (year === undefined) return null;
  if (day) return number(year, (month ?? 1) - 1, day);
  if (month) return last ? number(year, month, 0) : number(year, month - 1, 1);
  return last ? number(year, 11, 31) : number(year, 0, 1);
}

function number(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(2000, month, day));
  date.setUTCFullYear(year + date.getUTCFullYear() - 2000, date.getUTCMonth(), date.getUTCDate());
  return Math.round(date.getTime() / 86_400_000);
}

export function yearOf(iso: string | null | undefined): string | null {
  return /^\d{4}/.exec(iso ?? '')?.[0] ?? null;
}

export interface Tick {
  at: number;
  label: string;
}

// An axis of whole years (of whole months where all lies within two years) around the given days.
export class Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: Tick[];

  constructor(days: (number | null | undefined)[], most = 8) {
    const known = days.filter((day): day is number => day !== null && day !== undefined);
    const [first, last] = [Math.min(...known), Math.max(...known)].map(date) as [Date, Date];
    const months = known.length > 0 && last.getTime() - first.getTime() < 500 * 86_400_000;
    const unit = months ? 1 : 12;
    const start = known.length ? floor(first, unit) : 0;
    const end = known.length ? floor(last, unit) + unit : 12;
    this.from = ofMonth(start);
    this.to = ofMonth(end);
    const steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
    const room = months ? Math.min(most, 5) : most;
    const step = steps.find((one) => one >= unit && (end - start) / one <= room) ?? 2400;
    this.ticks = [];
    for (let month = Math.ceil(start / step) * step; month < end; month += step) {
      this.ticks.push({ at: this.share(ofMonth(month)), label: words(month, step) });
    }
  }

  // Where a day lies, from 0 to 1.
  share(day: number): number {
    return (day - this.from) / (this.to - this.from);
  }

  percent(day: number): string {
    return percentOf(this.share(day));
  }
}

export function percentOf(share: number): string {
  return `${(100 * share).toFixed(3)}%`;
}

function date(day: number): Date {
  return new Date(day * 86_400_000);
}

function floor(at: Date, unit: number): number {
  const month = at.getUTCFullYear() * 12 + at.getUTCMonth();
  return Math.floor(month / unit) * unit;
}

function ofMonth(month: number): number {
  return number(Math.floor(month / 12), month % 12, 1);
}

const short = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function words(month: number, step: number): string {
  const year = String(Math.floor(month / 12));
  return step >= 12 ? year : `${short[month % 12]} ${year}`;
}

// "2016–2023", "2016": the years of an interval.
export function yearsOf(from: string | null, to: string | null): string {
  const [first, last] = [yearOf(from), yearOf(to)];
  if (first && last && first !== last) return `${first}–${last}`;
  return first ?? last ?? '';
}
