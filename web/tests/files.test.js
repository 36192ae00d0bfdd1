// Files that one sends to a colleague: they open without a server and ask nobody for anything.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { accessible, fits, folderOf, rapporteur, test, useSite } from './support.js';

const site = await useSite();
const { series } = await site.get('/series');
const most = series.reduce((a, b) => (a.sessions < b.sessions ? b : a));
const { meetings } = await site.get('/meetings?q=secretaries&kind=session');
const run = (...args) => rapporteur(site.folder, ...args, '--register', 'r.db', '--format', 'html');
const files = {
  'brief.html': run('brief', most.id),
  'meeting.html': run('show', meetings[0].id),
  'conflicts.html': run('conflicts'),
};
const folder = folderOf(files);

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
    const source = (await cited.getAttribute('href')).slice(1);
    await cited.click();
    assert.equal(await page.evaluate(() => location.hash.slice(1)), source);
    assert.equal(await page.locator(`[id="${source}"]`).count(), 1);
    await context.close();
  });
}
