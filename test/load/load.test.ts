import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { loadGraph, loadIfOutdated } from '../../src/load/load.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { describeEachEngine } from '../support/engines.ts';
import { vocabulary } from '../support/load.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A text whose first character is one code point of two UTF-16 units, so that offsets show what they count. */
const TEXT = '\u{1F3F9} Ann met Bo.';

const schema = `CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE INDEX entity_id_lookup IF NOT EXISTS FOR (n:Entity) ON (n.id);`;

const script = (textSha256 = sha256(TEXT), claim = 'claim:tiny:F1') => `
MERGE (p:Person {id: 'person:ann'}) ON CREATE SET p.recordedAt = 'then' SET p:Entity, p.name = 'Ann';
MERGE (a:Article {id: 'article:tiny'}) SET a.title = 'T', a.publishedOn = '2024-01-01', a.language = 'en', a.textSha256 = '${textSha256}', a.length = 13;
MERGE (s:Sentence {id: 'sentence:tiny:1'}) SET s.n = '1', s.seq = 0, s.kind = 'BODY', s.start = 2, s.end = 13, s.textSha256 = '${sha256('Ann met Bo.')}';
MATCH (a:Article {id: 'article:tiny'}) MATCH (s:Sentence {id: 'sentence:tiny:1'}) MERGE (s)-[:IN_ARTICLE]->(a);
MERGE (c:Claim {id: '${claim}'}) SET c.text = 'Ann met someone.', c.status = 'OCCURRED', c.voice = 'ARTICLE', c.basis = 'STATED', c.rank = 'NORMAL';
MATCH (c:Claim {id: '${claim}'}) MATCH (s:Sentence {id: 'sentence:tiny:1'}) MERGE (c)-[r:STATED_IN]->(s) SET r.start = 2, r.end = 9;
MATCH (c:Claim {id: '${claim}'}) MATCH (p:Person {id: 'person:ann'}) MERGE (c)-[:ABOUT]->(p);
MATCH (s:Sentence {id: 'sentence:tiny:1'}) MATCH (p:Person {id: 'person:ann'}) MERGE (s)-[m:MENTIONS {start: 2, end: 5}]->(p) SET m.surface = 'Ann', m.kind = 'NAME';
`;

describeEachEngine('loading', (open) => {
  let store: GraphStore;
  let folder: string;
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const load = (more = {}) =>
    loadGraph({
      vocabulary,
      store,
      cypherDir: join(folder, 'cypher'),
      articlesDir: join(folder, 'articles'),
      ...more,
    });
  const names = async () =>
    (await store.read({ text: 'MATCH (p:Person) RETURN p.id AS id ORDER BY id', parameters: {} })).map(
      (r) => r.id,
    );

  beforeEach(async () => {
    store ??= await open();
    await store.write([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);
    folder = mkdtempSync(join(tmpdir(), 'attested-load-'));
    mkdirSync(join(folder, 'cypher'));
    mkdirSync(join(folder, 'articles'));
    write('cypher/00-schema.cypher', schema);
    write('cypher/20-tiny.cypher', script());
  });

  afterAll(() => store?.close());

  test('says what it did', async () => {
    const report = await load();
    expect(report).toMatchObject({ nodeCount: 4, articles: 1, texts: 0, nodes: { Person: 1, Claim: 1 } });
    expect(report.statements).toBe(10);
  });

  test('fills in the sentences when the text is there, counting in code points', async () => {
    write('articles/tiny.txt', TEXT);
    expect((await load()).texts).toBe(1);
    const [row] = await store.read({ text: 'MATCH (s:Sentence) RETURN s.text AS text', parameters: {} });
    expect(row?.text).toBe('Ann met Bo.');
  });

  test('stops at a text that is another one', async () => {
    write('articles/tiny.txt', `${TEXT} And more.`);
    await expect(load()).rejects.toMatchObject({ code: 'ARTICLE_TEXT_MISMATCH' });
    expect(await names()).toEqual([]);
  });

  test('names file, line and the words of the engine at a fault, and leaves the graph as it was', async () => {
    await load();
    write(
      'cypher/30-broken.cypher',
      "MERGE (p:Person {id: 'person:bo'}) SET p:Entity, p.name = 'Bo';\n\nMTCH (n) RETURN n;",
    );
    await expect(load()).rejects.toMatchObject({
      code: 'SCRIPT_FAILED',
      message: expect.stringMatching(/30-broken\.cypher:3: ./),
      hint: expect.stringContaining('as it was'),
    });
    expect(await names()).toEqual(['person:ann']);
  });

  test('refuses a graph that breaks a promise, and leaves it as it was', async () => {
    await load();
    write(
      'cypher/30-loose.cypher',
      "MERGE (c:Claim {id: 'claim:tiny:F2'}) SET c.text = 'x', c.status = 'OCCURRED', c.voice = 'ARTICLE', c.basis = 'STATED', c.rank = 'NORMAL';",
    );
    await expect(load()).rejects.toMatchObject({
      code: 'GRAPH_INVALID',
      message: expect.stringContaining('claim:tiny:F2'),
    });
    const [row] = await store.read({ text: 'MATCH (c:Claim) RETURN count(c) AS count', parameters: {} });
    expect(row?.count).toBe(1);
  });

  test('says which folder cannot be read', async () => {
    await expect(load({ cypherDir: join(folder, 'nowhere') })).rejects.toMatchObject({
      code: 'SCRIPT_UNREADABLE',
    });
  });

  test('happens by itself only when scripts or texts have changed, and then forgets what they no longer say', async () => {
    const settings = { store, cypherDir: join(folder, 'cypher'), articlesDir: join(folder, 'articles') };
    expect(await loadIfOutdated(settings)).toMatchObject({ articles: 1 });
    expect(await loadIfOutdated(settings)).toBeUndefined();
    write('cypher/20-tiny.cypher', script(sha256(TEXT), 'claim:tiny:F9'));
    expect(await loadIfOutdated(settings)).toMatchObject({ nodes: { Claim: 1 } });
    write('articles/tiny.txt', TEXT);
    expect(await loadIfOutdated(settings)).toMatchObject({ texts: 1 });
    expect(await loadIfOutdated(settings)).toBeUndefined();
  });

  test('made anew, remembers when each thing was first recorded', async () => {
    await load();
    write('cypher/20-tiny.cypher', script().replace("'then'", "'now'"));
    await load({ rebuild: true });
    const [row] = await store.read({ text: 'MATCH (p:Person) RETURN p.recordedAt AS at', parameters: {} });
    expect(row?.at).toBe('then');
  });

  test('empties the sentences again when the text has gone', async () => {
    write('articles/tiny.txt', TEXT);
    await load();
    rmSync(join(folder, 'articles/tiny.txt'));
    expect((await load()).texts).toBe(0);
    const [row] = await store.read({ text: 'MATCH (s:Sentence) RETURN s.text AS text', parameters: {} });
    expect(row?.text).toBeNull();
  });

  test.each([
    ['a sentence of another hash', sha256('Ann met Bo.'), sha256('Ann met Al.')],
    ['a mention that is not there', "m.surface = 'Ann'", "m.surface = 'Bob'"],
    ['a span beyond the end', 'r.end = 9', 'r.end = 99'],
  ])('stops at %s', async (_, right, wrong) => {
    write('articles/tiny.txt', TEXT);
    write('cypher/20-tiny.cypher', script().replace(right, wrong));
    await expect(load()).rejects.toMatchObject({
      code: 'ARTICLE_TEXT_MISMATCH',
      message: expect.stringMatching(/^tiny\.txt is not the text .*\.$/),
    });
    expect(await names()).toEqual([]);
  });
});
