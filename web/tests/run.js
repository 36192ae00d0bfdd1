// Runs files of tests in one process, one after another: node tests/run.js [FILE...]; all if none is
// named.
import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { end, finish } from './support.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const all = readdirSync(here)
  .filter((name) => name.endsWith('.test.js'))
  .map((name) => resolve(here, name));
const files = process.argv.slice(2);

try {
  for (const file of files.length ? files : all) {
    await import(pathToFileURL(resolve(file)).href);
    await finish(basename(file));
  }
} finally {
  await end();
}
