import { constants } from 'node:fs';
import { access, copyFile, mkdir, rename, rm, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ServiceError } from '../errors.ts';
import type { ReadLimits } from './bounds.ts';
import { openGrafeo } from './grafeo.ts';
import {
  contentsOf,
  flush,
  type Manifest,
  mismatchOfFile,
  mismatchOfGraph,
  readManifest,
  writeManifest,
} from './manifest.ts';
import type { GraphStore, ReadOptions, Row, Statement, TextHit, TextIndex, Transaction } from './store.ts';

/** Which graph file to open. */
export type FileSettings = {
  readonly path: string;
  /** Whether a file that is not as its manifest says is made anew, rather than refused. */
  readonly rebuild?: boolean;
  readonly limits?: ReadLimits;
};

/** The files of a graph. A write goes to `next`; the two renames that follow put it in place. */
type Names = ReturnType<typeof namesOf>;

function namesOf(path: string) {
  const next = `${path}.next`;
  return {
    path,
    manifest: `${path}.manifest.json`,
    next,
    nextManifest: `${next}.manifest.json`,
    nextLog: `${next}.wal`,
    lock: `${path}.lock`,
  };
}

/** Bytes that must be free beside twice the graph before a write begins. */
const SPACE_MIN = 1_000_000;

function refused(path: string, what: string): ServiceError {
  const message = `The graph file ${path} is not what its manifest says (${what}): make it anew by attested load --rebuild.`;
  return new ServiceError('STORE_MISMATCH', message);
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Another file stands for the graph's lock: the graph's own is only read, which locks nobody out. */
function takeLock({ path, lock }: Names): GraphStore {
  try {
    return openGrafeo({ path: lock });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { code, message, hint } = error;
    throw new ServiceError(code, message.replaceAll(lock, path), { ...(hint && { hint }), cause: error });
  }
}

async function removeNext({ next, nextManifest, nextLog }: Names): Promise<void> {
  for (const name of [next, nextLog, nextManifest]) await rm(name, { recursive: true, force: true });
}

/** Finishes the swap that a dying process may have begun, and throws away what it had not sealed. */
async function recover(names: Names): Promise<void> {
  const [sealed, waiting] = [await readManifest(names.manifest), await readManifest(names.nextManifest)];
  const isSwapped =
    waiting !== undefined &&
    !(await exists(names.next)) &&
    (!sealed || (await mismatchOfFile(names.path, sealed)) !== undefined) &&
    (await mismatchOfFile(names.path, waiting)) === undefined;
  if (isSwapped) await rename(names.nextManifest, names.manifest);
  await removeNext(names);
}

/** The graph of a file whose manifest holds; an empty one where there is no file yet. */
async function openSound({ path, manifest }: Names, settings: FileSettings): Promise<GraphStore> {
  const sealed = await readManifest(manifest);
  const empty = () => openGrafeo({ ...(settings.limits && { limits: settings.limits }) });
  if (!sealed) {
    if (!(await exists(path))) return empty();
    throw new ServiceError(
      'STORE_MISMATCH',
      `The graph file ${path} has no manifest beside it: move it away, then run attested load.`,
    );
  }
  const fault = await openSealed(path, sealed, settings);
  if (typeof fault !== 'string') return fault;
  if (settings.rebuild) return empty();
  throw refused(path, fault);
}

async function openSealed(
  path: string,
  sealed: Manifest,
  { limits }: FileSettings,
): Promise<GraphStore | string> {
  const fault = await mismatchOfFile(path, sealed);
  if (fault) return fault;
  let store: GraphStore;
  try {
    store = openGrafeo({ path, readOnly: true, ...(limits && { limits }) });
  } catch (error) {
    return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
  }
  const wrong = await mismatchOfGraph(store, sealed);
  if (wrong) await store.close();
  return wrong ?? store;
}

/** Whether something failed because the disk is full. */
function isFull(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (/ENOSPC|No space left|os error 28|GRAFEO-T009|GRAFEO-X003/.test(at.message)) return true;
  }
  return false;
}

function full(path: string, cause?: unknown): ServiceError {
  return new ServiceError('STORE_FULL', `The disk of the graph file ${path} is full.`, {
    hint: 'Free some space and load again; the graph is as it was before.',
    cause,
  });
}

/** One state of the graph, with the reads that still run on it. */
type Generation = { readonly store: GraphStore; reads: number; retired: boolean };

/**
 * A graph in a file that never changes: each write makes the next file from it, seals it with a manifest, and swaps
 * it in. So half a write is never seen, whenever the process dies, and every damaged bit is noticed.
 */
class FileStore implements GraphStore {
  readonly engine = 'grafeo';
  readonly #names: Names;
  readonly #settings: FileSettings;
  readonly #lock: GraphStore;
  #current: Generation;
  #isEmpty: boolean;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(
    names: Names,
    settings: FileSettings,
    opened: { lock: GraphStore; store: GraphStore; isEmpty: boolean },
  ) {
    this.#names = names;
    this.#settings = settings;
    this.#lock = opened.lock;
    this.#current = { store: opened.store, reads: 0, retired: false };
    this.#isEmpty = opened.isEmpty;
  }

  read(statement: Statement, options?: ReadOptions): Promise<Row[]> {
    return this.#onCurrent((store) => store.read(statement, options));
  }

  searchText(index: TextIndex, words: readonly string[], limit: number): Promise<TextHit[]> {
    return this.#onCurrent((store) => store.searchText(index, words, limit));
  }

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.replace((store) => store.transaction(work));
  }

  write(statements: readonly Statement[]): Promise<void> {
    return this.replace((store) => store.write(statements));
  }

  define(statements: readonly Statement[]): Promise<void> {
    return this.replace((store) => store.define(statements));
  }

  defineText(indexes: readonly TextIndex[]): Promise<void> {
    return this.replace((store) => store.defineText(indexes));
  }

  replace<T>(work: (store: GraphStore) => Promise<T>): Promise<T> {
    const running = this.#writing.then(() => this.#makeNext(work));
    this.#writing = running.catch(() => undefined);
    return running;
  }

  ping(): Promise<void> {
    return this.#onCurrent((store) => store.ping());
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#current.store.close();
    await this.#lock.close();
  }

  async #onCurrent<T>(work: (store: GraphStore) => Promise<T>): Promise<T> {
    const generation = this.#current;
    generation.reads += 1;
    try {
      return await work(generation.store);
    } finally {
      generation.reads -= 1;
      if (generation.retired && generation.reads === 0) await generation.store.close();
    }
  }

  async #makeNext<T>(work: (store: GraphStore) => Promise<T>): Promise<T> {
    await this.#current.store.ping();
    const names = this.#names;
    try {
      const result = await this.#fillNext(work);
      await rename(names.next, names.path);
      await rename(names.nextManifest, names.manifest);
      await flush(dirname(names.path));
      await this.#swap();
      return result;
    } catch (error) {
      await removeNext(names).catch(() => undefined);
      throw isFull(error) ? full(names.path, error) : error;
    }
  }

  async #fillNext<T>(work: (store: GraphStore) => Promise<T>): Promise<T> {
    const names = this.#names;
    await removeNext(names);
    await this.#assertSpace();
    if (!this.#isEmpty) await copyFile(names.path, names.next, constants.COPYFILE_FICLONE);
    const { limits } = this.#settings;
    const store = openGrafeo({ path: names.next, ...(limits && { limits }) });
    try {
      const result = await work(store);
      const contents = await contentsOf(store);
      await store.close();
      await writeManifest(names.nextManifest, names.next, contents);
      return result;
    } catch (error) {
      await store.close().catch(() => undefined);
      throw error;
    }
  }

  async #assertSpace(): Promise<void> {
    const { path, manifest } = this.#names;
    const bytes = (await readManifest(manifest))?.bytes ?? 0;
    const { bavail, bsize } = await statfs(dirname(path));
    if (bavail * bsize < 2 * Math.max(bytes, 0) + SPACE_MIN) throw full(path);
  }

  async #swap(): Promise<void> {
    const before = this.#current;
    const sealed = await readManifest(this.#names.manifest);
    const opened = sealed ? await openSealed(this.#names.path, sealed, this.#settings) : 'it has no manifest';
    if (typeof opened === 'string') throw refused(this.#names.path, opened);
    this.#current = { store: opened, reads: 0, retired: false };
    this.#isEmpty = false;
    before.retired = true;
    if (before.reads === 0) await before.store.close();
  }
}

/**
 * Makes the folder of a graph file, and those above it, one at a time: where none can be made, as in /proc, Node
 * never comes back from making all at once.
 */
async function makeFolder(path: string, folder = dirname(path)): Promise<void> {
  if (await exists(folder)) return;
  await makeFolder(path, dirname(folder));
  try {
    await mkdir(folder);
  } catch (error) {
    if (await exists(folder)) return;
    const why = error instanceof Error ? error.message : String(error);
    throw new ServiceError('BAD_CONFIG', `The graph file ${path} cannot be made: ${why}.`, {
      hint: 'Name a file in a folder that can be written, in GRAPH_URL.',
      cause: error,
    });
  }
}

/** Opens the graph of a file, with the file to itself; nothing is written until the first load. */
export async function openFile(settings: FileSettings): Promise<GraphStore> {
  const names = namesOf(settings.path);
  await makeFolder(names.path);
  const lock = takeLock(names);
  try {
    await recover(names);
    const store = await openSound(names, settings);
    const isEmpty =
      (await store.read({ text: 'MATCH (n) RETURN n.id AS id LIMIT 1', parameters: {} })).length === 0;
    return new FileStore(names, settings, { lock, store, isEmpty });
  } catch (error) {
    await lock.close();
    throw error;
  }
}
