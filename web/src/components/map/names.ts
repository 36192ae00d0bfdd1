// Which discs of a map have their names beside them, and where: the heaviest first, no name upon
// another or upon a disc.
interface Disc {
  key: string;
  name: string;
  weight: number;
  x: number;
  y: number;
  radius: number;
}
export interface Name {
  key: string;
  name: string;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}
interface Box {
  key: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const letter = 6.6;
const high = 7;

// `chosen` has its name in any case. O(n²) in the discs that are seen.
export function namesOf(discs: Disc[], chosen: string | null, width: number): Name[] {
  const taken: Box[] = discs.map((disc) => ({
    key: disc.key,
    left: disc.x - disc.radius,
    right: disc.x + disc.radius,
    top: disc.y - disc.radius,
    bottom: disc.y + disc.radius,
  }));
  const found: Name[] = [];
  const rank = (disc: Disc) => (disc.key === chosen ? Infinity : disc.weight);
  for (const disc of [...discs].sort((a, b) => rank(b) - rank(a))) {
    const twin = found.some((name) => name.name.toLowerCase() === disc.name.toLowerCase());
    const ways = places(disc);
    const free = ways.find(({ box }) => isFree(box, taken, width));
    const place = free ?? (disc.key === chosen ? ways[0] : undefined);
    if (twin || !place) continue;
    taken.push(place.box);
    found.push(place.name);
  }
  return found;
}

// To the right of the disc, to its left, below and above it.
function places(disc: Disc): { name: Name; box: Box }[] {
  const { key, name, x, y, radius } = disc;
  const wide = name.length * letter + 4;
  const at = (
    anchor: Name['anchor'],
    textX: number,
    middle: number,
    left: number,
  ): { name: Name; box: Box } => ({
    name: { key, name, anchor, x: textX, y: middle + 4 },
    box: { key, left, right: left + wide, top: middle - high, bottom: middle + high },
  });
  const beside = radius + 4;
  return [
    at('start', x + beside, y, x + radius + 2),
    at('end', x - beside, y, x - radius - 2 - wide),
    at('middle', x, y + radius + 10, x - wide / 2),
    at('middle', x, y - radius - 9, x - wide / 2),
  ];
}

function isFree(box: Box, taken: Box[], width: number): boolean {
  if (box.left < 0 || box.right > width) return false;
  return taken.every(
    (other) =>
      other.key === box.key ||
      box.right < other.left ||
      box.left > other.right ||
      box.bottom < other.top ||
      box.top > other.bottom,
  );
}
