import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { createExecute, type Execute } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { loadGraph } from '../../src/load/load.ts';
import { readDomain } from '../../src/model/domain/domain.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { asked } from '../support/asked.ts';
import { domain } from '../support/load.ts';

/** What an author may write in a directive, and what it then answers: each was once answered wrongly. */

let store: GraphStore;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'domain-'));
  store = await openStore({ url: 'memory:' });
  await loadGraph({ store, domain, cypherDir: 'cypher', rebuild: true });
  // told of after the day that is asked for below
  const texts = [
    "MATCH (g:Gift {id: 'gift:2023-putin-kim-glove'}) SET g.reportedOn = '2024-01-01'",
    "MATCH ()-[r]-(g:Gift {id: 'gift:2023-putin-kim-glove'}) WHERE r.since IS NOT NULL SET r.since = ['2024-01-01'], r.until = ['9999-12-31']",
    "MATCH (g:Gift {id: 'gift:2023-putin-kim-glove'})-[:WAS]->(s:State) SET s.from = '2024-01-01'",
  ];
  await store.write(texts.map((text) => ({ text, parameters: {} })));
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await store?.close();
});

/** The service of our domain with one more field on Gift. */
function withField(field: string): Execute {
  writeFileSync(join(folder, 'schema.graphql'), `extend type Gift {\n  "More."\n  ${field}\n}\n`);
  return createExecute({ ...loadSchema(readDomain(['news', folder])), store, limits: readConfig({}) });
}

/** Gifts of the one who gave the rifle, by a statement. */
async function alike(statement: string, options = { asOf: '', select: 'alike { id }' }): Promise<unknown> {
  const field = `alike: [Gift!]! @cypher(statement: """${statement}""") @unpaged(reason: "few")`;
  const { gift } = await asked(
    withField(field),
    `{ gift(id: "gift:2023-putin-kim-rifle"${options.asOf}) { ${options.select} } }`,
  );
  return gift.alike;
}

const AS_OF = { asOf: ', asOf: "2023-09-30"', select: 'alike { id }' };
const GLOVE = [{ id: 'gift:2023-putin-kim-glove' }];
const RIFLE = [{ id: 'gift:2023-putin-kim-rifle' }];

describe('a statement of @cypher', () => {
  test.each([
    [
      'plain',
      "MATCH (this)<-[:GAVE]-(:Person)-[:GAVE]->(gift:Gift) WHERE gift.item = 'glove' RETURN DISTINCT gift",
    ],
    [
      'a text in double quotes, which is a name of the pattern too',
      'MATCH (this)<-[:GAVE]-(:Person)-[:GAVE]->(gift:Gift) WHERE gift.item = "glove" AND "gift" = "gi" + "ft" RETURN DISTINCT gift',
    ],
    [
      'a text in single quotes, which is a name of the pattern too',
      "MATCH (this)<-[:GAVE]-(:Person)-[:GAVE]->(gift:Gift) WHERE gift.item = 'glove' AND 'gift' = 'gi' + 'ft' RETURN DISTINCT gift",
    ],
    [
      'a comment',
      "MATCH (this)<-[:GAVE]-(:Person)-[:GAVE]->(gift:Gift) // by the same giver\n WHERE gift.item = 'glove'\n RETURN DISTINCT gift",
    ],
    [
      'two patterns',
      "MATCH (this)<-[:GAVE]-(p:Person), (p)-[:GAVE]->(gift:Gift) WHERE gift.item = 'glove' RETURN DISTINCT gift",
    ],
  ])('%s', async (_, statement) => {
    expect(await alike(statement)).toEqual(GLOVE);
    expect(await alike(statement, AS_OF)).toEqual([]);
  });

  test('a name in capitals, twice in one request', async () => {
    const statement = 'MATCH (this)<-[:GAVE]-(P:Person)-[:GAVE]->(gift:Gift) RETURN DISTINCT gift';
    const select = 'alike { id alike { id } }';
    // a pattern goes over a relationship once: the other gift is found from each
    expect(await alike(statement, { asOf: '', select })).toEqual([{ ...GLOVE[0], alike: RIFLE }]);
  });

  test('an OR without parentheses, as of a day before one of the two was told of', async () => {
    const where = "gift.item = 'rifle' OR gift.item = 'glove'";
    const statement = `MATCH (gift:Gift) WHERE ${where} RETURN gift`;
    expect(await alike(statement, AS_OF)).toEqual([{ id: 'gift:2023-kim-putin-rifle' }, ...RIFLE]);
  });

  test.each([
    ["gift.item = 'rifle' OR gift.item = 'glove'"],
    ["(gift.item = 'rifle' OR gift.item = 'glove')"],
  ])('a count where %s, as of a day', async (where) => {
    const counted = `COUNT { MATCH (gift:Gift) WHERE ${where} }`;
    const execute = withField(`beside: Int! @cypher(statement: "RETURN ${counted} AS beside")`);
    const ask = (asOf: string) =>
      asked(execute, `{ gift(id: "gift:2023-putin-kim-rifle"${asOf}) { beside } }`);
    expect(await ask('')).toEqual({ gift: { beside: 3 } });
    expect(await ask(AS_OF.asOf)).toEqual({ gift: { beside: 2 } });
  });
});

describe('what is computed for each item', () => {
  test('is filtered in where: what some evidence says, what all says otherwise, and what has none share out the facts', async () => {
    const said = '{some: {claim: {status: {eq: OCCURRED}}}}';
    const { all, some, none, not, without } = await asked(
      withField('plain: String @alias(property: "item")'),
      `{
        all: facts { totalCount }
        some: facts(where: {evidence: ${said}}) { totalCount }
        none: facts(where: {evidence: ${said.replace('some', 'none')}}) { totalCount }
        not: facts(where: {not: {evidence: ${said}}}) { totalCount }
        without: facts(where: {evidence: {none: {}}}) { totalCount }
      }`,
    );
    expect(some.totalCount).toBeGreaterThan(0);
    expect(some.totalCount).toBeLessThan(all.totalCount);
    expect(some.totalCount + none.totalCount + without.totalCount).toBe(all.totalCount);
    expect(not).toEqual(none);
  });
});
