// An answer that follows its question: asked anew when what the question reads changes, and the
// question before is given up. What came last stays until the new answer is there.
import { ApiError } from './api';
import { token } from './token.svelte';

export interface Loaded<T> {
  readonly value: T | undefined;
  readonly error: ApiError | undefined;
  readonly loading: boolean;
  again(): void;
}

export function load<T>(question: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  let value = $state.raw<T>();
  let error = $state.raw<ApiError>();
  let loading = $state(true);
  let round = $state(0);

  $effect(() => {
    void round;
    void token.value; // who asks may change what may be seen
    const stop = new AbortController();
    loading = true;
    question(stop.signal).then(
      (answer) => {
        if (stop.signal.aborted) return;
        value = answer;
        error = undefined;
        loading = false;
      },
      (cause: unknown) => {
        if (stop.signal.aborted) return;
        error = asApiError(cause);
        loading = false;
      },
    );
    return () => stop.abort();
  });

  return {
    get value() {
      return value;
    },
    get error() {
      return error;
    },
    get loading() {
      return loading;
    },
    again() {
      round += 1;
    },
  };
}

export function asApiError(cause: unknown): ApiError {
  if (cause instanceof ApiError) return cause;
  return new ApiError(0, 'internal', cause instanceof Error ? cause.message : String(cause));
}
