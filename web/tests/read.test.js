import assert from 'node:assert/strict';
import { accessible, fits, test, useSite } from './support.js';

const site = await useSite();
const text = 'The foreign ministers of Chile and Peru held talks in Lima on 5 May 2021.';

test('it is accessible, in light and dark, on a desk and on a telephone', async () => {
  await site.isAccessible('/read', async (page) => {
    await page.locator('textarea').fill(text);
    await page.locator('.text .mark').first().waitFor();
  });
});

test('a text is read while it is written, and nothing is entered', async () => {
  const size = await site.get('/size');
  const page = await site.open('/read');
  await page.locator('textarea').fill(text);
  await page.locator('.panel a.value', { hasText: '5 May 2021' }).waitFor();
  await page.locator('.text a.mark', { hasText: 'Lima' }).click();
  assert.match(await page.locator('.chosen.some').innerText(), /Lima/);
  assert.deepEqual(await site.get('/size'), size);
});

test('offsets hold beyond the basic plane', async () => {
  const page = await site.open('/read');
  await page.locator('textarea').fill('🕊️🕊️ 𝔑𝔢𝔴𝔰: ' + text);
  const mark = page.locator('.text a.mark', { hasText: 'Lima' });
  await mark.first().waitFor();
  assert.equal(await mark.first().innerText(), 'Lima');
});

test('what leads nowhere is refused with a reason', async () => {
  const page = await site.open('/read');
  await page.locator('textarea').fill('http://127.0.0.1:9/');
  await page.getByRole('button', { name: 'Fetch and read' }).click();
  assert.match(await page.locator('[role=alert]').innerText(), /127\.0\.0\.1/);
  await accessible(page);
  site.complaints = site.complaints.filter((line) => !/status of 4\d\d/.test(line));
});

test('a text without a meeting says so', async () => {
  const page = await site.open('/read');
  await page.locator('textarea').fill('The bakery at the corner sells bread.');
  await page.getByText('No meeting of states').waitFor();
});

test('script in a text stays text', async () => {
  const page = await site.open('/read', { width: 390 });
  await page
    .locator('textarea')
    .fill(`<script>globalThis.broken=1</script><img src=x onerror=alert(1)> ${text}`);
  await page.locator('.text a.mark').first().waitFor();
  assert.equal(await page.evaluate(() => globalThis.broken), undefined);
  assert.equal(await page.locator('.text img, .text script').count(), 0);
  await fits(page);
});

test('the text is still there when one comes back', async () => {
  const page = await site.open('/read');
  await page.locator('textarea').fill(text);
  await page.locator('.text .mark').first().waitFor();
  await page.getByRole('link', { name: 'Rapporteur' }).click();
  await page.goBack();
  await page.locator('.text .mark').first().waitFor();
  assert.equal(await page.inputValue('textarea'), text);
});
