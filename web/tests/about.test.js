import assert from 'node:assert/strict';
import { test, useSite } from './support.js';

const site = await useSite();

test('it says which version this is and what the register holds', async () => {
  const page = await site.open('/about');
  const words = await page.locator('main').innerText();
  const { engine } = await site.get('');
  const { claims } = await site.get('/size');
  for (const part of [...engine.split('+'), claims.toLocaleString('en-GB'), 'Apache 2.0']) {
    assert.ok(words.includes(part), part);
  }
});

test('its links lead to what they name', async () => {
  const page = await site.open('/about');
  const links = await page.locator('main .ways a').all();
  assert.equal(links.length, 4);
  for (const link of links) {
    const answer = await fetch(site.url + (await link.getAttribute('href')));
    assert.equal(answer.status, 200);
    assert.ok((await answer.text()).length > 40);
  }
});

test('it is accessible, in light and dark, on a desk and on a telephone', async () => {
  await site.isAccessible('/about');
});
