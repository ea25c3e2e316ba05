import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { readConfig } from '../../src/config.ts';
import { createExecute, type Execute } from '../../src/graphql/execute.ts';
import { KnownDocuments } from '../../src/graphql/operation.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { readDomain } from '../../src/model/domain/domain.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';

/** What is kept of documents from one request to the next, and how much memory it takes. */

const schema = loadSchema(readDomain());
const limits = readConfig({});

let store: GraphStore;
beforeAll(async () => {
  store = await openStore({ url: 'memory:' });
});
afterAll(() => store.close());

const executeWith = (documents: KnownDocuments): Execute =>
  createExecute({ ...schema, store, limits, documents });

/** Asks as the door does: a document that is not known is accepted first. */
async function ask(documents: KnownDocuments, text: string, variables: Record<string, unknown> = {}) {
  const known = documents.find(text);
  const document = known?.document ?? parse(text, { maxTokens: limits.tokensMax });
  if (!known) expect(documents.accept(text, document, { introspection: true, limits })).toEqual([]);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  return executeWith(documents)({ document, operation, documentId: text, variables });
}

const people = (name: string) => `query ${name} { people { nodes { id } } }`;

describe('of the documents', () => {
  test('those that are refused are not kept', () => {
    const documents = new KnownDocuments(schema.schema);
    const judging = { introspection: true, limits };
    expect(documents.accept('a', parse('{ nothing }'), judging)).toHaveLength(1);
    const aliased = `{ ${Array.from({ length: 101 }, (_, i) => `a${i}: __typename`).join(' ')} }`;
    expect(() => documents.accept('b', parse(aliased), judging)).toThrow('ALIASES_MAX');
    expect([documents.find('a'), documents.find('b'), documents.bytes]).toEqual([undefined, undefined, 0]);
  });

  test('the least recently asked are forgotten when their bytes are taken', async () => {
    const documents = new KnownDocuments(schema.schema, 200_000);
    await ask(documents, people('First'));
    for (let i = 0; i < 100; i += 1) {
      await ask(documents, people(`Q${i}`));
      await ask(documents, people('First'));
      expect(documents.bytes).toBeLessThanOrEqual(200_000);
    }
    expect(documents.find(people('First'))).toBeDefined();
    expect(documents.find(people('Q99'))).toBeDefined();
    expect(documents.find(people('Q0'))).toBeUndefined();
  });

  test('one that comes with ever new shapes of variables forgets its own statements, not those of others', async () => {
    const documents = new KnownDocuments(schema.schema, 400_000);
    await ask(documents, people('Other'));
    const many = 'query ($w: PersonWhere) { people(where: $w) { nodes { id } } }';
    for (let i = 1; i <= 40; i += 1) {
      await ask(documents, many, {
        w: { or: Array.from({ length: i }, () => ({ name: { contains: 'x' } })) },
      });
      expect(documents.bytes).toBeLessThanOrEqual(400_000);
    }
    expect(documents.find(people('Other'))).toBeDefined();
  });
});

/** Bytes of the heap that what `work` makes keeps hold of. */
async function heapOf(work: () => Promise<unknown>): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  const before = process.memoryUsage().heapUsed;
  const made = await work();
  collect();
  const taken = process.memoryUsage().heapUsed - before;
  expect(made).toBeDefined();
  return taken;
}

const PERSON = '{ nodes { ... on Person { id name } } }';
const times = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');

test.each<[string, (i: number) => string]>([
  ['small', (i) => `query Q${i} { gifts(where: {name: {contains: "rifle"}}) { nodes { name } } }`],
  [
    'with fragments',
    (i) =>
      `query Q${i}($id: ID!) { gift(id: $id) { id name givers ${PERSON} recipients ${PERSON} during { id name } } }`,
  ],
  [
    'of many types',
    (i) =>
      `query Q${i} { entities(first: 2) { nodes { id ... on Person { name gave { nodes { name } } } ... on Country { name } claims(first: 1) { nodes { statement } } facts { nodes { predicate } } } } }`,
  ],
  ['wide', (i) => `query Q${i} { people { nodes { ${times(60, (k) => `a${k}: name`)} } } }`],
])('operations that are %s take as many bytes as is told, by a factor of two at most', async (_, make) => {
  const documents = new KnownDocuments(schema.schema, 2 ** 40);
  const taken = await heapOf(async () => {
    for (let i = 0; i < 300; i += 1) await ask(documents, make(i), { id: 'gift:none' });
    return documents;
  });
  expect(taken / documents.bytes).toBeGreaterThan(0.5);
  expect(taken / documents.bytes).toBeLessThan(2);
});
