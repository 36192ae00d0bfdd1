// Places of the answer as they stand on a map: those that differ in letters alone or in what is known
// of them stay apart, as in the register.
import type { Schemas } from '../../lib/api';
import { stateName } from '../../lib/states';
import { plural } from '../../lib/words';
import { yearsOf } from '../../lib/days';

export type Place = Schemas['Places']['places'][number];

export function keyOf(place: Place): string {
  return `${place.place ?? ''}|${place.country ?? ''}`;
}

export function nameOf(place: Place): string {
  return place.place ?? (place.country ? stateName(place.country) : 'not known');
}

export function titleOf(place: Place): string {
  const state = place.place && place.country ? `, ${stateName(place.country)}` : '';
  const years = yearsOf(place.first_day, place.last_day);
  return `${nameOf(place)}${state}: ${plural(place.meetings, 'meeting')}${years ? `, ${years}` : ''}`;
}

// The place with a point on the map; null where its coordinates are not known.
export function pointOf(place: Place): { latitude: number; longitude: number } | null {
  const { latitude, longitude } = place;
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
