import type { GraphStore, Row, Statement, Value } from '../../src/store/store.ts';

/** A statement; without parameters unless given. */
export const statement = (text: string, parameters: Statement['parameters'] = {}): Statement => ({
  text,
  parameters,
});

/** The rows of a read. */
export const rows = (
  store: GraphStore,
  text: string,
  parameters: Statement['parameters'] = {},
): Promise<Row[]> => store.read(statement(text, parameters));

/** The only column of the only row of a read. */
export async function one(
  store: GraphStore,
  text: string,
  parameters: Statement['parameters'] = {},
): Promise<Value> {
  const [row = {}] = await rows(store, text, parameters);
  return Object.values(row)[0] ?? null;
}

/** Writes statements without parameters. */
export const write = (store: GraphStore, ...texts: string[]): Promise<void> =>
  store.write(texts.map((text) => statement(text)));

/** What a promise rejects with; a failure if it resolves. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('it should have been refused');
}
