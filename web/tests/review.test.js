import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rapporteur, test, useSite } from './support.js';

const site = await useSite({ own: true });

// A review that a reviewer has opened, and the doubt that is at hand.
async function review(path = '/review', width = 1280) {
  const page = await site.open(path, { token: site.token('reviewer'), width });
  await page.locator('article h2').waitFor();
  return page;
}
const corrections = async (query = '') => (await site.get('/corrections' + query)).corrections;
const first = async (query = '') => (await site.get('/review?limit=1' + query)).doubts[0];
// Whether it is in the queue, near its head.
const waits = async ({ source }) =>
  (await site.get('/review?limit=100')).doubts.some((one) => one.source.fact === source.fact);
const told = (page, words) =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('[role=status]')].some((one) => one.textContent === wanted),
    words,
  );
// Reads all reports anew, as one does with other tables.
let tables = 0;
function readAgain() {
  tables += 1;
  const folder = join(site.folder, 'tables');
  mkdirSync(join(folder, 'bodies'), { recursive: true });
  const body = `zz${tables}\tZz Council ${tables}\tZZC${tables}`;
  writeFileSync(join(folder, 'bodies/organisations.tsv'), `id\tname\tacronyms\n${body}\n`);
  const run = ['reread', '--format', 'jsonl', '--register', 'r.db', '--data', 'tables'];
  const [{ changed }] = rapporteur(site.folder, ...run)
    .trim()
    .split('\n')
    .map(JSON.parse);
  assert.ok(changed > 100);
}
const whenOf = async (id) => (await site.get('/meetings/' + id)).meeting.when;

test('without a token the page says how to make one, and takes it', async () => {
  const page = await site.open('/review');
  const main = page.locator('main');
  assert.match(await main.innerText(), /rapporteur token create --role reviewer/);
  await page.getByRole('textbox', { name: 'Token' }).fill(site.token('reviewer'));
  await page.keyboard.press('Enter');
  await page.locator('article h2').waitFor();
  const kept = await page.evaluate(() => sessionStorage.getItem('rapporteur-token'));
  assert.ok(kept.length > 20);
  assert.equal(await page.evaluate(() => JSON.stringify(localStorage).includes('token')), false);
});

test('a token that is not known, or too weak, is told so', async () => {
  for (const [token, words] of [
    ['nonsense', /does not know this token/],
    [site.token('reader'), /has the role reader/],
  ]) {
    const page = await site.open('/review', { token });
    assert.match(await page.locator('[role=alert]').innerText(), words);
  }
  site.complaints = site.complaints.filter((line) => !/status of 401/.test(line));
});

test('the most doubtful comes first, with its sentence and what is left', async () => {
  const page = await review();
  const { source } = await first();
  assert.equal(await page.locator('article mark').first().innerText(), source.quotes[0]);
  const { properties } = await site.get('/review/size');
  const left = properties.reduce((sum, one) => sum + one.doubts, 0);
  await page.getByText(`${left.toLocaleString('en-GB')} left`).waitFor();
});

test('a key accepts, and u takes it back', async () => {
  const before = await corrections();
  const doubt = await first();
  const page = await review();
  await page.keyboard.press('a');
  await told(page, 'Accepted.');
  const [made] = await corrections();
  assert.deepEqual(
    [made.verdict, made.report_id, made.value, made.quote, made.undone],
    ['accept', doubt.source.report_id, doubt.source.value, doubt.source.quotes[0], null],
  );
  assert.equal(await waits(doubt), false);
  readAgain();
  assert.equal(await waits(doubt), false);
  await page.keyboard.press('u');
  await told(page, 'Taken back.');
  assert.ok(await waits(doubt));
  assert.equal((await corrections('?standing=yes')).length, before.length);
});

test('a key rejects, for a reason, and that holds when reports are read again', async () => {
  const doubt = await first('&property=when');
  const page = await review('/review?property=when');
  await page.keyboard.press('w');
  await page.keyboard.type('another report of the day');
  await page.keyboard.press('Enter');
  await page.keyboard.press('r');
  await told(page, 'Rejected.');
  const [made] = await corrections();
  assert.deepEqual(
    [made.verdict, made.value, made.why],
    ['reject', doubt.source.value, 'another report of the day'],
  );
  readAgain();
  const gone = await fetch(site.url + doubt.source.fact);
  assert.equal(gone.status, 404);
});

test('a whole object is rejected, and all of it taken back', async () => {
  const page = await review('/review?property=attendance');
  const { source } = await first('&property=attendance');
  const object = source.pointer.slice(0, source.pointer.lastIndexOf('/'));
  await page.keyboard.press('Shift+R');
  await told(page, 'Rejected.');
  const path = `/api/v1/reports/${source.report_id}/facts${object}`;
  assert.equal((await fetch(site.url + path)).status, 404);
  await page.keyboard.press('u');
  await told(page, 'Taken back.');
  assert.equal((await fetch(site.url + path)).status, 200);
});

test('a value is corrected by keyboard; one that cannot be is refused with the reason', async () => {
  const doubt = await first('&property=when');
  const page = await review('/review?property=when');
  await page.keyboard.press('c');
  await page.keyboard.type('tomorrow');
  await page.keyboard.press('Enter');
  assert.match(await page.locator('form [role=alert]').innerText(), /is no date/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('1999-12-31');
  await page.keyboard.press('Enter');
  await told(page, 'Corrected.');
  const [made] = await corrections();
  assert.deepEqual([made.value, made.replacement], [doubt.source.value, '1999-12-31']);
  readAgain();
  const facts = (await (await fetch(site.url + doubt.source.fact)).json()).facts;
  assert.equal(facts[0].source.value, '1999-12-31');
  site.complaints = site.complaints.filter((line) => !/status of 400/.test(line));
});

test('any decision is taken back from the list beside, not the last alone', async () => {
  const page = await review('/review?property=place');
  for (const key of ['a', 'a', 'r']) {
    const made = (await corrections()).length;
    await page.keyboard.press(key);
    await page.waitForFunction(
      ([url, count]) =>
        fetch(url)
          .then((answer) => answer.json())
          .then((answer) => answer.corrections.length > count),
      [site.url + '/api/v1/corrections', made],
    );
    await page.waitForFunction(() => !document.querySelector('.actions button[disabled].good'));
  }
  const [, second] = await corrections();
  const list = page.getByRole('complementary');
  await list.getByRole('button').nth(1).focus();
  await page.keyboard.press('Enter');
  await told(page, 'Taken back.');
  const now = (await site.get('/corrections/' + second.id)).correction;
  assert.notEqual(now.undone, null);
  assert.equal(await list.getByRole('button').count(), 2);
});

test('two meetings are merged by keyboard, and parted again', async () => {
  const { meetings } = await site.get('/meetings?kind=visit&limit=50');
  const [one, other] = meetings.filter((meeting) => meeting.place);
  const page = await review('/review?of=' + one.id);
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.type(other.place);
  const found = dialog.getByRole('group', { name: 'Candidates' });
  await page.waitForFunction((box) => box.ariaBusy === 'false', await found.elementHandle());
  assert.ok((await found.getByRole('checkbox').count()) > 0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await told(page, 'Merged.');
  const [made] = await corrections();
  assert.equal(made.verdict, 'merge');
  const total = (await site.get('/meetings')).total;
  readAgain();
  assert.equal((await site.get('/meetings')).total, total);
  await page.keyboard.press('u');
  await told(page, 'Taken back.');
  assert.equal((await site.get('/meetings')).total, total + 1);
});

test('a meeting is split by keyboard, and that survives a reading', async () => {
  const many = (await site.get('/meetings?limit=500')).meetings.find((one) => one.reports > 2);
  const { total } = await site.get('/meetings');
  const page = await review('/review?of=' + many.id);
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await told(page, 'Split.');
  const [made] = await corrections();
  assert.equal(made.verdict, 'split');
  assert.equal((await site.get('/meetings')).total, total + 1);
  readAgain();
  assert.equal((await site.get('/meetings')).total, total + 1);
  await page.keyboard.press('u');
  await told(page, 'Taken back.');
  assert.equal((await site.get('/meetings')).total, total);
});

test('a single fact opens by its address', async () => {
  const many = (await site.get('/meetings?limit=500')).meetings.find((one) => one.reports > 1);
  const { facts } = await site.get('/meetings/' + many.id);
  const source = facts.find((fact) => fact.property === 'when').values[0].sources[0];
  const page = await review(
    `/review?report=${source.report_id}&at=${encodeURIComponent(source.pointer)}`,
  );
  await page.keyboard.press('c');
  await page.keyboard.type('1998-01-01');
  await page.keyboard.press('Enter');
  await told(page, 'Corrected.');
  assert.ok(await whenOf(many.id));
  await page.getByText('That was all').waitFor();
});

test('it is accessible, in light and dark, on a desk and on a telephone', async () => {
  const token = site.token('reviewer');
  await site.isAccessible('/review');
  await site.isAccessible('/review?property=place', async (page) => {
    await page.getByRole('textbox', { name: 'Token' }).fill(token);
    await page.keyboard.press('Enter');
    await page.locator('article h2').waitFor();
    await page.keyboard.press('a');
    await told(page, 'Accepted.');
    await page.keyboard.press('u');
    await told(page, 'Taken back.');
    await page.keyboard.press('c');
    await page.getByLabel('Place is really').waitFor();
  });
});

test('the dialogs are accessible', async () => {
  const many = (await site.get('/meetings?limit=500')).meetings.find((one) => one.reports > 1);
  const token = site.token('reviewer');
  for (const key of ['m', 's']) {
    await site.isAccessible('/review?of=' + many.id, async (page) => {
      await page.getByRole('textbox', { name: 'Token' }).fill(token);
      await page.keyboard.press('Enter');
      await page.locator('article h2').waitFor();
      await page.keyboard.press(key);
      await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
    });
  }
});
