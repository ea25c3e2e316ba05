import { NOWHERE } from '../article/article.ts';
import { compileArticle } from '../article/compile.ts';
import type { CorpusArticle } from '../article/folder.ts';
import type { Grammar } from '../article/grammar.ts';
import { readArticle } from '../article/read-article.ts';
import { Findings } from '../article/source.ts';
import { type ReadScript, readScript } from '../script/script.ts';
import { LEDGER_FILE, ledgerOf, readLedger } from './ledger.ts';
import type { CorpusScript } from './read.ts';

/** What an owner writes, in whichever of its forms: a script, the file of an article, or a file of judgements. */

const isLedger = (file: string): boolean => file.endsWith(LEDGER_FILE);

/** The id that a script gives its owner, read without the rest: all that is asked of one that has not changed. */
const OWNER = /MERGE \(o:Owner:\w+ \{id: row\.id\}\)/;
const FIRST_ROW = /UNWIND\s+\[\s*\{\s*id:\s*'([^'\\]+)'/;

/** The id of the owner of a file; undefined where it is not told as it is in the forms. */
export function ownerOf({ file, text, article }: CorpusScript): string | undefined {
  if (article) return `article:${article.key}`;
  if (isLedger(file)) return ledgerOf(text);
  return OWNER.test(text) ? FIRST_ROW.exec(text)?.[1] : undefined;
}

/** Reads a file of an owner: its tables, and all that is wrong with their form. */
export function readOwner({ file, text, article }: CorpusScript, grammar: Grammar): ReadScript {
  if (article) return readArticleFile(article, grammar);
  return (isLedger(file) ? readLedger : readScript)(file, text, grammar.forms);
}

function readArticleFile(source: CorpusArticle, grammar: Grammar): ReadScript {
  const findings = new Findings(source.file);
  const article = readArticle(source, grammar, findings);
  if (article && article.key !== source.key)
    findings.error(NOWHERE, 'ARTICLE_KEY', `The key of this file is ${article.key}: name both alike.`);
  return article && findings.errors === 0
    ? { script: compileArticle(article, grammar, source.file), findings: [] }
    : { findings: findings.all };
}
