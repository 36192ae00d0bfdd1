import assert from 'node:assert/strict';
import { settled, test, useSite } from './support.js';

const site = await useSite();

test('the states stand by their meetings, each count a link to them', async () => {
  const page = await site.open('/states');
  const { states } = await site.get('/states');
  const rows = page.getByRole('list', { name: 'States' }).getByRole('listitem');
  assert.equal(await rows.count(), states.length);
  assert.match(
    await rows.first().innerText(),
    new RegExp(`${states[0].name}[^]*${states[0].meetings}`),
  );
  await rows.first().getByRole('link').nth(1).click();
  await page.waitForURL(new RegExp(`/search\\?state=${states[0].code}`));
  await page.getByText(new RegExp(`^${states[0].meetings} meetings`)).waitFor();
});

test('a state shows its officials, its bodies and whom it met', async () => {
  const page = await site.open('/states/UZ');
  const state = await site.get('/states/UZ');
  assert.equal(await page.locator('h1').innerText(), 'Uzbekistan');
  const met = page.getByRole('list', { name: 'States that it met' }).getByRole('listitem');
  assert.match(await met.first().innerText(), new RegExp(`\\b${state.met[0].meetings}\\b`));
  await page.getByRole('button', { name: `All ${state.officials.length}` }).click();
  const officials = page.getByRole('list', { name: 'Officials' }).getByRole('listitem');
  assert.equal(await officials.count(), state.officials.length);
  assert.equal(
    await page.getByRole('region', { name: 'Member of' }).getByRole('listitem').count(),
    state.bodies.length,
  );
});

test('its bars are the years of its meetings', async () => {
  const page = await site.open('/states/MN');
  const { periods } = await site.get('/timeline?state=MN');
  const bars = page.getByRole('group', { name: /^Meetings of .* by year$/ }).getByRole('link');
  const said = await bars.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  assert.deepEqual(
    said,
    periods
      .filter((one) => one.period && one.meetings)
      .map((one) => `${one.period}: ${one.meetings} meeting${one.meetings === 1 ? '' : 's'}`),
  );
});

test('whom it met is one click away from the network', async () => {
  const page = await site.open('/states/UZ');
  await page.getByRole('link', { name: 'As a network' }).click();
  await page.waitForURL(/\/network\?state=UZ/);
  await settled(page);
  const { nodes } = await site.get('/network?state=UZ&most=60');
  const drawn = page.getByRole('group', { name: /^Who met whom/ }).getByRole('link');
  assert.ok(nodes.length > 1);
  // The address changes before the page behind it has asked for anything.
  await drawn.nth(nodes.length - 1).waitFor();
  assert.equal(await drawn.count(), nodes.length);
});

test('both pages are accessible, light and dark, wide and narrow', async () => {
  await site.isAccessible('/states');
  await site.isAccessible('/states/UZ');
});

test('a list that takes several answers is shown whole', async () => {
  const { states } = await site.get('/states');
  const page = await site.open('/about');
  await page.route('**/api/v1/states?*', async (route) => {
    const url = new URL(route.request().url());
    url.searchParams.set('limit', '10');
    await route.fulfill({ response: await route.fetch({ url: url.href }) });
  });
  await page.goto('/states');
  await settled(page);
  const rows = page.getByRole('list', { name: 'States' }).getByRole('listitem');
  assert.ok(states.length > 10);
  assert.equal(await rows.count(), states.length);
  await page.context().close();
});
