import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { printDerivation } from '../../src/facts/derive/derive.ts';
import { loadGraph } from '../../src/load/load.ts';
import { splitScript } from '../../src/script/split.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { dumpGraph } from '../support/dump.ts';
import { describeEachEngine } from '../support/engines.ts';
import { domain, vocabulary } from '../support/load.ts';

test('the derivation that is committed is what follows from the schema (`npm run schema` writes it)', () => {
  expect(readFileSync('cypher/90-derive.cypher', 'utf8')).toBe(printDerivation(vocabulary));
});

const scripts = readdirSync('cypher')
  .filter((name) => name.endsWith('.cypher'))
  .sort()
  .map((name) => readFileSync(`cypher/${name}`, 'utf8'));

describeEachEngine('the scripts of the package, run as they stand', (open) => {
  let store: GraphStore;
  const runAll = async () => {
    for (const script of scripts) {
      for (const { text } of splitScript(script)) {
        const statement = { text, parameters: {} };
        await (text.startsWith('CREATE CONSTRAINT') || text.startsWith('CREATE INDEX')
          ? store.define([statement])
          : store.write([statement]));
      }
    }
  };

  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store?.close());

  test('give the graph that the load gives, however often they run', async () => {
    const loaded = await openStore({ url: 'memory:' });
    await loadGraph({ store: loaded, domain, cypherDir: 'cypher' });
    const wanted = await dumpGraph(loaded);
    await loaded.close();
    await runAll();
    expect(await dumpGraph(store)).toEqual(wanted);
    await runAll();
    expect(await dumpGraph(store)).toEqual(wanted);
  });
});
