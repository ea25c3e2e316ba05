import neo4j, {
  type BookmarkManager,
  type Driver,
  type ManagedTransaction,
  type Result,
  type Session,
} from 'neo4j-driver';
import { ServiceError } from '../errors.ts';
import { withDeadline } from './deadline.ts';
import { neo4jFault, neo4jStatementError } from './neo4j-faults.ts';
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
  /** For a connection to be free; 2000 if absent. */
  readonly acquisitionTimeoutMs?: number;
  /** For trying a transaction again after a passing fault; 700 if absent: once, after about a second. */
  readonly retryTimeMs?: number;
};

const indexesBuiltBy: Statement = { text: 'CALL db.awaitIndexes(30)', parameters: {} };

function connect(settings: Neo4jSettings): Driver {
  const { url, user, password = '' } = settings;
  try {
    return neo4j.driver(url, user ? neo4j.auth.basic(user, password) : undefined, {
      useBigInt: true,
      connectionTimeout: settings.connectionTimeoutMs ?? 1_000,
      connectionAcquisitionTimeout: settings.acquisitionTimeoutMs ?? 2_000,
      maxTransactionRetryTime: settings.retryTimeMs ?? 700,
      userAgent: 'attested',
    });
  } catch (error) {
    throw new ServiceError('BAD_CONFIG', 'GRAPH_URL is no address of a Neo4j server.', {
      hint: 'Write it like neo4j://host:7687.',
      cause: error,
    });
  }
}

async function rowsOf(result: Result): Promise<Row[]> {
  const { records } = await result;
  return records.map((record) => {
    const row: { [column: string]: Value } = {};
    for (const key of record.keys as string[]) row[key] = fromNeo4j(record.get(key));
    return row;
  });
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
  readonly #driver: Driver;
  /** Shared by all sessions, so that a read sees the writes before it on every server of a cluster. */
  readonly #bookmarkManager: BookmarkManager = neo4j.bookmarkManager();
  readonly #database: { readonly database?: string };
  readonly #address: string;
  #closing: Promise<void> | undefined;

  constructor(settings: Neo4jSettings) {
    this.#driver = connect(settings);
    this.#database = settings.database ? { database: settings.database } : {};
    this.#address = new URL(settings.url).host;
  }

  async read(statement: Statement, options: ReadOptions = {}): Promise<Row[]> {
    const abandoned = options.timeoutMs || options.signal ? new AbortController() : undefined;
    const parameters = toNeo4j(statement.parameters);
    try {
      const running = this.#driver.executeQuery(statement.text, parameters, {
        ...this.#database,
        routing: neo4j.routing.READ,
        bookmarkManager: this.#bookmarkManager,
        resultTransformer: rowsOf,
        ...(options.timeoutMs && { transactionConfig: { timeout: options.timeoutMs } }),
        ...(abandoned && { signal: abandoned.signal }),
      });
      return await withDeadline(running, options, () => abandoned?.abort());
    } catch (error) {
      throw neo4jFault(error, this.#address);
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

  async ping(): Promise<void> {
    try {
      await this.#driver.getServerInfo(this.#database);
    } catch (error) {
      throw neo4jFault(error, this.#address);
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#driver.close();
    return this.#closing;
  }

  async #inSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.#driver.session({ ...this.#database, bookmarkManager: this.#bookmarkManager });
    try {
      return await work(session);
    } catch (error) {
      throw neo4jFault(error, this.#address);
    } finally {
      await session.close();
    }
  }
}

/** Opens a graph on a Neo4j server. The server need not be up: `ping` tells. */
export function openNeo4j(settings: Neo4jSettings): GraphStore {
  return new Neo4jStore(settings);
}
