import assert from 'node:assert/strict';
import { settled, test, useSite } from './support.js';

const site = await useSite();

const barsOf = (page, by) =>
  page.getByRole('group', { name: `Meetings by ${by}` }).getByRole('link');

test('each bar says its year and its count', async () => {
  const page = await site.open('/timeline?state=KZ');
  const { periods } = await site.get('/timeline?state=KZ');
  const said = await barsOf(page, 'year').evaluateAll((bars) =>
    bars.map((bar) => bar.getAttribute('aria-label')),
  );
  assert.deepEqual(
    said,
    periods
      .filter((one) => one.period)
      .map((one) => `${one.period}: ${one.meetings} meeting${one.meetings === 1 ? '' : 's'}`),
  );
  const { total } = await site.get('/meetings?state=KZ&limit=1');
  assert.match(await page.locator('main').innerText(), new RegExp(`\\b${total} meetings ·`));
});

test('a year leads to its months, a month to its meetings, and back leads back', async () => {
  const page = await site.open('/timeline');
  const { periods } = await site.get('/timeline');
  const { period } = periods.filter((one) => one.period).sort((a, b) => b.meetings - a.meetings)[0];
  await barsOf(page, 'year')
    .and(page.locator(`[aria-label^="${period}:"]`))
    .focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/by=month/);
  await settled(page);
  const months = (await site.get(`/timeline?by=month&from=${period}&to=${period}`)).periods;
  assert.equal(await barsOf(page, 'month').count(), months.filter((one) => one.period).length);
  await barsOf(page, 'month').last().click();
  await page.waitForURL(/month=\d{4}-\d\d/);
  await settled(page);
  const month = new URL(page.url()).searchParams.get('month');
  const { total } = await site.get(`/meetings?from=${month}&to=${month}&limit=1`);
  assert.match(await page.locator('main').innerText(), new RegExp(`\\b${total} meetings? ·`));
  await page.goBack();
  await page.goBack();
  await page.waitForURL(/\/timeline$/);
  await barsOf(page, 'year').first().waitFor();
});

test('filters that let nothing through say which one to take away', async () => {
  const page = await site.open('/timeline?state=KZ&kind=signing&from=1950&to=1951');
  await page.getByText('No meeting is like that').waitFor();
  const { emptied_by } = await site.get('/meetings?state=KZ&kind=signing&from=1950&to=1951');
  const ways = page.getByRole('link', { name: /^Without / });
  assert.equal(await ways.count(), emptied_by.length);
});

test('a filter that is chosen is part of the address', async () => {
  const page = await site.open('/timeline');
  await page.getByLabel('Kind').selectOption('session');
  await page.waitForURL(/kind=session/);
  await page.getByLabel('Body').fill('Council');
  await page.getByLabel('Body').press('Enter');
  await page.waitForURL(/body=Council/);
  await settled(page);
  const { total } = await site.get('/meetings?kind=session&body=Council&limit=1');
  await page.getByText(new RegExp(`^${total} meetings`)).waitFor();
});

test('it is accessible, light and dark, wide and narrow', async () => {
  await site.isAccessible('/timeline');
  await site.isAccessible('/timeline?by=month&state=UZ');
});
