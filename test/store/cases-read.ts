import { expect } from '@jest/globals';
import { ServiceError } from '../../src/errors.ts';
import { pace } from '../support/time.ts';
import { one, rejection, rows, statement, write } from './ask.ts';
import type { Case } from './spec.ts';

const writes = [
  'CREATE (n:New)',
  'create (n:New) RETURN 1 AS x',
  'MERGE (n:New {id: 1}) RETURN n.id AS id',
  'MATCH (n:Old) SET n.x = 1',
  'MATCH (n:Old) SET n:New',
  'MATCH (n:Old) REMOVE n.id',
  'MATCH (n:Old) DETACH DELETE n',
  'MATCH (n:Old) DELETE n',
  'MATCH (n:Old) CALL (n) { CREATE (m:New) RETURN m } RETURN m.id AS id',
  'MATCH (n:Old) FOREACH (i IN [1] | SET n.x = i)',
  "RETURN 'x' AS x // nothing\nUNION MATCH (n:Old) /* '*/ SET n.x = 'y' RETURN n.x AS x",
  "WITH '\\'' AS x CREATE (n:New {x: x}) RETURN 1 AS y //'",
  'PROFILE CREATE (n:New)',
  'CREATE INDEX refused IF NOT EXISTS FOR (n:Old) ON (n.x)',
  'CREATE CONSTRAINT refused IF NOT EXISTS FOR (n:Old) REQUIRE n.x IS UNIQUE',
];

/** `set` is a fine name, but not for a key of a literal map in Grafeo. */
const old = statement('CREATE (n:Old) SET n += $p', { p: { id: 1, set: 2 } });

const harmless: readonly (readonly [text: string, value: unknown])[] = [
  ["RETURN 'CREATE (n) SET n.x = 1' AS x", 'CREATE (n) SET n.x = 1'],
  ['RETURN "it\\"s DELETE" AS x', 'it"s DELETE'],
  ['RETURN 1 AS `DELETE`', 1],
  ['RETURN 1 /* CREATE */ AS x // MERGE', 1],
  ['MATCH (n:Old) RETURN n.`set` AS x', 2],
  ['MATCH (n:Old) WHERE NOT n:Profile RETURN coalesce(n.load, 3) AS x', 3],
  ['RETURN $load AS x', 4],
  ['RETURN 1 AS created', 1],
];

/** Some seconds of work on any engine: what answers sooner has not waited for it. */
const lengthy = 'UNWIND range(1, 2000) AS a UNWIND range(1, 2000) AS b RETURN sum(a % 7 + b % 5) AS x';

/** Collects the work of an engine that goes on when nobody waits for it any more; a process ends only after it. */
function works() {
  const begun: Promise<unknown>[] = [];
  return {
    working: (work: Promise<unknown>) => {
      begun.push(work);
    },
    ended: () => Promise.allSettled(begun),
  };
}

/** S20 to S39: reading. */
export const readCases: readonly Case[] = [
  {
    id: 'S20',
    must: 'refuse every statement that writes, and change nothing',
    run: async ({ store }) => {
      await store.write([old]);
      const before = await rows(store, 'MATCH (n) RETURN labels(n) AS l, properties(n) AS p');
      for (const text of writes) {
        const error = await rejection(rows(store, text));
        expect([text, error]).toEqual([text, expect.any(ServiceError)]);
        expect([text, (error as ServiceError).code]).toEqual([text, 'STORE_ERROR']);
      }
      expect(await rows(store, 'MATCH (n) RETURN labels(n) AS l, properties(n) AS p')).toEqual(before);
    },
  },
  {
    id: 'S21',
    must: 'read what only looks like a write',
    run: async ({ store }) => {
      await store.write([old]);
      for (const [text, value] of harmless) {
        expect([text, await one(store, text, { load: 4 })]).toEqual([text, value]);
      }
    },
  },
  {
    id: 'S22',
    must: 'see what was written before',
    run: async ({ store }) => {
      for (let i = 1; i <= 20; i++) {
        await write(store, 'CREATE (:Old)');
        expect(await one(store, 'MATCH (n:Old) RETURN count(n) AS c')).toBe(i);
      }
    },
  },
  {
    id: 'S23',
    must: 'answer many reads at once, each with its own rows',
    run: async ({ store }) => {
      const all = Array.from({ length: 100 }, (_, i) => i);
      const found = await Promise.all(
        all.map((i) => one(store, 'UNWIND range(0, $i) AS x RETURN max(x) AS m', { i })),
      );
      expect(found).toEqual(all);
    },
  },
  {
    id: 'S24',
    must: 'give rows in order, keyed by column, and none as an empty list',
    run: async ({ store }) => {
      expect(await rows(store, 'UNWIND [2, 1] AS b RETURN b, b * 2 AS `a b` ORDER BY b')).toEqual([
        { b: 1, 'a b': 2 },
        { b: 2, 'a b': 4 },
      ]);
      expect(await rows(store, 'UNWIND [] AS b RETURN b')).toEqual([]);
    },
  },
  {
    id: 'S25',
    must: 'say in one sentence what is wrong with a statement: STORE_ERROR',
    run: async ({ store }) => {
      for (const text of [
        'NONSENSE',
        'RETURN $absent AS x',
        'RETURN 1 / 0 AS x',
        'RETURN nosuch(1) AS x',
        'RETURN 1 AS',
      ]) {
        const error = (await rejection(rows(store, text))) as ServiceError;
        expect(error).toMatchObject({ name: 'ServiceError', code: 'STORE_ERROR' });
        expect(error.message).toMatch(/^[A-Z][^\n]*\.$/);
      }
    },
  },
  {
    id: 'S26',
    must: 'answer STORE_TIMEOUT when the time is over, and go on serving',
    run: async ({ store }) => {
      const { working, ended } = works();
      const by = pace();
      const started = Date.now();
      const error = await rejection(store.read(statement(lengthy), { timeoutMs: 100, working }));
      const ms = Date.now() - started;
      expect(error).toMatchObject({ code: 'STORE_TIMEOUT' });
      expect(await one(store, 'RETURN 1 AS x')).toBe(1);
      expect(ms).toBeLessThan(1_000 * by());
      await ended();
    },
  },
  {
    id: 'S27',
    must: 'let go of a read when its caller has gone, also before it began',
    run: async ({ store }) => {
      const { working, ended } = works();
      const caller = new AbortController();
      const running = rejection(store.read(statement(lengthy), { signal: caller.signal, working }));
      setTimeout(() => caller.abort(), 50);
      expect(await running).toMatchObject({ code: 'CLIENT_GONE' });
      const gone = { signal: AbortSignal.abort(), working };
      expect(await rejection(store.read(statement(lengthy), gone))).toMatchObject({ code: 'CLIENT_GONE' });
      await ended();
    },
  },
  {
    id: 'S28',
    must: 'answer in time as if there were no limit',
    run: async ({ store }) => {
      const options = { timeoutMs: 5_000, signal: new AbortController().signal };
      expect(await store.read(statement('RETURN 1 AS x'), options)).toEqual([{ x: 1 }]);
      const error = await rejection(store.read(statement('NONSENSE'), options));
      expect(error).toMatchObject({ code: 'STORE_ERROR' });
    },
  },
  {
    id: 'S29',
    must: 'answer a ping',
    run: ({ store }) => store.ping(),
  },
  {
    id: 'S30',
    must: 'close, close again, and be unavailable then',
    run: async ({ open }) => {
      const other = await open();
      await Promise.all([other.close(), other.close()]);
      await other.close();
      for (const use of [rows(other, 'RETURN 1 AS x'), write(other, 'CREATE (:Old)'), other.ping()]) {
        expect(await rejection(use)).toMatchObject({ code: 'STORE_UNAVAILABLE' });
      }
    },
  },
];
