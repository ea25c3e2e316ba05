import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadGraph } from '../../src/load/load.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { type Asked, asked, routesOver } from '../export/service.ts';
import { domain } from '../support/load.ts';
import { describePython, read } from '../tools/python.ts';

/** A dossier: one file that a person puts into a report, in which each line leads to the sentence that says so. */

const articlesDir = process.env.ARTICLES_DIR ?? 'articles';
const path = join(articlesDir, 'oo-20230918.txt');
const RIFLE = '/id/gift/2023-putin-kim-rifle';
const PUTIN = '/id/person/vladimir-putin';

let store: GraphStore;
let app: Asked;

beforeAll(async () => {
  store = await openStore({ url: 'memory:' });
  await loadGraph({ domain, store, cypherDir: 'cypher', articlesDir });
  app = await asked(await routesOver(store, null));
}, 60_000);

afterAll(async () => {
  await app.close();
  await store.close();
});

describe('A dossier of Markdown', () => {
  test('is a file at the address of the thing, by its form or by what the client accepts', async () => {
    const file = await app.get(`${PUTIN}?form=markdown`);
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'text/markdown; charset=utf-8']);
    expect(file.headers['content-disposition']).toBe('attachment; filename="person-vladimir-putin.md"');
    const accepted = await app.get(PUTIN, { accept: 'text/markdown' });
    expect([accepted.body, accepted.headers['content-disposition']]).toEqual([file.body, undefined]);
  });

  test('tells what when, by how sure it is, who says so, what nobody states', async () => {
    const { body } = await app.get(`${PUTIN}?form=markdown`);
    const headings = [...body.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(
      expect.arrayContaining(['Timeline', 'Told as real', 'Told as planned', 'Who says so']),
    );
    expect(body).toMatch(/\*\*Kremlin\*\* .*\[\^\d+\]/);
    // An invitation took place; the visit that it is about did not.
    expect(body).toMatch(/Future visit of Putin to Pyongyang\]\(<\S+>\) \*\(expected\)\*/);
  });

  test('has a note for each place where one of its claims stands, each led to and each defined once', async () => {
    const { body } = await app.get(`${RIFLE}?form=markdown`);
    const defined = [...body.matchAll(/^\[\^(\d+)\]: /gm)].map(([, number]) => number);
    const led = new Set([...body.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => number));
    expect(defined.length).toBeGreaterThan(0);
    expect(new Set(defined)).toEqual(led);
    expect(new Set(defined).size).toBe(defined.length);
    expect(body).toMatch(/\[sentence 3\]\(<\S+\/id\/sentence\/oo-20230918\/3>\), characters \d+ to \d+/);
    expect(body).toMatch(/SHA-256 of the sentence [0-9a-f]{64}/);
  });

  (existsSync(path) ? test : test.skip)(
    'quotes the words where the text is loaded (set ARTICLES_DIR)',
    async () => {
      const points = [...readFileSync(path, 'utf8')];
      const { body } = await app.get(`${RIFLE}?form=markdown`);
      const quotes = [...body.matchAll(/^\[\^\d+\]: “(.*?)” .*characters (\d+) to (\d+)/gm)];
      expect(quotes.length).toBeGreaterThan(0);
      for (const [, quote = '', start, end] of quotes) {
        const words = points.slice(Number(start), Number(end)).join('').replace(/\s+/g, ' ');
        expect(quote.replaceAll('\\', '')).toBe(words);
      }
    },
  );

  test('is of things of the domain alone, and in known forms', async () => {
    expect((await app.get('/id/article/oo-20230918?form=markdown')).statusCode).toBe(404);
    const { statusCode, body } = await app.get(`${PUTIN}?form=docx`);
    expect([statusCode, body.includes('form=markdown')]).toEqual([400, true]);
  });
});

test('A page has the same lines, and the notes that they lead to', async () => {
  const { body, headers } = await app.get(`${RIFLE}?form=html`);
  expect(headers['content-disposition']).toBe('attachment; filename="gift-2023-putin-kim-rifle.html"');
  const led = new Set([...body.matchAll(/href="#(note-\d+)"/g)].map(([, id]) => id));
  const there = new Set([...body.matchAll(/<li id="(note-\d+)"/g)].map(([, id]) => id));
  expect(led).toEqual(there);
  expect(there.size).toBeGreaterThan(0);
});

describePython('marko, a parser of Markdown,', () => {
  test('finds every note that a line leads to', async () => {
    const seen = await read('markdown.py', `${app.url}${PUTIN}`);
    expect(seen).toMatchObject({ title: 'Vladimir Putin', unresolved: [] });
    const told = seen.lines.filter(([line]: [string]) => !/^\w+: /.test(line));
    expect(told.length).toBeGreaterThan(20);
    expect(told.filter(([, notes]: [string, number]) => notes === 0)).toEqual([]);
    expect(seen.notes).toBeGreaterThan(10);
  }, 120_000);
});

describe('The articles as references', () => {
  test('are CSL-JSON: a date in parts, and who signs as an author in one piece', async () => {
    const items = JSON.parse((await app.get('/export/sources.csl.json')).body) as object[];
    expect(items).toEqual([
      {
        id: 'article:oo-20230918',
        type: 'article-newspaper',
        title: 'Putin and Kim Jong-un Exchange Rifles as Gifts During Summit',
        author: [{ literal: 'Overt Operator' }],
        issued: { 'date-parts': [[2023, 9, 18]] },
        language: 'en',
        URL: `${app.url}/id/article/oo-20230918`,
      },
    ]);
  });

  test('are BibTeX', async () => {
    const { body } = await app.get('/export/sources.bib');
    expect(body).toBe(`@misc{article:oo-20230918,
  title = {{Putin and Kim Jong-un Exchange Rifles as Gifts During Summit}},
  author = {{Overt Operator}},
  year = {2023},
  month = {9},
  date = {2023-09-18},
  url = {${app.url}/id/article/oo-20230918}
}
`);
  });

  test('stand in the head of their pages, for reference managers', async () => {
    const { body } = await app.get('/id/article/oo-20230918', { accept: 'text/html' });
    expect(body).toContain(
      '<meta name="citation_title" content="Putin and Kim Jong-un Exchange Rifles as Gifts During Summit">',
    );
    expect(body).toContain('<meta name="citation_author" content="Overt Operator">');
    expect(body).toContain('<meta name="citation_publication_date" content="2023/09/18">');
  });
});
