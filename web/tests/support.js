// A real `rapporteur serve` over a fresh register of the example reports, and Chromium before it.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const source = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.RAPPORTEUR ?? join(source, 'build/release/rapporteur');
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
export const examples = [
  join(source, 'examples/reports'),
  join(source, 'examples/register/reports'),
];

// The environment without what would lead the program elsewhere.
function environment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('RAPPORTEUR')),
  );
}

// Runs the program in `folder` to its end and gives its output.
export function rapporteur(folder, ...args) {
  const done = spawnSync(program, args, { cwd: folder, env: environment(), encoding: 'utf8' });
  assert.equal(done.status, 0, `rapporteur ${args.join(' ')}: ${done.error ?? done.stderr}`);
  return done.stdout;
}

// Serves the register r.db of `folder`; resolves to its address and how to end it.
export async function serve(folder, ...args) {
  const pages = join(source, 'build/pages');
  const server = spawn(
    program,
    ['serve', '--register', 'r.db', '--port', '0', '--pages', pages, ...args],
    {
      cwd: folder,
      env: environment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const gone = new Promise((resolve) => server.once('exit', resolve));
  const line = createInterface({ input: server.stdout })[Symbol.asyncIterator]().next();
  const first = await Promise.race([line, gone.then(() => ({ value: undefined }))]);
  assert.match(String(first.value), /^http:\/\/.*:\d+\/$/, 'the server did not start');
  const stop = async () => {
    server.kill('SIGTERM');
    await gone;
  };
  return { url: String(first.value).replace(/\/$/, ''), stop };
}

// A folder with a register r.db of the given reports; the examples unless told.
export function freshRegister(...reports) {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-pages-'));
  rapporteur(
    folder,
    'ingest',
    '--quiet',
    '--register',
    'r.db',
    ...(reports.length ? reports : examples),
  );
  return folder;
}

// Debian's Chromium; it must not need more shared memory than a container has.
export function launch() {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--disable-dev-shm-usage'],
  });
}

// For one file of tests: `const site = useSite();` and then `await site.open('/meetings')` in them.
// `ready` runs once the site answers: a second `before` of a file does not wait for the first.
export function useSite({ reports = [], arguments: args = [], ready = async () => {} } = {}) {
  const site = new Site();
  before(async () => {
    site.folder = freshRegister(...reports);
    site.server = await serve(site.folder, ...args);
    site.url = site.server.url;
    site.browser = await launch();
    await ready(site);
  });
  after(async () => {
    await site.browser?.close();
    await site.server?.stop();
    if (site.folder) rmSync(site.folder, { recursive: true, force: true });
    assert.deepEqual(site.complaints, [], 'the browser complained');
  });
  return site;
}

class Site {
  folder = '';
  url = '';
  server = undefined;
  browser = undefined;
  // What browsers said: errors of scripts, breaches of the content security policy. None may be left
  // at the end; a test that expects some takes them out.
  complaints = [];

  // A new tab. `width` in CSS pixels, `theme` light or dark, `token` as if it had been given.
  async open(path, { width = 1280, height = 900, theme = 'light', token = '' } = {}) {
    const context = await this.browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'UTC',
      baseURL: this.url,
    });
    context.setDefaultTimeout(15_000);
    if (token) {
      await context.addInitScript(
        (value) => sessionStorage.setItem('rapporteur-token', value),
        token,
      );
    }
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.stack ?? error}`));
    await page.goto(path);
    await settled(page);
    return page;
  }

  // An answer of the interface, to compare pages with.
  async get(path) {
    const answer = await fetch(this.url + '/api/v1' + path);
    assert.equal(answer.status, 200, path);
    return answer.json();
  }

  // A token of the role, made as people make it.
  token(role) {
    return rapporteur(this.folder, 'token', 'create', '--role', role, '--register', 'r.db').trim();
  }

  // The page has no violation that axe calls serious or critical, light and dark, wide and narrow.
  async isAccessible(path, ready = async () => {}) {
    const page = await this.open(path);
    await ready(page);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await accessible(page);
        await fits(page);
      }
    }
    await page.context().close();
  }
}

// Until nothing is on its way any more.
export async function settled(page) {
  await page.waitForSelector('main h1, main [role=alert]');
  await page.waitForLoadState('networkidle');
}

export async function accessible(page) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ['violations'] }),
  );
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html)}`);
  assert.deepEqual(grave, [], page.url());
}

// Nothing is wider than the window.
export async function fits(page) {
  const { wide, window: room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  assert.ok(wide <= room, `${page.url()} is ${wide} pixels wide in a window of ${room}`);
}
