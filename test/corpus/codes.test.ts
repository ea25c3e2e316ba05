import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : [readFileSync(path, 'utf8')];
  });
}

/** The codes of findings, as they stand behind the place of what is found, or in a refused quote. */
const CODE = /(?:\.(?:error|judge)\(\s*[^;]*?,\s*|refused\(\s*)'([A-Z]+(?:_[A-Z]+)*)'/g;

test('docs/article-file.md has every code of a finding', () => {
  const found = [...sources('src/article'), ...sources('src/corpus')].flatMap((text) =>
    [...text.matchAll(CODE)].map(([, code = '']) => code),
  );
  const told = new Set(
    readFileSync('docs/article-file.md', 'utf8')
      .match(/`[A-Z_]+`/g)
      ?.map((code) => code.slice(1, -1)),
  );
  expect([...new Set(found)].filter((code) => !told.has(code))).toEqual([]);
  expect(found.length).toBeGreaterThan(40);
});
