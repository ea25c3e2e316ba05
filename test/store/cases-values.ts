import { expect } from '@jest/globals';
import type { GraphStore, Value } from '../../src/store/store.ts';
import { naughty } from '../fuzz/naughty.ts';
import { one, rejection, statement, write } from './ask.ts';
import type { Case } from './spec.ts';

const sent = (store: GraphStore, value: Value) => one(store, 'RETURN $v AS v', { v: value });

/** What comes back after it was a property of a node. */
async function kept(store: GraphStore, value: Value): Promise<Value> {
  await store.write([
    statement('MATCH (n:Kept) DELETE n'),
    statement('CREATE (n:Kept) SET n.v = $v', { v: value }),
  ]);
  return one(store, 'MATCH (n:Kept) RETURN n {.v} AS n').then((n) => (n as { v: Value }).v);
}

async function expectBoth(store: GraphStore, values: readonly Value[]): Promise<void> {
  for (const value of values) {
    expect(await sent(store, value)).toEqual(value);
    expect(await kept(store, value)).toEqual(value);
  }
}

const wellFormed = naughty.filter((text) => !/\p{Surrogate}/u.test(text));
const big = 2n ** 53n + 1n;
const nested = {
  list: [1, 'two', null, [3, [4, []]], { five: { six: [7.5, true] } }],
  map: { 'a b': { "it's": { '': 'empty key' } } },
  none: null,
  wide: [big],
};

/** S01 to S19: values come back as they went. */
export const valueCases: readonly Case[] = [
  {
    id: 'S01',
    must: 'keep every string as it is, sent or stored',
    run: async ({ store }) => {
      expect(wellFormed.length).toBeGreaterThan(50);
      expect(await sent(store, wellFormed)).toEqual(wellFormed);
      expect(await kept(store, wellFormed)).toEqual(wellFormed);
      await expectBoth(store, ["O'Neil", '김정은 🎁', 'a'.repeat(100_000)]);
    },
  },
  {
    id: 'S02',
    must: 'keep integers as numbers up to 2^53 and as bigints beyond',
    run: async ({ store }) => {
      await expectBoth(store, [0, 1, -1, 2 ** 53 - 1, -(2 ** 53) + 1]);
      await expectBoth(store, [big, -big, 2n ** 63n - 1n, -(2n ** 63n)]);
    },
  },
  {
    id: 'S03',
    must: 'take a whole number for an integer, and a small bigint for the number it is',
    run: async ({ store }) => {
      expect(await one(store, 'RETURN toString($v) AS v', { v: 3 })).toBe('3');
      expect(await one(store, 'RETURN $v / 2 AS v', { v: 7 })).toBe(3);
      expect(await one(store, 'RETURN range(0, $v) AS v', { v: 2 })).toEqual([0, 1, 2]);
      expect(await sent(store, 5n)).toBe(5);
    },
  },
  {
    id: 'S04',
    must: 'keep floats',
    run: ({ store }) => expectBoth(store, [0.1, -2.5, 1e300, 5e-324, 1.7976931348623157e308, 1 / 3]),
  },
  {
    id: 'S05',
    must: 'keep booleans and null',
    run: async ({ store }) => {
      await expectBoth(store, [true, false]);
      expect(await sent(store, null)).toBeNull();
      expect(await kept(store, null)).toBeNull();
    },
  },
  {
    id: 'S06',
    must: 'take lists and maps, as deep as they are, for parameters',
    run: async ({ store }) => {
      expect(await sent(store, nested)).toEqual(nested);
      expect(await one(store, 'RETURN $v.list[4].five.six[0] AS v', { v: nested })).toBe(7.5);
    },
  },
  {
    id: 'S07',
    must: 'store lists of one kind, and the empty list',
    run: ({ store }) => expectBoth(store, [['a', 'b'], [1, 2], [true, false], [0.5, 1.5], []]),
  },
  {
    id: 'S08',
    must: 'keep the keys of a map that JavaScript thinks special',
    run: async ({ store }) => {
      const map = JSON.parse('{"constructor": 2, "toString": {"valueOf": [3]}}') as Value;
      const found = await sent(store, map);
      expect(JSON.parse(JSON.stringify(found))).toEqual(map);
    },
  },
  {
    id: 'S09',
    must: 'refuse half a surrogate pair and integers beyond 64 bits, wherever they hide, with BAD_USER_INPUT',
    run: async ({ store }) => {
      for (const bad of [
        '\ud800',
        ['a', { b: '\udc00x' }],
        { '\ud800': 1 },
        2n ** 63n,
        [-(2n ** 63n) - 1n],
      ]) {
        expect(await rejection(sent(store, bad))).toMatchObject({ code: 'BAD_USER_INPUT' });
        expect(await rejection(kept(store, bad))).toMatchObject({ code: 'BAD_USER_INPUT' });
      }
    },
  },
  {
    id: 'S10',
    must: 'keep dates, months and years as the texts that they are',
    run: ({ store }) => expectBoth(store, ['2023-09-18', '2000-07', '1950', '2023-09-16/2023-09-17']),
  },
  {
    id: 'S11',
    must: 'tell an absent property by null, and an absent key of a map too',
    run: async ({ store }) => {
      await write(store, 'CREATE (:Kept {a: 1})');
      expect(
        await one(store, 'MATCH (n:Kept) RETURN [n.a, n.b, n {.a, .b}.b, $m.c] AS v', { m: { d: 1 } }),
      ).toEqual([1, null, null, null]);
    },
  },
  {
    id: 'S12',
    must: 'keep a key __proto__',
    run: async ({ store }) => {
      const map = JSON.parse('{"__proto__": 1, "a": {"__proto__": {"b": 2}}}') as Value;
      expect(JSON.stringify(await sent(store, map))).toBe(JSON.stringify(map));
    },
  },
];
