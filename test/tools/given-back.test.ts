import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { iriOf } from '../../src/export/iri.ts';
import type { Statement } from '../../src/store/store.ts';
import { formats } from '../../src/tools/formats.ts';
import { shareService } from '../export/service.ts';
import { said } from '../support/said.ts';
import { describePython, read } from './python.ts';

/** Whatever any route hands out, ids, cursors, words of filters, the service takes back. */

const shared = shareService();

/** Ids that the load admits, with all that means something in an address. */
const ODD = [
  'f23/a',
  'a b',
  '..',
  '.',
  '%41%',
  '#?&=+',
  '"<>\'',
  '김정은',
  '🎁',
  'a|GAVE|b',
  'x:',
  '//',
  'é',
  '~!*()',
  'long'.repeat(45),
];

const LONG = '하'.repeat(1_000);

const run = (text: string, parameters: Statement['parameters'] = {}): Statement => ({ text, parameters });

/** Things of odd ids who gave each other gifts, and claims whose sort values are long. */
const odd: readonly Statement[] = [
  run(
    `UNWIND $odd AS id
MERGE (a:Person:Entity {id: 'person:' + id}) SET a.name = 'Odd ' + id
MERGE (g:Gift:Entity {id: 'gift:' + id}) SET g.name = 'Gift ' + id
MERGE (k:Country:Entity {id: 'country:' + id}) SET k.name = 'State ' + id, k.isoCode = 'RU'
MERGE (a)-[:GAVE {claims: ['claim:made-up:1']}]->(g)
MERGE (a)-[:HOLDS_OFFICE {title: 'Keeper of ' + id + ' / "all" & more', claims: ['claim:made-up:1']}]->(k)`,
    { odd: ODD },
  ),
  run(
    `UNWIND range(1, 5) AS i MATCH (s:Sentence {id: 'sentence:made-up:1'})
CREATE (c:Claim {id: 'claim:made-up:long-' + toString(i), text: $long + toString(i), status: 'OCCURRED', voice: 'ARTICLE', basis: 'STATED', rank: 'NORMAL'})
CREATE (c)-[:STATED_IN {start: 0, end: 10}]->(s)`,
    { long: LONG },
  ),
  ...said,
];

beforeAll(async () => {
  await shared.store.write([...odd]);
}, 60_000);

type Row = { readonly [column: string]: unknown };

async function json(path: string): Promise<Row[]> {
  const { statusCode, body } = await shared.get(path);
  expect([path, statusCode, statusCode === 200 ? '' : body]).toEqual([path, 200, '']);
  return JSON.parse(body) as Row[];
}

// biome-ignore lint/suspicious/noExplicitAny: tests look at whatever is answered
async function ask(query: string, variables: object = {}): Promise<any> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query, variables });
  const answer = (await (await fetch(`${shared.url}/graphql`, { method: 'POST', headers, body })).json()) as {
    data: unknown;
    errors?: unknown;
  };
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

const tables = async () => (await json('/tables')).map(({ name }) => String(name));

/** The ids in the cells of a table: those of its rows, and those that its other columns lead to. */
const idsIn = (rows: readonly Row[]): string[] =>
  rows.flatMap((row) =>
    Object.entries(row).flatMap(([column, cell]) => {
      const isId =
        /^(id|source|target|claims|facts|says|contradicts|sentences|part_of|in_return_for|against)$|_ids?$/.test(
          column,
        );
      return isId && typeof cell === 'string' && !cell.includes('; ') ? [cell] : [];
    }),
  );

describe('An id', () => {
  let ids: readonly string[];

  beforeAll(async () => {
    const found = new Set<string>();
    for (const table of await tables()) {
      const rows = await json(`/tables/${table}.json`);
      for (const id of idsIn(rows)) if (!/^sentence:\S+ /.test(id)) found.add(id);
    }
    ids = [...found];
  }, 120_000);

  test('of each row of each table, and each that a row leads to, is a node of the graph', async () => {
    expect(ids.length).toBeGreaterThan(300);
    for (let at = 0; at < ids.length; at += 100) {
      const some = ids.slice(at, at + 100);
      const { nodes } = await ask('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: some });
      expect(some.filter((_, i) => nodes[i]?.id !== some[i])).toEqual([]);
    }
  });

  test('is found at its own address, whatever it is made of', async () => {
    const refused: [string, number][] = [];
    for (const id of ids) {
      const { statusCode, body } = await shared.get(iriOf(id, ''), { accept: 'application/ld+json' });
      if (
        statusCode !== 200 ||
        !body.includes(JSON.stringify(iriOf(id, 'https://attested.example')).slice(1, -1))
      )
        refused.push([id, statusCode]);
    }
    expect(refused).toEqual([]);
  }, 300_000);

  test('of any characters has an address that clients leave as it is, and that leads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (text) => {
        const id = `person:${text}`;
        const { pathname } = new URL(iriOf(id, 'https://attested.example'));
        return pathname === iriOf(id, '') && back(pathname) === id;
      }),
      { numRuns: 2_000 },
    );
  });

  /** What RFC 3986 says that an address means: steps, each decoded. */
  const back = (pathname: string) =>
    pathname.slice('/id/'.length).split('/').map(decodeURIComponent).join(':');

  test.each(['/id/person/f23%2Fa', '/id/person:f23%2Fa', '/id/person%3A..', '/id/gift/a%7CGAVE%7Cb'])(
    'at %s is a page, JSON-LD and Turtle',
    async (path) => {
      for (const accept of ['text/html', 'application/ld+json', 'text/turtle']) {
        expect([path, (await shared.get(path, { accept })).statusCode]).toEqual([path, 200]);
      }
    },
  );
});

describe('A cursor', () => {
  test.each(['ASC', 'DESC'])('of a text of any length leads on, %s', async (direction) => {
    const query = `query($after: String) { claims(first: 2, after: $after, orderBy: [{statement: ${direction}}]) {
      totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { claims } = await ask(query, { after });
      seen.push(...claims.nodes.map(({ id }: { id: string }) => id));
      if (!claims.pageInfo.hasNextPage) {
        expect([new Set(seen).size, seen.length]).toEqual([claims.totalCount, claims.totalCount]);
        return;
      }
      after = claims.pageInfo.endCursor;
      expect(typeof after).toBe('string');
    }
  });

  test('may stand in the document itself, and nothing else may that is as long', async () => {
    const first = await ask('{ claims(first: 1, orderBy: [{statement: DESC}]) { pageInfo { endCursor } } }');
    const cursor = first.claims.pageInfo.endCursor as string;
    expect(cursor.length).toBeGreaterThan(4_000);
    await ask(`{ claims(first: 1, after: "${cursor}", orderBy: [{statement: DESC}]) { nodes { id } } }`);
    const query = 'query($t: String!) { search(text: $t) { text } }';
    const body = JSON.stringify({ query, variables: { t: `${cursor}x` } });
    const headers = { 'content-type': 'application/json' };
    const refused = await (await fetch(`${shared.url}/graphql`, { method: 'POST', headers, body })).text();
    expect(refused).toContain('TEXT_MAX');
  });
});

describe('A word of a filter', () => {
  const words = async () => {
    const { __schema } = await ask('{ __schema { types { name enumValues { name } } } }');
    const values = (name: string): string[] =>
      __schema.types
        .find((type: Row) => type.name === name)
        .enumValues.map((value: Row) => String(value.name));
    const isRelation = (name: string) => name === name.toUpperCase();
    return {
      types: values('EntityType'),
      status: values('Status'),
      kinds: values('Predicate').filter(isRelation),
    };
  };

  test('of types, kinds and status is one of every table and file that holds a part of the graph', async () => {
    const files = Object.entries(formats).flatMap(([file, { whole }]) => (whole ? [] : [`/export/${file}`]));
    const paths = [...files, ...(await tables()).map((name) => `/tables/${name}.json`)];
    for (const [name, all] of Object.entries(await words())) {
      for (const path of paths) await expectTaken(`${path}?${name}=${all.join(',')}`);
    }
  }, 300_000);

  test.each(['types', 'kinds', 'status'] as const)(
    'each of %s alone is one of them',
    async (name) => {
      for (const word of (await words())[name]) {
        await expectTaken(`/export/graph.gexf?${name}=${word}`);
        await expectTaken(`/tables/events.json?${name}=${word}`);
        await expectTaken(`/tables/claims.json?${name}=${word}`);
      }
    },
    300_000,
  );

  async function expectTaken(path: string): Promise<void> {
    const { statusCode, body } = await shared.get(path);
    expect([path, statusCode, statusCode === 200 ? '' : body]).toEqual([path, 200, '']);
  }

  test('of status chooses the rows of it', async () => {
    const rows = await json('/tables/events.json?status=SPECULATED,PLANNED');
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['SPECULATED', 'PLANNED']));
    const claims = await json('/tables/claims.json?status=DOUBTED');
    expect(new Set(claims.map(({ status }) => status))).toEqual(new Set(['DOUBTED']));
  });
});

describePython('An id of FollowTheMoney', () => {
  test('is one that its model takes, whatever the office is called', async () => {
    const seen = await read('ftm.py', shared.url);
    expect(seen).toMatchObject({ invalid: [], lost: [], dangling: [], duplicates: 0 });
    expect(seen.schemata.Position).toBeGreaterThan(ODD.length);
  }, 120_000);
});
