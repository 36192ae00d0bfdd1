// Where a fact or an entity is reviewed.
import type { Source } from './api';

export function reviewOf(source: Pick<Source, 'report_id' | 'pointer'>): string {
  const at = new URLSearchParams({ report: source.report_id, at: source.pointer });
  return '/review?' + at.toString();
}

export function reviewOfEntity(id: string): string {
  return '/review?' + new URLSearchParams({ of: id }).toString();
}
