import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GraphStore } from '../../src/store/store.ts';
import { formats } from '../../src/tools/formats.ts';
import { domainOver } from './domain.ts';
import { type Asked, asked, openGraph, routesOver } from './service.ts';

/** A service that was started again from the same corpus writes the same files, byte for byte: no file tells when it was made. */

const stores: GraphStore[] = [];
const apps: Asked[] = [];

beforeAll(async () => {
  for (const day of ['2030-01-01', '2031-01-01']) {
    const store = await openGraph(true);
    // The day of the load is the only thing that differs, and it is the owners' alone.
    await store.write([{ text: 'MATCH (o:Owner) SET o.recordedAt = $day', parameters: { day } }]);
    stores.push(store);
    apps.push(await asked(await routesOver(store)));
  }
}, 120_000);

afterAll(async () => {
  for (const app of apps) await app.close();
  for (const store of stores) await store.close();
});

const files = [
  ...Object.keys(formats).map((file) => `/export/${file}`),
  ...Object.keys(domainOver({} as GraphStore).tables).map((name) => `/tables/${name}.csv`),
  '/id/person/vladimir-putin?form=markdown',
];

test.each(files)('%s', async (file) => {
  const [one, other] = [await apps[0]?.get(file), await apps[1]?.get(file)];
  expect([one?.statusCode, other?.statusCode]).toEqual([200, 200]);
  expect(other?.body).toBe(one?.body);
});
