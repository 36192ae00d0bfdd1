// Takes the pictures that ../pictures.js lists: `node tests/pictures.js FOLDER [NAME…]`.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pictures } from '../pictures.js';
import { freshRegister, launch, rapporteur, serve, settled } from './support.js';

const [folder, ...names] = process.argv.slice(2);
const views = [
  { width: 1280, height: 860 },
  { width: 390, height: 780 },
];
const register = freshRegister();
const server = await serve(register);
const browser = await launch();

async function get(path) {
  const answer = await fetch(`${server.url}/api/v1${path}`);
  assert.equal(answer.status, 200, path);
  return answer.json();
}

const tokens = {};
function tokenOf(role) {
  const make = ['token', 'create', '--role', role, '--name', 'Anna', '--register', 'r.db'];
  tokens[role] ??= rapporteur(register, ...make).trim();
  return tokens[role];
}

async function take({ name, path, act, role }) {
  const where = typeof path === 'string' ? path : await path(get);
  for (const viewport of views) {
    const context = await browser.newContext({
      viewport,
      colorScheme: 'light',
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'UTC',
      baseURL: server.url,
    });
    if (role) {
      const place = 'rapporteur-token';
      await context.addInitScript(
        ([name, value]) => sessionStorage.setItem(name, value),
        [place, tokenOf(role)],
      );
    }
    const page = await context.newPage();
    await page.goto(where);
    await settled(page);
    if (act) await act(page);
    await page.waitForTimeout(600);
    await settled(page);
    await page.screenshot({
      path: join(folder, `${name}-${viewport.width}.png`),
      animations: 'disabled',
    });
    await context.close();
  }
}

try {
  for (const picture of pictures) {
    if (names.length === 0 || names.includes(picture.name)) await take(picture);
  }
} finally {
  await browser.close();
  await server.stop();
  rmSync(register, { recursive: true, force: true });
}
