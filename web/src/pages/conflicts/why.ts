// Why the register holds the first of several values. It ranks by how many independent reports
// state each, then by how precise a date is, by who says it, by how late and how surely.
import type { Value } from '../../lib/api';
import { plural } from '../../lib/words';

function latest(value: Value): string {
  return value.sources
    .map((source) => source.published ?? '')
    .reduce((a, b) => (a > b ? a : b), '');
}

export function whyFirst(property: string, values: Value[]): string {
  const [first, ...others] = values;
  if (!first || others.length === 0) return '';
  if (first.sources.some((source) => source.confidence === 1)) return 'somebody has confirmed it';
  const most = Math.max(...others.map((other) => other.support));
  if (property === 'status' && first.support <= most)
    return 'what happened outranks what was planned, and the later report the earlier';
  if (first.support > most) return `${plural(first.support, 'independent report')} against ${most}`;
  if (/^(when|rescheduled_to)$/.test(property)) {
    const longest = Math.max(...others.map((other) => other.value.length));
    if (first.value.length > longest) return 'as many reports, and the more precise date';
  }
  if (others.every((other) => latest(first) > latest(other)))
    return 'as many reports, and the latest of them';
  return 'as many reports; what those say who took part, what is later and what is surer comes first';
}
