import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GraphStore } from '../../src/store/store.ts';
import { corpusScripts } from '../reference/corpus.ts';
import { derive, NEVER } from '../reference/derive.ts';
import { dumpGraph, type Graph } from '../reference/graph.ts';
import { ownedBy, ownedIn } from '../reference/owned.ts';
import { describeEachEngine } from '../support/engines.ts';
import { loadScripts } from '../support/load.ts';
import { linesDerived, linesIn, linesOfDay, linesOn } from './lines.ts';
import { corporaAndMore } from './more.ts';
import { scriptsOf } from './told.ts';

/** How many corpora are tried; the nightly run says more. */
const RUNS = Number(process.env.ORACLE_RUNS ?? 20);

/** From the eve of the first publication to the day after the last judgement. */
const DAYS = [
  '2031-04-28',
  '2031-04-29',
  '2031-04-30',
  '2031-05-01',
  '2031-05-02',
  '2031-05-03',
  '2031-05-04',
  '2031-05-05',
];

/** The examples of verdicts: each row of docs/model.md has its reports. */
const EXAMPLES = readFileSync('docs/model.md', 'utf8')
  .split('\n')
  .map((line) => [...line.matchAll(/`(\d+ May, [^`]+)`/g)].map(([, report = '']) => report))
  .filter((reports) => reports.length > 0)
  .map((reports) => [reports.join('. '), reports] as const);

/** Lines but for what we call a thing and what kind it is, which is known on all days. */
const news = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => !/^\S+ (name|kind|isoCode|demonym|named) /.test(line));

/** What is in one list of lines and not in the other. */
function differences(expected: readonly string[], found: readonly string[]): readonly string[] {
  const [wanted, got] = [new Set(expected), new Set(found)];
  return [
    ...expected.filter((line) => !got.has(line)).map((line) => `expected ${line}`),
    ...found.filter((line) => !wanted.has(line)).map((line) => `found    ${line}`),
  ];
}

const dumpOf = (store: GraphStore): Promise<Graph> =>
  dumpGraph((text) => store.read({ text, parameters: {} }));

describeEachEngine('the derived graph', (open) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store?.close());

  test('of the articles of the package and of made-up ones is what follows from what owners wrote', async () => {
    await loadScripts(store, corpusScripts());
    const graph = await dumpOf(store);
    const owned = ownedIn(graph);
    expect(differences(linesDerived(derive(owned, NEVER)), linesIn(graph))).toEqual([]);
    for (const day of new Set(owned.owners.map((owner) => owner.day).filter((one) => one !== '')))
      expect(differences(linesOfDay(derive(owned, day)), linesOn(graph, day))).toEqual([]);
  }, 60_000);

  test.each(EXAMPLES)('of an example, %s', async (_, reports) => {
    await loadScripts(store, scriptsOf(reports));
    const graph = await dumpOf(store);
    const owned = ownedIn(graph);
    expect(differences(linesDerived(derive(owned, NEVER)), linesIn(graph))).toEqual([]);
    for (const day of ['2031-04-30', ...owned.owners.map((owner) => owner.day)])
      expect(differences(linesOfDay(derive(owned, day)), linesOn(graph, day))).toEqual([]);
  });

  test('is what follows from what owners wrote', async () => {
    await fc.assert(
      fc.asyncProperty(corporaAndMore, async (corpus) => {
        await loadScripts(store, corpus);
        const graph = await dumpOf(store);
        const expected = linesDerived(derive(ownedIn(graph), NEVER));
        expect(differences(expected, linesIn(graph))).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: process.env.NO_SHRINK !== undefined },
    );
  }, 600_000);

  test('tells of each day what the oracle derives on it', async () => {
    await fc.assert(
      fc.asyncProperty(corporaAndMore, async (corpus) => {
        await loadScripts(store, corpus);
        const graph = await dumpOf(store);
        for (const day of DAYS) {
          const expected = linesOfDay(derive(ownedIn(graph), day));
          expect(differences(expected, linesOn(graph, day))).toEqual([]);
        }
      }),
      { numRuns: RUNS, endOnFailure: process.env.NO_SHRINK !== undefined },
    );
  }, 600_000);

  test('as of a day knows nothing that was written later', async () => {
    await fc.assert(
      fc.asyncProperty(corporaAndMore, async (corpus) => {
        await loadScripts(store, corpus);
        const owned = ownedIn(await dumpOf(store));
        for (const day of new Set(owned.owners.map((owner) => owner.day).filter((one) => one !== ''))) {
          const [then, since] = [derive(ownedBy(owned, day), NEVER), derive(owned, day)];
          expect(differences(news(linesDerived(then)), news(linesDerived(since)))).toEqual([]);
        }
      }),
      { numRuns: RUNS, endOnFailure: process.env.NO_SHRINK !== undefined },
    );
  }, 600_000);
});
