import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articlesIn, type CorpusArticle } from '../article/folder.ts';
import { ServiceError } from '../errors.ts';
import { LEDGER_FILE } from './ledger.ts';

/** What an owner says, as it lies in its folder: a script, or the file of an article, which is compiled when it is due. */
export type CorpusScript = {
  readonly file: string;
  readonly text: string;
  readonly article?: CorpusArticle;
};

/** All that a graph is made of. */
export type Corpus = {
  readonly scripts: readonly CorpusScript[];
  /** The texts of articles that were found, by the key of their article. */
  readonly texts: ReadonlyMap<string, string>;
};

/**
 * Where the parts of a corpus lie: one folder of scripts or several, folders of an analyst's own laid over them, which may
 * hold scripts, article files and texts, and a folder of texts, which need not be there.
 */
export type CorpusFolders = {
  readonly cypherDir: string | readonly string[];
  readonly corpusDirs?: readonly string[] | undefined;
  readonly articlesDir?: string | undefined;
};

/** A file with its bytes. */
type Found = { readonly path: string; readonly name: string; readonly bytes: Buffer };

/** Scripts that are printed from the schema, for those who fill a database without us: the load makes its own. */
const PRINTED = new Set(['00-schema.cypher', '90-derive.cypher']);

const isAbsent = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

function unreadable(path: string, error: unknown, hint: string): ServiceError {
  const reason = error instanceof Error ? error.message.replace(/,.*$/, '') : String(error);
  return new ServiceError('SCRIPT_UNREADABLE', `${path} cannot be read: ${reason}.`, { hint, cause: error });
}

async function readFolder(dir: string, isWanted: (name: string) => boolean): Promise<Found[]> {
  const names = (await readdir(dir)).filter(isWanted).sort();
  return Promise.all(
    names.map(async (name) => ({ path: join(dir, name), name, bytes: await readFile(join(dir, name)) })),
  );
}

/** Scripts of owners, and the file in which people judge. */
const isScript = (name: string): boolean => name.endsWith('.cypher') || name === LEDGER_FILE;

async function readScripts(dir: string): Promise<Found[]> {
  const found = await readFolder(dir, isScript).catch((error: unknown) => {
    throw unreadable(dir, error, 'Let this process read the folder of scripts.');
  });
  const scripts = found.filter(({ name }) => !PRINTED.has(name));
  if (scripts.length === 0)
    throw unreadable(dir, 'it holds no .cypher script of an owner', 'Put the scripts of the domain there.');
  return scripts;
}

/** The scripts of an analyst's own folder, which may have none. */
async function readOwnScripts(dir: string): Promise<Found[]> {
  const found = await readFolder(dir, isScript).catch((error: unknown) => {
    throw unreadable(
      dir,
      error,
      'Set CORPUS_DIR to folders that are there; `attested init FOLDER` makes one.',
    );
  });
  return found.filter(({ name }) => !PRINTED.has(name));
}

async function readTexts(dir: string): Promise<Found[]> {
  return readFolder(dir, (name) => name.endsWith('.txt')).catch((error: unknown) => {
    if (isAbsent(error)) return [];
    throw unreadable(dir, error, 'Let this process read ARTICLES_DIR, or set it to another folder.');
  });
}

function decode(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ServiceError('SCRIPT_FAILED', `${file}: it is not UTF-8.`, {
      hint: 'Mend the script.',
      cause: error,
    });
  }
}

/**
 * Reads the scripts in the order of their names, of the same name in that of their folders, then the article files, and the
 * texts of articles, named `<article key>.txt`.
 */
export async function readCorpus({
  cypherDir,
  corpusDirs = [],
  articlesDir,
}: CorpusFolders): Promise<Corpus> {
  const found = await Promise.all([
    ...[cypherDir].flat().map(readScripts),
    ...corpusDirs.map(readOwnScripts),
  ]);
  const scripts = found.flat().sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const texts = articlesDir === undefined ? [] : [articlesDir];
  const articles = (await Promise.all(corpusDirs.map((dir) => articlesIn(dir, texts)))).flat();
  const own = await Promise.all([...texts, ...corpusDirs.map((dir) => join(dir, 'texts'))].map(readTexts));
  return {
    scripts: [
      ...scripts.map(({ path, bytes }) => ({ file: path, text: decode(path, bytes) })),
      ...articles.map((article) => ({ file: article.file, text: article.source, article })),
    ],
    texts: new Map(
      own.flat().map(({ name, bytes }) => [name.slice(0, -'.txt'.length), bytes.toString('utf8')]),
    ),
  };
}

/** The hash of parts, each with its length, so that no two lists of parts have the same. */
export function hashOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\0`).update(part);
  return hash.digest('hex');
}
