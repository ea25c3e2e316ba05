import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadGraph } from '../../src/load/load.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { type Asked, asked, routesOver } from '../export/service.ts';
import { domain } from '../support/load.ts';

/** Web Annotations are read as their model says: a place in the text by code points, and the words that stand there. */

const articlesDir = process.env.ARTICLES_DIR ?? 'articles';
const path = join(articlesDir, 'oo-20230918.txt');
const hasText = existsSync(path);

type Selector =
  | { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number }
  | { readonly type: 'TextQuoteSelector'; readonly exact: string };
type Target = {
  readonly source: string;
  readonly scope: string;
  readonly selector: readonly Selector[];
  readonly state: { readonly 'schema:sha256': string };
};
type Annotation = {
  readonly id: string;
  readonly type: string;
  readonly body: readonly { readonly type: string; readonly value?: string; readonly source?: string }[];
  readonly target: readonly Target[];
};
type Page = { readonly '@context': string; readonly type: string; readonly items: readonly Annotation[] };

let store: GraphStore;
let app: Asked;
let page: Page;

beforeAll(async () => {
  store = await openStore({ url: 'memory:' });
  await loadGraph({ domain, store, cypherDir: 'cypher', articlesDir });
  app = await asked(await routesOver(store));
  page = JSON.parse((await app.get('/export/annotations.jsonld')).body) as Page;
}, 60_000);

afterAll(async () => {
  await app.close();
  await store.close();
});

test('is a page of annotations, one for each claim, with the facts that it says', async () => {
  expect([page['@context'], page.type]).toEqual(['http://www.w3.org/ns/anno.jsonld', 'AnnotationPage']);
  const claims = JSON.parse((await app.get('/tables/claims.json')).body) as { id: string }[];
  expect(page.items.map(({ id }) => id.split('/').slice(-2).join(':'))).toEqual(
    claims.map(({ id }) => id.split(':').slice(1).join(':')),
  );
  for (const { body, target } of page.items) {
    expect(target.length).toBeGreaterThan(0);
    expect(body.filter(({ type }) => type === 'TextualBody')).toHaveLength(1);
    for (const { source } of body.filter(({ source }) => source !== undefined)) {
      expect((await app.get(new URL(source ?? '').pathname)).statusCode).toBe(200);
    }
  }
}, 60_000);

(hasText ? describe : describe.skip)('with the text of the article (set ARTICLES_DIR)', () => {
  test('each target selects the words that it quotes, in the text of the hash that it names', () => {
    const text = readFileSync(path, 'utf8');
    const points = [...text];
    const sha256 = createHash('sha256').update(text).digest('hex');
    const targets = page.items.flatMap(({ target }) => target);
    for (const { selector, state } of targets) {
      const at = selector.find(({ type }) => type === 'TextPositionSelector') as Extract<
        Selector,
        { start: number }
      >;
      const quote = selector.find(({ type }) => type === 'TextQuoteSelector') as Extract<
        Selector,
        { exact: string }
      >;
      expect(points.slice(at.start, at.end).join('')).toBe(quote.exact);
      expect(state['schema:sha256']).toBe(sha256);
    }
    expect(targets.length).toBeGreaterThan(50);
  });
});
