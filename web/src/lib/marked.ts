// A text in pieces, those found that are one of some words.
export interface Piece {
  text: string;
  found: boolean;
}

// Marks the first place of each quote; what overlaps one before it is left out.
export function markedOf(text: string, quotes: string[]): Piece[] {
  const spans = quotes
    .filter(Boolean)
    .map((quote) => ({ begin: text.indexOf(quote), size: quote.length }))
    .filter((span) => span.begin >= 0)
    .sort((a, b) => a.begin - b.begin || b.size - a.size);
  const out: Piece[] = [];
  let end = 0;
  for (const { begin, size } of spans) {
    if (begin < end) continue;
    if (begin > end) out.push({ text: text.slice(end, begin), found: false });
    out.push({ text: text.slice(begin, begin + size), found: true });
    end = begin + size;
  }
  if (end < text.length) out.push({ text: text.slice(end), found: false });
  return out;
}
