import { setTimeout } from 'node:timers/promises';
import { errorCodes, ServiceError } from '../../src/errors.ts';
import type { Execute } from '../../src/graphql/execute.ts';
import type { Reference } from '../reference/interpreter.ts';
import type { CursorOf, Operation, Variables } from './generate.ts';

/** Two answers to the same question that are not the same. */
export type Difference = {
  readonly text: string;
  readonly variables: Variables;
  readonly expected: string;
  readonly actual: string;
};

/** What came of asking both: where they differ, and whether either question was answered rather than refused. */
export type Comparison = { readonly difference: Difference | undefined; readonly answered: boolean };

/** The two that answer: the service and the interpreter. */
export type Sides = { readonly execute: Execute; readonly reference: Reference };

const REFUSED = 'refused:';

type Asked = { readonly data: unknown; readonly shown: string };

/** Cursors are opaque: whether there is one is all that can be compared. */
const hideCursors = (key: string, value: unknown): unknown =>
  /cursor/i.test(key) && typeof value === 'string' ? 'present' : value;

const asked = (result: { data?: unknown; errors?: readonly { message: string }[] }): Asked => ({
  data: result.data,
  shown: result.errors ? `${REFUSED} ${result.errors[0]?.message}` : JSON.stringify(result.data, hideCursors),
});

/** How often, and after how long, a server that was silent is asked again: a busy machine is no wrong answer. */
const again = { times: 5, afterMs: 3_000 };

const isSilent = (error: unknown): boolean =>
  error instanceof ServiceError && [503, 504].includes(errorCodes[error.code].status);

async function executeAgain(execute: Execute, request: Parameters<Execute>[0]): ReturnType<Execute> {
  for (let turn = 1; ; turn++) {
    try {
      return await execute(request);
    } catch (error) {
      if (turn === again.times || !isSilent(error)) throw error;
      await setTimeout(again.afterMs);
    }
  }
}

async function askService({ execute }: Sides, operation: Operation, variables: Variables): Promise<Asked> {
  const definition = operation.document.definitions[0];
  if (definition?.kind !== 'OperationDefinition') throw new Error('no operation');
  const request = {
    document: operation.document,
    operation: definition,
    documentId: operation.text,
    variables,
    // The interpreter knows what a name means, not what it is like: to it an unknown one means nothing.
    lenient: true,
  };
  try {
    const result = await executeAgain(execute, { ...request, explain: true });
    const { rows = 0, rowsEstimated = 0 } = (result.extensions?.explain ?? {}) as Record<string, number>;
    if (rows > rowsEstimated)
      return { data: undefined, shown: `${rows} items where ${rowsEstimated} were priced` };
    return asked(result);
  } catch (error) {
    const cause = error instanceof Error && error.cause ? ` (${String(error.cause)})` : '';
    const refused = error instanceof ServiceError && errorCodes[error.code].status === 400;
    return { data: undefined, shown: `${refused ? REFUSED : ''} ${String(error)}${cause}` };
  }
}

/** Finds the first object under a response key and takes the cursor out of it. */
function cursorIn(data: unknown, { key, field }: CursorOf): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  for (const [name, inner] of Object.entries(data)) {
    const found = name === key ? [inner].flat()[0]?.[field] : cursorIn(inner, { key, field, variable: '' });
    if (typeof found === 'string') return found;
  }
  return undefined;
}

function walkOn(operation: Operation, data: unknown, variables: Variables): Variables {
  const cursors = operation.cursors.flatMap((one) => {
    const cursor = cursorIn(data, one);
    return cursor === undefined ? [] : [[one.variable, cursor]];
  });
  return { ...variables, ...Object.fromEntries(cursors) };
}

/** Asks both sides: with the first values, on the next page by each side's own cursors, and with the second values. */
export async function differ(sides: Sides, operation: Operation): Promise<Difference | undefined> {
  return (await compare(sides, operation)).difference;
}

/** As `differ`, and tells whether the operation was answered at all. */
export async function compare(sides: Sides, operation: Operation): Promise<Comparison> {
  const [first, second] = operation.variables;
  let [mine, theirs] = [first, first];
  let answered = false;
  for (let turn = 0; turn < 3; turn++) {
    const expected = asked(sides.reference(operation.document, theirs));
    const actual = await askService(sides, operation, mine);
    const same = (one: Asked) => (one.shown.startsWith(REFUSED) ? REFUSED : one.shown);
    if (same(expected) !== same(actual)) {
      const shown = { expected: expected.shown, actual: actual.shown };
      return { difference: { text: operation.text, variables: mine, ...shown }, answered: true };
    }
    answered ||= !expected.shown.startsWith(REFUSED);
    if (turn === 1 || operation.cursors.length === 0) {
      if (turn >= 1 || JSON.stringify(first) === JSON.stringify(second))
        return { difference: undefined, answered };
      [mine, theirs, turn] = [second, second, 1];
      continue;
    }
    [mine, theirs] = [walkOn(operation, actual.data, first), walkOn(operation, expected.data, first)];
  }
  return { difference: undefined, answered };
}
