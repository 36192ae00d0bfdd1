// The properties of a meeting in the order in which they are shown; others follow behind.
const order = [
  'when', 'rescheduled_to', 'status', 'place', 'venue', 'country', 'organisation', 'organ', 'ordinal',
  'kind', 'format', 'mode', 'chair', 'chair_person', 'host', 'inviter', 'name',
]; // prettier-ignore

export function inOrder<T extends { property: string }>(facts: T[]): T[] {
  const place = (fact: T) => (order.indexOf(fact.property) + 1 || order.length + 1) - 1;
  return [...facts].sort((a, b) => place(a) - place(b));
}

export const ofStates = ['country', 'chair', 'host', 'inviter'];
export const ofDates = ['when', 'rescheduled_to'];
