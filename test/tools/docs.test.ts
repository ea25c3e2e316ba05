import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { formats } from '../../src/export/formats.ts';
import { tables } from '../../src/tables/tables.ts';
import { routesOver, shareService } from '../export/service.ts';

const folder = fileURLToPath(new URL('../../docs/tools/', import.meta.url));
const pages = new Map(readdirSync(folder).map((name) => [name, readFileSync(`${folder}${name}`, 'utf8')]));
const all = [...pages.values()].join('\n');

const shared = shareService(routesOver, false);

test('every file and table is told of', () => {
  const named = [...Object.keys(formats), ...Object.keys(tables)];
  expect(named.filter((name) => !all.includes(name))).toEqual([]);
});

test('every page stands in the list, and every page of the list is there', () => {
  const listed = [...(pages.get('README.md') ?? '').matchAll(/\]\(([\w.-]+\.md)\)/g)].map(([, name]) => name);
  const there = [...pages.keys()].filter((name) => name.endsWith('.md') && name !== 'README.md');
  expect([...new Set(listed)].sort()).toEqual(there.sort());
});

const addresses = [
  ...all.matchAll(/(?:http:\/\/127\.0\.0\.1:4000|your\.service)(\/(?:export|tables|q|id)\/[^\s"'`<>)…]+)/g),
];

test.each([...new Set(addresses.map(([, path]) => path ?? ''))])('%s answers', async (path) => {
  const { statusCode, body } = await shared.get(path);
  expect([statusCode, body.length > 0]).toEqual([200, true]);
});
