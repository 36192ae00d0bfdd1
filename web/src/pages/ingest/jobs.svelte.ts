// Jobs of the server that this page has begun, looked in on until they end.
import { get, type Schemas } from '../../lib/api';
import { asApiError } from '../../lib/load.svelte';
import type { ApiError } from '../../lib/api';
import type { Document } from './documents';

export type Job = Schemas['Job'];

const pause = 400;

export class Watched {
  job = $state.raw<Job>();
  error = $state.raw<ApiError>();
  readonly over = $derived(this.job?.state === 'done' || this.job?.state === 'failed');

  constructor(
    readonly id: string,
    // What it was given; unknown of those that were begun elsewhere.
    readonly given: Document[] | undefined,
    readonly what: string,
  ) {}

  async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        this.job = (await get('/jobs/{id}', { params: { id: this.id }, signal })).job;
        this.error = undefined;
      } catch (cause) {
        if (signal.aborted) return;
        this.error = asApiError(cause);
        if (this.error.status !== 0 && this.error.status !== 503) return;
      }
      if (this.over) return;
      await new Promise((resolve) => setTimeout(resolve, this.error ? 4 * pause : pause));
    }
  }
}
