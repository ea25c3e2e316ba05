import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadSchema } from '../../src/graphql/schema.ts';
import { readDomain } from '../../src/model/domain/domain.ts';
import { build } from '../support/borrow.ts';
import { coordinates } from './coordinates.ts';
import { AUDIENCE, ISSUER, type Issuer, makeRoles, type Role, startIssuer } from './roles.ts';
import { codeOf, faultsOf, type RealService, startReal } from './service.ts';

const folder = mkdtempSync(join(tmpdir(), 'attested-'));
const keyPath = join(folder, 'keys.json');
let issuer: Issuer;
let roles: readonly Role[];
let service: RealService;

beforeAll(async () => {
  await build();
  issuer = await startIssuer();
  const made = await makeRoles(issuer);
  roles = made.roles;
  writeFileSync(keyPath, made.keyFile);
  const tokens = { JWKS_URL: issuer.jwksUrl, JWT_ISSUER: ISSUER, JWT_AUDIENCE: AUDIENCE };
  service = await startReal({
    API_KEYS: keyPath,
    ...tokens,
    LOG_LEVEL: 'info',
    CORS_ORIGINS: 'https://good.example',
  });
});
afterAll(async () => {
  await service?.stop();
  issuer?.close();
});

/** Each route with what it needs. */
const routes: Readonly<Record<string, string>> = {
  '/livez': 'open',
  '/readyz': 'open',
  '/metrics': 'admin',
  '/admin/reload': 'reload',
  '/graphql': 'read',
  // The page that asks: it holds nothing of the graph, and asks with the key that it is given.
  '/': 'open',
  '/assets/*': 'open',
  '/id/*': 'read',
  '/mcp': 'read',
  '/openapi.json': 'read',
  '/q': 'read',
  '/q/:file': 'read',
  '/reconcile': 'read',
  '/reconcile/properties': 'read',
  '/schema.graphql': 'read',
  '/export': 'export',
  '/export/*': 'export',
  '/tables': 'export',
  '/tables/datapackage.json': 'export',
  '/tables/:file': 'export',
};

/** The routes that the source registers. */
function registered(): Set<string> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  const found = files.flatMap((path) => {
    const text = readFileSync(join('src', path), 'utf8');
    return [
      ...text.matchAll(/\b(?:app|scope)\.(?:get|post|all)(?:<[^>]*>)?\(\s*'(\/[^']*)'|\burl: '(\/[^']*)'/g),
    ];
  });
  return new Set(found.map(([, a, b]) => a ?? b ?? ''));
}

const expected = ({ may }: Role, needed: string): number | undefined => {
  if (needed === 'open' || may.includes(needed)) return undefined;
  return may.length === 0 ? 401 : 403;
};

const headersOf = ({ authorization }: Role): Record<string, string> =>
  authorization ? { authorization } : {};

describe('who may ask what', () => {
  test('every route of the source is in the matrix', () => {
    expect([...registered()].filter((path) => !(path in routes))).toEqual([]);
  });

  test('every route is asked as each role', async () => {
    const paths = Object.entries(routes).map(
      ([route, needed]) => [route.replace('*', 'graph.csv').replace(':file', 'x.csv'), needed] as const,
    );
    for (const role of roles) {
      for (const [path, needed] of [...paths, ['/nowhere', 'read'] as const]) {
        const post = path === '/graphql' ? { method: 'POST', body: '{"query":"{ __typename }"}' } : {};
        const headers = {
          ...headersOf(role),
          ...(path === '/graphql' && { 'content-type': 'application/json' }),
        };
        const answer = await service.send({ path, headers, ...post });
        const wanted = expected(role, needed);
        const found = [401, 403].includes(answer.status) ? answer.status : undefined;
        expect([role.name, path, found]).toEqual([role.name, path, wanted]);
        expect([role.name, path, faultsOf(answer)]).toEqual([role.name, path, []]);
      }
    }
  });

  test('every coordinate of the schema is asked as each role', async () => {
    const { schema } = loadSchema(readDomain());
    const all = coordinates(schema);
    expect(all.length).toBeGreaterThan(400);
    const shown = ['nobody', 'a wrong key', 'a token without scopes', 'a key to read'];
    const wrong: string[] = [];
    for (const role of roles.filter(({ name }) => shown.includes(name))) {
      const wanted = expected(role, 'read') ?? 200;
      for (const { coordinate, query } of all) {
        const { status, text } = await service.ask(query, {}, headersOf(role));
        // Who may ask is told that nothing bears a made-up name.
        const isAnswered = status === 200 ? text.includes('"data"') : text.includes('"UNKNOWN_NAME"');
        if (wanted === 200 ? !isAnswered : status !== wanted || text.includes('"data"'))
          wrong.push(`${role.name} ${coordinate}: ${status} ${text.slice(0, 150)}`);
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  test('a preflight needs no key, an answer of 401 says how to ask, and neither key nor token is logged', async () => {
    const preflight = { origin: 'https://good.example', 'access-control-request-method': 'POST' };
    expect((await service.send({ path: '/graphql', method: 'OPTIONS', headers: preflight })).status).toBe(
      204,
    );
    expect((await service.ask('{ __typename }')).headers['www-authenticate']).toBe('Bearer');
    for (const { authorization } of roles) {
      if (authorization) expect(service.log()).not.toContain(authorization.split(' ')[1]);
    }
  });
});

describe('names and pages', () => {
  test('of others are refused on every route, those of this machine and of the list are not', async () => {
    for (const path of Object.keys(routes)) {
      expect((await service.send({ path, headers: { host: 'evil.example' } })).status).toBe(421);
      expect((await service.send({ path, headers: { origin: 'https://evil.example' } })).status).toBe(403);
      expect((await service.send({ path, headers: { origin: 'null' } })).status).toBe(403);
    }
    for (const host of ['localhost', '127.0.0.1:1', '[::1]']) {
      expect((await service.send({ path: '/livez', headers: { host } })).status).toBe(200);
    }
    for (const origin of ['https://good.example', `http://127.0.0.1:${service.port}`]) {
      expect((await service.send({ path: '/livez', headers: { origin } })).status).toBe(200);
    }
  });

  test.each([
    ['GET', {}, undefined],
    ['POST', {}, '{"query":"{ __typename }"}'],
    ['POST', { 'content-type': 'text/plain' }, '{"query":"{ __typename }"}'],
    ['POST', { 'content-type': 'application/x-www-form-urlencoded' }, 'query={__typename}'],
    ['POST', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--'],
    ['GET', { 'content-type': 'text/plain' }, undefined],
    ['GET', { 'content-type': 'message/x' }, undefined],
  ] as const)('%s %j, which a form of a foreign page can send, is not run', async (method, headers, body) => {
    const reader = roles.find(({ name }) => name === 'a key to read') as Role;
    const path = method === 'GET' ? '/graphql?query={__typename}' : '/graphql';
    const sent = {
      path,
      method,
      headers: { ...headersOf(reader), ...headers },
      ...(body !== undefined && { body }),
    };
    const answer = await service.send(sent);
    expect([400, 415]).toContain(answer.status);
    expect(answer.text).not.toContain('"data"');
  });
});

describe('a service', () => {
  const refused: readonly (readonly [string, Record<string, string>, RegExp])[] = [
    ['open to all beyond this machine', { HOST: '0.0.0.0' }, /PUBLIC_WITHOUT_KEYS/],
    ['open to all by IPv6', { HOST: '::' }, /PUBLIC_WITHOUT_KEYS/],
    ['without its file of keys', { API_KEYS: '/nowhere/keys.json' }, /API_KEYS/],
    ['with keys that are no keys', { API_KEYS: 'package.json' }, /API_KEYS/],
    ['with tokens for anyone', { JWKS_URL: 'http://127.0.0.1:1/' }, /JWT_ISSUER/],
    ['with a broken manifest', { TRUSTED_DOCUMENTS: 'package.json' }, /TRUSTED_DOCUMENTS/],
  ];
  test.each(refused)('%s does not start', (_what, environment, said) => {
    const env = { PATH: process.env.PATH, PORT: '0', ...environment };
    const { status, stderr } = spawnSync(process.execPath, ['dist/main.js'], {
      env,
      encoding: 'utf8',
      timeout: 30_000,
    });
    expect([status, stderr]).toEqual([78, expect.stringMatching(said)]);
  });

  test('counts requests by key, else by address', async () => {
    const { key, entry } = JSON.parse(makeKeyByCommand());
    writeFileSync(join(folder, 'one.json'), JSON.stringify({ keys: [entry] }));
    const limited = await startReal({ RATE_PER_MINUTE: '20', API_KEYS: join(folder, 'one.json') });
    const ask = (headers: Record<string, string>) => limited.send({ path: '/schema.graphql', headers });
    try {
      const by = { authorization: `Bearer ${key}` };
      const statuses: number[] = [];
      for (let i = 0; i < 25; i += 1) statuses.push((await ask(by)).status);
      expect(statuses).toEqual([...Array(20).fill(200), ...Array(5).fill(429)]);
      const over = await ask(by);
      expect([codeOf(over.text), Number(over.headers['retry-after'])]).toEqual([
        'RATE_LIMIT',
        expect.any(Number),
      ]);
      // Without a key the address counts, and whoever tries keys is stopped as well.
      for (let i = 0; i < 20; i += 1)
        expect((await ask({ authorization: `Bearer attested_${i}` })).status).toBe(401);
      expect((await ask({})).status).toBe(429);
      expect((await limited.send({ path: '/livez' })).status).toBe(200);
    } finally {
      await limited.stop();
    }
  });
});

describe('a service that knows no keys', () => {
  const asked = (address: string) => ({ path: '/schema.graphql', headers: { 'x-forwarded-for': address } });

  test('shows how it runs to its own machine, and not through a proxy there', async () => {
    const open = await startReal();
    try {
      expect((await open.send({ path: '/metrics' })).status).toBe(200);
      for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
        const answer = await open.send({ path: '/metrics', headers: { [header]: '203.0.113.7' } });
        expect([header, answer.status, codeOf(answer.text)]).toEqual([header, 403, 'FORBIDDEN']);
      }
    } finally {
      await open.stop();
    }
  });

  test('counts by the address that a proxy of ours tells, an IPv6 network as one, and by no word of others', async () => {
    const behind = await startReal({ RATE_PER_MINUTE: '5', TRUSTED_PROXIES: '127.0.0.1' });
    const direct = await startReal({ RATE_PER_MINUTE: '5' });
    const statuses = async (service: RealService, addresses: readonly string[]) => {
      const found: number[] = [];
      for (const address of addresses) found.push((await service.send(asked(address))).status);
      return found;
    };
    const six = [1, 2, 3, 4, 5, 6];
    try {
      expect(
        await statuses(
          behind,
          six.map((i) => `2001:db8:0:1::${i}`),
        ),
      ).toEqual([200, 200, 200, 200, 200, 429]);
      expect(await statuses(behind, ['2001:db8:0:2::1', '203.0.113.7'])).toEqual([200, 200]);
      expect(
        await statuses(
          direct,
          six.map((i) => `203.0.113.${i}`),
        ),
      ).toEqual([200, 200, 200, 200, 200, 429]);
    } finally {
      await Promise.all([behind.stop(), direct.stop()]);
    }
  });
});

test('while the keys of tokens cannot be read, health is told, keys of its own hold, and tokens come again', async () => {
  const reader = roles.find(({ name }) => name === 'a key to read') as Role;
  const token = roles.find(({ name }) => name === 'a token to read') as Role;
  const tokens = { JWKS_URL: 'http://127.0.0.1:1/jwks', JWT_ISSUER: ISSUER, JWT_AUDIENCE: AUDIENCE };
  const cut = await startReal({ API_KEYS: keyPath, ...tokens });
  try {
    const ask = (path: string, role: Role) => cut.send({ path, headers: headersOf(role) });
    expect((await ask('/livez', token)).status).toBe(200);
    expect((await ask('/readyz', token)).status).toBe(200);
    expect((await ask('/schema.graphql', reader)).status).toBe(200);
    const { status, text, headers } = await ask('/schema.graphql', token);
    expect([status, codeOf(text), headers['retry-after']]).toEqual([503, 'KEYS_UNAVAILABLE', '1']);
  } finally {
    await cut.stop();
  }
});

function makeKeyByCommand(): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['dist/main.js', 'key', 'one', '--scopes', 'read'], {
    encoding: 'utf8',
  });
  return JSON.stringify({ key: /attested_\S+/.exec(stderr)?.[0], entry: JSON.parse(stdout) });
}
