import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type OperationDefinitionNode, parse } from 'graphql';
import { createExecute, type Execute } from '../../src/graphql/execute.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { idOf } from '../reference/graph.ts';
import { type Known, knownOn } from '../reference/interpreter.ts';
import { searchIn } from '../reference/search.ts';
import { describeNeo4j } from '../support/engines.ts';
import { contextOf, type Fixture, load, makeFixture } from './fixture.ts';
import { naughty } from './naughty.ts';

/**
 * Each engine ranks what a search finds by a measure of its own, but all find the same: whatever holds one of the words
 * whole. So the set is compared with that of a plain search through all texts.
 */

const inCi = process.env.CI === 'true';
const asked = Number(process.env.FUZZ_OPERATIONS ?? (inCi ? 2_000 : 300));
const seed = Number(process.env.FUZZ_SEED ?? (inCi ? 1 : Date.now() % 2 ** 31));

type Request = {
  readonly text: string;
  readonly types?: readonly string[] | null;
  readonly day?: string | null;
  readonly first?: number;
};

/** Names, words of claims and of sentences, in any case and script; words that are too common; parts of words. */
const TEXTS: readonly string[] = [
  'Kim',
  'KIM JONG-UN',
  'kim jong',
  "Kim Jong-un's rifle",
  'Vladimir Putin and the rifle',
  'the',
  'of the and a',
  "Lavrov's ammunition",
  'the rifle of the president',
  'Thé',
  'thé rifle',
  'rif',
  'rifles',
  'RIFLE',
  "O'Brien",
  'O’Brien',
  'obrien',
  'brien',
  'Zoë',
  'Ṍbrien',
  'zoe',
  'ZOË',
  'Ångström',
  'angstrom',
  'Straße',
  'STRASSE',
  'Москва',
  'МОСКВА',
  '김여정',
  '会议',
  'ＫＩＭ',
  'Ὀδυσσεύς',
  'ὈΔΥΣΣΕΎΣ',
  'ΟΔΥΣΣΕΥΣ',
  'οδυσσευς',
  'İstanbul',
  'istanbul',
  'ISTANBUL',
  '𐐔𐐯𐑅𐐨𐑉𐐯𐐻',
  '😀',
  '𝒳',
  'ﬀ',
  '2024',
  'in 2024',
  'F11 space-suit',
  'x1 1x _x_ x_1',
  '"no" \\ `never`',
  'AND OR NOT kim~ kim* +kim -kim kim^2 [a TO z]',
  ...naughty,
];

const TYPES = ['Person', 'Country', 'Place', 'Organization', 'Group', 'Event', 'Gift', 'Claim', 'Sentence'];
const DAYS = ['2023-09-17', '2023-09-18', '2024-01-02', '2024-01-03'];

const QUERY = `query ($text: String!, $types: [SearchType!], $day: Date, $first: Int) {
  search(text: $text, types: $types, asOf: $day, first: $first) { node { id } text matched }
}`;

type Hit = {
  readonly node: { readonly id: string };
  readonly text: string;
  readonly matched: readonly string[];
};

let fixture: Fixture;

beforeAll(async () => {
  fixture = await makeFixture();
});

afterAll(() => fixture.grafeo.close());

const known = new Map<string | null, Known>();

/** What was known on a day, or is now. */
function knownAt(day: string | null): Known {
  const found = known.get(day) ?? knownOn(fixture.owned, day ?? undefined);
  known.set(day, found);
  return found;
}

async function compare(execute: Execute, request: Request): Promise<void> {
  const { text, types = null, day = null, first = 500 } = request;
  const document = parse(QUERY);
  const operation = document.definitions[0] as OperationDefinitionNode;
  const { data, extensions } = await execute({
    explain: true,
    document,
    operation,
    documentId: QUERY,
    variables: { text, types, day, first },
  });
  const { rows, rowsEstimated } = (extensions?.explain ?? {}) as { rows: number; rowsEstimated: number };
  expect(rows).toBeLessThanOrEqual(rowsEstimated);
  const hits = data?.search as readonly Hit[];
  const { graph, names } = knownAt(day);
  const expected = new Map(
    [...searchIn(graph, names, text, types)].map(([node, found]) => [idOf(node), found]),
  );
  const ids = hits.map(({ node }) => node.id);
  if (first >= expected.size) expect([...ids].sort()).toEqual([...expected.keys()].sort());
  expect(new Set(ids).size).toBe(Math.min(first, expected.size));
  for (const { node, text: shown, matched } of hits) {
    expect([node.id, expected.get(node.id)?.texts.get(shown)]).toEqual([node.id, matched]);
  }
  const counts = ids.map((id) => expected.get(id)?.words ?? 0);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
}

/** Texts of up to four words of the graph, whole or cut, some that are not there, of any types on any day. */
function requests(): fc.Arbitrary<Required<Request>> {
  const texts = fixture.graph.nodes.flatMap(({ properties: { name, text, title, aliases } }) =>
    [name, text, title, aliases].flat().filter((one): one is string => typeof one === 'string'),
  );
  const words = [...new Set(texts.flatMap((text) => text.split(/\s+/)))];
  const word = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...words) },
    { weight: 1, arbitrary: fc.constantFrom(...naughty) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
  );
  const recased = fc
    .tuple(word, fc.nat(2))
    .map(([one, how]) => (how === 0 ? one : how === 1 ? one.toUpperCase() : one.toLowerCase()));
  return fc.record({
    text: fc.array(recased, { minLength: 1, maxLength: 4 }).map((some) => some.join(' ')),
    types: fc.option(fc.subarray(TYPES, { minLength: 1 })),
    day: fc.option(fc.constantFrom(...DAYS)),
    first: fc.constantFrom(1, 2, 500),
  });
}

async function compareAll(engine: GraphStore, numRuns: number): Promise<void> {
  const execute = createExecute(contextOf(engine));
  for (const text of TEXTS) await compare(execute, { text });
  await fc.assert(
    fc.asyncProperty(requests(), (request) => compare(execute, request)),
    { numRuns, seed },
  );
}

test(
  `a search finds what a plain search through all texts finds, on Grafeo (${asked} searches, seed ${seed})`,
  () => compareAll(fixture.grafeo, asked),
  asked * 50 + 60_000,
);

describeNeo4j('searches compared with a plain search through all texts', (open) => {
  const searches = Math.min(asked, 200);
  test(
    `they find the same (${searches} searches, seed ${seed})`,
    async () => {
      const store = await open();
      try {
        await load(store);
        await compareAll(store, searches);
      } finally {
        await store.close();
      }
    },
    searches * 500 + 120_000,
  );
});
