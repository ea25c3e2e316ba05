/** A source of numbers from 0 to below 1 that gives the same ones for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The seed of a run: that of the variable SEED, to run it again, else a new one. */
export function runSeed(): number {
  return process.env.SEED ? Number(process.env.SEED) : Date.now() % 1_000_000_000;
}
