import fc from 'fast-check';
import { compare, type Difference, differ, type Sides } from './compare.ts';
import { type Generator, type Operation, operationOf } from './generate.ts';
import { reduce } from './reduce.ts';
import { tapes } from './tape.ts';

/** What a run of comparisons is given. */
export type Run = {
  readonly generator: Generator;
  readonly sides: Sides;
  readonly operations: number;
  readonly seed: number;
};

/** What it found out. */
export type Result = {
  readonly operations: number;
  /** How many of them both sides refused. */
  readonly refused: number;
  readonly milliseconds: number;
  /** The schema coordinates that were asked, of operations that were answered. */
  readonly used: ReadonlySet<string>;
  /** The first difference, made small, with the seed that gives it again. */
  readonly difference: string | undefined;
};

/** Compares as many operations as are asked, up to the first difference. */
export async function compareMany({ generator, sides, operations, seed }: Run): Promise<Result> {
  const used = new Set<string>();
  const started = performance.now();
  let count = 0;
  let refused = 0;
  let first: Difference | undefined;
  const property = fc.asyncProperty(tapes(), async (numbers) => {
    const operation = operationOf(generator, numbers);
    const { difference, answered } = await compare(sides, operation);
    count++;
    if (answered) for (const coordinate of operation.coordinates) used.add(coordinate);
    else refused++;
    first = difference;
    return first === undefined;
  });
  const checked = await fc.check(property, { numRuns: operations, seed, endOnFailure: true });
  const [numbers] = checked.counterexample ?? [];
  const milliseconds = performance.now() - started;
  if (!checked.failed) return { operations: count, refused, milliseconds, used, difference: undefined };
  if (!numbers) throw checked.errorInstance;
  const found = await shrink({ generator, sides }, operationOf(generator, numbers));
  const again = `FUZZ_SEED=${seed} after ${checked.numRuns} operations`;
  return {
    operations: count,
    refused,
    milliseconds,
    used,
    difference: `${again}\n${found ?? `it does not fail again; it was\n${first ? describe(first) : ''}`}`,
  };
}

async function shrink({ generator, sides }: Pick<Run, 'generator' | 'sides'>, operation: Operation) {
  const fails = async (smaller: Operation) => (await differ(sides, smaller)) !== undefined;
  const smallest = (await fails(operation)) ? await reduce(generator.schema, operation, fails) : operation;
  const difference = await differ(sides, smallest);
  return difference && describe(difference);
}

function describe({ text, variables, expected, actual }: Difference): string {
  const used = Object.entries(variables).filter(([name]) => text.includes(`$${name}`));
  return [text, JSON.stringify(Object.fromEntries(used)), `expected ${expected}`, `but got  ${actual}`].join(
    '\n',
  );
}
