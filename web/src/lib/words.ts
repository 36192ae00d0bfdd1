// Words that several pages use for the same things.
import type { Meeting, Source } from './api';

// "third meeting" may stand without a body; a meeting has always something to be called.
export function meetingName(meeting: Meeting): string {
  const body = [meeting.organ, meeting.organisation].filter(Boolean).join(', ');
  if (meeting.name && body && !meeting.name.includes(meeting.organ ?? meeting.organisation ?? '')) {
    return capital(`${meeting.name} · ${body}`);
  }
  return capital(meeting.name ?? (body || meeting.kind || 'meeting'));
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function plural(count: number, one: string, many = one + 's'): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

export function number(count: number): string {
  return count.toLocaleString('en-GB');
}

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

export const links = {
  meeting: (id: string) => '/meetings/' + encodeURIComponent(id),
  person: (id: string) => '/people/' + encodeURIComponent(id),
  office: (id: string) => '/offices/' + encodeURIComponent(id),
  state: (code: string) => '/states/' + encodeURIComponent(code),
  series: (id: string) => '/series/' + encodeURIComponent(id),
  body: (id: string) => '/bodies/' + encodeURIComponent(id),
  report: (id: string) => '/reports/' + encodeURIComponent(id),
  // A report at the words of a fact; `pointer` with or without its first slash.
  fact: (id: string, pointer: string) =>
    `/reports/${encodeURIComponent(id)}?at=${encodeURIComponent(pointer.replace(/^\//, ''))}`,
  source: (source: Source) => links.fact(source.report_id, source.pointer),
};

// What the fields of readings and the properties of the register are called on pages.
const labels: Record<string, string> = {
  when: 'When',
  when_basis: 'Basis of the date',
  rescheduled_to: 'Moved to',
  chair_person: 'In the chair',
  chair: 'Presidency',
  inviter: 'Invited by',
  organisation: 'Organisation',
  instruments: 'Documents',
  agenda: 'Agenda',
  to: 'Leads to',
};

export function labelOf(field: string): string {
  return labels[field] ?? capital(field.replace(/_/g, ' '));
}
