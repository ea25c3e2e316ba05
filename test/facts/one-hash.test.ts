import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { dumpGraph } from '../support/dump.ts';
import { describeEachEngine } from '../support/engines.ts';
import { loadScripts } from '../support/load.ts';
import { type Corpus, corpora } from './corpora.ts';

/** How many corpora are tried; the nightly run says more. */
const RUNS = Number(process.env.ONE_HASH_RUNS ?? 25);

const NAMES = ['a', 'b', 'c', 'd', 'ledger', 'world'];

/** One load: which scripts are there, and which of them are edited. */
const state = fc.record({
  there: fc.subarray(NAMES.slice(0, 5)),
  edited: fc.subarray(NAMES),
});

const corpusOf = (
  [first, second]: readonly [Corpus, Corpus],
  { there, edited }: { there: string[]; edited: string[] },
): Corpus =>
  new Map(
    [...there, 'world', 'a'].map(
      (name) => [name, (edited.includes(name) ? second : first).get(name) ?? ''] as const,
    ),
  );

async function freshDump(corpus: Corpus): Promise<readonly string[]> {
  const store = await openStore({ url: 'memory:' });
  try {
    await loadScripts(store, corpus);
    return await dumpGraph(store);
  } finally {
    await store.close();
  }
}

/** What the corpora must have brought about, for their agreement to mean anything. */
const BROUGHT = {
  verdicts: ['AGREED', 'DISPUTED', 'SINGLE_SOURCE', 'WITHDRAWN'],
  words: [
    'COUNTS_AS',
    'CONTRADICTS',
    'CORRECTS',
    'RETRACTS',
    'SAME_AS',
    'refinedBy',
    'revokedOn',
    'countsAs',
    'DENIED',
  ],
};

describeEachEngine('one graph of one corpus', (open) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store?.close());

  test('whatever was loaded, edited and taken out before, in whatever order', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(corpora, fc.array(state, { minLength: 1, maxLength: 4 }), async (versions, states) => {
        for (const one of states) await loadScripts(store, corpusOf(versions, one));
        const last = states.at(-1);
        if (!last) return;
        const corpus = corpusOf(versions, last);
        const dump = await dumpGraph(store);
        expect(dump).toEqual(await freshDump(corpus));
        for (const line of dump) for (const word of line.match(/\w+/g) ?? []) seen.add(word);
        const again = await loadScripts(store, corpus);
        expect([again.written, again.removed]).toEqual([0, 0]);
      }),
      { numRuns: RUNS, endOnFailure: process.env.NO_SHRINK !== undefined },
    );
    // A few runs need not meet everything.
    if (RUNS < 25) return;
    expect([...BROUGHT.verdicts, ...BROUGHT.words].filter((word) => !seen.has(word))).toEqual([]);
  }, 600_000);
});
