import assert from 'node:assert/strict';
import { test, useSite } from './support.js';

const site = await useSite({ own: true });
const talks = (place) =>
  `LIMA, 5 May 2021. The foreign ministers of Chile and Peru held talks in ${place} on 5 May 2021.`;
const file = (name, words, mimeType = 'text/plain') => ({
  name,
  mimeType,
  buffer: Buffer.from(words),
});

// Does what starts a job and waits until it is over; gives what the page says of it. The newest job
// stands first, before those of other tabs.
async function job(page, start) {
  const jobs = page.locator('.jobs article');
  const before = await jobs.count();
  await start();
  await jobs.nth(before).waitFor();
  await jobs.first().getByText('done', { exact: true }).waitFor();
  return jobs.first().innerText();
}
const enter = (page) => () => page.getByRole('button', { name: 'Enter', exact: true }).click();

test('without an editor’s token the page says how to make one', async () => {
  for (const token of ['', site.token('reviewer')]) {
    const page = await site.open('/ingest', { token });
    assert.match(await page.locator('main').innerText(), /token create --role editor/);
  }
});

test('files are read; each that is left out is named with its reason', async () => {
  const before = await site.get('/size');
  const page = await site.open('/ingest', { token: site.token('editor') });
  await page
    .locator('input[type=file]')
    .setInputFiles([
      file('lima.txt', talks('Lima')),
      file('bare.html', '<html><body><nav>Home</nav></body></html>', 'text/html'),
      file('minutes.pdf', '%PDF-1.4', 'application/pdf'),
      file('nothing.txt', ' '),
    ]);
  assert.match(await job(page, enter(page)), /bare\.html\s+is a page without an article/);
  const refused = await page.locator('[role=alert]').innerText();
  assert.match(refused, /minutes\.pdf only texts/);
  assert.match(refused, /nothing\.txt is empty/);
  assert.equal((await site.get('/size')).reports, before.reports + 1);
  await page.getByRole('link', { name: 'lima.txt' }).click();
  await page.waitForURL(/\/reports\//);
  await page.getByText('held talks in').first().waitFor();
});

test('a pasted text is entered by keyboard alone, and found; twice is once', async () => {
  const page = await site.open('/ingest', { token: site.token('editor') });
  await page.getByRole('radio', { name: 'Files' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/way=text/);
  for (const times of [1, 2]) {
    await page.getByLabel('The text of one report').focus();
    await page.keyboard.insertText(talks('Arequipa'));
    for (const key of ['Tab', 'T', 'Tab', 'Tab', 'Tab']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Enter', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (count) => document.querySelectorAll('.jobs article .done').length >= count,
      times + 1,
    );
  }
  const { meetings } = await site.get('/meetings?place=Arequipa');
  assert.equal(meetings.length, 1);
  assert.equal(meetings[0].reports, 1);
});

test('addresses are followed; hosts of this machine are refused, and so are words', async () => {
  const page = await site.open('/ingest?way=addresses', { token: site.token('editor') });
  await page.getByLabel('Addresses, one a line').fill(`${site.url}/api/v1\nnot-an-address`);
  assert.match(await job(page, enter(page)), /its host is not of the public internet/);
  assert.match(await page.locator('[role=alert]').innerText(), /not-an-address is no address/);
});

test('all reports are read again', async () => {
  const page = await site.open('/ingest', { token: site.token('editor') });
  const again = page.getByRole('button', { name: 'Read all reports again' });
  assert.match(await job(page, () => again.click()), /known already/);
});

test('it is accessible, in light and dark, on a desk and on a telephone', async () => {
  const token = site.token('editor');
  for (const way of ['files', 'addresses', 'text']) {
    await site.isAccessible('/ingest?way=' + way, async (page) => {
      await page.getByRole('textbox', { name: 'Token' }).fill(token);
      await page.keyboard.press('Enter');
      await page.locator('.jobs article').first().waitFor();
    });
  }
});
