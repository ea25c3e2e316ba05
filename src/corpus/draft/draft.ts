import type { Article, Mention, Thing } from '../../article/article.ts';
import { NOWHERE } from '../../article/article.ts';
import type { Grammar } from '../../article/grammar.ts';
import { surfaceOf } from '../../article/mention-line.ts';
import { printArticle } from '../../article/print-article.ts';
import { Quotes } from '../../article/quote.ts';
import { splitText } from '../../article/sentences.ts';
import { ArticleText, type Sentence, sha256 } from '../../article/text.ts';
import type { Known } from '../known.ts';
import { daysIn, publicationDay } from './days.ts';
import { Dictionary } from './dictionary.ts';
import { languageOf } from './language.ts';
import { type Link, linksOf, lookUp } from './mentions.ts';
import { type NewName, newNames } from './names.ts';
import { saidIn } from './said.ts';
import { type Word, wordsIn } from './words.ts';

/**
 * A first draft of an article's file, from its text and what the corpus knows. Every line of it is a proposal: names that
 * are known are linked, new ones are declared, and behind what a person should look at stands `# check: why`. Below it the
 * sentences are listed with the dates they may mean and with whose word they may be; claims are for the person to write.
 */

/** What a draft is made from. */
export type DraftInput = {
  readonly key: string;
  readonly text: string;
  readonly url?: string | undefined;
  readonly known: Known;
  readonly grammar: Grammar;
};

type Drafting = DraftInput & {
  readonly quotes: Quotes;
  readonly sentences: readonly (readonly [Sentence, readonly Word[]])[];
  readonly links: readonly Link[];
  readonly names: readonly NewName[];
};

const lineOf = ({ quotes }: Drafting, n: string): string | undefined => {
  const sentence = quotes.sentence(n);
  return sentence && quotes.text.slice(sentence);
};

/** The head of the file, as the head of the text tells it. */
function headOf(drafting: Drafting): Article['head'] {
  const { text, url } = drafting;
  const [subtitle, byline] = [lineOf(drafting, '0b'), lineOf(drafting, '0c')];
  const day = publicationDay(`${lineOf(drafting, '0d') ?? ''} ${lineOf(drafting, '0e') ?? ''}`);
  return {
    title: lineOf(drafting, '0a') ?? '',
    ...(subtitle !== undefined && { subtitle }),
    ...(byline !== undefined && { byline: byline.replace(/^(?:By|Von|Par|Por|Автор:?|Текст:)\s+/u, '') }),
    publishedOn: day ?? 'YYYY-MM-DD',
    language: languageOf(text),
    ...(url !== undefined && { url }),
  };
}

function mentionsOf({ links, names, quotes, sentences }: Drafting): readonly Mention[] {
  const words = new Map(sentences.map(([{ n }, all]) => [n, all]));
  const at = (sentence: Sentence, from: number, to: number) => {
    const all = words.get(sentence.n) ?? [];
    const span = {
      start: sentence.start + (all[from]?.start ?? 0),
      end: sentence.start + (all[to - 1]?.end ?? 0),
    };
    return { ...span, sentence: sentence.n, ...surfaceOf(quotes.text.slice(span)), spot: NOWHERE };
  };
  return [
    ...links.map(({ sentence, from, to, entity, isDemonym }) => ({
      ...at(sentence, from, to),
      entity,
      kind: isDemonym ? 'DEMONYM' : 'NAME',
    })),
    ...names.flatMap(({ id, places }) =>
      places.map(({ sentence, from, to }) => ({ ...at(sentence, from, to), entity: id, kind: 'NAME' })),
    ),
  ];
}

/** New things, with the first kind of their label where they need one. */
function thingsOf({ names, grammar }: Drafting): readonly Thing[] {
  return names.map(({ id, label, name }) => {
    const declared = grammar.labels.find((one) => one.name === label)?.declared ?? [];
    const kinds = declared.flatMap(({ name: column, type, required }) => {
      const words = grammar.vocabulary.enums.get(type) ?? [];
      const kind = words.includes('CITY') ? 'CITY' : words[0];
      return required && kind !== undefined ? [[column, kind] as const] : [];
    });
    const flags = declared.filter(({ type, required }) => required && type === 'Boolean');
    const cells = {
      name,
      ...Object.fromEntries(kinds),
      ...Object.fromEntries(flags.map((one) => [one.name, true])),
    };
    return { id, declared: cells, spot: NOWHERE };
  });
}

/** Why a person should look at the links of a thing: `Kim 2 3: two people of this name are in the text`. */
function doubtsOf({ links, quotes, sentences }: Drafting): ReadonlyMap<string, string> {
  const words = new Map(sentences.map(([{ n }, all]) => [n, all]));
  const found = new Map<string, Map<string, string[]>>();
  for (const { entity, doubt, sentence, from, to } of links) {
    if (doubt === undefined) continue;
    const all = words.get(sentence.n) ?? [];
    const span = {
      start: sentence.start + (all[from]?.start ?? 0),
      end: sentence.start + (all[to - 1]?.end ?? 0),
    };
    const reasons = found.get(entity) ?? new Map<string, string[]>();
    found.set(entity, reasons);
    const key = `${quotes.text.slice(span)}\0${doubt}`;
    reasons.set(key, [...new Set([...(reasons.get(key) ?? []), sentence.n])]);
  }
  const told = ([key, numbers]: readonly [string, readonly string[]]) =>
    `${key.split('\0')[0]} ${numbers.join(' ')}: ${key.split('\0')[1]}`;
  return new Map([...found].map(([id, reasons]) => [id, [...reasons].map(told).join('; ')]));
}

/** The printed file with what to look at behind its lines. */
function withChecks(printed: string, drafting: Drafting): string {
  const doubts = doubtsOf(drafting);
  const fresh = new Set(drafting.names.map(({ id }) => id));
  let section = '';
  return printed
    .split('\n')
    .map((line) => {
      section = /^\w+/.exec(line)?.[0] ?? section;
      const id = /^ {2}([a-z]+:\S+):/.exec(line)?.[1] ?? '';
      if (section === 'things' && fresh.has(id))
        return `${line} # check: new, what it is and its name are guessed`;
      const doubt = section === 'mentions' ? doubts.get(id) : undefined;
      return doubt === undefined ? line : `${line} # check: ${doubt}`;
    })
    .join('\n');
}

/** A sentence with the dates that it may mean and whose word it may be. */
function listed(drafting: Drafting, sentence: Sentence, publishedOn: string): readonly string[] {
  const { quotes, links, names } = drafting;
  const here = [
    ...links
      .filter((one) => one.sentence.n === sentence.n)
      .map(({ entity, from }) => ({ entity, at: from * 6 })),
    ...names.flatMap(({ id, places }) =>
      places.filter((one) => one.sentence.n === sentence.n).map(({ from }) => ({ entity: id, at: from * 6 })),
    ),
  ];
  const text = quotes.text.slice(sentence);
  const days = daysIn(sentence, quotes, publishedOn).map(({ words, date }) => `${date} text "${words}"`);
  const said = saidIn(text, here);
  return [
    `# ${sentence.n.padStart(3)} | ${text}`,
    ...(days.length > 0 ? [`#       day: ${days.join('; ')}`] : []),
    ...(said ? [`#       "${said.verb}": ${said.ids.join(', ') || 'nobody who is named here'}`] : []),
  ];
}

const HOW_TO = [
  '',
  '# The sentences, with the days that they may mean and whose word they may be. A claim under `claims:` is',
  '#   F01:',
  '#     says: what it says, in your own words',
  '#     quote: words of the text',
  '#     facts: event:2031-feast happens; PARTICIPANT person:ada',
  '#',
];

/** The first draft of a file. */
export function draftOf(input: DraftInput): string {
  const text = new ArticleText(input.text);
  const split = splitText(text);
  const sentences = split.map((one) => [one, wordsIn(text.slice(one))] as const);
  const links = linksOf(lookUp(sentences, new Dictionary(input.known, input.grammar)));
  const prefixes = new Map(input.grammar.labels.map(({ name, prefix }) => [name, prefix]));
  const names = newNames(sentences, links, prefixes);
  const drafting = { ...input, quotes: new Quotes(text, split), sentences, links, names };
  const head = headOf(drafting);
  const article: Article = {
    key: input.key,
    head,
    headSpots: new Map(),
    textSha256: sha256(input.text),
    length: text.points.length,
    sentences: split.map((one) => ({ ...one, sha256: sha256(text.slice(one)) })),
    things: thingsOf(drafting),
    mentions: mentionsOf(drafting),
    claims: [],
  };
  const printed = printArticle(article, { grammar: input.grammar, quotes: drafting.quotes });
  const list = split.flatMap((one) => listed(drafting, one, String(head.publishedOn)));
  return `${[withChecks(printed, drafting).trimEnd(), ...HOW_TO, ...list].join('\n')}\n`;
}
