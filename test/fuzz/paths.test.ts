import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'graphql';
import type { GraphStore } from '../../src/store/store.ts';
import { has, idOf } from '../reference/graph.ts';
import { describeNeo4j } from '../support/engines.ts';
import { differ } from './compare.ts';
import { type Fixture, load, makeFixture, sidesOf } from './fixture.ts';
import type { Operation } from './generate.ts';

/**
 * Paths over some of the graph, which the general comparison asks for too seldom: between any two entities, over any
 * facts, over events of any status, on the days before, between and after the articles. A shorter path that does not
 * count must not hide a longer one.
 */

const inCi = process.env.CI === 'true';
const asked = Number(process.env.FUZZ_OPERATIONS ?? (inCi ? 1_000 : 300));
const seed = Number(process.env.FUZZ_SEED ?? (inCi ? 1 : Date.now() % 2 ** 31));

const STATUSES = [null, ['OCCURRED'], ['OCCURRED', 'ONGOING', 'HABITUAL', 'PLANNED'], ['SPECULATED'], []];
const DAYS = ['2023-09-17', '2023-09-18', '2024-01-02', '2024-01-03'];
const TEXT = `query ($from: String!, $to: String!, $hops: Int!, $via: [Predicate!], $statuses: [Status!], $day: Date) {
  path(from: $from, to: $to, maxHops: $hops, via: $via, status: $statuses, asOf: $day) {
    outcome
    hops
    paths { hops nodes { id name } facts { id subject { id } object { id } evidence { claim { id } } } }
  }
}`;

let fixture: Fixture;

beforeAll(async () => {
  fixture = await makeFixture();
});

afterAll(() => fixture.grafeo.close());

/** Which bounds and which facts are asked for: each pair is a statement of its own, which Neo4j plans for long. */
type Shapes = { readonly hops: readonly number[]; readonly via: fc.Arbitrary<readonly string[] | null> };

/** What facts of the last article alone join: between these, shorter paths come late. */
function endsOfLateFacts(): readonly string[] {
  const late = fixture.graph.relationships.filter(({ properties: { fact, reportedOn } }) => {
    return typeof fact === 'string' && reportedOn === '2024-01-03';
  });
  return [...new Set(late.flatMap(({ start, end }) => [idOf(start), idOf(end)]))];
}

async function compare(engine: GraphStore, numRuns: number, { hops, via }: Shapes): Promise<void> {
  const ids = fixture.graph.nodes.filter((node) => has(node, 'Entity')).map(idOf);
  const sides = sidesOf(fixture, engine);
  const document = parse(TEXT);
  const entity = fc.oneof(fc.constantFrom(...ids), fc.constantFrom(...endsOfLateFacts()));
  const property = fc.asyncProperty(
    fc.record({
      from: entity,
      to: entity,
      hops: fc.constantFrom(...hops),
      via,
      day: fc.constantFrom(...DAYS, null),
      statuses: fc.constantFrom(...STATUSES),
    }),
    async (values) => {
      const operation: Operation = {
        text: TEXT,
        document,
        variables: [values, values],
        cursors: [],
        coordinates: new Set(),
      };
      expect(await differ(sides, operation)).toBeUndefined();
    },
  );
  await fc.assert(property, { numRuns, seed });
}

/** Any facts, or some of them. */
function anyFacts(): Shapes['via'] {
  const type = fixture.generator.schema.getType('Predicate');
  const predicates = type && 'getValues' in type ? type.getValues().map(({ name }) => name) : [];
  return fc.option(fc.uniqueArray(fc.constantFrom(...predicates), { minLength: 3 }));
}

test(
  `paths over some of the graph are the reference's on Grafeo (${asked} paths, seed ${seed})`,
  () => compare(fixture.grafeo, asked, { hops: [1, 2, 3, 4, 5, 6, 7, 8], via: anyFacts() }),
  asked * 50 + 60_000,
);

describeNeo4j('paths over some of the graph compared with the reference', (open) => {
  const paths = Math.min(asked, 100);
  test(
    `they are the reference's (${paths} paths, seed ${seed})`,
    async () => {
      const store = await open();
      try {
        await load(store);
        await compare(store, paths, {
          hops: [2, 4],
          via: fc.constantFrom(null, ['INVOLVED_IN', 'PART_OF', 'CONCERNS', 'GAVE', 'GIVEN_TO']),
        });
      } finally {
        await store.close();
      }
    },
    paths * 2_000 + 60_000,
  );
});
