import assert from 'node:assert/strict';
import { serve, settled, test, useSite } from './support.js';

const site = await useSite();

test('a closed server asks for a token first and then shows the pages', async () => {
  const token = site.token('reader');
  const server = await serve(site.folder, '--closed');
  try {
    const stranger = await fetch(server.url + '/');
    assert.equal(stranger.status, 401);
    const context = await site.browser.newContext({
      baseURL: server.url, httpCredentials: { username: 'anybody', password: token },
    }); // prettier-ignore
    const page = await context.newPage();
    await page.goto('/search');
    await settled(page);
    assert.match(await page.locator('.total').innerText(), /meeting/);
    await page.goto('/read');
    await page
      .locator('textarea')
      .fill('The foreign ministers of Chile and Peru held talks in Lima on 5 May 2021.');
    await page.locator('.text .mark').first().waitFor();
    await context.close();
  } finally {
    await server.stop();
  }
});
