import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

test('the reference shares no code with what it is compared with', () => {
  const files = readdirSync('test/reference').filter(
    (file) => file.endsWith('.ts') && !file.includes('.test.'),
  );
  const imports = files.flatMap((file) =>
    [...readFileSync(`test/reference/${file}`, 'utf8').matchAll(/from '(\.[^']*)'/g)].map(([, path]) => path),
  );
  expect(imports.length).toBeGreaterThan(20);
  expect(imports.filter((path) => !path?.startsWith('./'))).toEqual([]);
});
