import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import type { GraphStore } from '../../src/store/store.ts';
import { listen, openGraph, routesOver } from '../export/service.ts';
import { FORMULA, NASTY_KEPT } from '../export/tricky.ts';
import { describePython, read } from './python.ts';

describePython('Frictionless, pandas and DuckDB', () => {
  let store: GraphStore;
  let app: FastifyInstance;
  // biome-ignore lint/suspicious/noExplicitAny: what the readers say
  let seen: any;

  beforeAll(async () => {
    store = await openGraph(true);
    app = await routesOver(store);
    seen = await read('tables.py', await listen(app), mkdtempSync(join(tmpdir(), 'attested-tables-')));
  }, 120_000);

  afterAll(async () => {
    await app.close();
    await store.close();
  });

  test('Frictionless finds the package valid: types, keys and foreign keys', () => {
    expect(seen.frictionless).toMatchObject({
      valid: true,
      tasks: 12,
      errors: [],
      broken: ['foreign-key', 'type-error'],
    });
  });

  test('pandas reads every table, and CSV says what JSON says', () => {
    expect(Object.values(seen.pandas['json is csv'])).toEqual(Array(12).fill(true));
    expect(seen.pandas).toMatchObject({ dangling: 0, 'edge ids unique': true });
    expect(seen.pandas.dates).toMatch(/^datetime64/);
    expect(seen.pandas.gifts).toContainEqual(['Vladimir Putin', 'space-suit glove', 'Kim Jong-un']);
    expect(seen.pandas.where).toContainEqual([
      'gift:2023-putin-kim-glove',
      'country:ru',
      'country:kp',
      'Russia',
      'true',
      'sentence:oo-20230918:4; sentence:oo-20230918:4; sentence:oo-20230918:3 sentence:oo-20230918:4',
    ]);
    expect(seen.pandas.nasty).toMatchObject({
      'person:nasty': NASTY_KEPT,
      'person:unnamed': 'person:unnamed',
    });
  });

  test('for Excel, formulas are made harmless and the encoding is marked', () => {
    expect([seen.pandas['excel first column'], seen.pandas.marks]).toEqual(['id', [true, false]]);
    expect(seen.pandas['excel aliases']).toEqual(["'+7 495; -1; @x", '+7 495; -1; @x']);
    expect(seen.pandas['excel labels']['person:formula']).toBe(`'${FORMULA}`);
    expect(seen.pandas.nasty['person:formula']).toBe(FORMULA);
  });

  test('DuckDB finds dates to be dates and every edge to have its ends', () => {
    expect(seen.duckdb).toMatchObject({
      start_date: 'DATE',
      joined: seen.pandas.rows.edges,
      inherited: 'BOOLEAN',
    });
  });
});
