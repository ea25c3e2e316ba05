import type { Claim, Spot } from '../../article/article.ts';
import { Quotes } from '../../article/quote.ts';
import { wordsOf } from '../../article/text.ts';
import type { Checking } from './context.ts';

/** Whether claims are in our own words, say something, and rest on words that are there. */
export function checkClaims(checking: Checking): void {
  const runs = checking.text ? runsOf(checking.text.text) : new Set<string>();
  const quotes = checking.text && new Quotes(checking.text, checking.article.sentences);
  for (const claim of checking.article.claims) {
    checkSaid(checking, claim);
    checkCopies(checking, claim, runs);
    checkJudged(checking, claim);
    if (quotes) checkSourceWords(checking, claim, quotes);
  }
}

/** How many words in a row are the article's. */
const RUN = 8;

function runsOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text);
  return new Set(
    words.map((_, at) => words.slice(at, at + RUN).join(' ')).filter((_, at) => at + RUN <= words.length),
  );
}

function checkSaid({ findings }: Checking, claim: Claim): void {
  if (claim.facts.length === 0 && claim.about.length === 0)
    findings.error(
      claim.spot,
      'NO_FACT',
      `${claim.id} says nothing of anything.`,
      'Add facts, or about with the things that it speaks of.',
    );
}

function checkCopies({ findings, article }: Checking, claim: Claim, runs: ReadonlySet<string>): void {
  const said: readonly (readonly [string, Spot])[] = [
    [claim.text, claim.spot],
    ...claim.facts.map(({ cells, spot }) => [String(cells.value ?? ''), spot] as const),
    ...claim.sources.map(({ words = '', spot }) => [words, spot] as const),
  ];
  const title = wordsOf(String(article.head.title ?? '')).join(' ');
  for (const [text, spot] of said) {
    const words = wordsOf(text);
    const run = words
      .map((_, at) => words.slice(at, at + RUN).join(' '))
      .find((one) => runs.has(one) && !title.includes(one));
    if (run !== undefined)
      findings.error(
        spot,
        'COPIES',
        `${claim.id} has eight words in a row of the article: "${run}".`,
        'Say it in your own words; what the article says goes under quote.',
      );
  }
}

function checkJudged({ findings, article }: Checking, claim: Claim): void {
  const own = new Set(article.claims.map(({ id }) => `claim:${article.key}:${id}`));
  for (const { cells, spot } of claim.judgements) {
    const target = String(cells.target);
    const isForeign = target.startsWith('claim:') && !target.startsWith(`claim:${article.key}:`);
    if (!own.has(target) && !isForeign)
      findings.error(
        spot,
        'CLAIM_UNKNOWN',
        `There is no claim ${target.split(':').at(-1)}.`,
        'Name a claim of this file (F02), or one of another article (claim:KEY:F02).',
      );
  }
}

/** `Putin announced (previous sentence)` tells where else to look. */
const bare = (words: string): string => words.replace(/\s*\([^)]*\)$/, '');

function checkSourceWords({ findings }: Checking, claim: Claim, quotes: Quotes): void {
  const said = [
    ...claim.sources.map(({ words, spot }) => [words, spot] as const),
    ...claim.facts.map(
      ({ cells, spot }) => [cells.text === undefined ? undefined : String(cells.text), spot] as const,
    ),
  ];
  for (const [words, spot] of [...said, [claim.words, claim.spot] as const]) {
    if (words === undefined || quotes.occurrences(bare(words)).length > 0) continue;
    findings.error(
      spot,
      'SOURCE_WORDS',
      `The text has no "${words}".`,
      'Give the words by which the article tells whose word it is, or which day.',
    );
    return;
  }
}
