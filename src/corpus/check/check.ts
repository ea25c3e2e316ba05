import type { Article } from '../../article/article.ts';
import { compileArticle } from '../../article/compile.ts';
import type { ArticleFinding } from '../../article/finding.ts';
import type { CorpusArticle } from '../../article/folder.ts';
import type { Grammar } from '../../article/grammar.ts';
import { readArticle } from '../../article/read-article.ts';
import { Findings } from '../../article/source.ts';
import { ArticleText } from '../../article/text.ts';
import { checkScript } from '../../load/check/script.ts';
import type { OwnerScript } from '../../script/script.ts';
import { Known } from '../known.ts';
import { checkClaims } from './claims.ts';
import type { Checking } from './context.ts';
import { checkFacts } from './facts.ts';
import { checkHead } from './head.ts';
import { checkJudgeable } from './judge.ts';
import { checkThings } from './things.ts';

/**
 * Everything that is wrong with article files, at once: what their form wants, what their texts have, what the vocabulary
 * allows, and what the rest of the corpus says. What a person has judged is silent: `# judged: SAME_EVENT two feasts`.
 */

/** An article file as it was read. */
type Read = {
  readonly source: CorpusArticle;
  readonly article?: Article | undefined;
  readonly findings: Findings;
};

/** What to check, and what else the corpus consists of. */
export type CheckInput = {
  readonly articles: readonly CorpusArticle[];
  /** Keys of those that are checked; the others are only held against them. */
  readonly keys: ReadonlySet<string>;
  /** Scripts of the layers below, and of the corpus itself. */
  readonly scripts: readonly OwnerScript[];
  readonly grammar: Grammar;
};

/** All findings of the articles that are checked, as they stand in the files. */
export function checkArticles({ articles, keys, scripts, grammar }: CheckInput): readonly ArticleFinding[] {
  const read = articles.map((source): Read => {
    const findings = new Findings(source.file);
    return { source, findings, article: readArticle(source, grammar, findings) };
  });
  const compiled = read.flatMap(({ article, source }) =>
    article ? [compileArticle(article, grammar, source.file)] : [],
  );
  const known = new Known([...scripts, ...compiled], grammar);
  return read
    .filter(({ source }) => keys.has(source.key))
    .flatMap((one) => checkOne(one, known, grammar))
    .filter((finding) => finding !== undefined);
}

function checkOne(
  { source, article, findings }: Read,
  known: Known,
  grammar: Grammar,
): readonly ArticleFinding[] {
  if (article) {
    const text = source.text === undefined ? undefined : new ArticleText(source.text);
    const elsewhere = known.without(`article:${article.key}`);
    const checking: Checking = { article, source, grammar, known, elsewhere, findings, text };
    checkHead(checking);
    checkThings(checking);
    checkClaims(checking);
    checkFacts(checking);
    checkJudgeable(checking);
    checkRemarks(source.source, findings);
    if (findings.errors === 0) checkLoad(checking);
  }
  const judged = judgedIn(source.source);
  return findings.all
    .filter(({ level, line, code }) => level === 'error' || !judged.has(`${line} ${code}`))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

/** What the load would refuse and nothing above has found. */
function checkLoad({ article, grammar, findings, source }: Checking): void {
  const script = compileArticle(article, grammar, source.file);
  for (const { line, sentence } of checkScript(script, grammar.vocabulary))
    findings.error({ line, column: 1 }, 'LOAD', sentence);
}

/** What a draft asks a person to look at, and nobody has taken out yet. */
function checkRemarks(source: string, findings: Findings): void {
  for (const [at, line] of source.split('\n').entries()) {
    const [, before = '', what] = /^([^#]*)# check: (.+)$/.exec(line) ?? [];
    if (what !== undefined)
      findings.judge(
        { line: at + 1, column: before.length + 1 },
        'UNCHECKED',
        `The draft asks to look at this: ${what}.`,
        'Mend the line, or take the remark out where it is right.',
      );
  }
}

const JUDGED = /#\s*judged:\s*([A-Z_]+)\s+\S/;

/** What a person has judged, by line and code: a remark at the end of the line, or alone on the one before. */
function judgedIn(source: string): ReadonlySet<string> {
  const lines = source.split('\n');
  return new Set(
    lines.flatMap((line, at) => {
      const code = JUDGED.exec(line)?.[1];
      if (code === undefined) return [];
      const isAlone = line.trim().startsWith('#');
      const after = isAlone ? lines.slice(at).findIndex((one) => !one.trim().startsWith('#')) : 0;
      return [`${at + 1 + after} ${code}`];
    }),
  );
}
