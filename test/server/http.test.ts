import { connect } from 'node:net';
import { runInThisContext } from 'node:vm';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ServiceError } from '../../src/errors.ts';
import type { Execute } from '../../src/graphql/execute.ts';
import { startService, type TestService } from './service.ts';

/** The process that warns; the one that Jest shows to tests is a copy, which hears of nothing. */
const realProcess: NodeJS.Process = runInThisContext('process');

let service: TestService;
afterEach(() => service.close());

const JSON_TYPE = { 'content-type': 'application/json' };

function post(body: string | Buffer, headers: Record<string, string> = JSON_TYPE) {
  return service.send({ method: 'POST', url: '/graphql', body, headers });
}

describe('what is no question', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const refused: readonly [string, string | Buffer, Record<string, string>, number, string][] = [
    ['broken JSON', '{"query":', JSON_TYPE, 400, 'BAD_REQUEST'],
    ['an empty body', '', JSON_TYPE, 400, 'BAD_REQUEST'],
    ['null', 'null', JSON_TYPE, 400, 'BAD_REQUEST'],
    ['a batch', '[{"query":"{ __typename }"}]', JSON_TYPE, 400, 'BAD_REQUEST'],
    ['a prototype', '{"query":"{ __typename }","__proto__":{}}', JSON_TYPE, 400, 'BAD_REQUEST'],
    ['broken UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), JSON_TYPE, 400, 'BAD_REQUEST'],
    ['text', '{ __typename }', { 'content-type': 'text/plain' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a form', 'query={__typename}', form, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['utf-7', '{}', { 'content-type': 'application/json; charset=utf-7' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a compressed body', '{}', { ...JSON_TYPE, 'content-encoding': 'gzip' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a large body', JSON.stringify({ query: 'x'.repeat(200_000) }), JSON_TYPE, 413, 'BODY_TOO_LARGE'],
    ['an empty host', '{}', { ...JSON_TYPE, host: '' }, 400, 'BAD_REQUEST'],
    ['a host that is none', '{}', { ...JSON_TYPE, host: 'a b/c' }, 400, 'BAD_REQUEST'],
  ];
  test.each(refused)(
    'refuses %s with JSON that says what to do',
    async (_what, payload, headers, status, code) => {
      service = await startService();
      const response = await post(payload, headers);
      expect(response.status).toBe(status);
      expect(response.headers['content-type']).toContain('application/json');
      expect(response.json().errors[0].extensions).toEqual({ code, hint: expect.stringMatching(/./) });
    },
  );

  test.each(['PUT', 'PATCH', 'DELETE'] as const)('refuses %s and says what is allowed', async (method) => {
    service = await startService();
    const response = await service.send({ method, url: '/graphql' });
    expect(response.status).toBe(405);
    expect(response.headers.allow).toBe('GET, POST');
    expect(response.json().errors[0].extensions.code).toBe('METHOD_NOT_ALLOWED');
  });

  test.each(['/nowhere', '/schema.graphql/../x', '/%'])('finds nothing at %s', async (url) => {
    service = await startService();
    const response = await service.send({ url });
    expect([404, 400]).toContain(response.status);
    expect(response.json().errors[0].extensions.code).toMatch(/NOT_FOUND|BAD_REQUEST/);
  });
});

describe('/schema.graphql', () => {
  test('is the schema as it is written, and is not sent twice', async () => {
    service = await startService();
    const first = await service.send({ url: '/schema.graphql' });
    expect(first.headers['content-type']).toContain('text/plain');
    expect(first.text).toContain('type Query');
    const headers = { 'if-none-match': String(first.headers.etag) };
    const second = await service.send({ url: '/schema.graphql', headers });
    expect([second.status, second.text]).toEqual([304, '']);
  });
});

describe('health', () => {
  test('asks the store at most once a second', async () => {
    let pings = 0;
    const ping = async () => {
      pings += 1;
    };
    service = await startService({ ping });
    const answers = await Promise.all([1, 2, 3].map(() => service.send({ url: '/readyz' })));
    expect(answers.map((r) => r.json())).toEqual(Array(3).fill({ status: 'ready', engine: 'grafeo' }));
    expect(pings).toBe(1);
  });

  test('says when the store is away, while the process lives', async () => {
    const ping = async () => {
      throw new ServiceError('STORE_UNAVAILABLE', 'The graph does not answer.');
    };
    service = await startService({ ping });
    const response = await service.send({ url: '/readyz' });
    expect(response.status).toBe(503);
    expect(response.headers['retry-after']).toBe('1');
    expect(response.json().errors[0].extensions.code).toBe('STORE_UNAVAILABLE');
    expect((await service.send({ url: '/livez' })).status).toBe(200);
  });

  test.each([
    ['starting', 'STARTING'],
    ['draining', 'DRAINING'],
  ] as const)('while %s, neither is ready nor answers', async (phase, code) => {
    service = await startService();
    service.lifecycle.phase = phase;
    const asked = await Promise.all([service.send({ url: '/readyz' }), post('{"query":"{ __typename }"}')]);
    for (const response of asked) {
      expect(response.status).toBe(503);
      expect(response.json().errors[0].extensions.code).toBe(code);
    }
    expect((await service.send({ url: '/schema.graphql' })).status).toBe(200);
  });
});

describe('headers', () => {
  test('keeps the request id of a proxy, but not one that could forge a log', async () => {
    service = await startService();
    const idFor = async (id: string) =>
      (await service.send({ url: '/livez', headers: { 'x-request-id': id } })).headers['x-request-id'];
    expect(await idFor('edge-17')).toBe('edge-17');
    expect(await idFor('a b\tc')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('lets pages of the origins set read answers, and no others', async () => {
    service = await startService({ environment: { CORS_ORIGINS: 'https://good.example' } });
    const allowed = async (origin: string) =>
      (await service.send({ url: '/livez', headers: { origin } })).headers['access-control-allow-origin'];
    expect(await allowed('https://good.example')).toBe('https://good.example');
    expect(await allowed('https://evil.example')).toBeUndefined();
  });

  test('answers a preflight', async () => {
    const headers = { origin: 'https://a.example', 'access-control-request-method': 'POST' };
    service = await startService({ environment: { CORS_ORIGINS: '*' } });
    const response = await service.send({ method: 'OPTIONS', url: '/graphql', headers });
    expect([response.status, response.headers['access-control-allow-origin']]).toEqual([204, '*']);
  });
});

describe('on a socket', () => {
  function deferred() {
    let resolve: () => void = () => undefined;
    const promise = new Promise<void>((done) => {
      resolve = done;
    });
    return { promise, resolve: () => resolve() };
  }

  async function listen(execute?: Execute): Promise<number> {
    service = await startService(execute ? { execute } : {});
    return service.port;
  }

  function send(port: number, text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      socket.on('data', (data) => {
        answer += data;
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(answer));
    });
  }

  test.each([
    ['no HTTP', 'HELO\r\n\r\n', '400'],
    ['HTTP/1.0 without a host', 'GET /graphql?query={__typename} HTTP/1.0\r\n\r\n', '400'],
    ['two hosts', 'GET /livez HTTP/1.1\r\nhost: a\r\nhost: b\r\nconnection: close\r\n\r\n', '400'],
    [
      'an address of another host',
      'GET http://evil.example/livez HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
      '400',
    ],
    ['large headers', `GET /livez HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, '431'],
  ])('answers %s with JSON', async (_what, text, status) => {
    const answer = await send(await listen(), text);
    expect(answer.split(' ')[1]).toBe(status);
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '').errors[0].extensions.code).toMatch(/^[A-Z_]+$/);
  });

  test('answers a client that expects what the service does not know', async () => {
    const port = await listen();
    const head = 'GET /livez HTTP/1.1\r\nhost: a\r\nexpect: 200-maybe\r\nconnection: close';
    expect(await send(port, `${head}\r\n\r\n`)).toMatch(/^HTTP\/1.1 200 .*"live"/s);
  });

  test('answers what is sent together in its order, and takes 16 requests at once on one connection', async () => {
    const ready = deferred();
    const warnings: Error[] = [];
    const listener = (warning: Error) => warnings.push(warning);
    realProcess.on('warning', listener);
    const port = await listen(async ({ signal }) => {
      signal?.addEventListener('abort', () => undefined);
      await ready.promise;
      return { data: { __typename: 'Query' } };
    });
    const body = '{"query":"{ __typename }"}';
    const last = (i: number) => (i === 19 ? 'connection: close\r\n' : '');
    const requests = Array.from(
      { length: 20 },
      (_, i) =>
        `POST /graphql HTTP/1.1\r\nhost: a\r\n${last(i)}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    const answered = send(port, requests.join(''));
    while ((await service.send({ url: '/livez' })).status !== 200);
    ready.resolve();
    const statuses = [...(await answered).matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status);
    // The first that is refused has a body that nobody reads, which ends the connection.
    expect(statuses).toEqual([...Array(16).fill('200'), '503']);
    realProcess.off('warning', listener);
    expect(warnings).toEqual([]);
  });

  test('keeps no place for requests that are still being sent', async () => {
    service = await startService({ environment: { REQUESTS_MAX: '2' } });
    const head =
      'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{';
    const slow = await Promise.all(
      Array.from(
        { length: 5 },
        () =>
          new Promise<ReturnType<typeof connect>>((resolve) => {
            const socket = connect(service.port, '127.0.0.1', () =>
              socket.write(head, () => resolve(socket)),
            );
          }),
      ),
    );
    expect((await post('{"query":"{ __typename }"}')).status).toBe(200);
    for (const socket of slow) socket.destroy();
  });

  test('closes connections that ask nothing when all are taken and another one comes', async () => {
    service = await startService({ environment: { CONNECTIONS_MAX: '3' } });
    const closed = Array.from(
      { length: 3 },
      () =>
        new Promise<void>((resolve, reject) => {
          const socket = connect(service.port, '127.0.0.1', () =>
            socket.write('GET /livez HTTP/1.1\r\nhost: a\r\n\r\n'),
          );
          socket.on('error', reject);
          socket.on('close', () => resolve());
          socket.resume();
        }),
    );
    let left = 3;
    for (const each of closed) each.then(() => (left -= 1));
    let status = 0;
    while (status !== 200 || left === 3) {
      status = await service.send({ url: '/livez' }).then(
        (answer) => answer.status,
        () => 0,
      );
    }
    expect(left).toBeLessThan(3);
  });

  test('tells execute when the client has gone', async () => {
    const gone = deferred();
    const asked = deferred();
    const port = await listen(async ({ signal }) => {
      signal?.addEventListener('abort', () => gone.resolve());
      asked.resolve();
      await gone.promise;
      return { data: null };
    });
    const body = '{"query":"{ __typename }"}';
    const head = `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${body.length}`;
    const socket = connect(port, '127.0.0.1', () => socket.write(`${head}\r\n\r\n${body}`));
    await asked.promise;
    socket.destroy();
    await gone.promise;
  });

  test('answers what is under way while it stops, and takes nothing new', async () => {
    const asked = deferred();
    const ready = deferred();
    const port = await listen(async () => {
      asked.resolve();
      await ready.promise;
      return { data: { __typename: 'Query' } };
    });
    const underWay = post('{"query":"{ __typename }"}');
    await asked.promise;
    service.lifecycle.phase = 'draining';
    const closed = service.close();
    await expect(send(port, 'GET /livez HTTP/1.1\r\nhost: a\r\n\r\n')).rejects.toThrow('ECONNREFUSED');
    ready.resolve();
    expect((await underWay).status).toBe(200);
    await closed;
  });

  test('serves many requests on one connection without gathering listeners', async () => {
    const warnings: Error[] = [];
    const listener = (warning: Error) => warnings.push(warning);
    realProcess.on('warning', listener);
    const port = await listen();
    for (let i = 0; i < 20; i += 1) {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: JSON_TYPE,
        body: '{"query":"{ __typename }"}',
      });
      expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
    }
    realProcess.off('warning', listener);
    expect(warnings).toEqual([]);
  });
});
