import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Article } from '../../src/article/article.ts';
import { compileArticle } from '../../src/article/compile.ts';
import { ordered } from '../../src/article/order.ts';
import { printArticle } from '../../src/article/print-article.ts';
import { Quotes } from '../../src/article/quote.ts';
import { articleOf } from '../../src/article/restore.ts';
import { ArticleText } from '../../src/article/text.ts';
import { storedScript } from '../../src/corpus/stored.ts';
import { writesOf } from '../../src/load/write.ts';
import { printScript, readScript } from '../../src/script/script.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { describeWithTexts } from '../support/articles.ts';
import { loadScripts } from '../support/load.ts';
import { article } from './arbitrary.ts';
import { grammar, readSound, withoutSpots } from './language.ts';

/** An article file says the same as its script, and both come back from each other and from the graph. */

const inOrder = (one: Article) => withoutSpots(ordered(one, grammar));
const scriptText = (one: Article) => printScript(compileArticle(one, grammar, 'kd.yaml'), 'kd');
const working = (one: Article, text: string) =>
  printArticle(one, { grammar, quotes: new Quotes(new ArticleText(text), one.sentences) });

describe('an article that was never a file', () => {
  test('comes back from its travelling form', () => {
    fc.assert(
      fc.property(article, ({ article: one }) => {
        expect(inOrder(readSound(printArticle(one, { grammar })))).toEqual(inOrder(one));
      }),
    );
  });

  test('comes back from its working form and the text', () => {
    fc.assert(
      fc.property(article, ({ article: one, text }) => {
        expect(inOrder(readSound(working(one, text), text))).toEqual(inOrder(one));
      }),
    );
  });

  test('comes back from its script', () => {
    fc.assert(
      fc.property(article, ({ article: one }) => {
        const { script, findings } = readScript('kd.cypher', scriptText(one), grammar.forms);
        expect(findings).toEqual([]);
        expect(script && inOrder(articleOf(script))).toEqual(inOrder(one));
      }),
    );
  });

  test('has one order: what is printed, read and printed again is the same text', () => {
    fc.assert(
      fc.property(article, ({ article: one, text }) => {
        const printed = working(one, text);
        expect(working(readSound(printed, text), text)).toBe(printed);
      }),
    );
  });
});

describe('the article of the package', () => {
  const script = readScript('x', readFileSync('cypher/20-oo-20230918.cypher', 'utf8'), grammar.forms).script;
  const file = readFileSync('examples/first/oo-20230918.yaml', 'utf8');

  test('is what its file compiles to, row by row', () => {
    const rows = (one: typeof script) =>
      one?.tables
        .flatMap(({ form, rows }) =>
          rows.map(({ values }) => `${form.name} ${JSON.stringify(Object.entries(values).sort())}`),
        )
        .sort();
    expect(rows(compileArticle(readSound(file), grammar, 'x'))).toEqual(rows(script));
  });

  describeWithTexts('with its text', (articlesDir) => {
    test('is the same in both forms', () => {
      const text = readFileSync(`${articlesDir}/oo-20230918.txt`, 'utf8');
      const one = readSound(file);
      expect(withoutSpots(readSound(working(one, text), text))).toEqual(withoutSpots(one));
    });
  });
});

describe('the graph', () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await openStore({ url: 'memory:' });
  });
  afterAll(() => store.close());

  test('gives the file of an article back', async () => {
    const file = readFileSync('examples/first/oo-20230918.yaml', 'utf8');
    const world = readFileSync('cypher/10-world.cypher', 'utf8');
    await loadScripts(
      store,
      new Map([
        ['10-world', world],
        ['20-oo', scriptText(readSound(file))],
      ]),
    );
    const stored = await storedScript(store, 'oo-20230918', grammar);
    expect(stored && printArticle(articleOf(stored), { grammar })).toBe(file);
  });

  test('gives back any article that is written into it', async () => {
    const clear = { text: 'MATCH (n) DETACH DELETE n', parameters: {} };
    await fc.assert(
      fc.asyncProperty(article, async ({ article: one }) => {
        const script = compileArticle(one, grammar, 'kd.yaml');
        await store.transaction(async (tx) => {
          await tx.run([clear, ...writesOf([{ script, texts: [], sha256: '' }], grammar.forms)]);
        });
        const stored = await storedScript(store, 'kd', grammar);
        expect(stored && inOrder(articleOf(stored))).toEqual(inOrder(one));
      }),
      { numRuns: 25 },
    );
  });
});
