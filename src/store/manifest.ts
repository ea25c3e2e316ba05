import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { generationOf, type Reader, type Row, type Statistics } from './store.ts';

/** Raised when what a graph must hold changes, so that a file made for an earlier service is made anew. */
const SCHEMA_VERSION = 3;

const Counts = z.record(z.string(), z.number().int().nonnegative());
const Labels = z.array(z.string()).readonly();
const Manifest = z.strictObject({
  schemaVersion: z.number().int(),
  /** The hash of the scripts and texts that the graph was made of; null for a graph of anything else. */
  corpus: z.string().nullable(),
  nodes: Counts,
  relationships: Counts,
  /** What the price of work is made from. */
  degrees: z.strictObject({
    hops: z
      .array(z.strictObject({ start: Labels, type: z.string(), end: Labels, count: z.number().int() }))
      .readonly(),
    largest: z
      .array(
        z.strictObject({ labels: Labels, type: z.string(), outgoing: z.boolean(), degree: z.number().int() }),
      )
      .readonly(),
  }),
  bytes: z.number().int(),
  sha256: z.string(),
});

/** What is known of a graph file: what it holds, and what its bytes are. */
export type Manifest = z.infer<typeof Manifest>;

/** The part of a manifest that the graph itself tells. */
export type Contents = Pick<Manifest, 'corpus' | 'nodes' | 'relationships'>;

/** How the graph of a manifest is made up. */
export const statisticsOf = ({ nodes, degrees }: Manifest): Statistics => ({ nodes, ...degrees });

const isAbsent = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

/** The manifest at `path`; undefined where there is none, and a manifest of nothing where it cannot be read as one. */
export async function readManifest(path: string): Promise<Manifest | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
  try {
    const json: unknown = JSON.parse(text);
    const { schemaVersion } = Version.parse(json);
    return schemaVersion === SCHEMA_VERSION ? Manifest.parse(json) : { ...nothing, schemaVersion, bytes: 0 };
  } catch {
    return nothing;
  }
}

const Version = z.object({ schemaVersion: z.number().int() });

/** What stands for a manifest that cannot be read. */
const nothing: Manifest = {
  schemaVersion: 0,
  corpus: null,
  nodes: {},
  relationships: {},
  degrees: { hops: [], largest: [] },
  bytes: -1,
  sha256: '',
};

/** The size and the hash of a file; undefined where there is none. */
export async function fingerprint(path: string): Promise<Pick<Manifest, 'bytes' | 'sha256'> | undefined> {
  try {
    const { size } = await stat(path);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) hash.update(chunk);
    return { bytes: size, sha256: hash.digest('hex') };
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

const counted = (rows: readonly Row[]) =>
  Object.fromEntries(rows.map(({ name, count }) => [String(name), Number(count)]));

/** Counts what a graph holds. */
export async function contentsOf(store: Reader): Promise<Contents> {
  const read = (text: string) => store.read({ text, parameters: {} });
  const nodes = await read(
    'MATCH (n) UNWIND labels(n) AS name WITH name RETURN name, count(*) AS count ORDER BY name',
  );
  const relationships = await read(
    'MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS count ORDER BY name',
  );
  return { corpus: await generationOf(store), nodes: counted(nodes), relationships: counted(relationships) };
}

/** What of a file is not as its manifest says; undefined when all is. */
export async function mismatchOfFile(path: string, manifest: Manifest): Promise<string | undefined> {
  if (manifest.bytes < 0) return 'the manifest is damaged';
  if (manifest.schemaVersion !== SCHEMA_VERSION) {
    return `it is of schema version ${manifest.schemaVersion}, not ${SCHEMA_VERSION}`;
  }
  const found = await fingerprint(path);
  if (!found) return 'the file is gone';
  if (found.bytes !== manifest.bytes) return `it has ${found.bytes} bytes, not ${manifest.bytes}`;
  return found.sha256 === manifest.sha256 ? undefined : 'its SHA-256 differs';
}

/** What of a graph is not as its manifest says; undefined when all is. */
export async function mismatchOfGraph(store: Reader, manifest: Manifest): Promise<string | undefined> {
  const found = await contentsOf(store);
  if (found.corpus !== manifest.corpus) return 'it was made of other scripts or texts';
  for (const kind of ['nodes', 'relationships'] as const) {
    for (const name of new Set([...Object.keys(found[kind]), ...Object.keys(manifest[kind])])) {
      const [has, should] = [found[kind][name] ?? 0, manifest[kind][name] ?? 0];
      if (has !== should) return `it has ${has} ${kind} ${name}, not ${should}`;
    }
  }
  return undefined;
}

/** Writes the manifest of the closed file `file` to `path`; both are on the disk when this resolves. */
export async function writeManifest(
  path: string,
  file: string,
  contents: Contents & Pick<Manifest, 'degrees'>,
): Promise<void> {
  const found = await fingerprint(file);
  if (!found) throw new Error(`${file} is gone`);
  const manifest: Manifest = { schemaVersion: SCHEMA_VERSION, ...contents, ...found };
  await flush(file);
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Waits until what was written to a file, or renamed in a folder, is on the disk. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
