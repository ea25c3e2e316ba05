import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepRemarks } from '../article/comments.ts';
import { compileArticle } from '../article/compile.ts';
import { findText, pathsOf } from '../article/folder.ts';
import { readArticle } from '../article/read-article.ts';
import { Findings } from '../article/source.ts';
import { ServiceError } from '../errors.ts';
import type { OpenCorpus } from './corpus.ts';
import { clean } from './draft/clean.ts';
import { draftOf } from './draft/draft.ts';
import { redraftOf } from './draft/redraft.ts';
import { soundArticle, writeWhole } from './forms.ts';
import { Known } from './known.ts';

/** The beginnings: a folder for articles of one's own, and the draft of an article's file. */

const README = `# A corpus

Articles of your own for [attested](https://www.npmjs.com/package/attested), laid over the ones that come with it.

| file | what it is |
| --- | --- |
| \`KEY.quotes.yaml\` | what an article says, with the words of the text that say so; stays here |
| \`texts/KEY.txt\` | the text of the article as it was published; stays here |
| \`KEY.yaml\` | the same without words of the text, written by \`attested pack KEY\`; can be shared |
| \`vocabulary.graphql\` | kinds, roles and relations of your own, by \`extend enum\` |
| \`questions/NAME.graphql\` | saved questions, served under \`/q/NAME\` |

    attested new KEY --text FILE     draft the file of an article from its text
    attested check                   tell what is wrong with the files
    CORPUS_DIR=. attested serve      answer from them
`;

const GITIGNORE = `# Texts of articles and what quotes them stay here, unless they may be shared: then take these lines out.
texts/
*.quotes.yaml
proposals/
`;

const FILES: readonly (readonly [name: string, text: string])[] = [
  ['README.md', README],
  ['.gitignore', GITIGNORE],
];

async function writeNew(path: string, text: string): Promise<readonly string[]> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return [path];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return [];
    throw new ServiceError('BAD_COMMAND', `${path} cannot be written.`, {
      hint: 'Name a folder of your own.',
      cause: error,
    });
  }
}

/** Makes a folder a corpus; what is there stays. Gives the files that it wrote. */
export async function initFolder(folder: string): Promise<readonly string[]> {
  for (const name of ['texts', 'questions']) await mkdir(join(folder, name), { recursive: true });
  const written = await Promise.all(FILES.map(([name, text]) => writeNew(join(folder, name), text)));
  return written.flat();
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new ServiceError('BAD_COMMAND', `${path} cannot be read.`, {
      hint: 'Name the file of the text by --text.',
      cause: error,
    });
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** A draft that was written: its files, what was done to the text, and what lost its words. */
export type Drafted = {
  readonly written: readonly string[];
  readonly told: readonly string[];
  readonly lost: readonly string[];
};

/** What the corpus knows, for the draft of one more article. */
function knownOf({ articles, scripts, grammar }: OpenCorpus): Known {
  const compiled = articles.flatMap((source) => {
    const article = readArticle(source, grammar, new Findings(source.file));
    return article ? [compileArticle(article, grammar, source.file)] : [];
  });
  return new Known([...scripts, ...compiled], grammar);
}

/** Drafts the file of an article from its text; of one that is there and whose text has changed, keeps what still stands. */
export async function draftArticle(corpus: OpenCorpus, key: string, textFile: string): Promise<Drafted> {
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(key))
    throw new ServiceError('BAD_COMMAND', `${key} is no key of an article.`, {
      hint: 'A key has small letters, digits, hyphens and points: the source and the day, kd-20310412.',
    });
  const folder = corpus.folders.at(-1) ?? '.';
  const { text, told, url } = clean(await readText(textFile));
  const paths = pathsOf(folder, key);
  const before = await findText(folder, key);
  const isKnown = await isThere(paths.quotes);
  if (!isKnown && (await isThere(paths.packed)))
    throw new ServiceError('BAD_COMMAND', `${paths.packed} is there already.`, {
      hint: `Run attested unpack ${key} first.`,
    });
  if (isKnown && (before === undefined || before === text))
    throw new ServiceError('BAD_COMMAND', `${paths.quotes} is there already, for this text.`, {
      hint: 'Edit it, or take it away.',
    });
  const { source, lost } =
    isKnown && before !== undefined
      ? redrafted(corpus, key, { before, after: text })
      : { source: draftOf({ key, text, url, known: knownOf(corpus), grammar: corpus.grammar }), lost: [] };
  await mkdir(join(folder, 'texts'), { recursive: true });
  const written = [
    await writeWhole(join(folder, 'texts', `${key}.txt`), text),
    await writeWhole(paths.quotes, source),
  ];
  return { written, told, lost };
}

function redrafted(corpus: OpenCorpus, key: string, texts: { before: string; after: string }) {
  const source = corpus.articles.find((one) => one.key === key);
  if (!source) throw new ServiceError('NOT_FOUND', `There is no article ${key} in the corpus.`);
  const article = soundArticle(source, corpus.grammar);
  const again = redraftOf(article, texts, corpus.grammar);
  return { ...again, source: keepRemarks(source.source, again.source) };
}
