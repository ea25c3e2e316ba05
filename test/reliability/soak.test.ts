import { beforeAll, expect, test } from '@jest/globals';
import { build } from '../support/borrow.ts';
import { borrowNeo4j } from '../support/engines.ts';
import { runSeed } from '../support/random.ts';
import { soak } from './soak.ts';

/** Forty seconds in CI, an hour by `npm run soak`, and not at all without either. */
const seconds = Number(process.env.SOAK_SECONDS ?? (process.env.CI === 'true' ? 40 : 0));

/** Megabytes a minute that the heap may grow, once the caches are full: five minutes tell, less is how they fill. */
const SLOPE_MAX = seconds < 300 ? Number.POSITIVE_INFINITY : 1;
const seed = runSeed();

beforeAll(build);

const run = seconds > 0 ? test : test.skip;
run(
  `${seconds} s of questions with faults among them leave the service as it was, SEED=${seed} (needs CI=true or SOAK_SECONDS)`,
  async () => {
    const loan = await borrowNeo4j();
    try {
      const found = await soak({ seconds, seed, neo4j: loan?.value });
      console.info(JSON.stringify(found));
      expect(found.wrong).toBe(0);
      expect(found.rejections).toBe(0);
      expect(found.codes.right).toBeGreaterThan(0.9 * found.requests);
      expect(found.descriptorsGrown).toBeLessThanOrEqual(10);
      expect(found.threadsGrown).toBeLessThanOrEqual(2);
      expect(found.heapSlope).toBeLessThanOrEqual(SLOPE_MAX);
    } finally {
      await loan?.release();
    }
  },
  seconds * 1_000 + 700_000,
);
