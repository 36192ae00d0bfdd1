// What stands around the words of a source, asked once for each.
import { get, type Source } from './api';

export interface Context {
  before: string;
  quote: string;
  after: string;
}

const known = new Map<string, Promise<Context | null>>();

export function contextOf(source: Source): Promise<Context | null> {
  let asked = known.get(source.fact);
  if (!asked) {
    asked = ask(source).catch(() => null);
    known.set(source.fact, asked);
  }
  return asked;
}

async function ask(source: Source): Promise<Context | null> {
  const pointer = source.pointer.replace(/^\//, '');
  const { facts } = await get('/reports/{id}/facts/{pointer}', {
    params: { id: source.report_id, pointer },
  });
  const fact = facts.find((one) => one.source.value === source.value) ?? facts[0];
  const quote = source.quotes[0];
  const at = quote ? (fact?.context?.indexOf(quote) ?? -1) : -1;
  if (!fact?.context || !quote || at < 0) return null;
  return {
    before: fromWord(fact.context.slice(0, at)),
    quote,
    after: toWord(fact.context.slice(at + quote.length)),
  };
}

// What is cut within a sentence begins and ends with a whole word and says that more stood there.
function fromWord(words: string): string {
  const whole = words.trimStart();
  return /^\p{Ll}/u.test(whole) ? '… ' + whole.replace(/^\S+\s+/, '') : whole;
}

function toWord(words: string): string {
  const whole = words.trimEnd();
  return /[\p{L}\p{N},]$/u.test(whole) ? whole.replace(/\s\S*$/, '') + ' …' : whole;
}
