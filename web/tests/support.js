// A real `rapporteur serve` over a register of the example reports, and Chromium before it.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test as startTest } from 'node:test';
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

// Files run one after another in one process (run.js): what takes long to start is started once.
let browser;
let shared; // a site for the files that only look
let running = []; // tests of the file at hand
let closing = []; // what to do at its end, the latest first

// As that of node:test.
export function test(name, action) {
  running.push(startTest(name, action));
}

// Runs `action` when the tests of this file are over.
export function atEnd(action) {
  closing.unshift(action);
}

// A folder of this file's own, with files by name.
export function folderOf(files) {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-files-'));
  for (const [name, words] of Object.entries(files)) writeFileSync(join(folder, name), words);
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function startSite(...reports) {
  const folder = freshRegister(...reports);
  const server = await serve(folder);
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, url: server.url, stop };
}

// For one file of tests: `const site = await useSite();` and then `await site.open('/meetings')` in
// them. A file that changes the register, or needs other reports, has its `own`.
export async function useSite({ reports = [], own = reports.length > 0 } = {}) {
  browser ??= await launch();
  if (!own) shared ??= await startSite();
  const started = own ? await startSite(...reports) : shared;
  const site = new Site(browser, started);
  if (own) atEnd(started.stop);
  atEnd(() => site.close());
  return site;
}

// Waits for the tests of a file and clears up after them.
export async function finish(name) {
  await Promise.all(running);
  running = [];
  const complaints = sites.splice(0).flatMap((site) => site.complaints);
  await startTest(`the browser complained of nothing in ${name}`, () =>
    assert.deepEqual(complaints, []),
  );
  for (const action of closing.splice(0)) await action();
}

// At the end of all files.
export async function end() {
  for (const action of closing.splice(0)) await action();
  await browser?.close();
  await shared?.stop();
}

const sites = []; // of the file at hand

class Site {
  contexts = [];
  // What browsers said: errors of scripts, breaches of the content security policy. None may be left
  // at the end; a test that expects some takes them out.
  complaints = [];

  constructor(browser, { folder, url }) {
    this.browser = browser;
    this.folder = folder;
    this.url = url;
    sites.push(this);
  }

  async close() {
    for (const context of this.contexts.splice(0)) await context.close();
  }

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
    this.contexts.push(context);
    context.setDefaultTimeout(15_000);
    if (token) {
      await context.addInitScript(
        (value) => sessionStorage.setItem('rapporteur-token', value),
        token,
      );
    }
    const page = await context.newPage();
    traffic.set(page, new Traffic(page));
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
  // Colours alone differ between light and dark.
  async isAccessible(path, ready = async () => {}) {
    const page = await this.open(path);
    await ready(page);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await fits(page);
      await accessible(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await accessible(page, colourRules);
      await page.emulateMedia({ colorScheme: 'light' });
    }
    await page.context().close();
  }
}

// What a tab has asked for and not yet got.
class Traffic {
  asked = 0;
  open = 0;
  constructor(page) {
    const over = () => (this.open -= 1);
    page.on('request', () => {
      this.asked += 1;
      this.open += 1;
    });
    page.on('requestfinished', over);
    page.on('requestfailed', over);
  }
}
const traffic = new WeakMap();

// Two frames: what an answer or a click changes is drawn then, and what follows from it asked for.
// True if no part of the page says that it waits; a part that shows work of the server may.
const drawn = () =>
  new Promise((resolve) => {
    const tell = () =>
      resolve(!globalThis.document.querySelector('main[aria-busy=true], main div[aria-busy=true]'));
    globalThis.requestAnimationFrame(() => globalThis.requestAnimationFrame(tell));
  });

// Until nothing is on its way any more and nothing more is asked for. A busy machine hears late of
// what a page asks for; that it waits the page itself knows.
export async function settled(page) {
  await page.waitForSelector('main h1, main [role=alert]');
  const of = traffic.get(page);
  if (!of) return page.waitForLoadState('networkidle');
  for (let asked = -1, ready = false; !ready || asked !== of.asked || of.open > 0;) {
    asked = of.asked;
    ready = await page.evaluate(drawn);
  }
}

const colourRules = ['color-contrast', 'link-in-text-block'];

// `only` narrows it to some of axe's rules.
export async function accessible(page, only) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (values) =>
      globalThis.axe.run(document, {
        resultTypes: ['violations'],
        ...(values ? { runOnly: { type: 'rule', values } } : {}),
      }),
    only,
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
