import assert from 'node:assert/strict';
import { settled, test, useSite } from './support.js';

const site = await useSite({ own: true });
const token = site.token('reviewer');

async function say(said) {
  const answer = await fetch(site.url + '/api/v1/corrections', {
    method: 'POST',
    headers: { Authorization: 'Bearer ' + token, 'Content-Type': 'application/json' },
    body: JSON.stringify(said),
  });
  assert.equal(answer.status, 201);
  return (await answer.json()).corrections[0];
}
async function one(verdict, more = {}) {
  const { source } = (await site.get('/review?limit=1&property=place')).doubts[0];
  return say({ verdict, report: source.report_id, pointer: source.pointer, ...more });
}

test('it says when nobody has said anything', async () => {
  const page = await site.open('/corrections');
  assert.match(await page.locator('main').innerText(), /Nobody has corrected anything/);
});

test('each says what, who, when and why, the latest first', async () => {
  await one('accept');
  const made = await one('correct', { value: 'Agra', why: 'the minutes say so' });
  const page = await site.open('/corrections');
  const rows = page.locator('article');
  assert.equal(await rows.count(), 2);
  const words = await rows.first().innerText();
  for (const word of ['Corrected', made.value, 'Agra', 'the minutes say so', made.who]) {
    assert.ok(words.includes(word), word);
  }
  assert.equal(await page.getByRole('button', { name: 'Take back' }).count(), 0);
});

test('any is taken back by keyboard, for a reason; both stay on record', async () => {
  const made = await one('reject');
  const page = await site.open('/corrections', { token });
  await page.locator(`#${made.id}`).getByRole('button').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('it was right');
  await page.keyboard.press('Enter');
  await page.locator(`#${made.id}`).getByText('taken back by').waitFor();
  const now = (await site.get('/corrections/' + made.id)).correction;
  assert.equal(now.undone_why, 'it was right');
  await page.getByRole('link', { name: 'What stands' }).click();
  await page.waitForURL(/standing=yes/);
  await page.waitForFunction((id) => !document.getElementById(id), made.id);
  await page.getByRole('link', { name: 'What was taken back' }).click();
  await page.locator(`#${made.id}`).waitFor();
});

test('it is accessible, in light and dark, on a desk and on a telephone', async () => {
  await site.isAccessible('/corrections', async (page) => {
    await page.evaluate((value) => sessionStorage.setItem('rapporteur-token', value), token);
    await page.reload();
    await settled(page);
    await page.getByRole('button', { name: 'Take back' }).first().click();
  });
});
