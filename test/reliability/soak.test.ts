import { beforeAll, expect, test } from '@jest/globals';
import { type Lock, takeLock } from '../support/lock.ts';
import { runSeed } from '../support/random.ts';
import { build } from './service.ts';
import { soak } from './soak.ts';

/** Two minutes in CI, an hour by `npm run soak`, and not at all without either. */
const seconds = Number(process.env.SOAK_SECONDS ?? (process.env.CI === 'true' ? 90 : 0));

/** Megabytes that the heap may grow in a minute, once the caches are full. */
const SLOPE_MAX = 1;
const seed = runSeed();
const { NEO4J_URI, NEO4J_USER = '', NEO4J_PASSWORD = '' } = process.env;
const neo4j =
  NEO4J_URI && NEO4J_URI !== 'none'
    ? { url: NEO4J_URI, user: NEO4J_USER, password: NEO4J_PASSWORD }
    : undefined;

beforeAll(build);

const run = seconds > 0 ? test : test.skip;
run(
  `${seconds} s of questions with faults among them leave the service as it was, SEED=${seed} (needs CI=true or SOAK_SECONDS)`,
  async () => {
    let turn: Lock | undefined;
    if (neo4j) turn = await takeLock(neo4j.url);
    try {
      const found = await soak({ seconds, seed, neo4j });
      console.info(JSON.stringify(found));
      expect(found.wrong).toBe(0);
      expect(found.rejections).toBe(0);
      expect(found.codes.right).toBeGreaterThan(0.9 * found.requests);
      expect(found.descriptorsGrown).toBeLessThanOrEqual(10);
      expect(found.threadsGrown).toBeLessThanOrEqual(2);
      expect(found.heapSlope).toBeLessThanOrEqual(SLOPE_MAX);
    } finally {
      await turn?.release();
    }
  },
  seconds * 1_000 + 700_000,
);
