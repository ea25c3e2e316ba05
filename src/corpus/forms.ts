import { rename, writeFile } from 'node:fs/promises';
import type { Article } from '../article/article.ts';
import { keepRemarks } from '../article/comments.ts';
import { compileArticle } from '../article/compile.ts';
import { printArticleFinding } from '../article/finding.ts';
import { type CorpusArticle, pathsOf } from '../article/folder.ts';
import type { Grammar } from '../article/grammar.ts';
import { printArticle } from '../article/print-article.ts';
import { Quotes } from '../article/quote.ts';
import { readArticle } from '../article/read-article.ts';
import { overrulesFor, splitText } from '../article/sentences.ts';
import { Findings } from '../article/source.ts';
import { ArticleText, sha256 } from '../article/text.ts';
import { ServiceError } from '../errors.ts';
import { printScript } from '../script/script.ts';
import { folderOf } from './corpus.ts';

/** An article's file in its other forms: as script, with positions, with quoted words, in its order. */

/** An article as its file says; a file with errors is refused with all of them. */
export function soundArticle(source: CorpusArticle, grammar: Grammar): Article {
  const findings = new Findings(source.file);
  const article = readArticle(source, grammar, findings);
  const wrong = findings.all.filter(({ level }) => level === 'error').map(printArticleFinding);
  if (article && wrong.length === 0) return article;
  throw new ServiceError('ARTICLE_INVALID', wrong.join('\n'), {
    hint: 'Mend the file; `attested check` says more.',
  });
}

/** The plain Cypher script of an article, which every Cypher shell runs. */
export function compiled(source: CorpusArticle, grammar: Grammar): string {
  const script = compileArticle(soundArticle(source, grammar), grammar, source.file);
  return printScript(script, `20-${source.key}: what article:${source.key} says.`);
}

function textOf({ key, text }: CorpusArticle): ArticleText {
  if (text !== undefined) return new ArticleText(text);
  throw new ServiceError('ARTICLE_INVALID', `The text of ${key} is not there.`, {
    hint: `Put it into texts/${key}.txt as it was published.`,
  });
}

/** The working form of an article: its places as words of the text. */
function withQuotes(article: Article, source: CorpusArticle, grammar: Grammar): string {
  const text = textOf(source);
  if (sha256(text.text) !== article.textSha256)
    throw new ServiceError(
      'ARTICLE_TEXT_MISMATCH',
      `The text of ${source.key} is not the one that its file was packed from.`,
      {
        hint: 'Put the text as it was published there.',
      },
    );
  const split = splitText(text);
  const overrules = overrulesFor(new Quotes(text, split), article.sentences);
  return printArticle(article, { grammar, quotes: new Quotes(text, article.sentences), overrules });
}

/** Writes a file so that nobody ever reads half of it. */
export async function writeWhole(path: string, text: string): Promise<string> {
  await writeFile(`${path}.part`, text);
  await rename(`${path}.part`, path);
  return path;
}

/** Writes the travelling form beside the working one; gives its path. */
export function pack(source: CorpusArticle, grammar: Grammar): Promise<string> {
  const printed = printArticle(soundArticle(source, grammar), { grammar });
  return writeWhole(pathsOf(folderOf(source), source.key).packed, keepRemarks(source.source, printed));
}

/** Writes the working form beside the travelling one; gives its path. */
export function unpack(source: CorpusArticle, grammar: Grammar): Promise<string> {
  const printed = withQuotes(soundArticle(source, grammar), source, grammar);
  return writeWhole(pathsOf(folderOf(source), source.key).quotes, keepRemarks(source.source, printed));
}

/** A file in its order, with its remarks. */
export function formatted(source: CorpusArticle, grammar: Grammar): string {
  const article = soundArticle(source, grammar);
  const printed =
    source.form === 'packed' ? printArticle(article, { grammar }) : withQuotes(article, source, grammar);
  return keepRemarks(source.source, printed);
}
