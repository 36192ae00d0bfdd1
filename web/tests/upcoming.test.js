import assert from 'node:assert/strict';
import { folderOf, test, useSite } from './support.js';

// Two sessions of next year, told today.
const year = new Date().getUTCFullYear() + 1;
const announced = `The tenth session of the Council of Ministers of the Inland Waters Cooperation Organisation will be held in Almaty on 14 May ${year}.

The eleventh session of the Expert Group of the Inland Waters Cooperation Organisation will be held in Bishkek on 2 June ${year}.
`;
const site = await useSite({ reports: [folderOf({ 'announced.txt': announced })] });

test('meetings to come stand month by month, the next first', async () => {
  const page = await site.open('/upcoming');
  const { meetings, total } = await site.get('/upcoming');
  assert.equal(total, 2);
  const heads = await page.locator('main ol h2').allInnerTexts();
  assert.deepEqual(heads, [`May ${year}`, `June ${year}`]);
  assert.equal(await page.locator('main article').count(), meetings.length);
});

test('the calendar is the same meetings, and follows the filters', async () => {
  const page = await site.open('/upcoming');
  const field = page.getByLabel('Address of the calendar');
  assert.equal(await field.inputValue(), site.url + '/api/v1/upcoming.ics');
  await page.getByLabel('State').selectOption('KG');
  await page.waitForURL(/state=KG/);
  const address = await field.inputValue();
  assert.equal(address, site.url + '/api/v1/upcoming.ics?state=KG');
  const calendar = await (await fetch(address)).text();
  assert.equal(calendar.match(/BEGIN:VEVENT/g).length, 1);
  assert.match(calendar, new RegExp(`DTSTART;VALUE=DATE:${year}0602`));
  await page.waitForFunction(() => document.querySelectorAll('main article').length === 1);
  const open = page.getByRole('link', { name: 'Open in a calendar' });
  assert.equal(await open.getAttribute('href'), address.replace('http:', 'webcal:'));
});

test('where nothing is to come it says why', async () => {
  const page = await site.open('/upcoming?kind=summit&state=KZ');
  await page.getByText('No meeting is to come').waitFor();
  await page.getByRole('link', { name: 'Without kind “summit”' }).click();
  await page.locator('main article').waitFor();
});

test('it is accessible, light and dark, wide and narrow', async () => {
  await site.isAccessible('/upcoming');
});
