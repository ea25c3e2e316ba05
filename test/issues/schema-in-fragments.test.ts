import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadGraph } from '../../src/load/load.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { domain } from '../support/load.ts';
import { type RunningService, serve } from '../support/service.ts';

/** What is asked of the schema itself was looked for among the plain root fields only: elsewhere it was a 500. */
describe('the schema, asked', () => {
  let store: GraphStore;
  let service: RunningService;

  beforeAll(async () => {
    store = await openStore({ url: 'memory:' });
    await loadGraph({ store, domain, cypherDir: 'cypher', rebuild: true });
    service = await serve(store, { INTROSPECTIONS_MAX: '2' });
  });

  afterAll(async () => {
    await service?.close();
    await store?.close();
  });

  const named = { queryType: { name: 'Query' } };
  const schema = '__schema { queryType { name } }';

  test.each([
    ['by its name', `{ ${schema} }`, { __schema: named }],
    ['by an alias', `{ s: ${schema} }`, { s: named }],
    ['in a fragment', `{ ...f } fragment f on Query { s: ${schema} }`, { s: named }],
    ['in an inline fragment', `{ ... on Query { s: ${schema} } }`, { s: named }],
    [
      'twice at one place',
      `{ __schema { mutationType { name } } ...f } fragment f on Query { ${schema} }`,
      { __schema: { mutationType: null, ...named } },
    ],
    ['as a type', '{ ... { t: __type(name: "Gift") { name } } }', { t: { name: 'Gift' } }],
  ])('%s, is answered', async (_, query, data) => {
    expect(await service.ask(query)).toEqual({ status: 200, data });
  });

  test('beside the graph, is answered with it, each under its key and in its order', async () => {
    const query = `query ($with: Boolean!, $name: String!) {
      __typename
      ... @include(if: $with) { s: ${schema} }
      t: __type(name: $name) { name }
      people { totalCount }
    }`;
    const { data } = await service.ask(query, { with: true, name: 'Gift' });
    expect(data).toEqual({
      __typename: 'Query',
      s: named,
      t: { name: 'Gift' },
      people: { totalCount: expect.any(Number) },
    });
    expect(Object.keys(data)).toEqual(['__typename', 's', 't', 'people']);
    const without = await service.ask(query, { with: false, name: 'Gift' });
    expect(Object.keys(without.data)).toEqual(['__typename', 't', 'people']);
  });

  test.each([
    ['by aliases', `{ a: ${schema} b: ${schema} c: ${schema} }`, 'asks for the schema 3 times'],
    [
      'by fragments',
      `{ ...a ...b c: ${schema} } fragment a on Query { a: ${schema} } fragment b on Query { b: ${schema} }`,
      'asks for the schema 3 times',
    ],
    [
      'a list in a list, in a fragment',
      '{ ...f } fragment f on Query { s: __schema { types { ...t } } } fragment t on __Type { fields { type { fields { name } } } }',
      'lists within lists of the schema at s.types.fields.type.fields',
    ],
  ])('too often, %s, is refused', async (_, query, message) => {
    const { status, errors } = await service.ask(query);
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'OPERATION_LIMIT']);
    expect(errors?.[0]?.message).toContain(message);
  });
});
