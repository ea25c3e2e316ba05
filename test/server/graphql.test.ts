import { afterEach, describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { ServiceError } from '../../src/errors.ts';
import type { Execute, OperationRequest } from '../../src/graphql/execute.ts';
import { ask, startService, type TestService } from './service.ts';

let service: TestService;
afterEach(() => service.close());

const failing =
  (error: unknown): Execute =>
  async () => {
    throw error;
  };

describe('asking /graphql', () => {
  test('hands the whole operation to execute and answers what it gives', async () => {
    const seen: OperationRequest[] = [];
    const execute: Execute = async (request) => {
      seen.push(request);
      return { data: { people: { totalCount: 3 } } };
    };
    service = await startService({ execute });
    const query = 'query Count($n: Int) { people(first: $n) { totalCount } }';
    const { status, body, headers } = await ask(service, query, { variables: { n: 2 } });
    expect({ status, body }).toEqual({ status: 200, body: { data: { people: { totalCount: 3 } } } });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(seen[0]?.variables).toEqual({ n: 2 });
    expect(seen[0]?.operation.name?.value).toBe('Count');
    expect(seen[0]?.documentId).toMatch(/^[0-9a-f]{64}$/);
  });

  test('answers by GET, once the client shows that it is no form of a foreign page', async () => {
    service = await startService();
    const url = `/graphql?query=${encodeURIComponent('{ __typename }')}`;
    const preflighted = { 'apollo-require-preflight': 'true' };
    const given = await service.send({ url, headers: preflighted });
    expect(given.json()).toEqual({ data: { __typename: 'Query' } });
    const plain = await service.send({ url });
    expect(plain.status).toBe(400);
    expect(plain.json().errors[0].extensions.code).toBe('BAD_REQUEST');
  });

  test.each([
    ['{ people {', 400, 'GRAPHQL_PARSE_FAILED'],
    ['{ poeple { totalCount } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['', 400, 'BAD_REQUEST'],
  ])('refuses %j', async (query, status, code) => {
    service = await startService({ execute: failing(new Error('must not be asked')) });
    const answer = await ask(service, query);
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0].extensions.code).toBe(code);
    expect(answer.body.data).toBeUndefined();
  });

  test('says so when the document has no operation of the name asked for', async () => {
    service = await startService({ execute: failing(new Error('must not be asked')) });
    const { body, status } = await ask(service, 'query A { __typename }', { operationName: 'B' });
    expect(status).toBe(400);
    expect(body.errors[0].extensions.code).toBe('OPERATION_RESOLUTION_FAILURE');
  });

  test('answers the operation that is named, however often another of the same document was asked', async () => {
    const execute: Execute = async ({ operation }) => ({ data: { asked: operation.name?.value } });
    service = await startService({ execute });
    const document = 'query A { __typename } query B { __typename }';
    for (const operationName of ['A', 'B', 'A', 'B']) {
      const { body } = await ask(service, document, { operationName });
      expect(body.data).toEqual({ asked: operationName });
    }
    expect((await ask(service, document)).body.errors[0].extensions.code).toBe(
      'OPERATION_RESOLUTION_FAILURE',
    );
  });

  test('knows no introspection when that is switched off, and makes no guess at names', async () => {
    service = await startService({ environment: { INTROSPECTION: 'false' } });
    const asked = await ask(service, '{ __schema { queryType { name } } }');
    expect(asked.body.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const wrong = await ask(service, '{ peopl { totalCount } }');
    expect(wrong.body.errors[0].message).not.toContain('Did you mean');
    for (const query of [
      '{ peopl }',
      '{ people(x: 1) }',
      '{ people(orderBy: [{ x: UP }]) { totalCount } }',
    ]) {
      const { errors } = (await ask(service, query)).body;
      expect(errors[0].extensions.hint).not.toMatch(/totalCount|orderBy|name|ASC/);
    }
  });
});

describe('errors of execute', () => {
  test('of our own keep code, hint and HTTP status', async () => {
    const error = new ServiceError('STORE_UNAVAILABLE', 'The graph does not answer.', {
      hint: 'Try again.',
    });
    service = await startService({ execute: failing(error) });
    const { status, body } = await ask(service, '{ __typename }');
    expect(status).toBe(503);
    expect(body).toEqual({
      errors: [
        {
          message: 'The graph does not answer.',
          extensions: { code: 'STORE_UNAVAILABLE', hint: 'Try again.' },
        },
      ],
    });
  });

  test('that nobody expected are logged whole and answered bare', async () => {
    service = await startService({ execute: failing(new Error('secret path /var/lib')) });
    const { status, body, headers } = await ask(service, '{ __typename }');
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(body.errors[0].message).toContain(headers['x-request-id']);
    expect(JSON.stringify(service.log)).toContain('secret path');
  });

  test('given back as values are told with their code, or bare', async () => {
    const known = new GraphQLError('Not so.', { extensions: { code: 'BAD_USER_INPUT' } });
    service = await startService({ execute: async () => ({ errors: [known, new GraphQLError('secret')] }) });
    const { status, body } = await ask(service, '{ __typename }');
    expect(status).toBe(400);
    expect(body.errors.map((e: GraphQLError) => e.extensions.code)).toEqual([
      'BAD_USER_INPUT',
      'INTERNAL_SERVER_ERROR',
    ]);
    expect(JSON.stringify(body)).not.toContain('secret');
  });
});

describe('limits', () => {
  const tooMuch: readonly [string, Record<string, string>, string, string][] = [
    ['tokens', { TOKENS_MAX: '20' }, `{ ${'__typename '.repeat(30)} }`, 'OPERATION_LIMIT'],
    [
      'fields of fragments',
      { RECURSIVE_SELECTIONS_MAX: '10' },
      'fragment a on Query { __typename x: __typename y: __typename } fragment b on Query { ...a ...a } fragment c on Query { ...b ...b } { ...c }',
      'OPERATION_LIMIT',
    ],
    [
      'depth',
      { DEPTH_MAX: '2' },
      '{ gifts { edges { node { givers { nodes { ...G } } } } } } fragment G on Actor { ... on Person { gave { totalCount } } }',
      'OPERATION_LIMIT',
    ],
  ];
  test.each(tooMuch)('refuses too many %s', async (_what, environment, query, code) => {
    service = await startService({ environment, execute: failing(new Error('must not be asked')) });
    const { status, body } = await ask(service, query);
    expect(status).toBe(400);
    expect(body.errors[0].extensions.code).toBe(code);
  });

  test('leaves pages out of the depth', async () => {
    service = await startService({ environment: { DEPTH_MAX: '2' } });
    const query = '{ gifts { edges { node { givers { edges { node { __typename } } } } } } }';
    expect((await ask(service, query)).status).toBe(200);
  });
});

test('logs name, time and codes of an operation, and nothing of what it says', async () => {
  service = await startService();
  const query = 'query Who($n: String!) { person(name: $n) { id } a: person(name: "Hidden") { id } }';
  await ask(service, query, { variables: { n: 'Secretive' } });
  const line = service.log.find((entry) => entry.msg === 'operation');
  expect(line).toMatchObject({ operation: 'query', name: 'Who', status: 200 });
  expect(JSON.stringify(service.log)).not.toMatch(/Secretive|Hidden/);
});
