import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadGraph } from '../../src/load/load.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore, Row } from '../../src/store/store.ts';
import { articlesDir, describeWithTexts } from '../support/articles.ts';
import { dumpGraph } from '../support/dump.ts';
import { describeEachEngine } from '../support/engines.ts';
import { domain } from '../support/load.ts';

/** What the first article says, counted in the document that lists its facts. */
const nodes = {
  Article: 1,
  Background: 1,
  Sentence: 26,
  Claim: 64,
  Person: 4,
  Country: 5,
  Place: 6,
  Organization: 2,
  Group: 6,
  Gift: 3,
  Event: 31,
  Fact: 177,
  State: 57,
};

const relationships = {
  IN_ARTICLE: 26,
  MENTIONS: 110,
  STATED_IN: 77,
  ABOUT: 6,
  ATTRIBUTED_TO: 9,
  HOLDS_OFFICE: 3,
  PARENT_OF: 1,
  REPRESENTS: 1,
  LOCATED_IN: 6,
  GAVE: 3,
  GIVEN_TO: 3,
  GIVEN_DURING: 3,
  IN_RETURN_FOR: 1,
  MADE_IN: 2,
  INVOLVED_IN: 51,
  HAS_PLACE: 15,
  PART_OF: 11,
  BEFORE: 5,
  CONCERNS: 9,
  POSSIBLY_SAME_AS: 1,
  DECLARES: 72,
  SAYS: 220,
  SUBJECT: 177,
  OBJECT: 115,
  WAS: 57,
};

describeEachEngine('the graph of the first article', (open) => {
  let store: GraphStore;
  const read = (text: string): Promise<Row[]> => store.read({ text, parameters: {} });
  const load = () => loadGraph({ domain, store, cypherDir: 'cypher', articlesDir });
  beforeAll(async () => {
    store = await open();
    await loadGraph({ domain, store, cypherDir: 'cypher', articlesDir, rebuild: true });
  });

  afterAll(() => store?.close());

  test.each(Object.entries(nodes))('has every %s: %i', async (label, count) => {
    const [row] = await read(`MATCH (n:${label}) RETURN count(n) AS count`);
    expect(row?.count).toBe(count);
  });

  test('has every relationship', async () => {
    const rows = await read('MATCH ()-[r]->() WITH type(r) AS type, count(r) AS count RETURN type, count');
    const { NAMES, ...own } = Object.fromEntries(rows.map(({ type, count }) => [type, count]));
    expect(own).toEqual(relationships);
    expect(NAMES).toBe(78);
  });

  test('every claim is a sentence of our own that says something, stated somewhere', async () => {
    const rows = await read(
      `MATCH (c:Claim) WHERE c.text IS NULL OR NOT EXISTS { MATCH (c)-[:STATED_IN]->(:Sentence) }
OR NOT (EXISTS { MATCH (c)-[:SAYS]->(:Fact) } OR EXISTS { MATCH (c)-[:ABOUT]->(:Entity) }) RETURN c.id AS id`,
    );
    expect(rows).toEqual([]);
  });

  test('the statuses of all events follow from their claims', async () => {
    const rows = await read('MATCH (e:Event) RETURN e.status AS status, count(e) AS count ORDER BY status');
    expect(Object.fromEntries(rows.map(({ status, count }) => [status, count]))).toEqual({
      DOUBTED: 1,
      EXPECTED: 2,
      HABITUAL: 1,
      OCCURRED: 16,
      ONGOING: 3,
      PLANNED: 4,
      REQUESTED: 1,
      SPECULATED: 3,
    });
  });

  test('a date that the text states has a claim that gives it', async () => {
    const given = (name: string) =>
      read(
        `MATCH (e:Event {${name}Basis: 'STATED'}) MATCH (f:Fact {id: e.${name}Fact})
RETURN e.id AS id, EXISTS { MATCH (f)<-[:SAYS {basis: 'STATED'}]-(:Claim) } AS given ORDER BY id`,
      );
    expect(await given('date')).toEqual([
      { id: 'event:2000-putin-kim-jong-il-meeting', given: true },
      { id: 'event:2000-putin-pyongyang-visit', given: true },
    ]);
    expect(await given('endDate')).toEqual([]);
  });

  test('loading it again changes nothing', async () => {
    const before = await dumpGraph(store);
    await load();
    expect(await dumpGraph(store)).toEqual(before);
  });
});

describeWithTexts('the text of the first article', (folder) => {
  const text = () => readFileSync(join(folder, 'oo-20230918.txt'), 'utf8');
  const cut = ({ start, end }: Row) => [...text()].slice(Number(start), Number(end)).join('');
  const sha256 = (part: string) => createHash('sha256').update(part).digest('hex');
  let store: GraphStore;
  const read = (query: string): Promise<Row[]> => store.read({ text: query, parameters: {} });

  beforeAll(async () => {
    store = await openStore({ url: 'memory:' });
    await loadGraph({ domain, store, cypherDir: 'cypher', articlesDir: folder });
  });

  afterAll(() => store?.close());

  test('is the one that the graph was made from', async () => {
    const rows = await read('MATCH (a:Article) RETURN a.textSha256 AS sha256, a.length AS length');
    expect(rows).toEqual([{ sha256: sha256(text()), length: [...text()].length }]);
  });

  test('holds each of its 26 sentences where the graph says', async () => {
    const rows = await read(
      'MATCH (s:Sentence) RETURN s.start AS start, s.end AS end, s.textSha256 AS sha256, s.text AS text ORDER BY s.seq',
    );
    expect(rows.map((row) => sha256(cut(row)))).toEqual(rows.map((row) => row.sha256));
    expect(rows.map(cut)).toEqual(rows.map((row) => row.text));
    expect(rows).toHaveLength(26);
  });

  test('holds every name and phrase that a mention quotes', async () => {
    const rows = await read(
      'MATCH (:Sentence)-[m:MENTIONS]->() WHERE m.surface IS NOT NULL RETURN m.start AS start, m.end AS end, m.surface AS surface ORDER BY start, end, surface',
    );
    expect(rows.length).toBeGreaterThan(80);
    expect(rows.map(cut)).toEqual(rows.map((row) => row.surface));
  });

  test('is whole words from the start to the end of every span of evidence', async () => {
    const rows = await read(
      'MATCH (:Claim)-[r:STATED_IN]->(:Sentence) RETURN r.start AS start, r.end AS end ORDER BY start, end',
    );
    expect(rows).toHaveLength(77);
    const points = [...text()];
    const isWord = (at: number) => /[\p{L}\p{N}]/u.test(points[at] ?? ' ');
    const cutting = (at: number) => isWord(at - 1) && isWord(at);
    expect(rows.filter(({ start, end }) => cutting(Number(start)) || cutting(Number(end)))).toEqual([]);
  });
});

describeWithTexts("the article's words stay outside", (folder) => {
  const wordsOf = (text: string) => text.toLowerCase().match(/[a-z0-9'’-]+/g) ?? [];
  const runsOf = (words: readonly string[]) =>
    words.slice(7).map((_, index) => words.slice(index, index + 8).join(' '));

  test('no file of the project has eight of them in a row, its title aside', () => {
    const article = readFileSync(join(folder, 'oo-20230918.txt'), 'utf8');
    const [title = ''] = article.split('\n');
    const runs = new Set(runsOf(wordsOf(article)));
    for (const run of runsOf(wordsOf(title))) runs.delete(run);
    const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
    const guilty = files
      .filter((file) => !/\.(png|lock|woff2|ico)$|package-lock\.json$/.test(file) && existsSync(file))
      .filter((file) => runsOf(wordsOf(readFileSync(file, 'utf8'))).some((run) => runs.has(run)));
    expect(guilty).toEqual([]);
  });
});
