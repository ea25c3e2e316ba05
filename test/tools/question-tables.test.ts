import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { readConfig } from '../../src/config.ts';
import { schemaCommands } from '../../src/load/load.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { routesOver } from '../export/service.ts';
import { domain } from '../support/load.ts';

/** Tables of saved questions, which are files as exports are: whole or refused before their first byte, a few at a time. */

const ARTICLES = 2_600;
const { fileSlots, pageSizeMax } = readConfig({});

const articles = `UNWIND range(1, $count) AS i
CREATE (:Article:Owner {id: 'article:a-' + toString(i), title: 'Title ' + toString(i), publishedOn: '2020-01-01',
  language: 'en', textSha256: 'none', length: 1})`;

let store: GraphStore;
let app: FastifyInstance;
/** Reads that have been, and the most that were at once. */
let reads = { all: 0, now: 0, most: 0 };

beforeAll(async () => {
  store = await openStore({ url: 'memory:' });
  await store.define(schemaCommands(domain));
  await store.write([{ text: articles, parameters: { count: ARTICLES } }]);
  const counting: GraphStore = Object.create(store, {
    read: {
      value: async (...args: Parameters<GraphStore['read']>) => {
        reads.all += 1;
        reads.now += 1;
        reads.most = Math.max(reads.most, reads.now);
        try {
          return await store.read(...args);
        } finally {
          reads.now -= 1;
        }
      },
    },
  });
  app = await routesOver(counting);
});

afterAll(async () => {
  await app.close();
  await store.close();
});

const rowsIn = (csv: string): number => csv.trimEnd().split('\r\n').length - 1;

describe('a table of a saved question', () => {
  test.each(['', '?first=10', '?first=1'])(
    'has all rows, however small its first page is: %p',
    async (asked) => {
      reads = { all: 0, now: 0, most: 0 };
      const { statusCode, body } = await app.inject(`/q/articles.csv${asked}`);
      expect([statusCode, rowsIn(body)]).toEqual([200, ARTICLES]);
      expect(reads.all).toBeLessThanOrEqual(ARTICLES / pageSizeMax + 6);
    },
  );

  test('refuses a page that is too large before its first byte', async () => {
    const { statusCode, body } = await app.inject(`/q/articles.csv?first=${pageSizeMax + 1}`);
    expect([statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([400, 'PAGE_SIZE']);
  });

  test('of 40 at once a few are written at a time, each whole, and the others are told to come again', async () => {
    reads = { all: 0, now: 0, most: 0 };
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => app.inject('/q/articles.csv?first=10')),
    );
    const whole = answers.filter(({ statusCode }) => statusCode === 200);
    expect(whole.length).toBeGreaterThanOrEqual(fileSlots);
    expect(new Set(whole.map(({ body }) => rowsIn(body)))).toEqual(new Set([ARTICLES]));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 503]));
    // The generation of the graph is asked for before a table waits for its slot, and is a light question.
    expect(reads.most).toBeLessThanOrEqual(40 + fileSlots);
  });
});
