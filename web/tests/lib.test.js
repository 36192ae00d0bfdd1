// What needs no browser: days in words, and the cutting of a text where evidence stands.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { atEnd, test } from './support.js';

const vite = await createServer({
  root: fileURLToPath(new URL('..', import.meta.url)),
  server: { middlewareMode: true, ws: false },
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
  logLevel: 'error',
});
atEnd(() => vite.close());
const dates = await vite.ssrLoadModule('/src/lib/dates.ts');
const readings = await vite.ssrLoadModule('/src/lib/reading.ts');

test('every page has an address and a letter of its own', async () => {
  const { routes } = await vite.ssrLoadModule('/src/routes.ts');
  const paths = routes.map((route) => route.path);
  const letters = routes.flatMap((route) => (route.nav ? [route.nav.key] : []));
  assert.ok(letters.length > 5);
  assert.deepEqual([...new Set(paths)], paths);
  assert.deepEqual([...new Set(letters)], letters);
});

test('days, months, years and intervals are said in words', () => {
  const words = {
    '2022-08-19': '19 August 2022',
    '2022-08': 'August 2022',
    2022: '2022',
    '2023~': 'about 2023',
    '2018-22': 'summer 2018',
    '2022-08-18/2022-08-19': '18–19 August 2022',
    '2022-08-30/2022-09-02': '30 August – 2 September 2022',
    '2021-12-31/2022-01-01': '31 December 2021 – 1 January 2022',
    '2022-08-19/2022-08-19': '19 August 2022',
    '../2017-03-30': 'until 30 March 2017',
    '2017-03-30/..': 'from 30 March 2017',
    '2022-08-19T10:30': '19 August 2022, 10:30',
  };
  for (const [edtf, said] of Object.entries(words)) assert.equal(dates.inWords(edtf), said, edtf);
});

test('what is no date has no words', () => {
  for (const edtf of [
    '',
    'soon',
    '2022-13',
    '2022-00-01',
    '19 August 2022',
    '2022/2023/2024x',
    '<b>',
  ]) {
    assert.equal(dates.inWords(edtf), null, edtf);
  }
});

// Small numbers by a seed, the same on every run.
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function reading(text, spans, leftOut = []) {
  const meetings = spans.map((span) => ({
    name: 'x',
    evidence: { name: [span] },
    confidence: { name: 1 },
  }));
  return {
    report: { text },
    left_out: leftOut,
    meetings,
    holdings: [],
    positions: [],
    warnings: [],
  };
}

test('the pieces of a text are the text, and every piece knows the facts that stand on it', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const upTo = random(seed);
    const text = Array.from({ length: upTo(120) }, () => 'ab \n🕊é'[upTo(7)] ?? '.').join('');
    const spans = Array.from({ length: upTo(12) }, () => {
      const begin = upTo(text.length + 1);
      return [begin, begin + upTo(text.length - begin + 1)];
    });
    const leftOut = Array.from({ length: upTo(3) }, () => ({
      at: upTo(text.length + 1),
      text: 'gone',
      reason: 'r',
    }));
    const whole = reading(text, spans, leftOut);
    const facts = readings.factsOf(readings.outlineOf(whole).meetings);
    const lines = readings.linesOf(whole, facts);
    assert.equal(
      lines.map((line) => line.pieces.map((piece) => piece.text).join('')).join('\n'),
      text,
    );
    assert.equal(lines.flatMap((line) => line.leftOut).length, leftOut.length);
    for (const piece of lines.flatMap((line) => line.pieces)) {
      const on = facts.filter((fact) =>
        fact.spans.some(([b, e]) => b < piece.end && e > piece.begin && b < e),
      );
      assert.deepEqual(new Set(piece.facts), new Set(on), `seed ${seed}`);
    }
  }
});

test('spans that reach beyond the text do no harm', () => {
  const whole = reading('abc', [[1, 9], [5, 7], [2, 1]]); // prettier-ignore
  const facts = readings.factsOf(readings.outlineOf(whole).meetings);
  assert.equal(
    readings
      .linesOf(whole, facts)[0]
      .pieces.map((piece) => piece.text)
      .join(''),
    'abc',
  );
});

test('a long text with many facts is cut in linear time', () => {
  const text = 'The ministers met in Lima.\n'.repeat(40_000);
  const spans = Array.from({ length: 40_000 }, (_, at) => [at * 27 + 4, at * 27 + 13]);
  const whole = reading(text, spans);
  const facts = readings.factsOf(readings.outlineOf(whole).meetings);
  const start = performance.now();
  readings.linesOf(whole, facts);
  assert.ok(performance.now() - start < 5000);
});

test('a pointer means its fact, or all facts below it', () => {
  const whole = reading('abc', [[0, 1], [1, 2]]); // prettier-ignore
  const facts = readings.factsOf(readings.outlineOf(whole).meetings);
  assert.deepEqual(readings.pointed(facts, 'meetings/1/name'), [facts[1]]);
  assert.deepEqual(readings.pointed(facts, 'meetings/0'), [facts[0]]);
  assert.deepEqual(readings.pointed(facts, 'meetings/7'), []);
});
