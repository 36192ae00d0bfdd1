import assert from 'node:assert/strict';
import { settled, test, useSite } from './support.js';

const site = await useSite();
const map = (page) => page.getByRole('group', { name: /^Map of the places/ });
const world = (page) => page.getByRole('button', { name: 'World' });

async function ready(page) {
  await map(page).locator('.land').first().waitFor();
}

test('every place of known position is a link of the map of the world', async () => {
  const page = await site.open('/map');
  await ready(page);
  const { places } = await site.get('/map');
  await world(page).click();
  const known = places.filter((place) => place.latitude !== null);
  assert.equal(await map(page).getByRole('link').count(), known.length);
  const unknown = places
    .filter((place) => place.latitude === null)
    .reduce((sum, place) => sum + place.meetings, 0);
  assert.match(
    await page.locator('main').innerText(),
    new RegExp(`Not on the map: ${unknown} meetings?`),
  );
});

test('it first looks where most meetings were', async () => {
  const page = await site.open('/map');
  await ready(page);
  const { places } = await site.get('/map');
  const [first] = places;
  await map(page)
    .getByRole('link', { name: new RegExp(`^${first.place}, .*: ${first.meetings} meetings`) })
    .waitFor();
});

test('a place shows its meetings, and the address keeps it', async () => {
  const page = await site.open('/map');
  await ready(page);
  await map(page)
    .getByRole('link', { name: /^Ulaanbaatar/ })
    .focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/at=Ulaanbaatar/);
  await page.reload();
  await settled(page);
  const { total } = await site.get('/meetings?place=Ulaanbaatar');
  const list = page.getByRole('list', { name: 'Meetings' }).getByRole('listitem');
  await list.first().waitFor();
  assert.equal(await list.count(), total);
});

test('the buttons and the arrow keys move it', async () => {
  const page = await site.open('/map');
  await ready(page);
  const disc = map(page)
    .getByRole('link', { name: /^Samarkand/ })
    .locator('circle');
  const x = async () => Number(await disc.getAttribute('cx'));
  const start = await x();
  await map(page).focus();
  await page.keyboard.press('ArrowRight');
  assert.ok((await x()) < start - 10);
  await page.getByRole('button', { name: 'Most' }).click();
  assert.equal(await x(), start);
  const others = map(page).getByRole('link');
  const seen = await others.count();
  await page.getByRole('button', { name: 'Closer' }).click();
  assert.ok((await others.count()) < seen);
});

test('the same stands in a table', async () => {
  const page = await site.open('/map?state=UZ');
  const { places } = await site.get('/map?state=UZ');
  const region = page.getByRole('region', { name: 'The same as a table' });
  const all = region.getByRole('button', { name: /^All / });
  if (await all.count()) await all.click();
  assert.equal(await region.getByRole('row').count(), places.length + 1);
});

test('where no place is known it says so', async () => {
  const page = await site.open('/map?from=1950&to=1951');
  await page.getByText('No place is known').waitFor();
});

test('it is accessible, light and dark, wide and narrow', async () => {
  await site.isAccessible('/map', ready);
});
