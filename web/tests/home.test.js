import assert from 'node:assert/strict';
import { settled, test, useSite } from './support.js';

const site = await useSite();

test('the start page says what the register holds', async () => {
  const page = await site.open('/');
  const { meetings } = await site.get('/size');
  assert.equal(await page.title(), 'Rapporteur');
  const text = await page.locator('main').innerText();
  assert.match(text, new RegExp(`meetings\\s+${meetings}\\b`));
});

test('it is accessible, in light and dark, on a desk and on a telephone', async () => {
  await site.isAccessible('/');
});

test('a meeting opens from it without loading the page anew, and back leads back', async () => {
  const page = await site.open('/');
  await page.evaluate(() => (globalThis.stayed = true));
  const link = page.locator('main h3 a').first();
  const name = await link.innerText();
  await link.click();
  await page.waitForURL(/\/meetings\/m-/);
  await settled(page);
  assert.equal(await page.locator('h1').innerText(), name);
  assert.equal(await page.title(), `${name} · Rapporteur`);
  assert.equal(await page.evaluate(() => globalThis.stayed), true);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
  await page.goBack();
  await page.waitForFunction(() => document.title === 'Rapporteur');
});

test('a deep link opens the page of its address', async () => {
  const { meetings } = await site.get('/meetings?limit=1');
  const page = await site.open('/meetings/' + meetings[0].id);
  assert.match(await page.title(), / · Rapporteur$/);
  await page.reload();
  await settled(page);
  assert.equal(new URL(page.url()).pathname, '/meetings/' + meetings[0].id);
});

test('an unknown address says that there is no such page', async () => {
  const page = await site.open('/nowhere/at/all');
  assert.match(await page.locator('[role=alert]').innerText(), /no page of this address/);
});

test('an unknown meeting says that it is not there', async () => {
  const page = await site.open('/meetings/m-0000000000000000');
  assert.match(await page.locator('[role=alert]').innerText(), /Nothing is here/);
  // The browser itself reports the status 404.
  site.complaints = site.complaints.filter((line) => !/status of 404/.test(line));
});

test('the keyboard opens the list of shortcuts and turns them off', async () => {
  const page = await site.open('/');
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.getByLabel('Turn shortcuts off').check();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.keyboard.press('?');
  assert.equal(await dialog.isVisible(), false);
});

test('the first Tab leads to a link past the navigation', async () => {
  const page = await site.open('/');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'To the content');
});

test('dark is kept when the page is loaded anew', async () => {
  const page = await site.open('/');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  const button = page.getByRole('button', { name: /^Colours/ });
  await button.click();
  assert.equal(await paper(), light);
  await button.click();
  const dark = await paper();
  assert.notEqual(dark, light);
  await page.reload();
  assert.equal(await paper(), dark);
});
