import type { Article, HashedSentence, Mention, Spot, Thing } from './article.ts';
import { suggest } from './finding.ts';
import { type Grammar, labelOf } from './grammar.ts';
import { readMentionLine } from './mention-line.ts';
import { Quotes } from './quote.ts';
import { fieldsOf, readClaims, textsOf } from './read-claim.ts';
import { type Overrule, overruled, splitText } from './sentences.ts';
import { type Entry, type Findings, type MapNode, readSource } from './source.ts';
import { ArticleText, sha256 } from './text.ts';
import { readThingLine } from './thing-line.ts';

/**
 * Reads an article file, in either form. The working form quotes words and needs the text; the travelling form, which has
 * the key `text`, tells positions and needs nothing. Both give the same Article.
 */

/** An article file: its name for findings, what it says, and the text of the article where that is at hand. */
export type ArticleSource = {
  readonly file: string;
  readonly source: string;
  readonly text?: string | undefined;
};

/** The keys of a file, in their order. */
export const FILE_KEYS = ['attested', 'article', 'text', 'sentences', 'things', 'mentions', 'claims'];

/** What an article file says of its article, in the order in which it is written. */
export const HEAD_KEYS = ['key', 'title', 'subtitle', 'byline', 'publishedOn', 'language', 'url'];

const REQUIRED = ['key', 'title', 'publishedOn', 'language'];

/** Sentences of an article, by their text or as they are told. */
type Told = {
  readonly sentences: readonly HashedSentence[];
  readonly textSha256: string;
  readonly length: number;
  readonly quotes?: Quotes;
};

type Head = {
  readonly head: { readonly [key: string]: string };
  readonly headSpots: ReadonlyMap<string, Spot>;
};

class ArticleReader {
  readonly #findings: Findings;
  readonly #grammar: Grammar;

  constructor(grammar: Grammar, findings: Findings) {
    this.#grammar = grammar;
    this.#findings = findings;
  }

  read(top: MapNode, text: string | undefined): Article {
    const fields = fieldsOf(top, FILE_KEYS, this.#findings);
    this.#version(top.spot, fields.get('attested'));
    const { head, headSpots } = this.#head(fields.get('article'), top.spot);
    const told = fields.has('text') ? this.#told(fields) : this.#quotedFrom(text, fields, head.key ?? '');
    const { sentences, quotes, ...hashes } = told;
    const reading = { grammar: this.#grammar, findings: this.#findings, sentences, quotes };
    const claims = fields.get('claims');
    if (!claims)
      this.#findings.error(
        top.spot,
        'REQUIRED',
        'The file has no claims.',
        'Add `claims:` with what the article says.',
      );
    const { key = '', ...rest } = head;
    return {
      key,
      head: rest,
      headSpots,
      ...hashes,
      sentences,
      things: this.#entries(fields.get('things')).flatMap((entry) => this.#thing(entry)),
      mentions: this.#entries(fields.get('mentions')).flatMap((entry) => this.#mentions(entry, reading)),
      claims: readClaims(claims?.value, { ...reading, key, publishedOn: head.publishedOn ?? '' }),
    };
  }

  #version(at: Spot, entry: Entry | undefined): void {
    const said = entry?.value.kind === 'text' ? entry.value.text : undefined;
    if (said === '1') return;
    this.#findings.error(
      entry?.value.spot ?? at,
      'VERSION',
      'An article file begins with `attested: 1`.',
      said === undefined ? 'Add it as the first line.' : 'This program reads 1 alone.',
    );
  }

  #head(entry: Entry | undefined, at: Spot): Head {
    const fields = entry ? fieldsOf(entry.value, HEAD_KEYS, this.#findings) : new Map<string, Entry>();
    const missing = REQUIRED.filter((key) => !fields.has(key));
    for (const key of missing)
      this.#findings.error(
        entry?.key.spot ?? at,
        'REQUIRED',
        `article has no ${key}.`,
        `Add \`${key}:\` under \`article:\`.`,
      );
    const told = [...fields].flatMap(([key, { value }]) =>
      textsOf(value, this.#findings)
        .slice(0, 1)
        .map((one) => [key, one] as const),
    );
    return {
      head: Object.fromEntries(told.map(([key, { text }]) => [key, text])),
      headSpots: new Map(told.map(([key, { spot }]) => [key, spot])),
    };
  }

  #entries(entry: Entry | undefined): readonly Entry[] {
    if (!entry || (entry.value.kind === 'text' && entry.value.text === '')) return [];
    if (entry.value.kind === 'map') return entry.value.entries;
    this.#findings.error(entry.value.spot, 'YAML', `${entry.key.text} has a key for each of them.`);
    return [];
  }

  #known(id: string, spot: Spot): boolean {
    if (labelOf(this.#grammar, id) && /^[^\s|]+$/.test(id)) return true;
    const prefixes = this.#grammar.labels.map(({ prefix }) => `${prefix}:`);
    this.#findings.error(
      spot,
      'ID_FORM',
      `${id} is no id of a thing.`,
      `An id is one of ${prefixes.join(' ')} and a key without blanks.`,
    );
    return false;
  }

  #thing({ key, value }: Entry): readonly Thing[] {
    if (!this.#known(key.text, key.spot)) return [];
    const [line] = textsOf(value, this.#findings);
    const reading = { grammar: this.#grammar, findings: this.#findings };
    const declared = line ? readThingLine(key.text, line, reading) : {};
    return [{ id: key.text, declared, spot: key.spot }];
  }

  #mentions({ key, value }: Entry, reading: Parameters<typeof readMentionLine>[2]): readonly Mention[] {
    if (!this.#known(key.text, key.spot)) return [];
    return textsOf(value, this.#findings).flatMap((line) => readMentionLine(key.text, line, reading));
  }

  /** The sentences of the text, as it is split and as a person overrules that. */
  #quotedFrom(text: string | undefined, fields: ReadonlyMap<string, Entry>, key: string): Told {
    const at = fields.get('article')?.key.spot ?? { line: 1, column: 1 };
    if (text === undefined)
      this.#findings.error(
        at,
        'TEXT_MISSING',
        `The text of ${key} is not there.`,
        `Put it into texts/${key}.txt as it was published.`,
      );
    const whole = new ArticleText(text ?? '');
    const split = splitText(whole);
    const sentences = overruled(split, this.#overrules(fields.get('sentences'), new Quotes(whole, split)));
    return {
      sentences: sentences.map((one) => ({ ...one, sha256: sha256(whole.slice(one)) })),
      textSha256: sha256(whole.text),
      length: whole.points.length,
      quotes: new Quotes(whole, sentences),
    };
  }

  #overrules(entry: Entry | undefined, quotes: Quotes): readonly Overrule[] {
    const nodes = entry ? textsOf(entry.value, this.#findings) : [];
    return nodes.flatMap(({ text, spot }): readonly Overrule[] => {
      const [, first, second] = /^join (\d+) (\d+)$/.exec(text) ?? [];
      if (first && second && Number(second) === Number(first) + 1 && quotes.sentence(second))
        return [{ kind: 'JOIN', first, second }];
      const [, n = '', words = ''] = /^split (\d+) after (.+)$/.exec(text) ?? [];
      const [found, other] = quotes.occurrences(words).filter((span) => quotes.around(span)?.n === n);
      const end = found && quotes.sentence(n)?.end;
      const stop =
        found && /[^\s]*/.exec(quotes.text.slice({ start: found.end, end: end ?? found.end }))?.[0];
      if (found && !other && stop !== undefined)
        return [{ kind: 'SPLIT', n, at: found.end + [...stop].length }];
      this.#findings.error(
        spot,
        'SENTENCE',
        `"${text}" says nothing of the sentences.`,
        'Write join 4 5, or split 7 after its words.',
      );
      return [];
    });
  }

  /** The sentences as the travelling form tells them. */
  #told(fields: ReadonlyMap<string, Entry>): Told {
    const hashes = fields.get('text')?.value;
    const [, textSha256 = '', length = ''] =
      /^([0-9a-f]{64}) (\d+)$/.exec(hashes?.kind === 'text' ? hashes.text : '') ?? [];
    if (textSha256 === '' && hashes)
      this.#findings.error(
        hashes.spot,
        'SPAN',
        'text is the sha256 of the text and its length.',
        'Run `attested pack` on the working form.',
      );
    const sentences = this.#entries(fields.get('sentences')).flatMap((entry) => this.#sentence(entry));
    return { sentences, textSha256, length: Number(length) };
  }

  #sentence({ key, value }: Entry): readonly HashedSentence[] {
    const [, kind = '', start, end, hash = ''] =
      /^([A-Z]+) (\d+)-(\d+) ([0-9a-f]{64})$/.exec(value.kind === 'text' ? value.text : '') ?? [];
    if (start !== undefined)
      return [{ n: key.text, kind, start: Number(start), end: Number(end), sha256: hash }];
    const known = this.#grammar.vocabulary.enums.get('SentenceKind') ?? [];
    this.#findings.error(
      value.spot,
      'SPAN',
      `Sentence ${key.text} is told as KIND FROM-TO SHA256.`,
      suggest(kind, known),
    );
    return [];
  }
}

/** Reads an article file; undefined where it is none, with all that is wrong among the findings. */
export function readArticle(
  { source, text }: ArticleSource,
  grammar: Grammar,
  findings: Findings,
): Article | undefined {
  const top = readSource(source, findings);
  return top && new ArticleReader(grammar, findings).read(top, text);
}
