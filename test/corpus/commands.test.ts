import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isEnumType } from 'graphql';
import { runCorpus } from '../../src/corpus/commands.ts';
import { loadGraph } from '../../src/load/load.ts';
import { readDomain, scriptFolders } from '../../src/model/domain/domain.ts';
import { openStore } from '../../src/store/open.ts';
import { KEY, SOURCE, TEXT } from './harbour.ts';

/** The commands on a folder of one's own, as they are called. */

const folder = mkdtempSync(join(tmpdir(), 'attested-corpus-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (...parts: readonly string[]) => join(folder, ...parts);
const read = (...parts: readonly string[]) => readFileSync(at(...parts), 'utf8');

function run(command: string, words: readonly string[] = [], more: object = {}) {
  const domain = readDomain(undefined, [folder]);
  const places = { domain, corpusDirs: [folder], cypherDir: scriptFolders(domain) };
  return runCorpus(places, { command, words, format: 'text', strict: false, ...more }, '0.0.0');
}

describe('a corpus of one’s own', () => {
  beforeAll(async () => {
    await run('init', [folder]);
    writeFileSync(at(`${KEY}.quotes.yaml`), SOURCE);
    writeFileSync(at('texts', `${KEY}.txt`), TEXT);
  });

  test('is made once, and nothing of it is written over', async () => {
    writeFileSync(at('README.md'), 'mine');
    await run('init', [folder]);
    expect([read('README.md'), read('.gitignore')]).toEqual(['mine', expect.stringContaining('texts/')]);
  });

  test('is checked', async () => {
    expect(await run('check')).toEqual({ text: '1 article: 0 errors, 0 to judge.', exit: 0 });
  });

  test('is checked for code hosts', async () => {
    writeFileSync(at('bad-1.quotes.yaml'), 'attested: 2\n');
    const { text, exit } = await run('check', ['bad-1'], { format: 'sarif' });
    rmSync(at('bad-1.quotes.yaml'));
    const { version, runs } = JSON.parse(text);
    expect([exit, version, runs[0].tool.driver.name]).toEqual([1, '2.1.0', 'attested']);
    expect(runs[0].results.find((one: { ruleId: string }) => one.ruleId === 'VERSION')).toMatchObject({
      ruleId: 'VERSION',
      level: 'error',
      locations: [{ physicalLocation: { region: { startLine: 1, startColumn: 11 } } }],
    });
  });

  test('has texts that no file is of: mistake 75, the key without its hyphen', async () => {
    writeFileSync(at('texts', 'kd20310412.txt'), TEXT);
    const { text, exit } = await run('check');
    rmSync(at('texts', 'kd20310412.txt'));
    expect([exit, text]).toEqual([1, expect.stringMatching(/kd20310412\.txt:1:1 error TEXT_NAME/)]);
  });

  test('goes there and back in its forms, with what was judged', async () => {
    const script = await run('compile', [KEY]);
    await run('pack', [KEY]);
    rmSync(at(`${KEY}.quotes.yaml`));
    expect(await run('compile', [KEY])).toEqual(script);
    await run('unpack', [KEY]);
    expect(read(`${KEY}.quotes.yaml`)).toBe(SOURCE);
  });

  test('packs no eight words in a row of the text', () => {
    const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const runs = (all: readonly string[]) =>
      all.map((_, from) => all.slice(from, from + 8).join(' ')).slice(0, -8);
    const packed = new Set(runs(words(read(`${KEY}.yaml`))));
    const title = words(TEXT.split('\n')[0] ?? '').join(' ');
    expect(runs(words(TEXT)).filter((one) => packed.has(one) && !title.includes(one))).toEqual([]);
  });

  test('is put in its order, remarks and all', async () => {
    const turned = SOURCE.replace(/( {2}F01:[\s\S]*?)( {2}F02:[\s\S]*?)(?= {2}F03:)/, '$2$1');
    writeFileSync(at(`${KEY}.quotes.yaml`), turned);
    await run('format');
    expect(read(`${KEY}.quotes.yaml`)).toBe(SOURCE);
  });

  test('is loaded over the package; a file that is gone is gone from the graph', async () => {
    const store = await openStore({ url: 'memory:' });
    const domain = readDomain(undefined, [folder]);
    const load = () => loadGraph({ store, domain, cypherDir: scriptFolders(domain), corpusDirs: [folder] });
    const keys = async () =>
      (await store.read({ text: 'MATCH (a:Article) RETURN a.id AS id ORDER BY id', parameters: {} })).map(
        ({ id }) => id,
      );
    await load();
    expect(await keys()).toEqual([`article:${KEY}`, 'article:oo-20230918']);
    mkdirSync(at('away'));
    for (const ending of ['quotes.yaml', 'yaml']) rmSync(at(`${KEY}.${ending}`));
    expect(await load()).toMatchObject({ removed: 1 });
    expect(await keys()).toEqual(['article:oo-20230918']);
    await store.close();
  });
});

describe('a first draft', () => {
  test('is written once; with another text it keeps what stands', async () => {
    const text = at('saved.txt');
    writeFileSync(text, TEXT.replaceAll('\n', '\r\n'));
    const first = await run('new', ['kd-1'], { text });
    expect(first.text).toMatch(/line ends[\s\S]*wrote .*texts\/kd-1\.txt\nwrote .*kd-1\.quotes\.yaml/);
    await expect(run('new', ['kd-1'], { text })).rejects.toMatchObject({ code: 'BAD_COMMAND' });
    writeFileSync(text, TEXT.replace('Venn handed', 'Then Venn handed'));
    expect((await run('new', ['kd-1'], { text })).text).toMatch(/^Every line|wrote/);
    expect((await run('check', ['kd-1'])).exit).toBe(0);
  });
});

describe('words of one’s own', () => {
  const words = (source: string) => {
    writeFileSync(at('vocabulary.graphql'), source);
    return () => readDomain(undefined, [folder]);
  };
  const told: readonly (readonly [what: string, source: string, message: RegExp])[] = [
    ['a type', 'type Ship { name: String }', /vocabulary\.graphql:1: A corpus adds values to enums/],
    ['a field', 'extend type Query { ships: String }', /A corpus adds values to enums/],
    ['an enum of the core', 'extend enum Status { "Odd." ODD }', /Status is no enum of the domain/],
    ['a value that is there', 'extend enum PlaceKind { "A city." CITY }', /CITY is there already/],
    [
      'a kind that is like none',
      'extend enum EventKind { "A ship is seized." SEIZURE @kind(class: "COERCE", roles: ["TARGET"]) }',
      /SEIZURE is like no kind/,
    ],
    [
      'a kind with a role that is none',
      'extend enum EventKind { "A ship is seized." SEIZURE @kind(class: "COERCE", like: "ARREST", roles: ["SHIP"]) }',
      /SEIZURE has the role SHIP/,
    ],
    ['a value that says nothing', 'extend enum PlaceKind { SEA }', /SEA has no description/],
  ];
  afterAll(() => rmSync(at('vocabulary.graphql')));

  test.each(told)('that are %s are refused', (_, source, message) => {
    expect(words(source)).toThrow(message);
  });

  test('are of the schema', () => {
    const { schema } = words('extend enum PlaceKind { "A lake or sea." LAKE }')();
    const kinds = schema.getType('PlaceKind');
    expect(isEnumType(kinds) && kinds.getValue('LAKE')?.description).toBe('A lake or sea.');
  });
});
