import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { build } from '../support/borrow.ts';
import { codeOf, type RealService, startReal } from './service.ts';

/** What a client says of hosts and protocols stands in links and files only where a proxy of ours says so, and is one. */

const PAGE = '/id/person/vladimir-putin';

let behind: RealService;
let direct: RealService;

beforeAll(async () => {
  await build();
  const hosts = { ALLOWED_HOSTS: 'good.example,inside.example' };
  behind = await startReal({ ...hosts, TRUSTED_PROXIES: '127.0.0.0/8' });
  direct = await startReal({ ...hosts, TRUSTED_PROXIES: '10.0.0.1' });
});

afterAll(async () => {
  await behind?.stop();
  await direct?.stop();
});

const ask = (service: RealService, forwarded: Readonly<Record<string, string>>, path = PAGE) =>
  service.send({ path, headers: { host: 'good.example', accept: 'text/html', ...forwarded } });

test('a trusted proxy tells host and protocol, as far as the service is asked by them', async () => {
  const told = { 'x-forwarded-host': 'inside.example', 'x-forwarded-proto': 'https' };
  const { status, text } = await ask(behind, told);
  expect(status).toBe(200);
  expect(text).toContain('href="https://inside.example/');
});

test('of several proxies in a row the last one is ours', async () => {
  const { text } = await ask(behind, { 'x-forwarded-host': 'evil.example, inside.example' });
  expect(text).not.toContain('evil.example');
  expect(text).toContain('http://inside.example/');
});

test.each([
  ['another name', { 'x-forwarded-host': 'evil.example' }, 421, 'HOST_NOT_ALLOWED'],
  ['no host', { 'x-forwarded-host': 'good.example> <http://x' }, 400, 'BAD_REQUEST'],
  ['a path', { 'x-forwarded-host': 'good.example/evil' }, 400, 'BAD_REQUEST'],
  ['a script', { 'x-forwarded-proto': 'javascript' }, 400, 'BAD_REQUEST'],
])('%s in the word of a trusted proxy is refused', async (_, forwarded, status, code) => {
  for (const path of [PAGE, '/export/graph.ttl', '/tables/datapackage.json']) {
    const answer = await ask(behind, forwarded, path);
    expect([path, answer.status, codeOf(answer.text)]).toEqual([path, status, code]);
  }
});

test('nobody else is heard', async () => {
  const { status, text } = await ask(direct, {
    'x-forwarded-host': 'inside.example',
    'x-forwarded-proto': 'https',
  });
  expect(status).toBe(200);
  expect(text).toContain('href="http://good.example/');
  expect(text).not.toContain('inside.example');
});
