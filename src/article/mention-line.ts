import type { Mention, Place } from './article.ts';
import { type Grammar, labelOf } from './grammar.ts';
import type { Quotes } from './quote.ts';
import { type Findings, shifted, type TextNode } from './source.ts';
import type { Sentence } from './text.ts';

/**
 * Which words mean a thing, as one line:
 *
 *     Ada Venn 1; Venn 2 4#2; Russian 1 demonym      words, sentences, and the kind where it is not the likely one
 *     Ada Venn 1:0-8; Venn 2:0-4 4:31-35             the same without the text: where in each sentence
 */

const PRONOUNS = new Set(
  `i me my mine you your yours he him his she her hers it its we us our ours they them their theirs this that these those who
  whom whose himself herself itself themselves er ihn ihm sie ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner es
  il elle ils elles lui leur leurs son sa ses él ella ellos ellas su sus
  он она оно они его её ее их ему ей им него неё нее них ним ней который которая которые`.split(/\s+/),
);

const SMALL = new Set(
  'the of and for on in at de la le les du des von der van und et y del el al da di'.split(' '),
);

/** How words name a thing, by their form: nobody has to write it where this is right. */
export function likelyKind(words: string, entity: string, grammar: Grammar): string {
  const isShouted = words.length > 1 && words === words.toUpperCase();
  if (PRONOUNS.has(words.toLowerCase()) && !isShouted) return 'PRONOUN';
  if (labelOf(grammar, entity)?.nouns) return 'NOMINAL';
  const telling = words.split(/\s+/).filter((word) => !SMALL.has(word.toLowerCase()));
  return telling.length > 0 && telling.every((word) => /^["“«„‘(]?[\p{Lu}\p{N}]/u.test(word))
    ? 'NAME'
    : 'NOMINAL';
}

/** Words are kept as a name to be found by up to this many; longer ones would be the article's own. */
export const SURFACE_WORDS_MAX = 6;

/** The words of a mention as they are kept, if they are. */
export function surfaceOf(words: string): { readonly surface?: string } {
  return words.trim().split(/\s+/).length <= SURFACE_WORDS_MAX ? { surface: words } : {};
}

const PART = /(?:"(?:[^"\\]|\\.)*"|[^;])+/gu;
const ENTRY =
  /^\s*(?:"(?<exact>(?:[^"\\]|\\.)*)"|(?<words>.*?))(?<places>(?:(?:^|\s+)(?:0[a-e]|\d+)(?:#\d+|:\d+-\d+)?)+)(?:\s+(?<kind>name|nominal|pronoun|demonym))?\s*$/su;

/** What reading a line of mentions stands on; without the text only places that are told are found. */
export type MentionReading = {
  readonly grammar: Grammar;
  readonly findings: Findings;
  readonly sentences: readonly Sentence[];
  readonly quotes?: Quotes | undefined;
};

/** Reads the mentions of a thing. */
export function readMentionLine(
  entity: string,
  { text, spot }: TextNode,
  reading: MentionReading,
): readonly Mention[] {
  return [...text.matchAll(PART)].flatMap((part) => {
    const at = shifted(spot, part.index + part[0].search(/\S|$/));
    const { exact, words, places, kind } = ENTRY.exec(part[0])?.groups ?? {};
    if (places === undefined) {
      reading.findings.error(
        at,
        'MENTION',
        `"${part[0].trim()}" names no sentence.`,
        'Write the words and the numbers of their sentences: Ada Venn 1 4.',
      );
      return [];
    }
    const named = exact?.replace(/\\(.)/g, '$1') ?? words?.trim() ?? '';
    return places
      .trim()
      .split(/\s+/)
      .flatMap((place) => {
        const found = placeOf(named, place, reading);
        if (typeof found === 'string') {
          reading.findings.error(at, 'MENTION', ...mended(found));
          return [];
        }
        const likely = likelyKind(named, entity, reading.grammar);
        const known = named === '' ? {} : surfaceOf(named);
        return [{ ...found, ...known, entity, kind: kind?.toUpperCase() ?? likely, spot: at }];
      });
  });
}

const mended = (sentence: string): readonly [string, string] => [
  sentence,
  'Write the words as the text has them, and the number of their sentence.',
];

/** `1`, `4#2` or `1:0-8`: where words stand, or a sentence on why they do not. */
function placeOf(words: string, place: string, { sentences, quotes }: MentionReading): Place | string {
  const [, n = '', nth, from, to] = /^(0[a-e]|\d+)(?:#(\d+)|:(\d+)-(\d+))?$/.exec(place) ?? [];
  const sentence = sentences.find((one) => one.n === n);
  if (!sentence) return `There is no sentence ${n}; they run to ${sentences.at(-1)?.n ?? '0'}.`;
  if (from !== undefined && to !== undefined) {
    const span = { start: sentence.start + Number(from), end: sentence.start + Number(to) };
    return span.start < span.end && span.end <= sentence.end
      ? { ...span, sentence: n }
      : `${from}-${to} lies outside sentence ${n}, which has ${sentence.end - sentence.start} characters.`;
  }
  const spans = (quotes?.occurrences(words) ?? []).filter((span) => quotes?.around(span)?.n === n);
  if (spans.length === 0) return `Sentence ${n} has no "${words}".`;
  if (nth === undefined && spans.length > 1)
    return `Sentence ${n} has "${words}" ${spans.length} times: write ${n}#1 to ${n}#${spans.length}.`;
  const found = spans[Number(nth ?? 1) - 1];
  return found ? { ...found, sentence: n } : `Sentence ${n} has "${words}" ${spans.length} times only.`;
}

const needsMarks = (words: string): boolean =>
  /[;"]|^\s|\s$|(?:^|\s)(?:(?:0[a-e]|\d+)(?:#\d+|:\d+-\d+)?|name|nominal|pronoun|demonym)$/u.test(words);

const shown = (words: string): string => (needsMarks(words) ? `"${words.replace(/["\\]/g, '\\$&')}"` : words);

/** The mentions of one thing as a line; without `quotes` where they stand is told by positions. */
export function printMentionLine(
  mentions: readonly Mention[],
  { grammar, sentences, quotes }: Omit<MentionReading, 'findings'>,
): string {
  const groups = new Map<string, string[]>();
  for (const mention of mentions) {
    const words = quotes ? quotes.text.slice(mention) : (mention.surface ?? '');
    const likely = likelyKind(words, mention.entity, grammar);
    const kind = mention.kind === likely ? '' : ` ${mention.kind.toLowerCase()}`;
    const key = `${shown(words)}\0${kind}`;
    groups.set(key, [...(groups.get(key) ?? []), placeText(mention, words, { sentences, quotes })]);
  }
  const entries = [...groups].map(([key, places]) => {
    const [words = '', kind = ''] = key.split('\0');
    return `${[words, ...places].filter(Boolean).join(' ')}${kind}`;
  });
  return entries.join('; ');
}

function placeText(
  mention: Mention,
  words: string,
  { sentences, quotes }: Pick<MentionReading, 'sentences' | 'quotes'>,
): string {
  const { sentence, start, end } = mention;
  const from = sentences.find(({ n }) => n === sentence)?.start ?? 0;
  if (!quotes) return `${sentence}:${start - from}-${end - from}`;
  const spans = quotes.occurrences(words).filter((span) => quotes.around(span)?.n === sentence);
  if (spans.length < 2) return sentence;
  return `${sentence}#${spans.findIndex((span) => span.start === start) + 1}`;
}
