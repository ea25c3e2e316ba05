import type { Compiled } from '../compile/compile.ts';
import type { Cost } from '../compile/cost.ts';
import type { Asked } from './search.ts';

/** How an answer was made: what it could cost, and the statement, which holds no value of a client. */
export type Made = { readonly cost: number; readonly statement: string | undefined; readonly rows?: number };

/** How reading went: what was expected, what came, and how long it took once it was let to the graph. */
type Went = {
  readonly cost: Cost;
  readonly rows: number;
  readonly searches: readonly Asked[];
  readonly waitedMilliseconds: number;
  readonly milliseconds: number;
};

/** How an answer was made, for the one who asked: all of it without a value of a client. */
export function explain({ text, plan }: Compiled, { cost, rows, searches, ...took }: Went) {
  return {
    statement: text ?? null,
    parameters: plan.parameters.map((parameter) => parameter.name),
    ...(searches.length > 0 && { searches }),
    cost: cost.total,
    rowsEstimated: cost.total - plan.weight,
    rows,
    waitedMilliseconds: rounded(took.waitedMilliseconds),
    milliseconds: rounded(took.milliseconds),
  };
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 100) / 100;

/** How many items the lists of an answer hold. Goes through every answer, so without a list or a function of its own. */
export function countItems(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && item !== null) count += 1 + countItems(item);
    return count;
  }
  for (const key in value) count += countItems((value as Record<string, unknown>)[key]);
  return count;
}

/** Whether the value of the header `X-Explain` asks for an explanation; 0, false and nothing do not. */
export function asksExplain(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value.trim().toLowerCase());
}
