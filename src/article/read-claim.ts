import type { Cells } from '../script/made.ts';
import type { Claim, ClaimJudgement, ClaimSource, Fact, Place } from './article.ts';
import { readFactLine } from './fact-line.ts';
import { suggest } from './finding.ts';
import type { Grammar } from './grammar.ts';
import type { Quotes } from './quote.ts';
import type { Entry, Findings, SourceNode, TextNode } from './source.ts';
import type { Sentence } from './text.ts';
import { type Token, tokensOf } from './tokens.ts';

/** What the claims of a file are read with. */
export type ClaimReading = {
  readonly grammar: Grammar;
  readonly findings: Findings;
  readonly key: string;
  readonly publishedOn: string;
  readonly sentences: readonly Sentence[];
  /** Where quoted words are looked for; absent where the file tells positions. */
  readonly quotes?: Quotes | undefined;
};

/** The keys of a claim, in the order in which they are written. */
export const CLAIM_KEYS = [
  ...['says', 'quote', 'at', 'status', 'basis', 'by', 'words', 'facts', 'about'],
  ...['retracts', 'corrects', 'contradicts'],
];

const JUDGEMENTS: readonly string[] = ['retracts', 'corrects', 'contradicts'];

/** One text or several. */
export function textsOf(node: SourceNode, findings: Findings): readonly TextNode[] {
  if (node.kind === 'text') return node.text === '' ? [] : [node];
  if (node.kind === 'list') return node.items.flatMap((item) => textsOf(item, findings));
  findings.error(
    node.spot,
    'YAML',
    'A text or a list of texts is wanted here, not keys.',
    'Mind the indent.',
  );
  return [];
}

/** The values under the keys of a map, each once; keys that are not known are errors. */
export function fieldsOf(
  node: SourceNode,
  known: readonly string[],
  findings: Findings,
): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  if (node.kind !== 'map') {
    if (node.kind === 'list' || node.text !== '')
      findings.error(node.spot, 'YAML', `Keys are wanted here: ${known.join(', ')}.`);
    return found;
  }
  for (const entry of node.entries) {
    const { text, spot } = entry.key;
    if (!known.includes(text))
      findings.error(spot, 'KEY', `There is no key ${text} here.`, suggest(text, known));
    else found.set(text, entry);
  }
  return found;
}

const AT = /^(0[a-e]|\d+):(\d+)-(\d+)$/;

class ClaimReader {
  readonly #in: ClaimReading;

  constructor(reading: ClaimReading) {
    this.#in = reading;
  }

  claim({ key, value }: Entry): Claim {
    const fields = fieldsOf(value, CLAIM_KEYS, this.#in.findings);
    const one = (name: string) => this.#text(fields.get(name));
    const basis = this.#word(fields.get('basis'), 'Basis', 'STATED');
    const sources = this.#sources(fields.get('by'));
    const voice = sources.unnamed ? 'UNNAMED' : sources.list.length > 0 ? 'SOURCE' : 'ARTICLE';
    const words = one('words') ?? sources.words;
    if (one('says') === undefined)
      this.#in.findings.error(
        key.spot,
        'REQUIRED',
        `${key.text} has no says.`,
        'Say in your own words what the article says.',
      );
    if (!/^F\d\d+$/.test(key.text))
      this.#in.findings.error(
        key.spot,
        'CLAIM_ID',
        `A claim is F and its number, not ${key.text}.`,
        'Write F01, F02 and so on.',
      );
    return {
      id: key.text,
      spot: key.spot,
      text: one('says') ?? '',
      status: this.#word(fields.get('status'), 'Status', 'OCCURRED'),
      basis,
      voice,
      ...(words !== undefined && words !== '~' && { words }),
      evidence: this.#evidence(key, fields),
      sources: sources.list,
      about: this.#about(fields.get('about')),
      facts: this.#facts(fields.get('facts'), basis),
      judgements: JUDGEMENTS.flatMap((kind) => this.#judgements(kind, key.text, fields.get(kind))),
    };
  }

  #text(entry: Entry | undefined): string | undefined {
    if (!entry) return undefined;
    const [first, second] = textsOf(entry.value, this.#in.findings);
    if (second) this.#in.findings.error(second.spot, 'YAML', `${entry.key.text} is one text.`);
    return first?.text;
  }

  /** A word of an enum of the core. */
  #word(entry: Entry | undefined, type: string, fallback: string): string {
    const word = this.#text(entry);
    if (word === undefined || !entry) return fallback;
    const gone = type === 'Status' ? 'WITHDRAWN' : 'BACKGROUND';
    const known = (this.#in.grammar.vocabulary.enums.get(type) ?? []).filter((one) => one !== gone);
    if (!known.includes(word))
      this.#in.findings.error(
        entry.value.spot,
        type.toUpperCase(),
        `There is no ${entry.key.text} ${word}.`,
        suggest(word, known),
      );
    return word;
  }

  #evidence(key: TextNode, fields: ReadonlyMap<string, Entry>): Claim['evidence'] {
    const { findings, quotes } = this.#in;
    const wanted = quotes ? 'quote' : 'at';
    const other = fields.get(quotes ? 'at' : 'quote');
    if (other)
      findings.error(
        other.key.spot,
        'KEY',
        `This form of the file has ${wanted}, not ${other.key.text}.`,
        'A file with `text:` tells positions (at), one without quotes words (quote).',
      );
    const entry = fields.get(wanted);
    const found = entry ? textsOf(entry.value, findings) : [];
    if (found.length === 0 && !other)
      findings.error(
        key.spot,
        'NO_EVIDENCE',
        `${key.text} has no ${wanted}.`,
        'Quote the words of the article that say it.',
      );
    return found.flatMap((node) => {
      const place = quotes ? this.#quoted(node, quotes) : this.#told(node);
      return place ? [{ ...place, spot: node.spot }] : [];
    });
  }

  #quoted({ text, spot }: TextNode, quotes: Quotes): Place | undefined {
    const found = quotes.find(text);
    if (found.kind === 'place') return found.place;
    this.#in.findings.error(spot, found.code, found.sentence, found.mend);
    return undefined;
  }

  #told({ text, spot }: TextNode): Place | undefined {
    const [, n, from, to] = AT.exec(text) ?? [];
    const sentence = this.#in.sentences.find((one) => one.n === n);
    const length = sentence ? sentence.end - sentence.start : 0;
    if (sentence && Number(from) < Number(to) && Number(to) <= length)
      return { sentence: sentence.n, start: sentence.start + Number(from), end: sentence.start + Number(to) };
    const mend = 'A place is the number of a sentence and a stretch of it: 3:0-75.';
    this.#in.findings.error(spot, 'SPAN', `${text} is no place in a sentence of this article.`, mend);
    return undefined;
  }

  #sources(entry: Entry | undefined): {
    readonly list: readonly ClaimSource[];
    readonly unnamed: boolean;
    readonly words?: string;
  } {
    const nodes = entry ? textsOf(entry.value, this.#in.findings) : [];
    const all = nodes.flatMap((node) => this.#source(node));
    const list = all.filter(({ entity }) => entity !== 'unnamed');
    const unnamed = all.find(({ entity }) => entity === 'unnamed');
    const [last] = all;
    if (unnamed && list.length > 0 && last)
      this.#in.findings.error(
        last.spot,
        'BY',
        'A claim is somebody’s word or that of somebody unnamed, not both.',
      );
    const words = new Set(all.filter(({ basis }) => basis === 'STATED').map((one) => one.words));
    const [only] = words;
    return {
      list,
      unnamed: unnamed !== undefined,
      ...(words.size === 1 && only !== undefined && { words: only }),
    };
  }

  #source(node: TextNode): readonly ClaimSource[] {
    const [id, words, implied] = tokensOf(node);
    const isThing = id?.kind === 'word' && (id.text.includes(':') || id.text === 'unnamed');
    const isImplied = [words, implied].some((one) => one?.kind === 'word' && one.text === 'implied');
    if (!isThing) {
      this.#in.findings.error(
        node.spot,
        'BY',
        `"${node.text}" names nobody.`,
        'Write by: person:ada "said Ada", or by: unnamed "it is feared".',
      );
      return [];
    }
    const told = words?.kind === 'text' ? { words: words.text } : {};
    return [{ entity: id.text, basis: isImplied ? 'IMPLIED' : 'STATED', ...told, spot: node.spot }];
  }

  #about(entry: Entry | undefined): Claim['about'] {
    const nodes = entry ? textsOf(entry.value, this.#in.findings) : [];
    return nodes
      .flatMap((node) => tokensOf(node))
      .filter(({ kind }) => kind !== 'mark')
      .map(({ text, spot }) => ({ entity: text, spot }));
  }

  #facts(entry: Entry | undefined, basis: string): readonly Fact[] {
    const { grammar, findings } = this.#in;
    const lines = entry ? textsOf(entry.value, findings) : [];
    return lines.flatMap((line) => readFactLine(line, { grammar, findings, basis }));
  }

  /** `retracts: F03`, `contradicts: claim:kd:F01 date on 2031-05-03 "why"`. */
  #judgements(kind: string, by: string, entry: Entry | undefined): readonly ClaimJudgement[] {
    const nodes = entry ? textsOf(entry.value, this.#in.findings) : [];
    return nodes.flatMap((node) => {
      const [target, ...rest] = tokensOf(node);
      if (target === undefined) return [];
      const cells = { kind: kind.toUpperCase(), by: this.#claimId(by), ...this.#judged(target, rest) };
      return [{ cells, spot: node.spot }];
    });
  }

  #judged(target: Token, rest: readonly Token[]): Cells {
    const words = rest.filter(({ kind }) => kind === 'word').map(({ text }) => text);
    const on = words.indexOf('on');
    const predicate = words.find((_, at) => on < 0 || (at !== on && at !== on + 1));
    const reason = rest.find(({ kind }) => kind === 'text')?.text;
    return {
      target: /^F\d+$/.test(target.text) ? this.#claimId(target.text) : target.text,
      on: (on < 0 ? undefined : words[on + 1]) ?? this.#in.publishedOn,
      ...(predicate !== undefined && { predicate }),
      ...(reason !== undefined && { reason }),
    };
  }

  #claimId(id: string): string {
    return `claim:${this.#in.key}:${id}`;
  }
}

/** Reads the claims of a file. */
export function readClaims(node: SourceNode | undefined, reading: ClaimReading): readonly Claim[] {
  if (node?.kind !== 'map') return [];
  const reader = new ClaimReader(reading);
  return node.entries.map((entry) => reader.claim(entry));
}
