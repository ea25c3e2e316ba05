import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { loadGraph, loadIfOutdated } from '../../src/load/load.ts';
import { readDomain } from '../../src/model/domain/domain.ts';
import { formsOf } from '../../src/script/forms.ts';
import { Owners } from '../../src/script/owners.ts';
import { printScript } from '../../src/script/script.ts';
import type { Claim, GraphStore, Statement } from '../../src/store/store.ts';
import { describeEachEngine } from '../support/engines.ts';
import { domain, vocabulary } from '../support/load.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A text whose first character is one code point of two UTF-16 units, so that offsets show what they count. */
const TEXT = '\u{1F3F9} Ann met Bo.';

/** An article of one sentence, one mention and one claim. */
function script(claim = 'claim:tiny:F1'): string {
  const owners = new Owners(formsOf(vocabulary));
  const owner = 'article:tiny';
  owners.open(owner, 'Article', {
    title: 'T',
    publishedOn: '2024-01-01',
    language: 'en',
    textSha256: sha256(TEXT),
    length: 13,
  });
  const sentence = 'sentence:tiny:1';
  owners.add(owner, 'sentences', {
    id: sentence,
    n: '1',
    seq: 0,
    kind: 'BODY',
    start: 2,
    end: 13,
    textSha256: sha256('Ann met Bo.'),
  });
  owners.add(owner, 'things Person', { id: 'person:ann', name: 'Ann' });
  owners.add(owner, 'claims', {
    id: claim,
    status: 'OCCURRED',
    voice: 'ARTICLE',
    basis: 'STATED',
    text: 'Ann and Bo met.',
  });
  owners.add(owner, 'evidence', { claim, sentence, start: 2, end: 9 });
  owners.add(owner, 'about', { claim, entity: 'person:ann' });
  owners.add(owner, 'mentions', {
    sentence,
    entity: 'person:ann',
    start: 2,
    end: 5,
    kind: 'NAME',
    surface: 'Ann',
  });
  return printScript(owners.script(owner), 'tiny');
}

describeEachEngine('a load', (open) => {
  let folder: string;
  let store: GraphStore;
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const settings = (more: object = {}) => ({
    store,
    domain,
    cypherDir: join(folder, 'cypher'),
    articlesDir: join(folder, 'articles'),
    prune: true,
    ...more,
  });
  const load = (more: object = {}) => loadGraph(settings(more));
  const read = (text: string) => store.read({ text, parameters: {} });
  const names = async () =>
    (await read('MATCH (p:Person) RETURN p.id AS id ORDER BY id')).map(({ id }) => id);

  beforeEach(async () => {
    await store?.close();
    store = await open();
    folder = mkdtempSync(join(tmpdir(), 'attested-'));
    mkdirSync(join(folder, 'cypher'));
    mkdirSync(join(folder, 'articles'));
    write('cypher/20-tiny.cypher', script());
  });

  afterAll(() => store?.close());

  test('writes what scripts say and tells what the graph holds', async () => {
    expect(await load()).toMatchObject({
      written: 1,
      removed: 0,
      texts: 0,
      articles: 1,
      nodes: { Article: 1, Claim: 1, Name: 1, Person: 1, Sentence: 1, State: 1 },
    });
  });

  test('fills the sentences of an article whose text is at hand, counting code points', async () => {
    write('articles/tiny.txt', TEXT);
    expect((await load()).texts).toBe(1);
    expect(await read('MATCH (s:Sentence) RETURN s.text AS text')).toEqual([{ text: 'Ann met Bo.' }]);
  });

  test('empties the sentences again when the text has gone', async () => {
    write('articles/tiny.txt', TEXT);
    await load();
    rmSync(join(folder, 'articles/tiny.txt'));
    expect((await load()).texts).toBe(0);
    expect(await read('MATCH (s:Sentence) RETURN s.text AS text')).toEqual([{ text: null }]);
  });

  test.each([
    ['a sentence of another hash', sha256('Ann met Bo.'), sha256('Ann met Al.')],
    ['a mention that is not there', "surface: 'Ann', key: 'ann'", "surface: 'Bob', key: 'bob'"],
  ])('stops at %s', async (_, right, wrong) => {
    write('articles/tiny.txt', TEXT);
    write('cypher/20-tiny.cypher', script().replace(right, wrong));
    await expect(load()).rejects.toMatchObject({
      code: 'ARTICLE_TEXT_MISMATCH',
      message: expect.stringMatching(/^tiny\.txt is not the text .*\.$/),
    });
    expect(await names()).toEqual([]);
  });

  test('refuses what is wrong with place and reason, all of it at once, and leaves the graph as it was', async () => {
    await load();
    write(
      'cypher/20-tiny.cypher',
      script().replace("status: 'OCCURRED'", "status: 'MAYBE'").replace("kind: 'NAME'", "kind: 'NOUN'"),
    );
    write('cypher/30-odd.cypher', 'MATCH (n) DETACH DELETE n;');
    await expect(load()).rejects.toMatchObject({
      code: 'GRAPH_INVALID',
      message: expect.stringMatching(
        /^3 findings:\n\S+20-tiny\.cypher:\d+: status is .* not MAYBE\.\n\S+20-tiny\.cypher:\d+: kind is .* not NOUN\.\n\S+30-odd\.cypher:1: This script tells no owner/,
      ),
      hint: expect.stringContaining('as it was'),
    });
    expect(await names()).toEqual(['person:ann']);
  });

  test('refuses a thing that nobody gives a name', async () => {
    write('cypher/20-tiny.cypher', script().replace(", name: 'Ann', keys: ['ann']", ''));
    await expect(load()).rejects.toMatchObject({
      code: 'GRAPH_INVALID',
      message: 'Nobody says what is asked of each thing: person:ann (name).',
    });
  });

  test('refuses a thing without a value that its schema promises', async () => {
    const university = readDomain(['test/domain/university']);
    const registry = readFileSync('test/domain/university/cypher/10-registry.cypher', 'utf8');
    write('cypher/10-registry.cypher', registry.replace(/^.*fact:course:harmony\|credits.*\n/m, ''));
    rmSync(join(folder, 'cypher', '20-tiny.cypher'), { force: true });
    const settings = { store, domain: university, cypherDir: join(folder, 'cypher'), rebuild: true };
    await expect(loadGraph(settings)).rejects.toMatchObject({
      code: 'GRAPH_INVALID',
      message: 'Nobody says what is asked of each thing: course:harmony (credits).',
    });
  });

  test('refuses a second script of one owner', async () => {
    write('cypher/30-again.cypher', script());
    await expect(load()).rejects.toMatchObject({
      message: expect.stringContaining('article:tiny has a script already'),
    });
  });

  test('says which folder cannot be read', async () => {
    await expect(load({ cypherDir: join(folder, 'nowhere') })).rejects.toMatchObject({
      code: 'SCRIPT_UNREADABLE',
    });
  });

  test('happens by itself only when scripts or texts have changed, and then forgets what they no longer say', async () => {
    expect(await loadIfOutdated(settings())).toMatchObject({ articles: 1 });
    expect(await loadIfOutdated(settings())).toBeUndefined();
    write('cypher/20-tiny.cypher', script('claim:tiny:F9'));
    expect(await loadIfOutdated(settings())).toMatchObject({ nodes: { Claim: 1 } });
    write('articles/tiny.txt', TEXT);
    expect(await loadIfOutdated(settings())).toMatchObject({ texts: 1 });
    expect(await loadIfOutdated(settings())).toBeUndefined();
  });

  test('takes out with an article the things, names and facts that only it had', async () => {
    const before = await load();
    write('cypher/30-own.cypher', ownArticle('own'));
    await load();
    rmSync(join(folder, 'cypher/30-own.cypher'));
    const { nodes, relationships } = before;
    expect(await load()).toMatchObject({ written: 0, removed: 1, nodes, relationships });
    expect(await names()).toEqual(['person:ann']);
  });

  test('refuses a graph of the old form, whose articles own nothing', async () => {
    await store.write([
      {
        text: "CREATE (:Article {id: 'article:old'}), (:Entity:Person {id: 'person:old', name: 'Old'})",
        parameters: {},
      },
    ]);
    await expect(load()).rejects.toMatchObject({ code: 'STORE_NOT_OURS' });
    expect(await names()).toEqual(['person:old']);
  });

  test('writes and derives with as many statements and rows among a hundred articles as among one', async () => {
    const counted = await countLoad(store, folder, settings());
    expect(counted.among100).toEqual(counted.among1);
  });
});

/** An article of its own people and gift, which nobody else speaks of. */
function ownArticle(key: string): string {
  const owners = new Owners(formsOf(vocabulary));
  const owner = `article:${key}`;
  const claim = `claim:${key}:F1`;
  owners.open(owner, 'Article', {
    title: key,
    publishedOn: '2024-01-01',
    language: 'en',
    textSha256: 'x',
    length: 9,
  });
  owners.add(owner, 'sentences', {
    id: `sentence:${key}:1`,
    n: '1',
    seq: 0,
    kind: 'BODY',
    start: 0,
    end: 9,
    textSha256: 'x',
  });
  owners.add(owner, 'things Person', { id: `person:${key}`, name: `Person of ${key}` });
  owners.add(owner, 'things Gift', { id: `gift:${key}`, name: `gift of ${key}` });
  owners.add(owner, 'claims', {
    id: claim,
    status: 'OCCURRED',
    voice: 'ARTICLE',
    basis: 'STATED',
    text: key,
  });
  owners.add(owner, 'evidence', { claim, sentence: `sentence:${key}:1`, start: 0, end: 9 });
  owners.add(owner, 'relations', {
    claim,
    subject: `person:${key}`,
    predicate: 'GAVE',
    object: `gift:${key}`,
    basis: 'STATED',
  });
  owners.add(owner, 'happens', { claim, subject: `gift:${key}`, predicate: 'happens', basis: 'STATED' });
  return printScript(owners.script(owner), key);
}

type Counted = { readonly statements: number; readonly rows: number };

/** The same store, which counts the statements of its transactions and the rows that they take. */
function counting(store: GraphStore, counted: { statements: number; rows: number }): GraphStore {
  return Object.assign(Object.create(store) as GraphStore, {
    shared: store.shared,
    replace: <T>(work: (store: GraphStore) => Promise<T>, claim?: Claim) =>
      store.replace(() => work(counting(store, counted)), claim),
    read: (statement: Statement) => store.read(statement),
    define: (statements: Parameters<GraphStore['define']>[0]) => store.define(statements),
    defineText: (indexes: Parameters<GraphStore['defineText']>[0]) => store.defineText(indexes),
    transaction: <T>(work: Parameters<GraphStore['transaction']>[0]) =>
      store.transaction((tx) =>
        work({
          run: (statements) => {
            counted.statements += statements.length;
            for (const { parameters } of statements)
              counted.rows += Array.isArray(parameters.rows) ? parameters.rows.length : 0;
            return tx.run(statements);
          },
        }),
      ) as Promise<T>,
  });
}

async function countLoad(
  store: GraphStore,
  folder: string,
  settings: Parameters<typeof loadGraph>[0],
): Promise<{ among1: Counted; among100: Counted }> {
  const write = (key: string) => writeFileSync(join(folder, 'cypher', `20-${key}.cypher`), ownArticle(key));
  const one = async (key: string): Promise<Counted> => {
    write(key);
    const counted = { statements: 0, rows: 0 };
    await loadGraph({ ...settings, store: counting(store, counted) });
    return counted;
  };
  await loadGraph(settings);
  const among1 = await one('one');
  for (let n = 0; n < 100; n++) write(`more${n}`);
  await loadGraph(settings);
  return { among1, among100: await one('two') };
}
