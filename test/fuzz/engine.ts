import grafeo from '@grafeo-db/js';
import neo4j from 'neo4j-driver';
import type { GraphStore, Row, Statement } from '../../src/store/store.ts';

/** Stands in for the adapters of src/store until they are there: runs statements, and no more. */
export type Engine = Pick<GraphStore, 'read' | 'close' | 'engine'>;

export async function openGrafeo(): Promise<Engine> {
  const db = grafeo.GrafeoDB.create();
  const read = async ({ text, parameters }: Statement) => (await db.executeCypher(text, { ...parameters })).toArray() as Row[];
  return { engine: 'grafeo', read, close: async () => db.close() };
}

export async function openNeo4j(uri: string): Promise<Engine> {
  const driver = neo4j.driver(uri, undefined, { useBigInt: true });
  const read = async ({ text, parameters }: Statement) => {
    const { records } = await driver.executeQuery(text, integers(parameters) as Record<string, unknown>);
    return records.map((record) => plain(record.toObject()) as Row);
  };
  return { engine: 'neo4j', read, close: () => driver.close() };
}

const mapped = (value: object, each: (inner: unknown) => unknown): unknown =>
  Array.isArray(value)
    ? value.map(each)
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, each(inner)]));

function integers(value: unknown): unknown {
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
  return typeof value === 'object' && value !== null ? mapped(value, integers) : value;
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'object' && value !== null ? mapped(value, plain) : value;
}
