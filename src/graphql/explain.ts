import type { LaneName } from '../admission.ts';
import type { Compiled } from '../compile/compile.ts';
import type { Cost } from '../compile/cost.ts';
import type { Asked } from './search.ts';

/** How an answer was made: what it could cost, and the statement, which holds no value of a client. */
export type Made = {
  /** The items that it could hold. */
  readonly cost: number;
  /** The rows of the graph to be gone through, where that could be told. */
  readonly work: number | undefined;
  readonly lane: LaneName;
  readonly statement: string | undefined;
  /** The items that it holds. */
  readonly rows?: number;
};

/** How reading went: what was expected, what came, and how long it took once it was let to the graph. */
type Went = Pick<Made, 'work' | 'lane'> & {
  readonly cost: Cost;
  readonly rows: number;
  readonly searches: readonly Asked[];
  readonly waitedMilliseconds: number;
  readonly milliseconds: number;
};

/** How an answer was made, for the one who asked: all of it without a value of a client. */
export function explain({ text, plan }: Compiled, { cost, work, lane, rows, searches, ...took }: Went) {
  return {
    statement: text ?? null,
    parameters: plan.parameters.map((parameter) => parameter.name),
    ...(searches.length > 0 && { searches }),
    cost: cost.total,
    ...(work !== undefined && { work }),
    lane,
    rowsEstimated: cost.total - plan.weight,
    rows,
    waitedMilliseconds: rounded(took.waitedMilliseconds),
    milliseconds: rounded(took.milliseconds),
  };
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 100) / 100;
