import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildPages } from '../support/borrow.ts';
import { type Explorer, startExplorer } from './service.ts';

/** The pages as files: which headers they come with, how they are compressed, what is not served. */

let explorer: Explorer;

beforeAll(async () => {
  await buildPages();
  explorer = await startExplorer();
}, 180_000);
afterAll(() => explorer?.close());

const HTML = { accept: 'text/html' };

function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${explorer.url}${path}`, { headers, redirect: 'manual' });
}

async function assetOf(path: string): Promise<string> {
  const html = await (await get(path, HTML)).text();
  return /src="\.(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? 'none';
}

describe('the files of the pages', () => {
  test.each(['/', '/explorer', '/graph'])(
    '%s comes with a strict policy and is asked for anew',
    async (path) => {
      const { status, headers } = await get(path, HTML);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/default-src '(none|self)'/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
      expect(policy.includes('unsafe-inline')).toBe(path === '/explorer');
    },
  );

  test('assets are named by their content and kept for good', async () => {
    const { headers } = await get(await assetOf('/graph'));
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('vary')).toBe('accept-encoding');
  });

  test('each coding gives the same bytes', async () => {
    const path = await assetOf('/graph');
    const coded = async (coding: string) => {
      const response = await get(path, { 'accept-encoding': coding });
      expect(response.headers.get('content-encoding')).toBe(coding === 'identity' ? null : coding);
      return response;
    };
    const plain = await (await coded('identity')).text();
    // fetch undoes the coding by itself, which proves that it is what the header says.
    expect(await (await coded('br')).text()).toBe(plain);
    expect(await (await coded('gzip')).text()).toBe(plain);
  });

  test('a file that the browser has is not sent again', async () => {
    const first = await get('/', HTML);
    const etag = first.headers.get('etag') ?? '';
    expect((await get('/', { ...HTML, 'if-none-match': etag })).status).toBe(304);
  });

  test('nothing but what was built is served', async () => {
    for (const path of [
      '/assets/none.js',
      '/assets/../index.html.br',
      '/assets/%2e%2e%2f.inputs',
      '/.inputs',
      '/index.html',
    ]) {
      expect((await get(path)).status).toBe(404);
    }
  });

  test('a slash at the end leads to the page', async () => {
    const { status, headers } = await get('/graph/');
    expect([status, headers.get('location')]).toEqual([308, '../graph']);
  });

  test('a client that reads no HTML is told at / what is there', async () => {
    const response = await get('/');
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toContain('/graphql');
  });
});
