// Reports whose titles, names and words are scripts: every page shows them as words.
import assert from 'node:assert/strict';
import { folderOf, settled, test, useSite } from './support.js';

const bad = `<img src=x onerror="globalThis.struck=1"><script>globalThis.struck=1</script>`;
const link = `javascript:globalThis.struck=1`;
const report = (at, day) => ({
  id: `${bad}${at}`,
  url: at === 1 ? link : `https://lake.example/${at}`,
  title: `${bad} talks ${at}`,
  source: `${bad} Courier`,
  date: `2021-05-0${5 + at}`,
  text: `Foreign Minister Hans ${bad} Muster of Austria met Foreign Minister Péter Szijjártó of Hungary in Vienna on ${day} May 2021. Minister Hans Muster of Austria chaired the seventh meeting of the ${bad} Council in Vienna on ${day} May 2021. They discussed ${bad} and agreed to ${bad}.`,
});
const lines = [report(1, 5), report(2, 6)].map((one) => JSON.stringify(one) + '\n');
const site = await useSite({ reports: [folderOf({ 'bad.jsonl': lines.join('') })] });

async function harmless(page, what) {
  await settled(page);
  assert.equal(await page.evaluate(() => globalThis.struck), undefined, what);
  const strange = await page.evaluate(() =>
    [
      ...document.querySelectorAll('main img, main script, main iframe, a[href^="javascript:" i]'),
    ].map((one) => one.outerHTML),
  );
  assert.deepEqual(strange, [], what);
}

test('each page shows them as words', async () => {
  const token = site.token('editor');
  const { meetings } = await site.get('/meetings');
  const rows = (await site.get('/reports')).reports;
  assert.ok(meetings.length > 0 && rows.length === 2);
  const paths = [
    '/',
    '/search',
    '/search?q=' + encodeURIComponent(bad),
    '/review',
    '/review?of=' + meetings[0].id,
    '/review?property=' + encodeURIComponent(bad),
    '/conflicts',
    '/conflicts?property=' + encodeURIComponent(bad),
    '/corrections?about=' + encodeURIComponent(bad),
    '/ingest?way=' + encodeURIComponent(bad),
    '/token',
    '/about',
    '/' + encodeURIComponent(bad),
    ...meetings.map((meeting) => '/meetings/' + meeting.id),
    ...rows.map((row) => '/reports/' + row.id),
  ];
  const page = await site.open('/', { token });
  for (const path of paths) {
    await page.goto(path);
    await harmless(page, path);
  }
  await page.goto('/reports/' + rows[0].id);
  await settled(page);
  assert.ok((await page.locator('main').innerText()).includes('<script>'));
  // Of what is not there the browser itself reports the status.
  site.complaints = site.complaints.filter((line) => !/status of (400|404)/.test(line));
});

test('what people say with them stays words, in the review and in the list', async () => {
  const page = await site.open('/review?property=when', { token: site.token('reviewer') });
  await page.locator('article h2').waitFor();
  await page.keyboard.press('w');
  await page.keyboard.insertText(bad);
  await page.keyboard.press('Enter');
  await page.keyboard.press('a');
  await page.getByText('Accepted.', { exact: true }).waitFor({ state: 'attached' });
  await harmless(page, 'review');
  const log = await site.open('/corrections');
  await harmless(log, 'corrections');
  assert.ok((await log.locator('main').innerText()).includes(bad));
  for (const key of ['m', 's']) {
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    await harmless(page, key);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
});

test('files with such names and words are entered as words', async () => {
  const page = await site.open('/ingest', { token: site.token('editor') });
  await page.locator('input[type=file]').setInputFiles([
    { name: '<b onmouseover=alert(1)>.txt', mimeType: 'text/plain', buffer: Buffer.from(bad) },
    { name: '<img src=x>.html', mimeType: 'text/html', buffer: Buffer.from('<p>') },
  ]);
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  await page.locator('.jobs').getByText('done', { exact: true }).waitFor();
  await harmless(page, 'ingest');
});
