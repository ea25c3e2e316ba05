import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type OpenTelemetry, traceOperations } from '../../src/server/tracing.ts';
import { build } from '../support/borrow.ts';
import { type Answer, type RealService, startReal } from './service.ts';

let service: RealService;
beforeAll(async () => {
  await build();
  service = await startReal({ SLOW_QUERY_MS: '0' });
});
afterAll(() => service?.stop());

type Line = { readonly msg: string; readonly [key: string]: unknown };

/** The lines that have come whole. */
const lines = (): Line[] =>
  service
    .log()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

/** The line of a request, which can come after its answer. */
async function lineOf({ headers }: Answer): Promise<Line> {
  for (;;) {
    const found = lines().find(({ reqId }) => reqId === headers['x-request-id']);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const query =
  'query Who($n: String!) { person(name: "Putin") { id name gave(first: 3) { nodes { id } } } people(where: { name: { contains: $n } }) { totalCount } b: people(where: { name: { contains: "Literal Secret" } }) { totalCount } }';

describe('the log', () => {
  test('has a line for each operation: request, name, time, rows, cost, codes', async () => {
    const line = await lineOf(await service.ask(query, { variables: { n: 'Putin' } }));
    expect(line).toMatchObject({ msg: 'operation', operation: 'query', name: 'Who', status: 200 });
    for (const fact of ['ms', 'rows', 'cost']) expect(line[fact]).toEqual(expect.any(Number));
    const second = await lineOf(await service.ask('{ people(first: 100000) { nodes { id } } }'));
    expect(second).toMatchObject({ codes: ['PAGE_SIZE'], status: 400 });
  });

  test('has the statement of a slow one, with all its values left out', async () => {
    await lineOf(await service.ask(query, { variables: { n: 'Variable Secret' } }));
    const slow = lines().filter(({ msg }) => msg === 'slow operation');
    expect(slow.length).toBeGreaterThan(0);
    for (const { statement } of slow) expect(statement).toMatch(/RETURN/);
  });

  test('holds no text of a client, no secret and no stack, whatever was sent', async () => {
    const secret = 'attested_Secret';
    await service.ask(
      query,
      { variables: { n: 'Variable Secret' } },
      { authorization: `Bearer ${secret}`, cookie: secret },
    );
    await service.ask('{ people(where: { name: { eq: "Literal Secret" } }) { nope } }');
    const unknown = await service.ask('query ($n: String!) { person(name: $n) { id } }', {
      variables: { n: 'Unknown Secret' },
    });
    expect(await lineOf(unknown)).toMatchObject({ codes: ['UNKNOWN_NAME'], status: 400 });
    await service.ask('{ __typename }', { operationName: 'Name Secret' });
    await service.send({
      path: '/nowhere/Path-Secret?q=Query-Secret',
      headers: { 'user-agent': 'Agent Secret' },
    });
    await service.raw('GET /Raw-Secret HTTP/9\r\n\r\n');
    await service.send({
      path: '/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{Body Secret',
    });
    await lineOf(await service.ask('{ __typename }'));
    expect(service.log()).not.toMatch(/Secret|\bat file:|node_modules/);
    for (const line of lines())
      expect(line.msg).toMatch(
        /^(operation|slow operation|listening at .*|the graph is open in engine processes)$/,
      );
  });
});

/** Requests that take the service a while, or never come to their end. */
const abandoned = [
  'POST /graphql HTTP/1.1\r\nhost: lo',
  'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{"q',
  post('{"query":"{ claims(first: 100) { nodes { id about(first: 10) { nodes { id } } } } }"}'),
  ...[
    '/export/graph.ttl',
    '/export/graph.cypher',
    '/tables/nodes.csv',
    '/q/gifts-between.csv?from=Putin&to=Kim',
  ].map((path) => `GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: gzip\r\n\r\n`),
];

function post(body: string): string {
  const type = 'content-type: application/json';
  return `POST /graphql HTTP/1.1\r\nhost: localhost\r\n${type}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

test('a client that hangs up, at whatever moment, is no error in the log and has no stack there', async () => {
  const from = service.log().length;
  for (const ms of [0, 1, 2, 4, 7, 12, 20, 35]) {
    for (const text of abandoned) {
      const socket = connect(service.port, '127.0.0.1', () => socket.write(text));
      socket.on('error', () => undefined);
      socket.pause();
      await new Promise((resolve) => setTimeout(resolve, ms));
      if (ms % 2) socket.resetAndDestroy();
      else socket.destroy();
    }
  }
  await lineOf(await service.ask('{ people { totalCount } }'));
  const said = service.log().slice(from);
  expect(said).toContain('CLIENT_GONE');
  expect(said).not.toMatch(/"level":[56]0|"stack"/);
});

describe('/metrics', () => {
  const series = async () => {
    const { text } = await service.send({ path: '/metrics' });
    return text.split('\n').filter((line) => line.startsWith('attested_') && !/_(sum|created)\b/.test(line));
  };

  test('counts operations and requests, with labels whose values are few, whatever names are sent', async () => {
    await service.ask('{ people { totalCount } }');
    await service.send({ path: '/nowhere' });
    await service.send({ path: '/graphql', method: 'PUT' });
    const send = async (from: number, to: number) => {
      for (let i = from; i < to; i += 1) {
        await service.ask(`query Name${i} { a${i}: __typename }`);
        await service.send({ path: `/nowhere/${i}` });
        await service.send({ path: `/tables/t${i}.csv`, headers: { 'x-request-id': `id-${i}` } });
      }
      return new Set((await series()).map((line) => line.replace(/ [^ ]+$/, '')));
    };
    await send(0, 5);
    const before = await send(5, 10);
    expect([...before].join('\n')).toMatch(/attested_operations_total\{type="query",code="OK"\}/);
    expect([...before].join('\n')).toMatch(/attested_info\{version="[\d.]+",engine="grafeo"\}/);
    expect(await send(10, 200)).toEqual(before);
    expect((await series()).length).toBeLessThan(300);
  });
});

test('/metrics shows how full the service is: what is worked at, what waits, which slots are taken', async () => {
  const full = await startReal({ REQUESTS_MAX: '1' });
  try {
    const claims = '{ claims(first: 100) { nodes { id about(first: 10) { nodes { id } } } } }';
    const asked = Array.from({ length: 20 }, () => full.ask(claims));
    const seen: string[] = [];
    let going = true;
    const looking = (async () => {
      while (going) seen.push((await full.send({ path: '/metrics' })).text);
    })();
    await Promise.all(asked);
    going = false;
    await looking;
    const { text } = await full.send({ path: '/metrics' });
    expect(text).toMatch(/^attested_requests\{state="working"\} 0$/m);
    expect(text).toMatch(/^attested_requests\{state="waiting"\} 0$/m);
    expect(text).toMatch(/^attested_slots_taken\{lane="heavy"\} 0$/m);
    expect(text).toMatch(/^attested_slots_taken\{lane="light"\} 0$/m);
    expect(seen.join('')).toMatch(
      /^attested_requests\{state="working"\} 1$\n^attested_requests\{state="waiting"\} [1-9]/m,
    );
  } finally {
    await full.stop();
  }
});

describe('spans', () => {
  test('go to the OpenTelemetry of whoever runs the service, one for each operation', async () => {
    const traced = await startReal({ NODE_OPTIONS: '--import ./test/reliability/tracer.mjs' });
    try {
      const right = await traced.ask(query, { variables: { n: 'Variable Secret' } });
      await traced.ask('{ people(first: 100000) { nodes { id } } }');
      await traced.ask('{ nope }');
      const written = () =>
        traced
          .log()
          .split('\n')
          .slice(0, -1)
          .filter((line) => line.includes('"msg":"span"'));
      while (written().length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
      const spans = written();
      expect(spans.join('\n')).not.toContain('Secret');
      const [first, ...others] = spans.map((line) => JSON.parse(line));
      expect(first).toMatchObject({ name: 'GraphQL query', status: { code: 0 } });
      expect(first.attributes).toMatchObject({
        'attested.request.id': right.headers['x-request-id'],
        'graphql.operation.type': 'query',
        'graphql.operation.name': 'Who',
      });
      expect(first.milliseconds).toBeGreaterThan(0);
      expect(
        others.map(({ name, status, attributes }) => [name, status.code, attributes['error.type']]),
      ).toEqual([
        ['GraphQL query', 2, 'PAGE_SIZE'],
        ['GraphQL document', 2, 'GRAPHQL_VALIDATION_FAILED'],
      ]);
    } finally {
      await traced.stop();
    }
  });

  test('have the type of an operation for a name, and neither text nor variables', () => {
    const spans: { name: string; attributes: object; status?: number; ended?: Date }[] = [];
    const api: OpenTelemetry = {
      trace: {
        getTracer: () => ({
          startSpan: (name, { attributes }) => {
            const span: (typeof spans)[number] = { name, attributes };
            spans.push(span);
            return {
              setStatus: ({ code }) => {
                span.status = code;
              },
              end: (time) => {
                span.ended = time;
              },
            };
          },
        }),
      },
    };
    const seen = {
      requestId: 'r',
      principal: undefined,
      work: undefined,
      lane: undefined,
      type: 'query',
      name: 'Who',
      startedAt: new Date(0),
      milliseconds: 5,
      status: 400,
    };
    traceOperations(api)({
      ...seen,
      codes: ['COST_LIMIT'],
      cost: 7,
      rows: undefined,
      statement: 'MATCH (secret)',
    });
    expect(spans).toEqual([
      {
        name: 'GraphQL query',
        status: 2,
        ended: new Date(5),
        attributes: {
          'attested.request.id': 'r',
          'graphql.operation.type': 'query',
          'graphql.operation.name': 'Who',
          'attested.cost': 7,
          'error.type': 'COST_LIMIT',
        },
      },
    ]);
  });
});
