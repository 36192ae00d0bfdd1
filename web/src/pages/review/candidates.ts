// With what a meeting or a person might be one.
import { get, type Meeting, type Person } from '../../lib/api';
import { meetingName, plural } from '../../lib/words';

export interface Candidate {
  id: string;
  name: string;
  when: string | null;
  // Where it was, whose it is: whatever tells two of one name apart.
  more: string;
}

const near = 30;

function ofMeeting(meeting: Meeting): Candidate {
  return {
    id: meeting.id,
    name: meetingName(meeting),
    when: meeting.when,
    more: [meeting.place, meeting.kind, meeting.status, plural(meeting.reports, 'report')]
      .filter(Boolean)
      .join(' · '),
  };
}

function ofPerson(person: Person): Candidate {
  return {
    id: person.id,
    name: person.name ?? 'somebody',
    when: null,
    more: [person.state ?? person.organisation, plural(person.meetings, 'meeting')]
      .filter(Boolean)
      .join(' · '),
  };
}

export async function find(id: string, signal: AbortSignal): Promise<Candidate> {
  if (id.startsWith('p-')) {
    const { name, state, organisation, meetings } = await get('/people/{id}', {
      params: { id },
      signal,
    });
    return ofPerson({ id, name, state, organisation, meetings: meetings.length });
  }
  return ofMeeting((await get('/meetings/{id}', { params: { id }, signal })).meeting);
}

function shifted(day: string, days: number): string {
  const date = new Date(day + 'T00:00:00Z');
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

// By words; without any, meetings of the same weeks or people of the same state.
export async function candidates(
  id: string,
  words: string,
  signal: AbortSignal,
): Promise<Candidate[]> {
  const limit = 20;
  const q = words.trim();
  if (id.startsWith('p-')) {
    const { state } = q ? { state: null } : await get('/people/{id}', { params: { id }, signal });
    const { people } = await get('/people', { query: { q, state, limit }, signal });
    return people.filter((one) => one.id !== id).map(ofPerson);
  }
  let around = {};
  if (!q) {
    const { meeting } = await get('/meetings/{id}', { params: { id }, signal });
    const day = /^\d{4}-\d\d-\d\d/.exec(meeting.first_day ?? '')?.[0];
    if (day) around = { from: shifted(day, -near), to: shifted(day, near) };
    else if (meeting.organisation) around = { body: meeting.organisation };
  }
  const { meetings } = await get('/meetings', { query: { q, ...around, limit }, signal });
  return meetings.filter((one) => one.id !== id).map(ofMeeting);
}
