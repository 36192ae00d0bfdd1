import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from './support.js';

const table = readFileSync(new URL('../src/routes.ts', import.meta.url), 'utf8');
const found = (pattern) => [...table.matchAll(pattern)].map((match) => match[1]);

// Two pages of one letter would stop every page: the list of shortcuts has one line for each.
test('every page of the navigation has a letter of its own', () => {
  const letters = ['h', ...found(/\bkey: '(.)'/g)];
  assert.ok(letters.length > 10);
  assert.deepEqual(
    letters.filter((letter, at) => letters.indexOf(letter) !== at),
    [],
  );
});

test('no address leads to two pages', () => {
  const paths = found(/\bpath: '([^']+)'/g);
  assert.equal(new Set(paths).size, paths.length);
});
