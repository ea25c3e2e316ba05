import type { Literal } from '../script/literal.ts';
import type { Article, Claim, ClaimSource, Mention, Place } from './article.ts';
import { printFactLines } from './fact-line.ts';
import type { Grammar } from './grammar.ts';
import { printMentionLine } from './mention-line.ts';
import { ordered } from './order.ts';
import type { Quotes } from './quote.ts';
import { HEAD_KEYS } from './read-article.ts';
import { printThingLine } from './thing-line.ts';
import { quoted } from './tokens.ts';

/** How an article is written: with the words of its text (the working form), or with positions, without the text. */
export type Printing = {
  readonly grammar: Grammar;
  /** The words of the text, for the working form. */
  readonly quotes?: Quotes | undefined;
  /** How its sentences differ from the splitting of the text, for the working form. */
  readonly overrules?: readonly string[];
};

const INDENT = '  ';

/** Plain where YAML reads it as this very text, else in double quotation marks. */
export function scalar(text: string): string {
  const isPlain =
    /^[^\s[\]{}#&*!|>'"%@`,?:-][^\n\r\t]*$/u.test(text) &&
    !/: |:$| #|\s$|[\p{Cc}\p{Zl}\p{Zp}\ufeff]/u.test(text);
  return isPlain ? text : JSON.stringify(text).replace(/[\p{Cc}\p{Zl}\p{Zp}\ufeff]/gu, escaped);
}

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A line of a map: `key: value`. */
const entry = (key: string, value: string): string =>
  `${/^[\w:.-]*[\w.-]$/.test(key) ? key : scalar(key)}: ${scalar(value)}`;

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `${INDENT}${line}`);

/** One value behind its key, several as a list below it; nothing for none. */
function listed(key: string, values: readonly string[]): readonly string[] {
  if (values.length < 2) return values.map((value) => entry(key, value));
  return [`${key}:`, ...values.map((value) => `${INDENT}- ${scalar(value)}`)];
}

function section(key: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? [`${key}:`, ...indented(lines)] : [];
}

class ArticlePrinter {
  readonly #article: Article;
  readonly #in: Printing;

  constructor(article: Article, printing: Printing) {
    this.#article = article;
    this.#in = printing;
  }

  print(): string {
    const { head, key, textSha256, length, claims } = this.#article;
    const told: { readonly [key: string]: Literal | undefined } = { key, ...head };
    const lines = HEAD_KEYS.flatMap((one) =>
      told[one] === undefined ? [] : [entry(one, String(told[one]))],
    );
    return [
      'attested: 1',
      ...section('article', lines),
      ...(this.#in.quotes ? [] : [entry('text', `${textSha256} ${length}`)]),
      ...this.#sentences(),
      ...section('things', this.#things()),
      ...section('mentions', this.#mentions()),
      ...(claims.length > 0 ? section('claims', this.#claims()) : ['claims: {}']),
      '',
    ].join('\n');
  }

  #sentences(): readonly string[] {
    if (this.#in.quotes) return listed('sentences', this.#in.overrules ?? []);
    const lines = this.#article.sentences.map(({ n, kind, start, end, sha256 }) =>
      entry(n, `${kind} ${start}-${end} ${sha256}`),
    );
    return section('sentences', lines);
  }

  #things(): readonly string[] {
    return this.#article.things.map(({ id, declared }) =>
      entry(id, printThingLine(id, declared, this.#in.grammar)),
    );
  }

  #mentions(): readonly string[] {
    const groups = new Map<string, Mention[]>();
    for (const mention of this.#article.mentions)
      groups.set(mention.entity, [...(groups.get(mention.entity) ?? []), mention]);
    const { sentences } = this.#article;
    const { labels } = this.#in.grammar;
    const all = labels.flatMap(({ prefix }) =>
      [...groups].filter(([id]) => id.startsWith(`${prefix}:`)).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    return all.map(([id, mentions]) => entry(id, printMentionLine(mentions, { ...this.#in, sentences })));
  }

  #claims(): readonly string[] {
    return this.#article.claims.flatMap((claim) => section(claim.id, this.#claim(claim)));
  }

  #claim(claim: Claim): readonly string[] {
    const { text, status, basis, evidence, about, facts } = claim;
    const { quotes, grammar } = this.#in;
    const places = evidence.map((place) => (quotes ? quotes.quoteOf(place) : this.#place(place)));
    return [
      entry('says', text),
      ...listed(quotes ? 'quote' : 'at', places),
      ...(status === 'OCCURRED' ? [] : [entry('status', status)]),
      ...(basis === 'STATED' ? [] : [entry('basis', basis)]),
      ...this.#sources(claim),
      ...listed('facts', printFactLines(facts, { grammar, basis })),
      ...(about.length > 0 ? [entry('about', about.map(({ entity }) => entity).join(', '))] : []),
      ...this.#judgements(claim),
    ];
  }

  #place({ sentence, start, end }: Place): string {
    const from = this.#article.sentences.find(({ n }) => n === sentence)?.start ?? 0;
    return `${sentence}:${start - from}-${end - from}`;
  }

  /** Whose word it is; how the article tells that, where these words are not those of its sources. */
  #sources({ voice, words, sources }: Claim): readonly string[] {
    const spoken = words === undefined ? '' : ` ${quoted(words)}`;
    if (voice === 'UNNAMED') return [entry('by', `unnamed${spoken}`)];
    const stated = new Set(sources.filter(({ basis }) => basis === 'STATED').map((one) => one.words));
    const [only] = stated;
    const likely = stated.size === 1 ? only : undefined;
    return [
      ...listed('by', sources.map(sourceText)),
      ...(words === likely ? [] : [entry('words', words ?? '~')]),
    ];
  }

  #judgements({ judgements }: Claim): readonly string[] {
    const kinds = [...new Set(judgements.map(({ cells }) => String(cells.kind)))];
    return kinds.flatMap((kind) =>
      listed(
        kind.toLowerCase(),
        judgements.filter(({ cells }) => cells.kind === kind).map(({ cells }) => this.#judgement(cells)),
      ),
    );
  }

  #judgement(cells: { readonly [column: string]: Literal }): string {
    const own = `claim:${this.#article.key}:`;
    const target = String(cells.target);
    const isOwn = target.startsWith(own) && /^F\d+$/.test(target.slice(own.length));
    return [
      isOwn ? target.slice(own.length) : target,
      ...(cells.predicate === undefined ? [] : [String(cells.predicate)]),
      ...(cells.on === this.#article.head.publishedOn ? [] : ['on', String(cells.on)]),
      ...(cells.reason === undefined ? [] : [quoted(String(cells.reason))]),
    ].join(' ');
  }
}

function sourceText({ entity, basis, words }: ClaimSource): string {
  const said = words === undefined ? '' : ` ${quoted(words)}`;
  return `${entity}${said}${basis === 'IMPLIED' ? ' implied' : ''}`;
}

/** The file of an article, in its order: things by type and id, claims by number, facts by subject. */
export function printArticle(article: Article, printing: Printing): string {
  return new ArticlePrinter(ordered(article, printing.grammar), printing).print();
}
