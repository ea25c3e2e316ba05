import neo4j, {
  type BookmarkManager,
  type Driver,
  type ManagedTransaction,
  type Record as Neo4jRecord,
  type Result,
  type Session,
  type SessionMode,
} from 'neo4j-driver';
import { ServiceError } from '../errors.ts';
import { type ReadLimits, readLimits, refuseLarge, tooLarge, withDeadline } from './bounds.ts';
import { isPassing, neo4jFault, neo4jStatementError } from './neo4j-faults.ts';
import { Neo4jProbe, PATIENCE_MAX_MS } from './neo4j-probe.ts';
import { defineTextStatements, searchStatement } from './neo4j-text.ts';
import type {
  GraphStore,
  ReadOptions,
  Row,
  Statement,
  TextHit,
  TextIndex,
  Transaction,
  Value,
} from './store.ts';
import { fromNeo4j, toNeo4j } from './values.ts';

/** Where a Neo4j server is, who asks, and how long to wait for it, in milliseconds. */
export type Neo4jSettings = {
  readonly url: string;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  /** For the server to take a connection; 1000 if absent. */
  readonly connectionTimeoutMs?: number;
  /** For a connection to be free; 1500 if absent. */
  readonly acquisitionTimeoutMs?: number;
  /** For trying a transaction again after a passing fault; 700 if absent: once, after about a second. */
  readonly retryTimeMs?: number;
  /** The most connections at once; 100 if absent. */
  readonly connectionsMax?: number;
  /** How long a connection may be idle before it is asked for a sign of life ahead of its use; 1000 if absent. */
  readonly livenessMs?: number;
  /** The most that one read may bring back. */
  readonly limits?: ReadLimits;
};

const RETRY_TIME_MS = 700;

const indexesBuiltBy: Statement = { text: 'CALL db.awaitIndexes(30)', parameters: {} };

function connect(settings: Neo4jSettings): Driver {
  const { url, user, password = '' } = settings;
  try {
    return neo4j.driver(url, user ? neo4j.auth.basic(user, password) : undefined, {
      useBigInt: true,
      connectionTimeout: settings.connectionTimeoutMs ?? 1_000,
      connectionAcquisitionTimeout: settings.acquisitionTimeoutMs ?? 1_500,
      maxTransactionRetryTime: settings.retryTimeMs ?? RETRY_TIME_MS,
      maxConnectionPoolSize: settings.connectionsMax ?? 100,
      connectionLivenessCheckTimeout: settings.livenessMs ?? 1_000,
      userAgent: 'attested',
    });
  } catch (error) {
    throw new ServiceError('BAD_CONFIG', 'GRAPH_URL is no address of a Neo4j server.', {
      hint: 'Write it like neo4j://host:7687.',
      cause: error,
    });
  }
}

function rowOf(record: Neo4jRecord): Row {
  const row: { [column: string]: Value } = {};
  for (const key of record.keys as string[]) row[key] = fromNeo4j(record.get(key));
  return row;
}

async function rowsOf(result: Result): Promise<Row[]> {
  return (await result).records.map(rowOf);
}

/** Reads no further than the limits; the server is told to leave the rest. */
function rowsWithin(limits: ReadLimits): (result: Result) => Promise<Row[]> {
  return async (result) => {
    const rows: Row[] = [];
    for await (const record of result) {
      if (rows.length >= limits.rowsMax) throw tooLarge(`${limits.rowsMax} rows`);
      rows.push(rowOf(record));
    }
    refuseLarge(rows, limits);
    return rows;
  };
}

async function runAll(tx: ManagedTransaction | Session, statements: readonly Statement[]): Promise<Row[][]> {
  const results: Row[][] = [];
  for (const [index, { text, parameters }] of statements.entries()) {
    const encoded = toNeo4j(parameters);
    try {
      results.push(await rowsOf(tx.run(text, encoded)));
    } catch (error) {
      throw neo4jStatementError(index, error);
    }
  }
  return results;
}

class Neo4jStore implements GraphStore {
  readonly engine = 'neo4j';
  readonly #settings: Neo4jSettings;
  readonly #probe: Neo4jProbe;
  readonly #limits: ReadLimits;
  #driver: Driver;
  /** Shared by all sessions, so that a read sees the writes before it on every server of a cluster. */
  readonly #bookmarkManager: BookmarkManager = neo4j.bookmarkManager();
  readonly #database: { readonly database?: string };
  readonly #address: string;
  readonly #retryTimeMs: number;
  #closing: Promise<void> | undefined;

  constructor(settings: Neo4jSettings) {
    this.#settings = settings;
    this.#driver = connect(settings);
    // The driver takes a connection that has done no more than log on for a living one, unless it always asks.
    const ofProbe = { connectionsMax: 1, livenessMs: 0, acquisitionTimeoutMs: PATIENCE_MAX_MS };
    this.#probe = new Neo4jProbe(() => connect({ ...settings, ...ofProbe }));
    this.#limits = settings.limits ?? readLimits;
    this.#database = settings.database ? { database: settings.database } : {};
    this.#address = new URL(settings.url).host;
    this.#retryTimeMs = settings.retryTimeMs ?? RETRY_TIME_MS;
  }

  async read(statement: Statement, options: ReadOptions = {}): Promise<Row[]> {
    this.#assertOpen();
    const abandoned = options.timeoutMs || options.signal ? new AbortController() : undefined;
    const asked = { ...statement, parameters: toNeo4j(statement.parameters) };
    try {
      const running = this.#readPatiently(asked, options.timeoutMs, abandoned?.signal);
      const answered = withDeadline(this.#watched(running), options, () => abandoned?.abort());
      // What is abandoned stops at the server; on a connection that fell silent the driver would wait for ever.
      options.working?.(answered);
      return await answered;
    } catch (error) {
      throw neo4jFault(error, this.#address);
    }
  }

  /** Reads in one round trip; after a fault that passes, the driver tries again by transactions, which take two. */
  async #readPatiently(
    { text, parameters }: Statement,
    timeoutMs: number | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Row[]> {
    const transactionConfig = timeoutMs === undefined ? {} : { timeout: timeoutMs };
    const started = performance.now();
    try {
      return await this.#readOnce((session) => session.run(text, parameters, transactionConfig), signal);
    } catch (error) {
      const isLate = performance.now() - started > this.#retryTimeMs;
      if (isLate || signal?.aborted || !isPassing(error)) throw error;
    }
    return this.#driver.executeQuery(text, parameters, {
      ...this.#database,
      routing: neo4j.routing.READ,
      bookmarkManager: this.#bookmarkManager,
      resultTransformer: rowsWithin(this.#limits),
      transactionConfig,
      ...(signal && { signal }),
    });
  }

  async #readOnce(run: (session: Session) => Result, signal: AbortSignal | undefined): Promise<Row[]> {
    const session = this.#session(neo4j.session.READ);
    const abandon = () => void session.close();
    signal?.addEventListener('abort', abandon);
    try {
      return await rowsWithin(this.#limits)(run(session));
    } finally {
      signal?.removeEventListener('abort', abandon);
      await session.close();
    }
  }

  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#inSession((session) =>
      session.executeWrite((tx) => work({ run: (statements) => runAll(tx, statements) })),
    );
  }

  async write(statements: readonly Statement[]): Promise<void> {
    await this.transaction((tx) => tx.run(statements));
  }

  async define(statements: readonly Statement[]): Promise<void> {
    await this.#inSession(async (session) => {
      await runAll(session, statements);
      await runAll(session, [indexesBuiltBy]);
    });
  }

  async defineText(indexes: readonly TextIndex[]): Promise<void> {
    await this.define(indexes.flatMap(defineTextStatements));
  }

  async searchText(index: TextIndex, words: readonly string[], limit: number): Promise<TextHit[]> {
    const rows = await this.read(searchStatement(index, words, limit));
    return rows.map(({ key, text, score }) => ({
      key: String(key),
      text: String(text),
      score: Number(score),
    }));
  }

  replace<T>(work: (store: GraphStore) => Promise<T>): Promise<T> {
    return work(this);
  }

  async ping(): Promise<void> {
    this.#assertOpen();
    try {
      await this.#probe.ping(this.#database);
    } catch (error) {
      throw neo4jFault(error, this.#address);
    }
  }

  close(): Promise<void> {
    this.#closing ??= Promise.all([this.#driver.close(), this.#probe.close()]).then(() => undefined);
    return this.#closing;
  }

  #assertOpen(): void {
    if (!this.#closing) return;
    throw new ServiceError('STORE_UNAVAILABLE', 'The graph is closed: the service is stopping.');
  }

  async #inSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
    this.#assertOpen();
    try {
      return await this.#watched(this.#useSession(work));
    } catch (error) {
      throw neo4jFault(error, this.#address);
    }
  }

  #session(defaultAccessMode: SessionMode): Session {
    const bookmarkManager = this.#bookmarkManager;
    return this.#driver.session({ ...this.#database, bookmarkManager, defaultAccessMode });
  }

  async #useSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.#session(neo4j.session.WRITE);
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  }

  /** As `running`, but fails as soon as a server that keeps it waiting gives no other sign of life either. */
  #watched<T>(running: Promise<T>): Promise<T> {
    const driver = this.#driver;
    return this.#probe.watch(running, this.#database, () => this.#renew(driver));
  }

  /** Connections to a server that fell silent may never be heard of again: leaves them, and begins anew. */
  #renew(lost: Driver): void {
    if (this.#driver !== lost || this.#closing) return;
    this.#driver = connect(this.#settings);
    lost.close().catch(() => undefined);
  }
}

/** Opens a graph on a Neo4j server. The server need not be up: `ping` tells. */
export function openNeo4j(settings: Neo4jSettings): GraphStore {
  return new Neo4jStore(settings);
}
