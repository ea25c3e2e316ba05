import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { loadGraph } from '../../src/load/load.ts';
import { formsOf } from '../../src/script/forms.ts';
import { Owners } from '../../src/script/owners.ts';
import { printScript } from '../../src/script/script.ts';
import type { GraphStore, Row } from '../../src/store/store.ts';
import { describeNeo4j } from '../support/engines.ts';
import { domain, vocabulary } from '../support/load.ts';

/**
 * Who owns a database on a server, and what readers see while it is written. What others may do to it is done here by
 * `store.write`, which knows nothing of markers.
 */

/** An article about a person of its own, whom it calls so or, without a name, leaves to others to name. */
function article(key: string, { person = key, name = `Person of ${key}` as string | null } = {}): string {
  const owners = new Owners(formsOf(vocabulary));
  const owner = `article:${key}`;
  owners.open(owner, 'Article', {
    title: key,
    publishedOn: '2024-01-01',
    language: 'en',
    textSha256: 'x',
    length: 9,
  });
  owners.add(owner, 'things Person', { id: `person:${person}`, ...(name !== null && { name }) });
  return printScript(owners.script(owner), key);
}

describeNeo4j('a graph on a server', (open) => {
  let store: GraphStore;
  let folder: string;

  const write = (text: string) => store.write([{ text, parameters: {} }]);
  const read = (text: string): Promise<Row[]> => store.read({ text, parameters: {} });
  const counted = async (pattern: string) =>
    Number((await read(`MATCH ${pattern} RETURN count(*) AS count`))[0]?.count);
  const schema = async () =>
    (await read("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")).map(({ name }) => name);
  const dropSchema = async () => {
    const names = await schema();
    const drop = (kind: string) =>
      names.map((name) => ({ text: `DROP ${kind} ${name} IF EXISTS`, parameters: {} }));
    await store.define([...drop('CONSTRAINT'), ...drop('INDEX')]);
  };
  const put = (key: string, text: string) => writeFileSync(join(folder, `20-${key}.cypher`), text);
  const load = (more: object = {}) => loadGraph({ store, domain, cypherDir: folder, ...more });

  beforeEach(async () => {
    await store?.close();
    store = await open();
    folder = mkdtempSync(join(tmpdir(), 'attested-'));
    put('one', article('one'));
  });

  afterAll(() => store?.close());

  test('is not made where others have nodes: they are told, and nothing is changed, constraints included', async () => {
    await dropSchema();
    await write(
      "UNWIND range(1, 500) AS i CREATE (:Article {title: 'Mine'})-[:MENTIONS]->(:Entity {name: 'Mine'})",
    );
    await write("UNWIND range(1, 150) AS i CREATE (:Name {value: 'n'})");
    await expect(load()).rejects.toMatchObject({
      code: 'STORE_NOT_OURS',
      message: expect.stringMatching(/^The database at \S+ holds 1150 nodes that attested did not make\.$/),
    });
    await expect(load({ rebuild: true })).rejects.toMatchObject({ code: 'STORE_NOT_OURS' });
    await expect(load({ adopt: true })).rejects.toMatchObject({
      code: 'STORE_NOT_OURS',
      message: expect.stringContaining('holds 1150 nodes that no script of attested makes'),
    });
    expect([await counted('(n)'), await schema()]).toEqual([1150, []]);
  });

  test('is taken over with --adopt where scripts alone have filled it', async () => {
    await load();
    await write('MATCH (m:Attested) DELETE m');
    await expect(load()).rejects.toMatchObject({ code: 'STORE_NOT_OURS' });
    expect(await load({ adopt: true })).toMatchObject({ written: 0, nodes: { Person: 1 } });
    expect(await load()).toMatchObject({ written: 0 });
  });

  test('leaves nothing behind where the first load fails: no node, no constraint, no marker', async () => {
    await dropSchema();
    put('one', article('one', { name: null }));
    await expect(load()).rejects.toMatchObject({ code: 'GRAPH_INVALID' });
    put('one', 'MATCH (n) DETACH DELETE n;');
    await expect(load()).rejects.toMatchObject({ code: 'GRAPH_INVALID' });
    expect([await counted('(n)'), await schema()]).toEqual([0, ['attested_id']]);
    put('one', article('one'));
    expect(await load()).toMatchObject({ written: 1 });
  });

  test('keeps what would go, unless that is meant', async () => {
    put('two', article('two'));
    await load();
    rmSync(join(folder, '20-two.cypher'));
    await expect(load()).rejects.toMatchObject({
      code: 'PRUNE_NEEDED',
      message: '1 would go from the graph: article:two.',
    });
    expect(await counted('(:Article)')).toBe(2);
    expect(await load({ prune: true })).toMatchObject({ removed: 1 });
    rmSync(join(folder, '20-one.cypher'));
    writeFileSync(join(folder, '00-schema.cypher'), '');
    await expect(load({ prune: true })).rejects.toMatchObject({ code: 'SCRIPT_UNREADABLE' });
    expect(await counted('(:Article)')).toBe(1);
  });

  test('takes two loads at once, one after the other', async () => {
    const other = await open();
    put('two', article('two'));
    const reports = await Promise.all([
      load(),
      loadGraph({ store: other, domain, cypherDir: folder }),
    ]).finally(() => other.close());
    expect(reports.map(({ written }) => written).sort()).toEqual([0, 2]);
    expect(await store.shared?.look()).toBeUndefined();
  });

  test('tells what the last load left, and how many changes there were', async () => {
    expect(await store.shared?.generation()).toBeUndefined();
    await load();
    const one = await store.shared?.generation();
    await load();
    expect(await store.shared?.generation()).toEqual(one);
    put('two', article('two'));
    await load();
    const two = await store.shared?.generation();
    expect(two?.number).toBe((one?.number ?? 0) + 1);
    expect(two?.corpus).not.toBe(one?.corpus);
  });

  test.each([
    ['a foreign node', "CREATE (:Person {name: 'Customer'})", /it holds 2 \(:Person\), 1 of them made/],
    ['a label of others', 'CREATE (:Order {id: 1})', /it holds 1 \(:Order\), 0 of them made/],
    ['a lost node', 'MATCH (n:Person) DETACH DELETE n', /it holds 0 \(:/],
    ['a lost edge', 'MATCH ()-[r:DECLARES]->() DELETE r', /it holds 0 \[:DECLARES\], 1 of them made/],
    [
      'a duplicate key',
      'MATCH (n:State) WITH n LIMIT 1 CREATE (m:Extra) SET m = properties(n) REMOVE m:Extra',
      /holds/,
    ],
  ])('is known to be damaged by %s, and is then not written', async (_, fault, damage) => {
    await load();
    expect(await store.shared?.look()).toBeUndefined();
    await write(fault);
    expect(await store.shared?.look()).toMatch(damage);
    put('two', article('two'));
    await expect(load()).rejects.toMatchObject({
      code: 'GRAPH_DAMAGED',
      message: expect.stringMatching(damage),
    });
    expect(await counted('(:Article)')).toBe(1);
  });

  test('is made anew with --rebuild where it is damaged, but not over what others put there', async () => {
    await load();
    await write('MATCH (n:Person) DETACH DELETE n');
    expect(await load({ rebuild: true })).toMatchObject({ written: 1, nodes: { Person: 1 } });
    expect(await store.shared?.look()).toBeUndefined();
    await write("CREATE (:Order {id: 'order:1'})");
    await expect(load({ rebuild: true })).rejects.toMatchObject({
      code: 'STORE_NOT_OURS',
      message: expect.stringContaining('the first of them Order'),
    });
    expect(await counted('(:Person)')).toBe(1);
  });

  test('goes on after a load that died between its begin and its end', async () => {
    await load();
    await write("MATCH (m:Attested {id: 'graph'}) SET m.begun = m.begun + 1");
    put('two', article('two'));
    expect(await load()).toMatchObject({ written: 1 });
    expect(await store.shared?.look()).toBeUndefined();
    expect(await counted('(:Article)')).toBe(2);
  });
});
