import { expect } from '@jest/globals';
import { StatementError } from '../../src/store/store.ts';
import { one, rejection, rows, statement, write } from './ask.ts';
import type { Case } from './spec.ts';

const uniqueKey = statement('CREATE CONSTRAINT spec_key IF NOT EXISTS FOR (n:Spec) REQUIRE n.key IS UNIQUE');
const keyIndex = statement('CREATE INDEX spec_key_lookup IF NOT EXISTS FOR (n:Spec) ON (n.key)');

/** S40 to S59: writing, transactions, schema commands. */
export const writeCases: readonly Case[] = [
  {
    id: 'S40',
    must: 'write all statements or none',
    run: async ({ store }) => {
      await write(store, 'CREATE (:Old {v: 1})');
      await rejection(write(store, 'CREATE (:New)', 'MATCH (n:Old) SET n.v = 2', 'NONSENSE'));
      expect(await rows(store, 'MATCH (n) RETURN labels(n) AS l, n.v AS v')).toEqual([{ l: ['Old'], v: 1 }]);
    },
  },
  {
    id: 'S41',
    must: 'say which statement was refused, in which of its lines, and why',
    run: async ({ store }) => {
      const texts = ['CREATE (:New)', 'MATCH (n:New)\nSET n.v = 2\nNONSENSE', 'CREATE (:New)'];
      const error = await rejection(write(store, ...texts));
      expect(error).toBeInstanceOf(StatementError);
      expect(error).toMatchObject({ index: 1, line: 3 });
      expect((error as StatementError).message).toMatch(/^[^\n]+$/);
    },
  },
  {
    id: 'S42',
    must: 'show a transaction its own writes, and nobody else before it is done',
    run: async ({ store }) => {
      const found = await store.transaction(async (tx) => {
        await tx.run([statement('CREATE (:New {v: 1})')]);
        const inside = await tx.run([statement('MATCH (n:New) RETURN n.v AS v')]);
        return { inside, outside: await one(store, 'MATCH (n:New) RETURN count(n) AS c') };
      });
      expect(found).toEqual({ inside: [[{ v: 1 }]], outside: 0 });
      expect(await one(store, 'MATCH (n:New) RETURN count(n) AS c')).toBe(1);
    },
  },
  {
    id: 'S43',
    must: 'undo a transaction whose work rejects, with what it rejected',
    run: async ({ store }) => {
      const mine = new RangeError('not so');
      const running = store.transaction(async (tx) => {
        await tx.run([statement('CREATE (:New)')]);
        throw mine;
      });
      expect(await rejection(running)).toBe(mine);
      expect(await one(store, 'MATCH (n) RETURN count(n) AS c')).toBe(0);
    },
  },
  {
    id: 'S44',
    must: 'keep all of many writes at once, and go on after one that failed',
    run: async ({ store }) => {
      const bump = 'MERGE (n:Counter {id: 1}) ON CREATE SET n.v = 1 ON MATCH SET n.v = n.v + 1';
      await write(store, bump);
      const all = Array.from({ length: 10 }, () => write(store, bump));
      const failing = rejection(write(store, 'NONSENSE'));
      await Promise.all([...all, failing]);
      expect(await one(store, 'MATCH (n:Counter) RETURN n.v AS v')).toBe(11);
    },
  },
  {
    id: 'S45',
    must: 'take schema commands twice',
    run: async ({ store }) => {
      await store.define([uniqueKey, keyIndex]);
      await store.define([uniqueKey, keyIndex]);
      await store.define([]);
    },
  },
  {
    id: 'S46',
    must: 'enforce a unique key within a transaction and across them',
    run: async ({ store }) => {
      await store.define([uniqueKey, keyIndex]);
      const twice = await rejection(write(store, 'CREATE (:Spec {key: 1})', 'CREATE (:Spec {key: 1})'));
      expect(twice).toMatchObject({ name: 'StatementError', index: 1 });
      await write(store, 'CREATE (:Spec {key: 2})');
      const again = await rejection(write(store, 'CREATE (:Spec {key: 2})'));
      expect(again).toMatchObject({ name: 'StatementError', index: 0 });
      expect(await one(store, 'MATCH (n:Spec) RETURN collect(n.key) AS k')).toEqual([2]);
    },
  },
  {
    id: 'S47',
    must: 'free a unique key within the transaction that deletes its node',
    run: async ({ store }) => {
      await store.define([uniqueKey, keyIndex]);
      await write(store, 'CREATE (:Spec {key: 1, v: 1})');
      await write(store, 'MATCH (n:Spec) DETACH DELETE n', 'MERGE (n:Spec {key: 1}) ON CREATE SET n.v = 2');
      expect(await rows(store, 'MATCH (n:Spec {key: 1}) RETURN n.v AS v')).toEqual([{ v: 2 }]);
    },
  },
  {
    id: 'S48',
    must: 'say which schema command was refused',
    run: async ({ store }) => {
      const error = await rejection(store.define([uniqueKey, statement('CREATE NONSENSE x')]));
      expect(error).toMatchObject({ name: 'StatementError', index: 1 });
    },
  },
  {
    id: 'S49',
    must: 'change nothing for a write of nothing',
    run: async ({ store }) => {
      await store.write([]);
      expect(await store.transaction(async () => 'done')).toBe('done');
    },
  },
];
