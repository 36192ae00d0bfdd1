import assert from 'node:assert/strict';
import { settled, test, useSite } from './support.js';

const site = await useSite();
const { reports } = await site.get('/reports?q=Dushanbe+secretaries');
const path = '/reports/' + reports[0].id;
const answer = await site.get(`${path}?unit=utf16`);

test('it is accessible, in light and dark, on a desk and on a telephone', async () => {
  await site.isAccessible(path + '?at=meetings/0/when');
});

test('the whole text is there, word for word', async () => {
  const page = await site.open(path);
  const lines = await page
    .locator('.text > p:not(.gone)')
    .evaluateAll((all) => all.map((p) => p.textContent));
  const shown = lines.map((line) => line.trim()).join('\n');
  const wanted = answer.reading.report.text.split('\n').map((line) => line.trim()).filter(Boolean); // prettier-ignore
  assert.equal(shown, wanted.join('\n'));
});

test('every span of every fact is marked', async () => {
  const page = await site.open(path);
  const marks = await page
    .locator('.text .mark')
    .evaluateAll((all) => all.map((m) => m.textContent));
  const marked = marks.join('');
  let facts = 0;
  for (const meeting of answer.reading.meetings) {
    for (const person of meeting.participants) {
      for (const [begin, end] of person.evidence.person ?? []) {
        assert.ok(marked.includes(answer.reading.report.text.slice(begin, end)), person.person);
        facts += 1;
      }
    }
  }
  assert.ok(facts > 5);
});

test('a mark leads to its fact, and the fact to its words', async () => {
  const page = await site.open(path);
  const mark = page.locator('.text a.mark', { hasText: 'Ajit Doval' }).first();
  await mark.click();
  await page.waitForURL(/at=/);
  assert.equal(await page.locator('.panel [aria-current]').first().innerText(), 'Ajit Doval');
  await page.locator('.panel a.value', { hasText: 'Viktor Makhmudov' }).first().click();
  await page.locator('.text .chosen', { hasText: 'Viktor Makhmudov' }).waitFor();
  assert.equal(await page.locator('.text .chosen', { hasText: 'Ajit Doval' }).count(), 0);
});

test('where facts overlap, the same words lead to each in turn', async () => {
  const page = await site.open(path);
  const seen = new Set();
  const words = page.locator('.text a.mark', { hasText: 'Security Council Secretaries' }).first();
  for (let turn = 0; turn < 3; turn += 1) {
    await words.click();
    seen.add(new URL(page.url()).searchParams.get('at'));
  }
  assert.ok(seen.has('meetings/0/organ') && seen.has('meetings/0/name'), [...seen].join(' '));
});

test('a deep link brings its words into view', async () => {
  const last = answer.reading.holdings.length - 1;
  const page = await site.open(`${path}?at=holdings/${last}/person`, { height: 300 });
  const box = await page.locator('.text .chosen').first().boundingBox();
  assert.ok(box && box.y > 0 && box.y < 300, JSON.stringify(box));
});

test('a person and a meeting lead into the register', async () => {
  const page = await site.open(path);
  const wanted = answer.entities['/meetings/0'];
  await page.getByRole('link', { name: 'The meeting in the register' }).first().click();
  await page.waitForURL((url) => url.pathname === '/meetings/' + wanted);
  await settled(page);
});
