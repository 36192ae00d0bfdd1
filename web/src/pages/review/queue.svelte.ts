// The doubts of a review, one after the other: what was said of each, and taking it back.
import { ApiError, get, type Schemas } from '../../lib/api';
import { say, takeBack, verbs, type Correction, type Saying } from '../../lib/corrections';
import { asApiError } from '../../lib/load.svelte';

export type Doubt = Schemas['Explanation'];

export class Entry {
  said = $state.raw<Correction[]>([]);
  constructor(readonly doubt: Doubt) {}
  readonly open = $derived(this.said.length === 0);
}

// A step that can be taken back: usually one correction, several where an object was meant.
export interface Step {
  entry: Entry | undefined;
  corrections: Correction[];
}

// What was said since the page was opened; it outlives a change of the queue.
export class Steps {
  list = $state.raw<Step[]>([]);
}

// What a queue is of: doubts of the register page by page, or a list that is whole.
export interface Origin {
  more: (
    cursor: string | null,
    signal: AbortSignal,
  ) => Promise<{ doubts: Doubt[]; next: string | null }>;
  // How many are left altogether; of a list that is whole, those of it.
  left?: (signal: AbortSignal) => Promise<{ count: number; more: boolean }>;
}

const ahead = 6;

export class Queue {
  entries = $state.raw<Entry[]>([]);
  at = $state(0);
  left = $state<number>();
  // There are more left than the server counts.
  leftMore = $state(false);
  loading = $state(true);
  sending = $state(false);
  error = $state.raw<ApiError>();
  // The last thing that happened, in words.
  told = $state('');

  private next = $state<string | null>(null);
  private started = $state(false);
  private stop = new AbortController();

  readonly now = $derived(this.entries[this.at]);

  constructor(
    private readonly origin: Origin,
    readonly steps: Steps,
  ) {
    void this.extend().then(() => this.count());
  }

  close(): void {
    this.stop.abort();
  }

  // Whether there is nothing behind the last entry.
  get whole(): boolean {
    return this.started && this.next === null;
  }

  private async extend(): Promise<void> {
    if (this.whole) return;
    this.loading = true;
    try {
      const page = await this.origin.more(this.next, this.stop.signal);
      this.started = true;
      this.next = page.next;
      this.entries = [...this.entries, ...page.doubts.map((doubt) => new Entry(doubt))];
    } catch (cause) {
      if (!this.stop.signal.aborted) this.error = asApiError(cause);
    } finally {
      this.loading = false;
    }
  }

  private async count(): Promise<void> {
    if (!this.origin.left) {
      this.left = this.entries.filter((entry) => entry.open).length;
      return;
    }
    try {
      const { count, more } = await this.origin.left(this.stop.signal);
      this.left = count;
      this.leftMore = more;
    } catch {
      // The queue works without the number.
    }
  }

  again(): void {
    this.error = undefined;
    void this.extend();
  }

  async go(to: number): Promise<void> {
    if (to < 0) return;
    while (to >= this.entries.length - ahead && this.next !== null && !this.loading) {
      const fetched = this.extend();
      if (to < this.entries.length) break;
      await fetched;
      if (this.error) break;
    }
    this.at = Math.min(to, this.entries.length);
  }

  // To the next doubt of which nothing was said here; past the last one there is none.
  async forward(): Promise<void> {
    let to = this.at + 1;
    while (this.entries[to] && !this.entries[to]?.open) to += 1;
    await this.go(to);
  }

  // Says it and moves on. False: the server refused, and `error` is why.
  async say(saying: Saying, entry: Entry | undefined = this.now): Promise<boolean> {
    if (this.sending) return false;
    this.sending = true;
    this.error = undefined;
    try {
      const corrections = await say(saying);
      this.steps.list = [...this.steps.list, { entry, corrections }];
      this.told = `${verbs[saying.verdict]}.`;
      const ofClaims = saying.verdict !== 'merge' && saying.verdict !== 'split';
      if (entry && ofClaims) {
        this.mark(corrections);
        if (entry.open) entry.said = corrections;
        await this.forward();
      }
      void this.count();
      return true;
    } catch (cause) {
      this.error = asApiError(cause);
      return false;
    } finally {
      this.sending = false;
    }
  }

  // A correction may be about several doubts at hand: the same words, the same value.
  private mark(corrections: Correction[]): void {
    for (const entry of this.entries) {
      const { report_id, value, pointer } = entry.doubt.source;
      const found = corrections.find(
        (one) =>
          one.report_id === report_id &&
          one.value === value &&
          one.quote === entry.doubt.source.quotes[0] &&
          pointer.endsWith('/' + one.property),
      );
      if (found && entry.open) entry.said = [found];
    }
  }

  // Takes back all corrections of a step, the last one unless told; leads back to its doubt.
  async undo(step: Step | undefined = this.steps.list.at(-1)): Promise<void> {
    if (!step || this.sending) return;
    this.sending = true;
    this.error = undefined;
    try {
      for (const correction of step.corrections) await takeBack(correction.id);
      const gone = new Set(step.corrections.map((one) => one.id));
      this.steps.list = this.steps.list.filter((one) => one !== step);
      for (const entry of this.entries) {
        if (entry.said.some((one) => gone.has(one.id))) entry.said = [];
      }
      const to = step.entry ? this.entries.indexOf(step.entry) : -1;
      if (to >= 0) this.at = to;
      this.told = 'Taken back.';
      void this.count();
    } catch (cause) {
      this.error = asApiError(cause);
    } finally {
      this.sending = false;
    }
  }
}

// The three kinds of queues.
export function doubtsOf(property: string | null, below: string | null): Origin {
  return {
    more: async (cursor, signal) =>
      get('/review', { query: { property, below, limit: 20, cursor }, signal }),
    left: async (signal) => {
      const { properties } = await get('/review/size', { query: { below }, signal });
      const asked = properties.filter((one) => !property || one.property === property);
      return {
        count: asked.reduce((sum, one) => sum + one.doubts, 0),
        more: asked.some((one) => one.more),
      };
    },
  };
}

export function factsAt(report: string, pointer: string): Origin {
  return {
    more: async (_, signal) => {
      const params = { id: report, pointer: pointer.replace(/^\//, '') };
      const { facts } = await get('/reports/{id}/facts/{pointer}', { params, signal });
      return { doubts: facts.filter((fact) => fact.source.evidence.length > 0), next: null };
    },
  };
}

// All that reports state of a meeting or a person, the most doubtful first.
export function factsOf(id: string): Origin {
  return {
    more: async (_, signal) => {
      const values = id.startsWith('p-')
        ? (await get('/people/{id}', { params: { id }, signal })).offices
        : (await get('/meetings/{id}', { params: { id }, signal })).facts.flatMap(
            (fact) => fact.values,
          );
      const doubts = values
        .flatMap((value) => value.sources)
        .filter((source) => source.evidence.length > 0)
        .map((source) => ({
          entity: id,
          engine: '',
          means: null,
          tables: null,
          context: source.sentences[0] ?? null,
          source,
        }))
        .sort((a, b) => a.source.confidence - b.source.confidence);
      return { doubts, next: null };
    },
  };
}
