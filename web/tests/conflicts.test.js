import assert from 'node:assert/strict';
import { settled, test, useSite } from './support.js';

const site = await useSite();

test('each conflict shows its values side by side, what is held first, with their sentences', async () => {
  const { conflicts } = await site.get('/conflicts?limit=20');
  const page = await site.open('/conflicts');
  const articles = page.locator('article');
  assert.equal(await articles.count(), conflicts.length);
  for (const [at, conflict] of conflicts.slice(0, 6).entries()) {
    const sides = articles.nth(at).locator('section');
    assert.equal(await sides.count(), conflict.values.length);
    assert.match(await sides.first().innerText(), /The register holds this/);
    for (const [side, value] of conflict.values.entries()) {
      const words = (await sides.nth(side).innerText()).replace(/\s+/g, ' ');
      const [source] = value.sources;
      if (source.sentences[0]) assert.ok(words.includes(source.sentences[0].replace(/\s+/g, ' ')));
      assert.ok(words.includes(source.title ?? source.report));
    }
    assert.match(await articles.nth(at).innerText(), /Why the first:/);
  }
});

test('one property is picked, and the address holds it', async () => {
  const page = await site.open('/conflicts');
  await page.getByLabel('About').selectOption('attendance');
  await page.waitForURL(/property=attendance/);
  await settled(page);
  const { conflicts } = await site.get('/conflicts?property=attendance&limit=20');
  const shown = page.locator('article');
  await page.waitForFunction(
    (count) => document.querySelectorAll('article').length === count,
    conflicts.length,
  );
  assert.equal(await shown.count(), conflicts.length);
});

test('a sentence leads to its review', async () => {
  const page = await site.open('/conflicts', { token: site.token('reviewer') });
  const { conflicts } = await site.get('/conflicts?limit=1');
  const [source] = conflicts[0].values[0].sources;
  await page.locator('article').first().getByRole('link', { name: 'Review' }).nth(1).click();
  await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor();
  await page.locator('article h2').waitFor();
  assert.equal(new URL(page.url()).searchParams.get('at'), source.pointer);
  const mark = await page.locator('article mark').first().innerText();
  assert.equal(mark, source.quotes[0]);
});

test('it is accessible, in light and dark, on a desk and on a telephone', async () => {
  await site.isAccessible('/conflicts');
});
