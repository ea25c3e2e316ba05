import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import type { Browser } from 'playwright-core';
import { readDocumentsOfPages } from '../../src/server/trusted.ts';
import { codeOf, type RealService, startReal } from '../reliability/service.ts';
import { buildPages } from '../support/borrow.ts';
import { describeInBrowser, launch, watch } from './browser.ts';

const TRUSTED = '{ people { totalCount } }';

let service: RealService;

beforeAll(async () => {
  await buildPages();
  const manifest = join(mkdtempSync(join(tmpdir(), 'attested-')), 'manifest.json');
  const id = createHash('sha256').update(TRUSTED).digest('hex');
  writeFileSync(manifest, JSON.stringify({ [id]: TRUSTED }));
  service = await startReal({ TRUSTED_DOCUMENTS: manifest });
}, 180_000);
afterAll(() => service?.stop());

/** Calls a tool of MCP. */
async function call(name: string, args: object): Promise<string> {
  const { text } = await service.send({
    path: '/mcp',
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name, arguments: args },
    }),
  });
  return text;
}

test('a locked service answers what it was given, what its pages ask, and nothing else', async () => {
  const ofPages = readDocumentsOfPages('dist/explorer/documents.json');
  const schema = buildSchema(readFileSync('docs/schema.graphql', 'utf8'), { assumeValid: true });
  expect(ofPages.length).toBeGreaterThan(25);
  for (const document of ofPages) {
    expect([document, validate(schema, parse(document))]).toEqual([document, []]);
    expect(codeOf((await service.ask(document)).text)).not.toBe('DOCUMENT_NOT_TRUSTED');
    expect((await service.ask(`${document} `)).status).toBe(403);
  }
  expect((await service.ask(TRUSTED)).status).toBe(200);
  expect(codeOf((await service.ask('{ events { totalCount } }')).text)).toBe('DOCUMENT_NOT_TRUSTED');
});

test.each([
  '/tables/gifts.csv',
  '/export/graph.gexf',
  '/q/gifts-between.csv?from=Putin&to=Kim',
  '/reconcile?queries={"q0":{"query":"Kim Jong-un"}}',
  '/id/person/kim-jong-un',
  '/openapi.json',
])('a locked service serves %s, which asks nothing of a client', async (path) => {
  expect((await service.send({ path: encodeURI(path) })).status).toBe(200);
});

test('a locked service has the tools of MCP that ask fixed questions, and not the one that asks any', async () => {
  expect(await call('list_gifts', { giver: 'Putin' })).toContain('gift:2023-putin-kim-rifle');
  expect(await call('search_entities', { query: 'Kim' })).toContain('person:kim-jong-un');
  expect(await call('get_entity', { id: 'person:kim-jong-un' })).toContain('facts');
  expect(await call('list_events', { person: 'Kim' })).toContain('event:2023-putin-kim-summit');
  expect(await call('find_paths', { a: 'Putin', b: 'Kim Jong-un' })).toContain('FOUND');
  expect(await call('run_graphql', { query: '{ events { totalCount } }' })).toMatch(/run_graphql not found/);
});

describeInBrowser('the pages of a locked service', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('find, show and explain as they do on an open one', async () => {
    const { page, faults } = await watch(browser);
    const refused: string[] = [];
    page.on('response', (response) => {
      if (response.status() === 403) refused.push(response.request().postData() ?? response.url());
    });
    await page.goto(`${service.url}/#q=what-did-putin-give-kim`);
    await page.getByRole('link', { name: 'Russian-made rifle' }).waitFor();
    await page.getByRole('region', { name: 'What is inside' }).waitFor();
    const gave = encodeURIComponent('person:vladimir-putin|GAVE|gift:2023-putin-kim-rifle');
    for (const [hash, shown] of [
      ['sel=person%3Akim-jong-un', 'Evidence'],
      [`sel=${gave}`, 'Evidence'],
      ['path=person%3Asergei-lavrov%2Cplace%3Apyongyang', 'How they are connected'],
    ]) {
      await page.goto(`${service.url}/graph#${hash}`);
      await page.reload();
      await page
        .getByText(shown ?? '')
        .first()
        .waitFor();
    }
    await page.goto(`${service.url}/graph?find=Kim`);
    await page.getByRole('option', { name: 'Kim Jong-il' }).first().waitFor();
    await page.goto(`${service.url}/explorer`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    await page.locator('.examples button').nth(2).click();
    await page.locator('.graphiql-response').getByText('nodes').first().waitFor();
    expect([refused, faults]).toEqual([[], []]);
  }, 120_000);
});
