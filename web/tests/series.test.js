import assert from 'node:assert/strict';
import { settled, test, useSite } from './support.js';

const site = await useSite();
// The longest series of the examples, and where it is shown.
async function longest() {
  const all = (await site.get('/series')).series;
  const { id } = all.find(
    (one) => /^Inland Waters/.test(one.organisation ?? '') && one.sessions > 5,
  );
  return { ...(await site.get('/series/' + id)), address: '/series/' + id };
}

test('the list leads with the longest series and opens it', async () => {
  const page = await site.open('/series');
  const all = (await site.get('/series')).series;
  const links = page.getByRole('list', { name: 'Series' }).getByRole('link');
  assert.equal(await links.count(), Math.min(60, all.length));
  const most = Math.max(...all.map((one) => one.sessions));
  const first = page.getByRole('list', { name: 'Series' }).getByRole('listitem').first();
  assert.match(await first.innerText(), new RegExp(`\\b${most}\\b`));
  await links.first().click();
  await page.waitForURL(/\/series\/s-/);
});

test('every session is a link of the picture, in the order of its number', async () => {
  const { sessions, address } = await longest();
  const page = await site.open(address);
  const picture = page.getByRole('group', { name: 'Sessions by number and day' });
  const said = await picture
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
  assert.equal(said.length, sessions.length);
  const numbers = said
    .map((words) => Number(/^(\d+)\w\w session/.exec(words)?.[1]))
    .filter(Boolean);
  const known = sessions.flatMap((one) => one.ordinal ?? []);
  assert.deepEqual(
    numbers,
    known.sort((a, b) => a - b),
  );
  const ninth = sessions.find((one) => one.ordinal === 9);
  assert.ok(said.some((words) => words.startsWith(`9th session, ${ninth.place}, `)));
});

test('the same stands in a table', async () => {
  const { sessions, address } = await longest();
  const page = await site.open(address);
  await page.getByText('As a table').first().click();
  const rows = page.getByRole('region', { name: 'Sessions, as a table' }).getByRole('row');
  assert.ok((await rows.count()) > sessions.length);
});

test('the matrix shows who represented whom, and everyone when asked', async () => {
  const { matrix, address } = await longest();
  const page = await site.open(address);
  const region = page.getByRole('region', { name: 'States and sessions' });
  const parties = matrix.filter((line) => line.party !== null);
  assert.equal(await region.getByRole('rowheader').count(), parties.length);
  const named = new Set(
    parties.flatMap((line) =>
      line.cells.flatMap((cell) => cell.people.flatMap((one) => one.person ?? [])),
    ),
  );
  const shown = () =>
    region
      .locator('td a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href').split('/').at(-1)));
  for (const id of await shown()) assert.ok(named.has(id), id);
  await page.getByRole('link', { name: 'Everyone' }).click();
  assert.match(page.url(), /people=all/);
  assert.deepEqual(new Set(await shown()), named);
});

test('the keyboard goes through the sessions and opens one', async () => {
  const { address } = await longest();
  const page = await site.open(address);
  const first = page.getByRole('group', { name: 'Sessions by number and day' }).getByRole('link');
  await first.first().focus();
  await page.keyboard.press('Tab');
  const label = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  assert.match(label, / session, |^Session, /);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/meetings\/m-/);
  await settled(page);
});

test('the way from host to host is a map', async () => {
  const { hosts, address } = await longest();
  const page = await site.open(address);
  const map = page.getByRole('group', { name: /^Map of the hosts/ });
  await map.locator('.way').waitFor();
  await page.getByRole('button', { name: 'World' }).click();
  const known = hosts.filter((host) => host.latitude !== null);
  assert.equal(await map.getByRole('link').count(), known.length);
  const bars = page.getByRole('list', { name: 'Hosts' }).getByRole('listitem');
  assert.equal(await bars.count(), new Set(hosts.flatMap((host) => host.country ?? [])).size);
});

test('it says when the next session is due, and why', async () => {
  const { address } = await longest();
  const page = await site.open(address);
  const { due } = await site.get(`${address}/derived`);
  const region = page.getByRole('region', { name: 'Next' });
  const text = await region.innerText();
  assert.ok(text.includes(due.because), text);
  assert.equal(/No report says that it was held/.test(text), due.overdue);
});

test('an unknown series says that it is not there', async () => {
  const page = await site.open('/series/s-0000000000000000');
  assert.match(await page.locator('[role=alert]').innerText(), /Nothing is here/);
  site.complaints = site.complaints.filter((line) => !/status of 404/.test(line));
});

test('both pages are accessible, light and dark, wide and narrow', async () => {
  const { address } = await longest();
  await site.isAccessible('/series');
  await site.isAccessible(address);
});
