import assert from 'node:assert/strict';
import { test, useSite } from './support.js';

const site = await useSite();

test('bodies stand below their organisations, and a part of a name finds them', async () => {
  const page = await site.open('/bodies');
  const { bodies } = await site.get('/bodies');
  assert.equal(await page.locator('main section').getByRole('link').count(), bodies.length);
  await page.getByLabel('Name').fill('security council');
  await page.waitForURL(/q=security/);
  const text = await page.locator('main').innerText();
  assert.match(text, /Security Council Secretaries/);
  assert.doesNotMatch(text, /Inland Waters/);
});

test('a name that no body has says so', async () => {
  const page = await site.open('/bodies?q=nosuchbody');
  assert.match(await page.locator('main').innerText(), /No body is called so/);
});

test('a body shows who presided when, its members and its series', async () => {
  const page = await site.open('/bodies/sco.scs');
  const body = await site.get('/bodies/sco.scs');
  const rows = page.getByRole('list', { name: 'Presidency by year' }).getByRole('listitem');
  const chairs = new Set(body.presidency.map((meeting) => meeting.chair));
  assert.equal(await rows.count(), chairs.size);
  const members = page.getByRole('region', { name: 'Members' }).getByRole('listitem');
  assert.equal(await members.count(), body.members.length);
  await page
    .getByRole('region', { name: 'Organs and series' })
    .getByRole('link', { name: body.series[0].organ })
    .first()
    .click();
  await page.waitForURL(/\/series\/s-/);
});

test('a year says how its presidency follows, with the words', async () => {
  const page = await site.open('/bodies/sco.scs');
  const { presidency } = await site.get('/bodies/sco.scs/derived');
  await page.getByText('As a table').click();
  const table = page.getByRole('region', { name: 'Presidency by year, as a table' });
  assert.equal(await table.getByRole('row').count(), presidency.length + 1);
  await table.getByRole('link', { name: presidency[0].because }).focus();
  const evidence = page.getByRole('group', { name: 'Evidence' });
  await evidence.waitFor();
  assert.match(await evidence.innerText(), new RegExp(presidency[0].sources[0].quotes[0]));
});

test('it says which sessions are due', async () => {
  const { due } = await site.get('/bodies/sco.scs/derived');
  assert.ok(due.length > 0);
  const page = await site.open('/bodies/sco.scs');
  const region = page.getByRole('region', { name: 'What is due' });
  assert.equal(await region.getByRole('listitem').count(), due.length);
  assert.ok((await region.innerText()).includes(due[0].due.because));
});

test('a body of which nobody presided says so', async () => {
  const { bodies } = await site.get('/bodies');
  for (const { id } of bodies) {
    if ((await site.get('/bodies/' + id)).presidency.length) continue;
    if ((await site.get(`/bodies/${id}/derived`)).presidency.length) continue;
    const page = await site.open('/bodies/' + id);
    assert.match(await page.locator('main').innerText(), /Who presided is not known/);
    return;
  }
  assert.fail('every body of the examples has a presidency');
});

test('both pages are accessible, light and dark, wide and narrow', async () => {
  await site.isAccessible('/bodies');
  await site.isAccessible('/bodies/sco.scs');
});
