import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { articlesIn, type CorpusArticle } from '../article/folder.ts';
import { type Grammar, grammarOf } from '../article/grammar.ts';
import { ServiceError } from '../errors.ts';
import { type CorpusFolders, readCorpus } from '../load/read.ts';
import type { Domain } from '../model/domain/domain.ts';
import { type OwnerScript, readScript } from '../script/script.ts';

/** Where a corpus and what lies below it are: its folders, the scripts of the package, and folders of texts. */
export type CorpusPlaces = CorpusFolders & {
  readonly corpusDirs: readonly string[];
  readonly domain: Domain;
};

/** The article files of all folders of a corpus, and the scripts that they stand on. */
export type OpenCorpus = {
  readonly folders: readonly string[];
  readonly articles: readonly CorpusArticle[];
  readonly scripts: readonly OwnerScript[];
  readonly grammar: Grammar;
};

/** Reads a corpus and the layers below it. */
export async function openCorpus(places: CorpusPlaces): Promise<OpenCorpus> {
  const { corpusDirs, domain, articlesDir } = places;
  const grammar = grammarOf(domain);
  const texts = articlesDir === undefined ? [] : [articlesDir];
  const [articles, { scripts }] = await Promise.all([
    Promise.all(corpusDirs.map((folder) => articlesIn(folder, texts))),
    readCorpus(places),
  ]);
  return {
    folders: corpusDirs,
    articles: articles.flat(),
    scripts: scripts.flatMap(({ file, text }) => readScript(file, text, grammar.forms).script ?? []),
    grammar,
  };
}

/** The key that a word of the command line means: a key, or the name of an article's file. */
export function keyOf(word: string): string {
  return basename(word).replace(/(?:\.quotes)?\.yaml$/, '');
}

/** The article of a key; what is not there is refused with those that are. */
export function articleOfKey({ articles }: Pick<OpenCorpus, 'articles'>, word: string): CorpusArticle {
  const key = keyOf(word);
  const found = articles.find((one) => one.key === key);
  if (found) return found;
  const known = articles.map((one) => one.key).slice(0, 10);
  throw new ServiceError('NOT_FOUND', `There is no article ${key} in the corpus.`, {
    hint:
      known.length > 0
        ? `There are ${known.join(', ')}.`
        : 'Set CORPUS_DIR to the folder of its file, or go there.',
  });
}

/** The folder that an article's file lies in. */
export function folderOf({ file }: CorpusArticle): string {
  return dirname(file);
}

/** Texts of a corpus that no article file is of, by their paths. */
export async function strayTexts({ folders, articles }: OpenCorpus): Promise<readonly string[]> {
  const keys = new Set(articles.map(({ key }) => key));
  const found = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(join(folder, 'texts')).catch(() => []);
      return names.map((name) => join(folder, 'texts', name));
    }),
  );
  return found
    .flat()
    .filter((path) => path.endsWith('.txt') && !keys.has(basename(path, '.txt')))
    .sort();
}
