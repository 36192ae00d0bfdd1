// Files that one sends to a colleague: they open without a server and ask nobody for anything.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { accessible, examples, fits, folderOf, rapporteur, test, useSite } from './support.js';

const site = await useSite();
const { series } = await site.get('/series');
const most = series.reduce((a, b) => (a.sessions < b.sessions ? b : a));
const { meetings } = await site.get('/meetings?q=secretaries&kind=session');
const run = (...args) => rapporteur(site.folder, ...args, '--register', 'r.db', '--format', 'html');
const hostile = join(site.folder, 'hostile.jsonl');
writeFileSync(
  hostile,
  JSON.stringify({
    id: 'x"><script>alert(1)</script>',
    title: '<script>document.title = "caught"</script>',
    source: '<img src="https://example.org/x">',
    url: 'https://example.org/"><script>alert(1)</script>',
    date: '2021-05-06',
    text: 'Foreign Minister <b>Ada</b> met <img src=x onerror=alert(1)> in Tashkent on 5 May.\n'.repeat(
      3,
    ),
  }),
);
const files = {
  'brief.html': run('brief', most.id),
  'meeting.html': run('show', meetings[0].id),
  'conflicts.html': run('conflicts'),
  'reading.html': rapporteur(
    site.folder,
    'read',
    '--format',
    'html',
    '--mentions',
    hostile,
    join(examples[0], 'sco-secretaries-2022-held-portal.txt'),
  ),
};
const folder = folderOf(files);

// Follows a link inside the document; how many places have the anchor it leads to.
async function follow(page, link) {
  const anchor = (await link.getAttribute('href')).slice(1);
  await link.click();
  assert.equal(await page.evaluate(() => location.hash.slice(1)), anchor);
  return page.locator(`[id="${anchor}"]`).count();
}

for (const name of Object.keys(files)) {
  test(`${name} opens by itself, light and dark, wide and narrow`, async () => {
    const context = await site.browser.newContext({ offline: true });
    const page = await context.newPage();
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => site.complaints.push(message.text()));
    const address = pathToFileURL(join(folder, name)).href;
    await page.goto(address);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await fits(page);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        await accessible(page);
      }
    }
    assert.deepEqual(asked, [address]);
    const cited = page.locator('sup a').first();
    assert.equal(await follow(page, cited), 1);
    await context.close();
  });
}

test('a value of a reading leads to its words, and they lead back', async () => {
  const page = await site.browser.newPage();
  await page.goto(pathToFileURL(join(folder, 'reading.html')).href);
  const value = page.locator('article:nth-of-type(2) .v').first();
  const own = await value.getAttribute('id');
  assert.equal(await follow(page, value), 1);
  assert.ok((await page.locator(':target').boundingBox()).y < 900);
  const back = page.locator(`mark a[href="#${own}"]`).first();
  assert.ok((await back.textContent()).trim());
  await back.click();
  assert.equal(await page.evaluate(() => location.hash.slice(1)), own);
  await page.close();
});
