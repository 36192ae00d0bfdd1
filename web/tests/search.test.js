import assert from 'node:assert/strict';
import { settled, test, useSite } from './support.js';

const site = await useSite();
const total = (page) => page.locator('.total').innerText();

test('it is accessible, in light and dark, on a desk and on a telephone', async () => {
  await site.isAccessible('/search?q=terrorism');
  await site.isAccessible('/search?q=terrorism&view=passages');
});

test('words that are written find meetings, and the address holds them', async () => {
  const page = await site.open('/search');
  await page.keyboard.press('/');
  await page.keyboard.type('terrorism');
  await page.waitForURL(/q=terrorism/);
  await settled(page);
  const answer = await site.get('/meetings?q=terrorism');
  assert.ok(answer.total > 0);
  assert.match(await total(page), new RegExp(`^${answer.total} meetings?$`));
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'words');
});

test('a facet narrows to as many as it says, and its filter can be taken off', async () => {
  const page = await site.open('/search');
  const facet = page.locator('aside a').filter({ hasText: 'Summit' }).first();
  const count = (await facet.innerText()).match(/\d+/)?.[0];
  await facet.click();
  await page.waitForURL(/kind=summit/);
  await settled(page);
  assert.equal(await total(page), `${count} meetings`);
  await page.getByRole('link', { name: /kind\s+summit.*remove/ }).click();
  await page.waitForURL(/\/search$/);
});

test('what is left out by the page comes with More, without repeats, to the end', async () => {
  const page = await site.open('/search');
  const { total: all } = await site.get('/meetings?limit=1');
  const more = page.getByRole('button', { name: 'More', exact: true });
  const rows = page.locator('main article');
  while (await more.isVisible()) {
    const before = await rows.count();
    await more.click();
    await page.waitForFunction((n) => document.querySelectorAll('main article').length > n, before);
  }
  const links = await rows.locator('h3 a').evaluateAll((list) => list.map((one) => one.href));
  assert.equal(links.length, all);
  assert.equal(new Set(links).size, all);
});

test('an empty answer names the filter that empties it and takes it away', async () => {
  const page = await site.open('/search?kind=summit&state=BR');
  assert.match(await page.locator('main').innerText(), /No meeting is like that/);
  await page.getByRole('link', { name: /^Without state/ }).click();
  await page.waitForURL((url) => url.search === '?kind=summit');
  await page.locator('main article').first().waitFor();
});

test('passages show the words found and lead to them in the report', async () => {
  const page = await site.open('/search?q=terrorism');
  await page.getByRole('link', { name: 'Passages' }).click();
  const passage = page.locator('.passage').first();
  assert.match(await passage.locator('mark').first().innerText(), /terrorism/i);
  await passage.locator('.from a').first().click();
  await page.waitForURL(/\/reports\/.*at=/);
  await page.locator('.text .chosen').first().waitFor();
});

test('a question that the server refuses is explained', async () => {
  const page = await site.open('/search?from=someday');
  assert.match(
    await page.locator('[role=alert]').first().innerText(),
    /cannot be answered[^]*from/,
  );
  site.complaints = site.complaints.filter((line) => !/status of 400/.test(line));
});

test('j and k go through what is found', async () => {
  const page = await site.open('/search?kind=summit');
  const links = await page.locator('main article h3 a').allInnerTexts();
  const focus = () => page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  assert.equal(await focus(), links[1]);
  await page.keyboard.press('k');
  assert.equal(await focus(), links[0]);
});

test('script in the words stays words', async () => {
  const words = '<img src=x onerror="globalThis.broken=1">';
  const page = await site.open('/search?q=' + encodeURIComponent(words));
  assert.equal(await page.inputValue('#words'), words);
  assert.equal(await page.evaluate(() => globalThis.broken), undefined);
  site.complaints = site.complaints.filter((line) => !/status of 400/.test(line));
});
