// What the places of a reading are called. Pointers: "/meetings/0/participants/1/state".
const objects: Record<string, string> = {
  meetings: 'meeting',
  participants: 'participant',
  agenda: 'item of the agenda',
  outcomes: 'outcome',
  instruments: 'document',
  links: 'link to another meeting',
  holdings: 'office held',
  positions: 'position',
};

export interface Place {
  // The object that the fact is of, and its list: "participants".
  object: string;
  list: string;
  // The meeting, holding or position that holds it.
  top: string;
  property: string;
}

export function placeOf(pointer: string): Place {
  const parts = pointer.split('/').slice(1);
  const above = parts.slice(0, -1);
  return {
    object: '/' + above.join('/'),
    list: above.at(-2) ?? '',
    top: '/' + parts.slice(0, 2).join('/'),
    property: parts.at(-1) ?? '',
  };
}

export function objectWords(list: string): string {
  return objects[list] ?? 'object';
}
