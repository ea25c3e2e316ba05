import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GraphStore } from '../../src/store/store.ts';
import { describeNeo4j } from '../support/engines.ts';
import { coordinatesOf, describeCoverage } from './coverage.ts';
import { type Fixture, load, makeFixture, sidesOf } from './fixture.ts';
import { compareMany, type Result, type Run } from './run.ts';

/**
 * Any valid operation is answered alike by the service, which compiles it to one statement, and by plain resolvers
 * over JavaScript objects. FUZZ_OPERATIONS says how many are tried, FUZZ_SEED which.
 */

const inCi = process.env.CI === 'true';
const asked = Number(process.env.FUZZ_OPERATIONS ?? (inCi ? 10_000 : 2_000));
/** In CI the same operations each time, so that a change is judged by itself and not by luck; else new ones. */
const seed = Number(process.env.FUZZ_SEED ?? (inCi ? 1 : Date.now() % 2 ** 31));
const neo4jOperations = Math.min(Math.ceil(asked / 10), 2_000);
/** Operations on Neo4j: which share of them, under which seed, and how many parts a selection has at most. */
type Neo4jRun = { readonly share: number; readonly from: number; readonly parts?: number };

/**
 * Two at once: a server has more to do for a new statement than this process, and works at several. Planning a wide one
 * takes it 0.6 s of the processor, and a fifth of that when it asks for one thing at a time: three in four do. Grafeo
 * answers ten times as many, all of them wide.
 */
const neo4jRuns: readonly (readonly Neo4jRun[])[] = [
  [
    { share: 1 / 8, from: seed },
    { share: 3 / 8, from: seed + 1, parts: 1 },
  ],
  [
    { share: 3 / 8, from: seed + 2, parts: 1 },
    { share: 1 / 8, from: seed + 3 },
  ],
];

/** How many operations it takes to ask for everything in the schema. */
const ENOUGH = 100_000;
/** How many are compared under one seed. */
const PORTION = 20_000;
/** The time that Grafeo has for its operations. */
const GRAFEO_MS = asked * 50 + 60_000;

let fixture: Fixture;
/** Begun before all tests: this process works for Grafeo while a server works for Neo4j. */
let onGrafeo: Promise<Result>;

beforeAll(async () => {
  fixture = await makeFixture();
  onGrafeo = compare(fixture.grafeo, asked);
  onGrafeo.catch(() => undefined);
});

afterAll(async () => {
  await onGrafeo;
  await fixture.grafeo.close();
}, GRAFEO_MS);

/** Under seeds that follow each other, told of as they are done: of a run that is broken off it is known how far it came. */
async function compare(
  engine: GraphStore,
  operations: number,
  { from, parts }: Omit<Neo4jRun, 'share'> = { from: seed },
): Promise<Result> {
  const generator = { ...fixture.generator, ...(parts !== undefined && { parts }) };
  const used = new Set<string>();
  let [refused, milliseconds] = [0, 0];
  for (let done = 0; done < operations; done += PORTION) {
    const portion = Math.min(PORTION, operations - done);
    const result = await comparePortion(engine, {
      generator,
      operations: portion,
      seed: from + done / PORTION,
    });
    for (const coordinate of result.used) used.add(coordinate);
    milliseconds += result.milliseconds;
    refused += result.refused;
    if (result.difference !== undefined) return { ...result, used };
  }
  return { operations, refused, milliseconds, used, difference: undefined };
}

async function comparePortion(engine: GraphStore, run: Omit<Run, 'sides'>): Promise<Result> {
  const result = await compareMany({ ...run, sides: sidesOf(fixture, engine) });
  const seconds = Math.round(result.milliseconds / 1_000);
  const coverage = describeCoverage(coordinatesOf(run.generator), result.used);
  process.stdout.write(
    `${engine.engine}: ${result.operations} operations (${result.refused} refused by both) in ${seconds} s, seed ${run.seed}; ${coverage}\n`,
  );
  return result;
}

describeNeo4j('operations compared with the reference', (open) => {
  test(
    `the compiled answer is the reference's (${neo4jOperations} operations, from seed ${seed} on)`,
    async () => {
      const store = await open();
      try {
        await load(store);
        await Promise.all(
          neo4jRuns.map(async (runs) => {
            for (const run of runs) {
              const { difference } = await compare(store, Math.ceil(run.share * neo4jOperations), run);
              expect(difference).toBeUndefined();
            }
          }),
        );
      } finally {
        await store.close();
      }
    },
    neo4jOperations * 2_000 + 60_000,
  );
});

test(
  `the compiled answer is the reference's on Grafeo (${asked} operations, seed ${seed})`,
  async () => {
    const result = await onGrafeo;
    expect(result.difference).toBeUndefined();
    if (asked < ENOUGH) return;
    expect(
      [...coordinatesOf(fixture.generator)].filter((coordinate) => !result.used.has(coordinate)),
    ).toEqual([]);
  },
  GRAFEO_MS,
);
