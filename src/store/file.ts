import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, copyFile, mkdir, rename, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ServiceError } from '../errors.ts';
import { openGrafeo } from './grafeo.ts';
import { contentsOf, flush, mismatchOfFile, readManifest, statisticsOf, writeManifest } from './manifest.ts';
import {
  exists,
  type FileSettings,
  type GraphReader,
  type Names,
  namesOf,
  type Opened,
  openSealed,
} from './sealed.ts';
import { readDegrees } from './statistics.ts';
import type {
  GraphStore,
  ReadOptions,
  Row,
  Statement,
  Statistics,
  TextHit,
  TextIndex,
  Transaction,
} from './store.ts';

/** Bytes that must be free beside twice the graph before a write begins. */
const SPACE_MIN = 1_000_000;

/** Another file stands for the graph's lock, while it is written: the graph's own is only read, which locks nobody out. */
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

/** One state of the graph, with the reads that still run on it; one that was never loaded has no manifest. */
type Generation = {
  readonly store: GraphReader;
  readonly sha256: string | undefined;
  readonly statistics: Statistics | undefined;
  reads: number;
  retired: boolean;
};

function generationOf(opened: Opened | undefined, settings: FileSettings): Generation {
  const store = opened?.store ?? openGrafeo({ ...(settings.limits && { limits: settings.limits }) });
  const statistics = opened && statisticsOf(opened.manifest);
  return { store, sha256: opened?.manifest.sha256, statistics, reads: 0, retired: false };
}

/**
 * A graph in a file that never changes: each write makes the next file from it, seals it with a manifest, and swaps
 * it in. So half a write is never seen, whenever the process dies, and every damaged bit is noticed.
 */
class FileStore implements GraphStore {
  readonly engine = 'grafeo';
  readonly #names: Names;
  readonly #settings: FileSettings;
  /** Generations that someone reads on, whatever is loaded meanwhile. */
  readonly #kept = new WeakMap<AbortSignal, Generation>();
  #current: Generation;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(names: Names, settings: FileSettings, opened: Opened | undefined) {
    this.#names = names;
    this.#settings = settings;
    this.#current = generationOf(opened, settings);
  }

  get path(): string {
    return this.#names.path;
  }

  read(statement: Statement, options?: ReadOptions): Promise<Row[]> {
    return this.#on(this.#generationFor(options?.signal), (store) => store.read(statement, options));
  }

  searchText(index: TextIndex, words: readonly string[], limit: number): Promise<TextHit[]> {
    return this.#on(this.#current, (store) => store.searchText(index, words, limit));
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

  renew(): Promise<boolean> {
    const running = this.#writing.then(() => this.#renew());
    this.#writing = running.catch(() => undefined);
    return running;
  }

  statistics(): Statistics | undefined {
    return this.#current.statistics;
  }

  ping(): Promise<void> {
    return this.#on(this.#current, (store) => store.ping());
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#current.store.close();
  }

  keep(signal: AbortSignal): void {
    if (signal.aborted) return;
    const generation = this.#current;
    generation.reads += 1;
    this.#kept.set(signal, generation);
    signal.addEventListener('abort', () => void this.#leave(generation), { once: true });
  }

  #generationFor(signal: AbortSignal | undefined): Generation {
    return (signal && this.#kept.get(signal)) ?? this.#current;
  }

  async #on<T>(generation: Generation, work: (store: GraphReader) => Promise<T>): Promise<T> {
    generation.reads += 1;
    try {
      return await work(generation.store);
    } finally {
      await this.#leave(generation);
    }
  }

  /** A generation that is no longer the current one is closed after its last read. */
  async #leave(generation: Generation): Promise<void> {
    generation.reads -= 1;
    if (generation.retired && generation.reads === 0) await generation.store.close();
  }

  async #makeNext<T>(work: (store: GraphStore) => Promise<T>): Promise<T> {
    await this.#current.store.ping();
    const names = this.#names;
    await makeFolder(names.path);
    const lock = takeLock(names);
    try {
      await recover(names);
      const result = await this.#fillNext(work);
      await rename(names.next, names.path);
      await rename(names.nextManifest, names.manifest);
      await flush(dirname(names.path));
      await this.#renew();
      return result;
    } catch (error) {
      await removeNext(names).catch(() => undefined);
      throw isFull(error) ? full(names.path, error) : error;
    } finally {
      await lock.close();
    }
  }

  async #fillNext<T>(work: (store: GraphStore) => Promise<T>): Promise<T> {
    const names = this.#names;
    await this.#assertSpace();
    if (this.#current.sha256 !== undefined)
      await copyFile(names.path, names.next, constants.COPYFILE_FICLONE);
    const { limits } = this.#settings;
    const store = openGrafeo({ path: names.next, ...(limits && { limits }) });
    try {
      const result = await work(store);
      const contents = { ...(await contentsOf(store)), degrees: await readDegrees(store) };
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

  /** Goes on to what the file holds now; reads that run go on with what they began with. */
  async #renew(): Promise<boolean> {
    const sealed = await readManifest(this.#names.manifest);
    if (sealed?.sha256 === this.#current.sha256) return false;
    const opened = await openSealed(this.#names, { ...this.#settings, rebuild: false });
    if (!opened) return false;
    const before = this.#current;
    this.#current = generationOf(opened, this.#settings);
    before.retired = true;
    if (before.reads === 0) await before.store.close();
    return true;
  }
}

/**
 * Makes the folder of a graph file, for nobody else to read, and those above it, one at a time: where none can be made, as in /proc, Node
 * never comes back from making all at once.
 */
async function makeFolder(path: string, folder = dirname(path)): Promise<void> {
  if (await exists(folder)) return;
  await makeFolder(path, dirname(folder));
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (await exists(folder)) return;
    const why = error instanceof Error ? error.message : String(error);
    throw new ServiceError('BAD_CONFIG', `The graph file ${path} cannot be made: ${why}.`, {
      hint: 'Name a file in a folder that can be written, in GRAPH_URL.',
      cause: error,
    });
  }
}

/** Refuses a place where no graph can be written, before one is waited for. */
async function assertWritable(names: Names): Promise<void> {
  await makeFolder(names.path);
  await takeLock(names).close();
}

/** Opens the graph of a file, which nothing is written to until the first load. */
export async function openFile(settings: FileSettings): Promise<GraphStore> {
  const names = namesOf(settings.path);
  const opened = await openSealed(names, settings);
  if (!opened) await assertWritable(names);
  return new FileStore(names, settings, opened);
}

/**
 * A graph in a file of its own, below the folder of temporary files, which goes when the store is closed; undefined where no
 * such file can be made.
 */
export async function openTemporary(settings: Omit<FileSettings, 'path'>): Promise<GraphStore | undefined> {
  const isPossible = await access(tmpdir(), constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!isPossible) return undefined;
  const path = join(tmpdir(), `attested-graph-${randomUUID()}`, 'graph');
  return new TemporaryStore(namesOf(path), { ...settings, path }, undefined);
}

/** Its folder is made by the first load. */
class TemporaryStore extends FileStore {
  override async close(): Promise<void> {
    await super.close();
    await rm(dirname(this.path), { recursive: true, force: true });
  }
}
