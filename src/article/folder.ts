import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ServiceError } from '../errors.ts';
import type { ArticleSource } from './read-article.ts';

/**
 * A corpus is a folder: `KEY.quotes.yaml` (the working form) or `KEY.yaml` (the travelling form) of each article, and
 * `texts/KEY.txt` beside them. Of both forms the working one is read where the text is there, since it is edited.
 */

/** An article file of a corpus, by the key in its name. */
export type CorpusArticle = ArticleSource & { readonly key: string; readonly form: 'quotes' | 'packed' };

const QUOTES = '.quotes.yaml';
const PACKED = '.yaml';

/** Files of YAML that are none of an article. */
const OTHERS = new Set(['judgements.yaml']);

const isAbsent = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes(String((error as { readonly code?: unknown }).code));

/** Reads a file in UTF-8; undefined where there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw new ServiceError('SCRIPT_UNREADABLE', `${path} cannot be read as UTF-8.`, {
      hint: 'Let this process read it, and save it in UTF-8.',
      cause: error,
    });
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    throw new ServiceError('SCRIPT_UNREADABLE', `The corpus ${folder} cannot be read.`, {
      hint: 'Set CORPUS_DIR to folders that are there; `attested init FOLDER` makes one.',
      cause: error,
    });
  }
}

/** The text of an article: beside its file, or in one of the other folders of texts. */
export async function findText(
  folder: string,
  key: string,
  more: readonly string[] = [],
): Promise<string | undefined> {
  for (const path of [join(folder, 'texts', `${key}.txt`), ...more.map((one) => join(one, `${key}.txt`))]) {
    const text = await readIfThere(path);
    if (text !== undefined) return text;
  }
  return undefined;
}

const keyOf = (name: string, ending: string): string => basename(name).slice(0, -ending.length);

/** The article files of a corpus, one for each article, by the names of their files. */
export async function articlesIn(
  folder: string,
  texts: readonly string[] = [],
): Promise<readonly CorpusArticle[]> {
  const names = await namesIn(folder);
  const working = new Set(names.filter((name) => name.endsWith(QUOTES)).map((name) => keyOf(name, QUOTES)));
  const packed = names
    .filter((name) => name.endsWith(PACKED) && !name.endsWith(QUOTES) && !OTHERS.has(name))
    .map((name) => keyOf(name, PACKED));
  const keys = [...new Set([...working, ...packed])].sort();
  return Promise.all(
    keys.map(async (key) => {
      const text = await findText(folder, key, texts);
      const isWorking = working.has(key) && (text !== undefined || !packed.includes(key));
      const file = join(folder, `${key}${isWorking ? QUOTES : PACKED}`);
      return {
        key,
        file,
        text,
        source: (await readIfThere(file)) ?? '',
        form: isWorking ? 'quotes' : 'packed',
      };
    }),
  );
}

/** Where the two forms of an article's file lie. */
export function pathsOf(folder: string, key: string): { readonly quotes: string; readonly packed: string } {
  return { quotes: join(folder, `${key}${QUOTES}`), packed: join(folder, `${key}${PACKED}`) };
}
