import { access, type FileHandle, open } from 'node:fs/promises';
import { ServiceError } from '../errors.ts';
import { type ReadLimits, readLimits } from './bounds.ts';
import { EnginePool, EnginesRefused, type PoolSize } from './engine/pool.ts';
import { openGrafeo } from './grafeo.ts';
import { type Manifest, mismatchOfFile, mismatchOfGraph, readManifest } from './manifest.ts';
import type { GraphStore } from './store.ts';

/** A sealed graph file is opened here, and nothing is written: from a read-only disk too, and by any number of processes. */

/** Engine processes to read with: how many, and the program they run. */
export type Processes = {
  readonly program: string;
  readonly size: PoolSize;
  /** Told how many bytes of memory each process takes, once a graph is open in them. */
  readonly onOpen?: (bytesEach: number) => void;
};

/** Which graph file to open, and how it is read. */
export type FileSettings = {
  readonly path: string;
  /** Whether a file that is not as its manifest says is made anew, rather than refused. */
  readonly rebuild?: boolean;
  readonly limits?: ReadLimits;
  /** Processes of their own that do all reading; without them this process does. */
  readonly processes?: Processes;
};

/** The files of a graph. A write goes to `next`; the two renames that follow put it in place. */
export type Names = ReturnType<typeof namesOf>;

export function namesOf(path: string) {
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

export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** The part of a store that a sealed file has. */
export type GraphReader = Pick<GraphStore, 'read' | 'searchText' | 'ping' | 'close'>;

/** A graph as it lies in a file, with the manifest that it was opened by. */
export type Opened = { readonly store: GraphReader; readonly manifest: Manifest };

/**
 * The graph of a file whose manifest holds; undefined where there is no file yet, or it is to be made anew. A process that died
 * between the two renames has left the manifest of the file under its next name.
 */
export async function openSealed(names: Names, settings: FileSettings): Promise<Opened | undefined> {
  const { path } = names;
  const handle = await open(path, 'r').catch(() => undefined);
  const manifests = [await readManifest(names.manifest), await waitingManifest(names)];
  const found = manifests.filter((manifest) => manifest !== undefined);
  if (found.length === 0 && !handle) return undefined;
  const opened = await openAs(found, { handle, names, settings });
  if (typeof opened !== 'string') return opened;
  await handle?.close();
  if (settings.rebuild && found.length > 0) return undefined;
  throw found.length > 0 ? refused(path, opened) : withoutManifest(path);
}

/** The manifest of a file that was put in its place before its manifest could be. */
async function waitingManifest({ next, nextManifest }: Names): Promise<Manifest | undefined> {
  return (await exists(next)) ? undefined : readManifest(nextManifest);
}

type Opening = {
  readonly handle: FileHandle | undefined;
  readonly names: Names;
  readonly settings: FileSettings;
};

/** Opens the file by the manifest that holds of it; else what does not hold of the first. */
async function openAs(
  manifests: readonly Manifest[],
  { handle, names, settings }: Opening,
): Promise<Opened | string> {
  let said: string | undefined;
  for (const manifest of manifests) {
    const fault = await mismatchOfFile(names.path, manifest);
    if (fault === undefined && handle) return openFitting(manifest, { handle, settings });
    said ??= fault;
  }
  return said ?? 'it has no manifest';
}

async function openFitting(
  manifest: Manifest,
  { handle, settings }: { readonly handle: FileHandle; readonly settings: FileSettings },
): Promise<Opened | string> {
  let store: GraphReader;
  try {
    store = await readerOf(handle, settings);
  } catch (error) {
    // What the machine lacks is no fault of the file.
    if (error instanceof EnginesRefused) throw error.because;
    return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
  }
  const wrong = await mismatchOfGraph(store, manifest);
  if (wrong) await store.close();
  return wrong ?? { store, manifest };
}

/** Reads the very file that is open, whatever takes its name later. */
async function readerOf(handle: FileHandle, { path, limits, processes }: FileSettings): Promise<GraphReader> {
  if (!processes) {
    await handle.close();
    return openGrafeo({ path, readOnly: true, ...(limits && { limits }) });
  }
  const pool = new EnginePool({ ...processes, file: { handle, path }, limits: limits ?? readLimits });
  try {
    processes.onOpen?.(await pool.open());
    return pool;
  } catch (error) {
    await pool.close();
    throw error;
  }
}

/** The refusal of a file that is not what its manifest says. */
export function refused(path: string, what: string): ServiceError {
  const message = `The graph file ${path} is not what its manifest says (${what}): make it anew by attested load --rebuild.`;
  return new ServiceError('STORE_MISMATCH', message);
}

function withoutManifest(path: string): ServiceError {
  const message = `The graph file ${path} has no manifest beside it: move it away, then run attested load.`;
  return new ServiceError('STORE_MISMATCH', message);
}
