import assert from 'node:assert/strict';
import { settled, test, useSite } from './support.js';

const site = await useSite();
const picture = (page) => page.getByRole('group', { name: /^Who met whom/ });
const places = (page) =>
  picture(page)
    .locator('circle')
    .evaluateAll((all) => all.map((one) => [one.getAttribute('cx'), one.getAttribute('cy')]));

test('every node of the answer is a link, and the table has the same ties', async () => {
  const page = await site.open('/network');
  const { nodes, edges } = await site.get('/network?most=60');
  assert.equal(await picture(page).getByRole('link').count(), nodes.length);
  await page.getByRole('button', { name: `All ${edges.length}` }).click();
  const rows = page.getByRole('region', { name: 'The same as a table' }).getByRole('row');
  assert.equal(await rows.count(), edges.length + 1);
  const cells = await rows.nth(1).getByRole('cell').allInnerTexts();
  assert.equal(Number(cells[2]), edges[0].meetings);
});

test('the same answer is the same picture', async () => {
  const first = await places(await site.open('/network'));
  const second = await places(await site.open('/network'));
  assert.ok(first.length > 5);
  assert.deepEqual(first, second);
});

test('nobody stands outside the picture or upon another', async () => {
  for (const width of [1280, 390]) {
    const page = await site.open('/network', { width });
    const room = await picture(page).boundingBox();
    const at = await places(page);
    for (const [one, [x, y]] of at.entries()) {
      assert.ok(x > 0 && x < room.width && y > 0 && y < room.height);
      for (const [otherX, otherY] of at.slice(one + 1))
        assert.ok(Math.hypot(x - otherX, y - otherY) > 8, `two nodes at ${x}, ${y}`);
    }
  }
});

test('a year narrows it, and the address keeps it', async () => {
  const page = await site.open('/network');
  const year = page
    .getByRole('group', { name: /to choose one/ })
    .getByRole('link', { name: /^2022:/ });
  await year.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/from=2022&to=2022/);
  await settled(page);
  const { nodes } = await site.get('/network?most=60&from=2022&to=2022');
  await page.reload();
  await settled(page);
  assert.equal(await picture(page).getByRole('link').count(), nodes.length);
});

test('people and their counterparts are a network too', async () => {
  const page = await site.open('/network?of=person&state=MN');
  const { nodes } = await site.get('/network?most=60&of=person&state=MN');
  assert.equal(await picture(page).getByRole('link').count(), nodes.length);
  await picture(page).getByRole('link').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/people\/p-/);
});

test('two states lead to the meetings that they share', async () => {
  const page = await site.open('/network');
  const { edges } = await site.get('/network?most=1');
  const row = page.getByRole('region', { name: 'The same as a table' }).getByRole('row').nth(1);
  await row.getByRole('link').last().click();
  await page.waitForURL(/\/search\?with=/);
  await page.getByText(new RegExp(`^${edges[0].meetings} meetings`)).waitFor();
});

test('where nobody met anybody it says so', async () => {
  const page = await site.open('/network?from=1950&to=1951');
  await page.getByText('Nobody met anybody').waitFor();
});

test('it is accessible, light and dark, wide and narrow', async () => {
  await site.isAccessible('/network');
  await site.isAccessible('/network?of=person');
});
