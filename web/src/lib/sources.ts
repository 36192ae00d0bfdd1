// Sources of values: of one field of an object, and by report.
import type { Source } from './api';

// Those for a field: of a participant's, "offices" is what ends in /offices.
export function sourcesOf(sources: Source[], ...fields: string[]): Source[] {
  return sources.filter((source) => fields.some((field) => source.pointer.endsWith('/' + field)));
}

export interface Cited {
  id: string;
  title: string;
  first: Source;
  facts: number;
}

// Each report once, the one with the most facts first.
export function reportsOf(sources: Source[]): Cited[] {
  const reports = new Map<string, Cited>();
  for (const source of sources) {
    const known = reports.get(source.report_id);
    if (known) known.facts += 1;
    else {
      const title = source.title ?? source.report;
      reports.set(source.report_id, { id: source.report_id, title, first: source, facts: 1 });
    }
  }
  return [...reports.values()].sort((a, b) => b.facts - a.facts || a.title.localeCompare(b.title));
}
