import neo4j, {
  type BookmarkManager,
  type Driver,
  type Result,
  type Session,
  type SessionMode,
} from 'neo4j-driver';
import { ServiceError } from '../errors.ts';
import { isArcadeDb, refuseWrite, scanStatement } from './arcadedb.ts';
import { type ReadLimits, readLimits, withDeadline } from './bounds.ts';
import type { Run } from './look.ts';
import { connect, type Neo4jSettings, RETRY_TIME_MS } from './neo4j-connect.ts';
import { isPassing, isVanished, neo4jFault } from './neo4j-faults.ts';
import { type Mark, type Marked, markedText, markOf, readMark, Sequence } from './neo4j-marker.ts';
import { Neo4jProbe, PATIENCE_MAX_MS } from './neo4j-probe.ts';
import { type Runner, rowsOf, rowsWithin, runAll, runEach, runOne } from './neo4j-run.ts';
import { defineTextStatements, searchStatement } from './neo4j-text.ts';
import { damageOf, Neo4jWriter, readGeneration } from './neo4j-writer.ts';
import type {
  Claim,
  GraphStore,
  ReadOptions,
  Row,
  SharedGraph,
  Statement,
  TextHit,
  TextIndex,
  Transaction,
} from './store.ts';
import { toNeo4j } from './values.ts';

const indexesBuiltBy: Statement = { text: 'CALL db.awaitIndexes(30)', parameters: {} };

class Neo4jStore implements GraphStore {
  readonly engine = 'neo4j';
  readonly #settings: Neo4jSettings;
  readonly #probe: Neo4jProbe;
  readonly #limits: ReadLimits;
  #driver: Driver;
  /** Shared by all sessions, so that a read sees the writes before it on every server of a cluster. */
  readonly #bookmarkManager: BookmarkManager = neo4j.bookmarkManager();
  #database: { readonly database?: string };
  #arcade: boolean | undefined;
  /** The servers that have answered. */
  readonly #seen = new Set<string>();
  readonly #address: string;
  readonly #sequence: Sequence;
  readonly #writer: Neo4jWriter;
  /** Whether a load holds the graph: its transactions are marked. */
  #writing = false;
  readonly #retryTimeMs: number;
  #closing: Promise<void> | undefined;

  constructor(settings: Neo4jSettings) {
    this.#settings = settings;
    this.#driver = connect(settings, this.#seen);
    // The driver takes a connection that has done no more than log on for a living one, unless it always asks.
    const ofProbe = { connectionsMax: 1, livenessMs: 0, acquisitionTimeoutMs: PATIENCE_MAX_MS };
    this.#probe = new Neo4jProbe(() => connect({ ...settings, ...ofProbe }, this.#seen));
    this.#limits = settings.limits ?? readLimits;
    this.#database = settings.database ? { database: settings.database } : {};
    this.#address = new URL(settings.url).host;
    this.#retryTimeMs = settings.retryTimeMs ?? RETRY_TIME_MS;
    this.#sequence = new Sequence(() => this.#readMark(), isVanished);
    this.#writer = new Neo4jWriter({
      open: () => this.#session(neo4j.session.WRITE),
      address: this.#address,
      takesOptions: () => this.#arcade === false,
    });
  }

  async read(statement: Statement, options: ReadOptions = {}): Promise<Row[]> {
    this.#assertOpen();
    const abandoned = options.timeoutMs || options.signal ? new AbortController() : undefined;
    const asked = { ...statement, parameters: toNeo4j(statement.parameters) };
    try {
      const ask = () => this.#watched(this.#readPatiently(asked, options.timeoutMs, abandoned?.signal));
      // A load under way is the only one that writes: it reads what it wrote.
      const running = this.#writing
        ? ask().then(({ answer }) => answer)
        : this.#sequence.whole(ask, abandoned?.signal);
      const answered = withDeadline(running, options, () => abandoned?.abort());
      // What is abandoned stops at the server; on a connection that fell silent the driver would wait for ever.
      options.working?.(answered);
      return await answered;
    } catch (error) {
      throw neo4jFault(error, this.#address);
    }
  }

  /** Reads once; after a fault that passes, the driver tries again for a while. */
  async #readPatiently(
    statement: Statement,
    timeoutMs: number | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Marked<Row[]>> {
    const config = timeoutMs === undefined ? {} : { timeout: timeoutMs };
    if (await this.#isArcade()) refuseWrite(statement.text);
    const started = performance.now();
    try {
      return await this.#reading(signal, (session) => this.#readMarked(session, statement, config));
    } catch (error) {
      const isLate = performance.now() - started > this.#retryTimeMs;
      if (isLate || signal?.aborted || !isPassing(error)) throw error;
    }
    return this.#reading(signal, (session) =>
      session.executeRead((tx) => this.#readBoth(tx, statement), config),
    );
  }

  /** Whether the server is ArcadeDB; asked once. */
  async #isArcade(): Promise<boolean> {
    this.#arcade ??= isArcadeDb((await this.#driver.getServerInfo(this.#database)).agent);
    return this.#arcade;
  }

  /** One round trip where the marker can be read as the last part of the statement, else two statements of a transaction. */
  async #readMarked(
    session: Session,
    statement: Statement,
    config: { timeout?: number },
  ): Promise<Marked<Row[]>> {
    const text = markedText(statement.text);
    if (text !== undefined) {
      const result = session.run(text, statement.parameters, config);
      const [row] = await rowsWithin(result, this.#limits);
      await this.#learn(result);
      if (row?.data !== undefined) return { answer: [{ data: row.data }], mark: markOf(row) };
    }
    const tx = session.beginTransaction(config);
    const marked = await this.#readBoth(tx, statement);
    await tx.commit();
    return marked;
  }

  async #readBoth(tx: Runner, { text, parameters }: Statement): Promise<Marked<Row[]>> {
    const [first, second] = [tx.run(text, parameters), tx.run(readMark.text)];
    // Where the first one fails, so does the second, and nobody waits for that.
    second.catch(() => undefined);
    const rows = await rowsWithin(first, this.#limits);
    const [row] = await rowsOf(second);
    await this.#learn(first);
    return { answer: rows, mark: markOf(row) };
  }

  /**
   * Remembers who answered, and from which database: where none is named, the driver would ask a cluster for the user's
   * own ahead of each session.
   */
  async #learn(result: Result): Promise<void> {
    const { server, database } = await result.summary();
    if (server.address) this.#seen.add(server.address);
    if (database.name && this.#database.database === undefined) this.#database = { database: database.name };
  }

  async #reading<T>(signal: AbortSignal | undefined, work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.#session(neo4j.session.READ);
    const abandon = () => void session.close();
    signal?.addEventListener('abort', abandon);
    try {
      return await work(session);
    } finally {
      signal?.removeEventListener('abort', abandon);
      await session.close();
    }
  }

  async #readMark(): Promise<Mark | null> {
    const asked = this.#reading(undefined, (session) => runOne(session, readMark));
    return markOf((await this.#watched(asked))[0]);
  }

  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (this.#writing) return this.#told(this.#writer.commit(work));
    return this.#inSession((session) =>
      session.executeWrite((tx) => work({ run: (statements) => runAll(tx, statements) })),
    );
  }

  async write(statements: readonly Statement[]): Promise<void> {
    await this.transaction((tx) => tx.run(statements));
  }

  async define(statements: readonly Statement[]): Promise<void> {
    await this.#inSession(async (session) => {
      await runEach(session, statements);
      if (!(await this.#isArcade())) await runEach(session, [indexesBuiltBy]);
    });
  }

  async defineText(indexes: readonly TextIndex[]): Promise<void> {
    if (!(await this.#isArcade())) await this.define(indexes.flatMap(defineTextStatements));
  }

  async searchText(index: TextIndex, words: readonly string[], limit: number): Promise<TextHit[]> {
    const search = (await this.#isArcade()) ? scanStatement : searchStatement;
    const rows = await this.read(search(index, words, limit));
    return rows.map(({ key, text, score }) => ({
      key: String(key),
      text: String(text),
      score: Number(score),
    }));
  }

  async replace<T>(work: (store: GraphStore) => Promise<T>, claim: Claim = { labels: [] }): Promise<T> {
    this.#assertOpen();
    const load = async () => {
      this.#writing = true;
      return work(this);
    };
    await this.ping();
    try {
      return await this.#told(this.#writer.hold(claim, load));
    } finally {
      this.#writing = false;
    }
  }

  readonly shared: SharedGraph = {
    generation: () => this.#guarded(readGeneration(this.#run)),
    look: () => {
      const ask = async () => ({ answer: await damageOf(this.#run), mark: await this.#readMark() });
      return this.#guarded(this.#sequence.whole(ask));
    },
  };

  readonly #run: Run = (one) => this.#reading(undefined, (session) => runOne(session, one));

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
    const running = this.#useSession(work);
    return this.#writing ? this.#told(running) : this.#guarded(running);
  }

  /** As `running`, watched, and with faults in our own codes. */
  #guarded<T>(running: Promise<T>): Promise<T> {
    return this.#told(this.#watched(running));
  }

  /** As `running`, with faults in our own codes. A load is not watched: it makes a server slow, and nobody waits for it. */
  async #told<T>(running: Promise<T>): Promise<T> {
    try {
      return await running;
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
    this.#driver = connect(this.#settings, this.#seen);
    lost.close().catch(() => undefined);
  }
}

/** Opens a graph on a Neo4j server. The server need not be up: `ping` tells. */
export function openNeo4j(settings: Neo4jSettings): GraphStore {
  return new Neo4jStore(settings);
}
