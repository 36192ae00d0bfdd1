import assert from 'node:assert/strict';
import { settled, test, useSite } from './support.js';

const site = await useSite();
let path = '';
let meeting;

// The one with the most reports among those that have everything.
async function choose() {
  const { meetings } = await site.get('/meetings?q=secretaries&kind=session');
  for (const { id } of meetings) {
    const page = await site.get(`/meetings/${id}?unit=utf16`);
    const rank = page.meeting.reports + (page.agenda.length && page.outcomes.length ? 100 : 0);
    const best = meeting ? meeting.meeting.reports + 100 : 0;
    if (rank > best) meeting = page;
  }
  path = '/meetings/' + meeting.meeting.id;
}

await choose();

test('it is accessible, in light and dark, on a desk and on a telephone', async () => {
  await site.isAccessible(path, async (page) => {
    await page.locator('.people a.value').first().focus();
    await page.locator('[aria-label=Evidence]').waitFor();
  });
});

test('it shows every participant, item and document that the register has', async () => {
  const page = await site.open(path);
  const text = await page.locator('main').innerText();
  assert.ok(meeting.participants.length > 5);
  for (const { name } of meeting.participants) if (name) assert.ok(text.includes(name), name);
  for (const item of [...meeting.agenda, ...meeting.outcomes, ...meeting.instruments]) {
    assert.ok(text.includes(item.text), item.text);
  }
  for (const link of meeting.links) {
    assert.equal((await page.locator(`main a[href="/meetings/${link.to.id}"]`).count()) > 0, true);
  }
});

test('the words that state a value show on hover and go with the pointer', async () => {
  const page = await site.open(path);
  const place = meeting.facts.find((fact) => fact.property === 'place').values[0];
  await page.locator('.fact', { hasText: 'Place' }).locator('a.value').first().hover();
  const panel = page.getByRole('group', { name: 'Evidence' });
  await panel.waitFor();
  assert.ok((await panel.innerText()).includes(place.sources[0].quotes[0]));
  await page.mouse.move(5, 5);
  await panel.waitFor({ state: 'hidden' });
});

test('they show on focus, too; Escape closes them, and their link leads to the words', async () => {
  const page = await site.open(path);
  const who = meeting.participants.find((one) => one.name && one.sources.length > 0);
  const name = page.locator('.people a.value', { hasText: who.name }).first();
  const panel = page.getByRole('group', { name: 'Evidence' });
  await name.focus();
  await panel.waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  await name.blur();
  await name.focus();
  await panel.waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/reports\/.*at=/);
  await settled(page);
  assert.match(await page.locator('.text .chosen').first().innerText(), /\w/);
});

test('a tap shows the words where nothing can hover', async () => {
  const context = await site.browser.newContext({
    viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true, baseURL: site.url,
  }); // prettier-ignore
  const page = await context.newPage();
  await page.goto(path);
  await settled(page);
  const name = page.locator('.people a.value').first();
  await name.tap();
  await page.getByRole('group', { name: 'Evidence' }).waitFor();
  assert.equal(new URL(page.url()).pathname, path);
  await name.tap();
  await page.waitForURL((url) => url.pathname !== path);
  await context.close();
});

test('it says why several reports are one meeting', async () => {
  const page = await site.open(path);
  await page.getByText('Why they speak of one meeting').click();
  assert.ok(meeting.merges.length > 0);
  assert.ok((await page.locator('.merges').innerText()).includes(meeting.merges[0].rule));
});

test('it marks what is concluded as such', async () => {
  const page = await site.open(path);
  const section = page.locator('section', { hasText: 'What follows' }).last();
  assert.match(await section.innerText(), /Concluded, not stated by any report/);
});

test('a conflict is shown with every value', async () => {
  const { conflicts } = await site.get('/conflicts?limit=200');
  const conflict = conflicts.find((one) => one.entity.startsWith('m-') && one.property === 'place');
  assert.ok(conflict, 'no conflict in the examples');
  const page = await site.open('/meetings/' + conflict.entity);
  assert.match(await page.locator('.conflict').innerText(), /Reports disagree on:.*place/);
  const fact = await page.locator('.fact', { hasText: 'Place' }).innerText();
  for (const { value } of conflict.values) assert.ok(fact.includes(value), value);
});
