import { createHash } from 'node:crypto';

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
  /** What the read was priced as, where an engine keeps the two apart; light where nothing is said. */
  readonly lane?: 'light' | 'heavy';
  /** Given the work of the engine, which can go on after the caller has been answered. */
  readonly working?: (work: Promise<unknown>) => void;
};

/** Thrown when the engine refuses one of the statements of `run`, `write` or `define`: which, and why. */
export class StatementError extends Error {
  readonly index: number;
  /** The line of the statement, from 1, where the engine saw the fault, if it said. */
  readonly line: number | undefined;

  constructor(
    index: number,
    engineMessage: string,
    options: { line?: number | undefined; cause?: unknown } = {},
  ) {
    super(engineMessage, { cause: options.cause });
    this.name = 'StatementError';
    this.index = index;
    this.line = options.line;
  }
}

/** An open transaction: what it runs sees what it wrote before, and nobody else does until it is done. */
export interface Transaction {
  /** Runs the statements in order and gives the rows of each; a refused one is a `StatementError`. */
  run(statements: readonly Statement[]): Promise<Row[][]>;
}

/** A property whose texts can be searched; `key` is the property that a hit is known by. */
export type TextIndex = { readonly label: string; readonly property: string; readonly key: string };

/** A text that holds a word searched for; `score` is the engine's own relevance, higher is better. */
export type TextHit = { readonly key: string; readonly text: string; readonly score: number };

/** How a graph is made up, as far as it tells what a statement has to go through. */
export type Statistics = {
  /** Nodes by label. */
  readonly nodes: { readonly [label: string]: number };
  /** Relationships by their type and the labels of their ends. */
  readonly hops: readonly {
    readonly start: readonly string[];
    readonly type: string;
    readonly end: readonly string[];
    readonly count: number;
  }[];
  /** The most relationships of a type that one node of these labels has, going out or coming in. */
  readonly largest: readonly {
    readonly labels: readonly string[];
    readonly type: string;
    readonly outgoing: boolean;
    readonly degree: number;
  }[];
};

/** The part of a store that only reads. */
export type Reader = Pick<GraphStore, 'read'>;

/** A store read under the same conditions each time. */
export function readerOf(store: Reader, conditions: ReadOptions): Reader {
  return { read: (statement, options) => store.read(statement, { ...conditions, ...options }) };
}

/** By what right a load writes a graph that others may write too. */
export type Claim = {
  /** Each node of ours has one of these labels. */
  readonly labels: readonly string[];
  /** Whether a graph that has no marker may be taken over, where nothing else is in the database. */
  readonly adopt?: boolean;
  /** Whether a graph that is damaged may be emptied. */
  readonly rebuild?: boolean;
  /** Told when another load has to end first. */
  readonly onWait?: () => void;
};

/** What a load left: the hash of what the graph was made of, and the number of changes that there were. */
export type Generation = { readonly corpus: string | null; readonly number: number };

/** What there is of a graph on a server, which others may read and write too: only a load writes it, and marks it as ours. */
export interface SharedGraph {
  /** What the last load left; undefined where there was none. */
  generation(): Promise<Generation | undefined>;
  /** What the graph holds that is not as the last load left it, as one sentence; undefined when all is. */
  look(): Promise<string | undefined>;
}

/** A graph engine. Failures of the engine are `ServiceError`s with a `STORE_…` code. */
export interface GraphStore {
  readonly engine: 'grafeo' | 'neo4j';
  /** Of a graph on a server; an engine of our own has the graph to itself. */
  readonly shared?: SharedGraph;
  /** Runs one statement with read access: a statement that writes is refused. Rows hold maps, never whole nodes. */
  read(statement: Statement, options?: ReadOptions): Promise<Row[]>;
  /**
   * Runs `work` in one transaction: kept when it resolves, undone when it rejects, with what it rejected.
   * A passing fault of a server may run `work` again from the start.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Runs all statements in one transaction, all or nothing; a refused one is a `StatementError`. */
  write(statements: readonly Statement[]): Promise<void>;
  /** Runs schema commands (constraints, indexes) one by one; each must be idempotent. */
  define(statements: readonly Statement[]): Promise<void>;
  /** Makes full-text indexes where they are not there; later writes keep them up to date. */
  defineText(indexes: readonly TextIndex[]): Promise<void>;
  /** Up to `limit` texts that hold at least one of the words, which are lower case; best first. May hold others too. */
  searchText(index: TextIndex, words: readonly string[], limit: number): Promise<TextHit[]>;
  /**
   * Runs `work` on a store whose graph takes the place of this one's when it resolves; until then readers see this
   * one's. An engine that has no such thing runs it on this store, where `transaction` keeps half work from view; a
   * server does so for one load at a time, and refuses a database that is not ours (STORE_NOT_OURS) or not as the last
   * load left it (GRAPH_DAMAGED) before anything is written.
   */
  replace<T>(work: (store: GraphStore) => Promise<T>, claim?: Claim): Promise<T>;
  /**
   * Goes on to the graph that another process has put in the place of this one's, if so; reads that run go on with the one that
   * they began with. Only of a graph that lies in a file.
   */
  renew?(): Promise<boolean>;
  /** Reads under this signal see the graph as it is now, until it is aborted. Only of a graph that lies in a file. */
  keep?(signal: AbortSignal): void;
  /** How the graph that is read is made up, where that is known. */
  statistics?(): Statistics | undefined;
  /** Resolves when the engine answers; else a `STORE_UNAVAILABLE`. */
  ping(): Promise<void>;
  /** Releases the engine. Safe to call twice. */
  close(): Promise<void>;
}

/** Each owner with the hash of all that it is made of: its script, its text, and the rules by which the rest follows. */
const owners: Statement = {
  text: `MATCH (o:Owner) WITH o.id + ' ' + coalesce(o.scriptSha256, '') AS owner ORDER BY owner
RETURN collect(owner) AS version`,
  parameters: {},
};

/** The hash of what a graph was made of: another one when an owner comes, goes or says something else; null without any. */
export async function generationOf(store: Reader): Promise<string | null> {
  const [row] = await store.read(owners);
  const made = (row?.version ?? []) as readonly string[];
  return made.length === 0 ? null : generationHash(made);
}

/** What tells a graph from the one before, though it was made of the same: what was read in one is of one graph. */
export async function stateOf(store: Reader & Pick<GraphStore, 'shared'>): Promise<string> {
  if (store.shared) return String((await store.shared.generation())?.number);
  return String(await generationOf(store));
}

/** The hash of owners in the order of their ids, each as its id and the hash of what it is made of, with a space between. */
export function generationHash(owners: readonly string[]): string {
  return createHash('sha256').update(owners.join('\n')).digest('base64url');
}
