import { beforeAll, expect, test } from '@jest/globals';
import { type Lock, takeLock } from '../support/lock.ts';
import { runSeed } from '../support/random.ts';
import { build } from './service.ts';
import { soak } from './soak.ts';

/** A minute with CI=true, an hour by `npm run soak`, and not at all without either. */
const seconds = Number(process.env.SOAK_SECONDS ?? (process.env.CI === 'true' ? 60 : 0));
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
      // In less than two minutes the caches still fill.
      if (seconds >= 120) expect(found.heapSlope).toBeLessThanOrEqual(1);
    } finally {
      await turn?.release();
    }
  },
  seconds * 1_000 + 700_000,
);
