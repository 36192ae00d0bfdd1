import assert from 'node:assert/strict';
import { rapporteur, test, useSite } from './support.js';

const site = await useSite();

test('who shows no token reads, and is told how to do more', async () => {
  const page = await site.open('/token');
  assert.match(await page.locator('main').innerText(), /This tab shows no token/);
  await page.getByRole('textbox', { name: 'Token' }).fill(site.token('editor'));
  await page.keyboard.press('Enter');
  await page.getByText('This tab is an editor').waitFor();
  await page.reload();
  await page.getByText('This tab is an editor').waitFor();
  await page.getByRole('button', { name: 'Forget it' }).click();
  await page.getByText('This tab shows no token').waitFor();
  assert.equal(await page.evaluate(() => sessionStorage.getItem('rapporteur-token')), null);
});

test('another tab does not have it', async () => {
  const page = await site.open('/token', { token: site.token('reader') });
  await page.getByText('This tab is a reader').waitFor();
  const other = await site.open('/token');
  await other.getByText('This tab shows no token').waitFor();
});

test('one that is revoked is refused at once', async () => {
  const token = site.token('editor');
  const page = await site.open('/token', { token });
  await page.getByText('This tab is an editor').waitFor();
  rapporteur(site.folder, 'token', 'revoke', '--register', 'r.db', token.split('_')[1]);
  await page.reload();
  await page.getByText('The server does not know this token').waitFor();
  await page.getByRole('button', { name: 'Go on without one' }).click();
  await page.getByText('This tab shows no token').waitFor();
  site.complaints = site.complaints.filter((line) => !/status of 401/.test(line));
});

test('it is accessible, in light and dark, on a desk and on a telephone', async () => {
  await site.isAccessible('/token');
});
