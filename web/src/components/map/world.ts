// The coasts and borders of the world (Natural Earth, by the package world-atlas), coarse at once and
// finer when the map is close; and where a window of the map looks.
import { geoNaturalEarth1, type GeoProjection } from 'd3-geo';
import codes from 'i18n-iso-countries/codes.json';
import { feature } from 'topojson-client';
import type { FeatureCollection, Geometry } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';

export type World = FeatureCollection<Geometry, { name: string }>;
type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const kept = new Map<string, Promise<World>>();

export function world(fine: boolean): Promise<World> {
  const name = fine ? 'fine' : 'coarse';
  const known = kept.get(name);
  if (known) return known;
  const atlas: Promise<{ default: unknown }> = fine
    ? import('world-atlas/countries-50m.json')
    : import('world-atlas/countries-110m.json');
  const found = atlas.then((file) => {
    const topology = file.default as Atlas;
    return feature(topology, topology.objects.countries);
  });
  kept.set(name, found);
  return found;
}

const byNumber = new Map((codes as string[][]).map(([code, , number]) => [number, code]));

// ISO 3166-1 alpha-2 of a country of the atlas, which knows its number.
export function codeOf(id: string | number | undefined): string | undefined {
  return byNumber.get(String(id ?? '').padStart(3, '0'));
}

export interface Point {
  latitude: number;
  longitude: number;
  weight: number;
}

// What the window shows: its middle, and how many times closer than the whole world.
export interface Look {
  longitude: number;
  latitude: number;
  close: number;
}

export const wholeWorld: Look = { longitude: 11, latitude: 12, close: 1 };
const closest = 24;

// Where most of the weight is: a tenth at most is left outside on each side.
export function mostOf(points: Point[], width: number, height: number): Look {
  if (points.length === 0) return wholeWorld;
  const [south, north] = inner(points, (point) => point.latitude);
  const [west, east] = inner(points, (point) => point.longitude);
  const high = Math.max(4, (north - south) * 1.5);
  const wide = Math.max(6, (east - west) * 1.35);
  // The whole world is about as wide as the window, or as high.
  const degrees = Math.max(360, (180 * 2 * width) / (height * 2));
  const close = Math.min((degrees / wide) * 0.95, (degrees / high) * (height / width));
  return at((west + east) / 2, (south + north) / 2, close);
}

function inner(points: Point[], of: (point: Point) => number): [number, number] {
  const sorted = [...points].sort((a, b) => of(a) - of(b));
  const total = sorted.reduce((sum, point) => sum + point.weight, 0);
  const reach = (share: number) => {
    let sum = 0;
    for (const point of sorted) {
      sum += point.weight;
      if (sum >= share * total) return of(point);
    }
    return of(sorted[sorted.length - 1]!);
  };
  return [reach(0.08), reach(0.92)];
}

// A look that stays within bounds.
export function at(longitude: number, latitude: number, close: number): Look {
  return {
    longitude: ((longitude + 540) % 360) - 180,
    latitude: Math.min(80, Math.max(-70, latitude)),
    close: Math.min(closest, Math.max(1, close)),
  };
}

export function projectionOf(look: Look, width: number, height: number): GeoProjection {
  const whole = geoNaturalEarth1().fitSize([width, height], { type: 'Sphere' }).scale();
  const turned = geoNaturalEarth1()
    .rotate([-look.longitude, 0])
    .scale(whole * look.close)
    .translate([width / 2, height / 2]);
  // Turned east and west, shifted north and south: north stays up.
  const middle = look.close === 1 ? null : turned([look.longitude, look.latitude]);
  return turned
    .translate([width / 2, height / 2 - (middle ? middle[1] - height / 2 : 0)])
    .clipExtent([
      [-20, -20],
      [width + 20, height + 20],
    ]);
}
