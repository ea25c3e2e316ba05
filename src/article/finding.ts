import { type Finding, printFinding } from '../script/finding.ts';

/** How much a finding weighs: an error keeps the article out of the graph, what is to JUDGE waits for a person. */
export type Level = 'error' | 'judge';

/** Something wrong with an article file, or something that a person has to judge: where, what, and how to mend it. */
export type ArticleFinding = Finding & {
  readonly column: number;
  readonly level: Level;
  readonly code: string;
  /** What to do about it, one sentence. */
  readonly mend?: string;
};

/** `kd.quotes.yaml:12:5 error QUOTE_NONE The text has no "received Bo". Nearest: sentence 1.` */
export function printArticleFinding(finding: ArticleFinding): string {
  const { file, line, column, level, code, sentence, mend } = finding;
  const where = printFinding({ file, line, sentence: '' }).replace(/: $/, '');
  return `${where}:${column} ${level} ${code} ${sentence}${mend === undefined ? '' : ` ${mend}`}`;
}

/** How many letters have to change to make one word of another; more than `most` is told as `most + 1`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[b.length] ?? most + 1;
}

/** The word that somebody may have meant: at most two letters away, and fewer than half of it. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: { word: string; away: number } | undefined;
  const most = Math.min(2, Math.floor(word.length / 2));
  for (const one of known) {
    const away = distance(word.toLowerCase(), one.toLowerCase(), most);
    if (away <= most && (!best || away < best.away)) best = { word: one, away };
  }
  return best?.word;
}

/** `Did you mean PARTICIPANT?` or, where nothing is near, the words that there are. */
export function suggest(word: string, known: readonly string[]): string {
  const found = nearest(word, known);
  if (found !== undefined) return `Did you mean ${found}?`;
  return known.length > 0 ? `There are: ${known.join(', ')}.` : '';
}
