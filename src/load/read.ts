import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ServiceError } from '../errors.ts';
import { type ScriptStatement, splitScript, UnclosedError } from '../script/split.ts';

/** One file of the folder of scripts, split. */
export type Script = { readonly name: string; readonly statements: readonly ScriptStatement[] };

/** All that a graph is made of. `hash` changes when anything in it does. */
export type Corpus = {
  readonly scripts: readonly Script[];
  /** The texts of articles that were found, by the key of their article. */
  readonly texts: ReadonlyMap<string, string>;
  readonly hash: string;
};

/** Where the parts of a corpus lie. A folder of articles need not be there. */
export type CorpusFolders = { readonly cypherDir: string; readonly articlesDir?: string | undefined };

/** A file of `dir` with its bytes. */
type Found = { readonly name: string; readonly bytes: Buffer };

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

function unreadable(path: string, error: unknown, hint: string): ServiceError {
  const reason = error instanceof Error ? error.message.replace(/,.*$/, '') : String(error);
  return new ServiceError('SCRIPT_UNREADABLE', `${path} cannot be read: ${reason}.`, { hint, cause: error });
}

async function readFolder(dir: string, extension: string): Promise<Found[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith(extension)).sort();
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(dir, name)) })));
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

function split(dir: string, { name, bytes }: Found): Script {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { name, statements: splitScript(text) };
  } catch (error) {
    const where = error instanceof UnclosedError ? `${join(dir, name)}:${error.line}` : join(dir, name);
    const what = error instanceof UnclosedError ? error.message : 'it is not UTF-8';
    throw new ServiceError('SCRIPT_FAILED', `${where}: ${what}.`, { hint: 'Mend the script.', cause: error });
  }
}

function hashOf(found: readonly Found[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of found) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
}

/** Reads the scripts in the order of their names, and the texts of articles, named `<article key>.txt`. */
export async function readCorpus({ cypherDir, articlesDir }: CorpusFolders): Promise<Corpus> {
  const scripts = await readScripts(cypherDir);
  const texts = await readTexts(articlesDir);
  return {
    scripts: scripts.map((script) => split(cypherDir, script)),
    texts: new Map(texts.map(({ name, bytes }) => [name.slice(0, -'.txt'.length), bytes.toString('utf8')])),
    hash: hashOf([...scripts, ...texts]),
  };
}
