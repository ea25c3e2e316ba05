import fc from 'fast-check';

/**
 * What choices are read from: a list of numbers that fast-check draws and shrinks. A tape that has run out gives
 * zeros, and zero always means the simplest choice, so a shorter tape is a simpler operation.
 */
export class Tape {
  readonly #numbers: readonly number[];
  #at = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** A number from 0 to `count - 1`. */
  below(count: number): number {
    return (this.#numbers[this.#at++] ?? 0) % count;
  }

  /** True in `times` of `of` cases. */
  chance(times: number, of: number): boolean {
    return this.below(of) >= of - times;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
}

const TAPE_LENGTH_MAX = 250;

/** Tapes of all lengths. */
export function tapes(): fc.Arbitrary<readonly number[]> {
  const number = fc.noBias(fc.nat(0xffff));
  return fc.noBias(fc.array(number, { maxLength: TAPE_LENGTH_MAX, size: 'max' }));
}
