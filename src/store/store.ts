/**
 * The port between the service and a graph engine. Adapters convert values, never text:
 * the same Cypher goes to every engine.
 */

/** What travels to and from an engine. Integers beyond 2^53 are bigint; dates are ISO strings. */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Value[]
  | { readonly [key: string]: Value };

/** One Cypher statement: the text holds no value of a client, the parameters hold them all. */
export type Statement = { readonly text: string; readonly parameters: { readonly [name: string]: Value } };

/** One row of a result, keyed by column name. */
export type Row = { readonly [column: string]: Value };

export type ReadOptions = {
  /** Milliseconds after which the caller no longer wants the answer. */
  readonly timeoutMs?: number;
  /** Aborted when the caller has gone. */
  readonly signal?: AbortSignal;
};

/** Thrown by `write` and `define`: which statement of the list the engine refused, and its own words. */
export class StatementError extends Error {
  readonly index: number;

  constructor(index: number, engineMessage: string, cause?: unknown) {
    super(engineMessage, { cause });
    this.name = 'StatementError';
    this.index = index;
  }
}

/** A graph engine. Failures of the engine are `ServiceError`s with a `STORE_…` code. */
export interface GraphStore {
  readonly engine: 'grafeo' | 'neo4j';
  /** Runs one statement with read access: a statement that writes is refused. */
  read(statement: Statement, options?: ReadOptions): Promise<Row[]>;
  /** Runs all statements in one transaction, all or nothing; a refused one is a `StatementError`. */
  write(statements: readonly Statement[]): Promise<void>;
  /** Runs schema commands (constraints, indexes) one by one; each must be idempotent. */
  define(statements: readonly Statement[]): Promise<void>;
  /** Resolves when the engine answers; else a `STORE_UNAVAILABLE`. */
  ping(): Promise<void>;
  /** Releases the engine. Safe to call twice. */
  close(): Promise<void>;
}
