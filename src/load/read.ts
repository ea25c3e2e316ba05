import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ServiceError } from '../errors.ts';
import { type ScriptStatement, splitScript, UnclosedError } from './split.ts';

/** One script, split. */
export type Script = { readonly path: string; readonly statements: readonly ScriptStatement[] };

/** All that a graph is made of. `hash` changes when anything in it does. */
export type Corpus = {
  readonly scripts: readonly Script[];
  /** The texts of articles that were found, by the key of their article. */
  readonly texts: ReadonlyMap<string, string>;
  readonly hash: string;
};

/** Where the parts of a corpus lie: one folder of scripts or several, and one of articles, which need not be there. */
export type CorpusFolders = {
  readonly cypherDir: string | readonly string[];
  readonly articlesDir?: string | undefined;
};

/** A file with its bytes. */
type Found = { readonly path: string; readonly name: string; readonly bytes: Buffer };

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

function unreadable(path: string, error: unknown, hint: string): ServiceError {
  const reason = error instanceof Error ? error.message.replace(/,.*$/, '') : String(error);
  return new ServiceError('SCRIPT_UNREADABLE', `${path} cannot be read: ${reason}.`, { hint, cause: error });
}

async function readFolder(dir: string, extension: string): Promise<Found[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith(extension)).sort();
  return Promise.all(
    names.map(async (name) => ({ path: join(dir, name), name, bytes: await readFile(join(dir, name)) })),
  );
}

async function readScripts(dir: string): Promise<Found[]> {
  const hint = 'Set CYPHER_DIR to the folder of .cypher scripts, and let this process read it.';
  const found = await readFolder(dir, '.cypher').catch((error: unknown) => {
    throw unreadable(dir, error, hint);
  });
  if (found.length === 0) throw unreadable(dir, 'it holds no .cypher script', hint);
  return found;
}

async function readTexts(dir: string | undefined): Promise<Found[]> {
  if (dir === undefined) return [];
  return readFolder(dir, '.txt').catch((error: unknown) => {
    if (isAbsent(error)) return [];
    throw unreadable(dir, error, 'Let this process read ARTICLES_DIR, or set it to another folder.');
  });
}

function split({ path, bytes }: Found): Script {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { path, statements: splitScript(text) };
  } catch (error) {
    const where = error instanceof UnclosedError ? `${path}:${error.line}` : path;
    const what = error instanceof UnclosedError ? error.message : 'it is not UTF-8';
    throw new ServiceError('SCRIPT_FAILED', `${where}: ${what}.`, { hint: 'Mend the script.', cause: error });
  }
}

function hashOf(found: readonly Found[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of found) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
}

/** Reads the scripts in the order of their names, of the same name in that of their folders, and the texts of articles, named `<article key>.txt`. */
export async function readCorpus({ cypherDir, articlesDir }: CorpusFolders): Promise<Corpus> {
  const found = await Promise.all([cypherDir].flat().map(readScripts));
  const scripts = found.flat().sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const texts = await readTexts(articlesDir);
  return {
    scripts: scripts.map(split),
    texts: new Map(texts.map(({ name, bytes }) => [name.slice(0, -'.txt'.length), bytes.toString('utf8')])),
    hash: hashOf([...scripts, ...texts]),
  };
}
