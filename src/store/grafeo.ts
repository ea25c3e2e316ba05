import grafeo, { type GrafeoDB, type Transaction as GrafeoTransaction } from '@grafeo-db/js';
import { ServiceError } from '../errors.ts';
import { checkValue, type ReadLimits, readLimits, refuseLarge, tooLarge, withDeadline } from './bounds.ts';
import { findWrite } from './find-write.ts';
import { spellingsOf } from './spellings.ts';
import {
  type GraphStore,
  type ReadOptions,
  type Row,
  type Statement,
  StatementError,
  type TextHit,
  type TextIndex,
  type Transaction,
} from './store.ts';

/** Where Grafeo keeps the graph: nowhere but in memory, or in the file at `path`. */
export type GrafeoSettings = {
  readonly path?: string;
  /** Whether the file is only read, and stays as it is byte for byte. */
  readonly readOnly?: boolean;
  readonly limits?: ReadLimits;
};

/** How many statement texts are remembered as reads, and how many characters they may have together. */
const knownReadsMax = { texts: 1_000, characters: 1_000_000 };

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The first line of what the engine said, without its own prefixes. */
function sentence(error: unknown): string {
  const [line = ''] = words(error).split('\n');
  return line
    .replace(/^.*GRAFEO-[A-Z]\d+: /, '')
    .replace('[Cypher] ', '')
    .replace(/\.?$/, '.');
}

function fault(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  if (words(error).includes('GRAFEO-Q003')) {
    return new ServiceError('STORE_TIMEOUT', 'The graph engine gave up: the statement took too long.', {
      hint: 'Ask for less.',
      cause: error,
    });
  }
  return new ServiceError('STORE_ERROR', `The graph engine refused: ${sentence(error)}`, { cause: error });
}

function statementError(index: number, error: unknown): StatementError {
  const line = /-->\s*query:(\d+):/.exec(words(error))?.[1];
  return new StatementError(index, sentence(error), { line: line ? Number(line) : undefined, cause: error });
}

function openDatabase({ path, readOnly }: GrafeoSettings): GrafeoDB {
  if (path === undefined) return grafeo.GrafeoDB.create();
  try {
    if (readOnly) return grafeo.GrafeoDB.openReadOnly(path);
    return grafeo.GrafeoDB.create(path);
  } catch (error) {
    if (/cannot be locked|is locked by/.test(words(error))) {
      throw new ServiceError('STORE_LOCKED', `The graph file ${path} is in use by another process.`, {
        hint: 'Stop that process, or give this one another file in GRAPH_URL.',
        cause: error,
      });
    }
    throw new ServiceError('BAD_CONFIG', `The graph file ${path} cannot be opened: ${sentence(error)}`, {
      hint: 'Name a file that this service made, or one that does not exist yet, in GRAPH_URL.',
      cause: error,
    });
  }
}

class GrafeoStore implements GraphStore {
  readonly engine = 'grafeo';
  readonly #db: GrafeoDB;
  readonly #limits: ReadLimits;
  readonly #keepsLog: boolean;
  readonly #knownReads = new Set<string>();
  #knownCharacters = 0;
  /** The last of the writes, which run one after the other: two at once would be refused as a conflict. */
  #writing: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(settings: GrafeoSettings) {
    this.#db = openDatabase(settings);
    this.#limits = settings.limits ?? readLimits;
    this.#keepsLog = settings.path !== undefined && !settings.readOnly;
  }

  async read(statement: Statement, options: ReadOptions = {}): Promise<Row[]> {
    this.#assertOpen();
    this.#assertReads(statement.text);
    try {
      checkValue(statement.parameters);
      const running = this.#db.executeCypher(statement.text, statement.parameters);
      options.working?.(running);
      const result = await withDeadline(running, options);
      if (result.length > this.#limits.rowsMax) throw tooLarge(`${this.#limits.rowsMax} rows`);
      const rows = result.toArray() as Row[];
      refuseLarge(rows, this.#limits);
      return rows;
    } catch (error) {
      throw fault(error);
    }
  }

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#exclusive(async () => {
      const tx = this.#db.beginTransaction();
      try {
        const result = await work({ run: (statements) => runAll(tx, statements) });
        tx.commit();
        this.#checkpoint();
        return result;
      } catch (error) {
        if (tx.isActive) tx.rollback();
        throw error;
      }
    });
  }

  async write(statements: readonly Statement[]): Promise<void> {
    await this.transaction((tx) => tx.run(statements));
  }

  define(statements: readonly Statement[]): Promise<void> {
    return this.#exclusive(async () => {
      await runAll(this.#db, statements);
      this.#checkpoint();
    });
  }

  defineText(indexes: readonly TextIndex[]): Promise<void> {
    return this.#exclusive(async () => {
      for (const { label, property } of indexes) {
        await this.#db.createTextIndex(label, property, { tokenizer: 'standard', stopWords: [] });
      }
      this.#checkpoint();
    });
  }

  async searchText(index: TextIndex, words: readonly string[], limit: number): Promise<TextHit[]> {
    this.#assertOpen();
    try {
      const asked = words.flatMap(spellingsOf).join(' ');
      const found = await this.#db.textSearch(index.label, index.property, asked, limit);
      return found.flatMap(([id = -1, score = 0]) => {
        const node = this.#db.getNode(id);
        const [key, text] = [node?.get(index.key), node?.get(index.property)];
        return typeof key === 'string' && typeof text === 'string' ? [{ key, text, score }] : [];
      });
    } catch (error) {
      throw fault(error);
    }
  }

  replace<T>(work: (store: GraphStore) => Promise<T>): Promise<T> {
    return work(this);
  }

  async ping(): Promise<void> {
    await this.read({ text: 'RETURN 1 AS one', parameters: {} });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#writing;
    this.#checkpoint();
    this.#db.close();
  }

  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    const running = this.#writing.then(() => {
      this.#assertOpen();
      return work();
    });
    this.#writing = running.catch(() => undefined);
    return running;
  }

  /** Damage to the write-ahead log stays unseen, damage to the file does not: keep the log empty. */
  #checkpoint(): void {
    if (this.#keepsLog) this.#db.walCheckpoint();
  }

  #assertOpen(): void {
    if (!this.#closed) return;
    throw new ServiceError('STORE_UNAVAILABLE', 'The graph is closed: the service is stopping.');
  }

  #assertReads(text: string): void {
    if (this.#knownReads.has(text)) return;
    const word = findWrite(text);
    if (word) throw new ServiceError('STORE_ERROR', `A read must not change the graph, and ${word} does.`);
    const isFull = this.#knownReads.size >= knownReadsMax.texts;
    if (isFull || this.#knownCharacters > knownReadsMax.characters) {
      this.#knownReads.clear();
      this.#knownCharacters = 0;
    }
    this.#knownReads.add(text);
    this.#knownCharacters += text.length;
  }
}

async function runAll(on: GrafeoDB | GrafeoTransaction, statements: readonly Statement[]): Promise<Row[][]> {
  const results: Row[][] = [];
  for (const [index, { text, parameters }] of statements.entries()) {
    checkValue(parameters);
    try {
      results.push((await on.executeCypher(text, parameters)).toArray() as Row[]);
    } catch (error) {
      throw statementError(index, error);
    }
  }
  return results;
}

/** Opens an embedded Grafeo graph. */
export function openGrafeo(settings: GrafeoSettings): GraphStore {
  return new GrafeoStore(settings);
}
