import type { ManagedTransaction, Record as Neo4jRecord, Result, Session, Transaction } from 'neo4j-driver';
import { type ReadLimits, refuseLarge, tooLarge } from './bounds.ts';
import { neo4jStatementError } from './neo4j-faults.ts';
import type { Row, Statement, Value } from './store.ts';
import { fromNeo4j, toNeo4j } from './values.ts';

/** What statements run on: a session, or a transaction of one. */
export type Runner = Pick<Session, 'run'> | Pick<ManagedTransaction | Transaction, 'run'>;

function rowOf(record: Neo4jRecord): Row {
  const row: { [column: string]: Value } = {};
  for (const key of record.keys as string[]) row[key] = fromNeo4j(record.get(key));
  return row;
}

/** All rows of a result. */
export async function rowsOf(result: Result): Promise<Row[]> {
  return (await result).records.map(rowOf);
}

/** Reads no further than the limits; the server is told to leave the rest. */
export async function rowsWithin(result: Result, limits: ReadLimits): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const record of result) {
    if (rows.length >= limits.rowsMax) throw tooLarge(`${limits.rowsMax} rows`);
    rows.push(rowOf(record));
  }
  refuseLarge(rows, limits);
  return rows;
}

/** Sends a statement and gives its rows. */
export async function runOne(on: Runner, { text, parameters }: Statement): Promise<Row[]> {
  return rowsOf(on.run(text, toNeo4j(parameters)));
}

/** Runs statements one after the other, each when the one before has been answered. */
export async function runEach(on: Runner, statements: readonly Statement[]): Promise<Row[][]> {
  const results: Row[][] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      results.push(await runOne(on, statement));
    } catch (error) {
      throw neo4jStatementError(index, error);
    }
  }
  return results;
}

/** How many statements are under way at once: their rows are held until they are answered. */
const AT_ONCE = 50;

/** Runs the statements of a transaction in order, sent without a wait for the answers before; the server skips what follows a fault. */
export async function runAll(on: Runner, statements: readonly Statement[]): Promise<Row[][]> {
  const results: Row[][] = [];
  for (let at = 0; at < statements.length; at += AT_ONCE) {
    const running = statements.slice(at, at + AT_ONCE).map((statement) => runOne(on, statement));
    for (const one of running) one.catch(() => undefined);
    for (const [index, one] of running.entries()) {
      results.push(
        await one.catch((error: unknown) => {
          throw neo4jStatementError(at + index, error);
        }),
      );
    }
  }
  return results;
}
