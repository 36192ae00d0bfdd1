import assert from 'node:assert/strict';
import { settled, test, useSite } from './support.js';

const site = await useSite();

test('it is accessible, in light and dark, on a desk and on a telephone', async () => {
  await site.isAccessible('/reports');
});

test('words narrow the list to the reports that hold them', async () => {
  const page = await site.open('/reports');
  await page.locator('#words').fill('Dushanbe');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=Dushanbe/);
  await settled(page);
  const { reports } = await site.get('/reports?q=Dushanbe&limit=40');
  assert.ok(reports.length > 0);
  assert.equal(await page.locator('main article').count(), reports.length);
  await page.locator('main h3 a').first().click();
  await page.waitForURL((url) => url.pathname === '/reports/' + reports[0].id);
});

test('an empty answer says so', async () => {
  const page = await site.open('/reports?q=xylophone');
  await page.getByText('No report is like that').waitFor();
});
