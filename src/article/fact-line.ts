import { HAPPENS } from '../facts/ids.ts';
import type { RelationPredicate } from '../facts/vocabulary.ts';
import type { Literal } from '../script/literal.ts';
import type { Cells } from '../script/made.ts';
import type { Fact } from './article.ts';
import { suggest } from './finding.ts';
import type { Grammar, Predicate } from './grammar.ts';
import type { Findings, TextNode } from './source.ts';
import { asToken, quoted, splitTokens, type Token, tokensOf } from './tokens.ts';

/**
 * Facts as lines, and lines as facts:
 *
 *     event:2031-feast PARTICIPANT person:ada, person:bo; HAS_PLACE place:old-mint implied; date 2031-05 text "in May"
 *
 * is a subject, then for each `;` a predicate with one object or several and what qualifies them. Each object is a fact of
 * its own, and the row of a table: {subject, predicate, object, role, basis}.
 */

/** Words after the objects that say how the claim says it: `implied`, `text "in May"`, `within 2031-05-01/2031-05-09`. */
const BASES: { readonly [word: string]: string } = { stated: 'STATED', implied: 'IMPLIED' };

type Segment = {
  readonly predicate: Predicate;
  readonly word: Token;
  readonly objects: readonly Token[];
  readonly more: Cells;
};

const EXAMPLE = 'A fact is SUBJECT PREDICATE OBJECT: `person:ada GAVE gift:2031-lamp`.';

/** The one qualifier in free words that `as` stands for: the title of an office. */
function wordingOf({ qualifiers }: RelationPredicate): string | undefined {
  const [first, second] = qualifiers.filter(({ type }) => type === 'String');
  return second ? undefined : first?.name;
}

class LineReader {
  readonly #grammar: Grammar;
  readonly #findings: Findings;
  readonly #basis: string;

  constructor(grammar: Grammar, findings: Findings, basis: string) {
    this.#grammar = grammar;
    this.#findings = findings;
    this.#basis = basis;
  }

  read(line: TextNode): readonly Fact[] {
    const [first = [], ...rest] = splitTokens(tokensOf(line), ';');
    const [subject, ...begin] = first;
    if (subject?.kind !== 'word' || !subject.text.includes(':')) {
      this.#findings.error(line.spot, 'FACT_FORM', 'A fact begins with the id of its subject.', EXAMPLE);
      return [];
    }
    return [begin, ...rest].flatMap((tokens) => this.#segment(tokens, subject));
  }

  #segment(tokens: readonly Token[], subject: Token): readonly Fact[] {
    const [word, ...rest] = tokens;
    if (!word) {
      this.#findings.error(subject.spot, 'FACT_FORM', `Nothing is said of ${subject.text}.`, EXAMPLE);
      return [];
    }
    const predicate = this.#grammar.predicates.get(word.text);
    if (!predicate) {
      const known = [...this.#grammar.predicates.keys()];
      this.#findings.error(
        word.spot,
        'PREDICATE',
        `There is no predicate ${word.text}.`,
        suggest(word.text, known),
      );
      return [];
    }
    const count = objectCount(rest);
    const objects = rest.slice(0, count).filter(({ kind }) => kind !== 'mark');
    const more = this.#qualifiers(rest.slice(count), predicate);
    return this.#facts({ predicate, word, objects, more }, subject);
  }

  #facts(segment: Segment, subject: Token): readonly Fact[] {
    const { predicate, word, objects, more } = segment;
    if (predicate.kind === 'happens') {
      const [odd] = objects;
      if (odd) this.#findings.error(odd.spot, 'FACT_FORM', 'Nothing follows happens.', EXAMPLE);
      const cells = { subject: subject.text, predicate: HAPPENS, basis: this.#basis, ...more };
      return [{ form: 'happens', cells, spot: subject.spot }];
    }
    if (objects.length === 0)
      this.#findings.error(word.spot, 'FACT_FORM', `${word.text} needs what it leads to.`, EXAMPLE);
    return objects.map((object) => this.#fact(segment, subject, object));
  }

  #fact({ predicate, more }: Segment, subject: Token, object: Token): Fact {
    const basis = { basis: this.#basis, ...more };
    const { spot } = object;
    switch (predicate.kind) {
      case 'role': {
        const { relation, qualifier, role } = predicate;
        const ends = { subject: object.text, predicate: relation.name, object: subject.text };
        return { form: 'relations', cells: { ...ends, [qualifier]: role, ...basis }, spot };
      }
      case 'relation': {
        const ends = { subject: subject.text, predicate: predicate.relation.name, object: object.text };
        return { form: 'relations', cells: { ...ends, ...basis }, spot };
      }
      case 'value': {
        const { name, rule } = predicate.value;
        const cells = { subject: subject.text, predicate: name, value: object.text, ...basis };
        return { form: rule === 'DATE' ? 'dates' : 'values', cells, spot };
      }
      default:
        throw new Error('invariant broken: happens has no object');
    }
  }

  #qualifiers(tokens: readonly Token[], predicate: Predicate): Cells {
    const found: { [name: string]: Literal } = {};
    for (let at = 0; at < tokens.length; at++) {
      const [word, value] = [tokens[at], tokens[at + 1]];
      if (!word) continue;
      const basis = word.kind === 'word' ? BASES[word.text] : undefined;
      if (basis !== undefined) {
        found.basis = basis;
        continue;
      }
      const names = this.#names(word, predicate);
      if (names.length === 0 || !value) {
        this.#odd(word, predicate);
        return found;
      }
      Object.assign(found, qualified(names, value.text));
      at++;
    }
    return found;
  }

  /** The columns that a word after the objects fills. */
  #names({ text, kind }: Token, predicate: Predicate): readonly string[] {
    if (kind !== 'word') return [];
    const isDate = predicate.kind === 'value' && predicate.value.rule === 'DATE';
    if (isDate && text === 'text') return ['text'];
    if (isDate && text === 'within') return ['earliest', 'latest'];
    if (text === 'as' && predicate.kind === 'relation') {
      const wording = wordingOf(predicate.relation);
      return wording === undefined ? [] : [wording];
    }
    return this.#grammar.qualifiers.has(text) ? [text] : [];
  }

  #odd({ text, spot }: Token, predicate: Predicate): void {
    const named = predicate.kind === 'relation' ? predicate.relation.qualifiers.map(({ name }) => name) : [];
    const known = [
      ...Object.keys(BASES),
      ...named,
      ...(predicate.kind === 'value' ? ['text', 'within'] : []),
    ];
    this.#findings.error(
      spot,
      'QUALIFIER',
      `"${text}" qualifies nothing here, or lacks what it should say.`,
      `What can follow is ${known.join(', ')}, and holds for all objects before it; else write the predicate again behind a ;.`,
    );
  }
}

const qualified = ([first = '', second]: readonly string[], text: string): Cells => {
  if (second === undefined) return { [first]: text };
  const [from = '', to = ''] = text.split('/');
  return { ...(from !== '..' && { [first]: from }), ...(to !== '..' && to !== '' && { [second]: to }) };
};

/** How many tokens the objects take: one, and one more behind each comma. */
function objectCount(tokens: readonly Token[]): number {
  let count = Math.min(1, tokens.length);
  const first = tokens[0];
  if (first?.kind === 'word' && first.text in BASES) return 0;
  while (tokens[count]?.kind === 'mark' && tokens[count + 1]) count += 2;
  return count;
}

/** Reads a line; facts rest on what their claim rests on, unless the line says otherwise. */
export function readFactLine(
  line: TextNode,
  { grammar, findings, basis }: { grammar: Grammar; findings: Findings; basis: string },
): readonly Fact[] {
  return new LineReader(grammar, findings, basis).read(line);
}

/** A fact on its way to a line: of whom, by which word, what, and what stands behind. */
type Part = {
  readonly subject: string;
  readonly word: string;
  readonly object: string;
  readonly more: string;
};

/** What facts are printed with: those of a claim rest on its basis, unless they say otherwise. */
type FactPrinting = { readonly grammar: Grammar; readonly basis: string };

const isRoleOf = (grammar: Grammar, { predicate, ...cells }: Cells): string | undefined =>
  [...grammar.predicates].find(
    ([, one]) => one.kind === 'role' && one.relation.name === predicate && cells[one.qualifier] === one.role,
  )?.[0];

function moreOf(
  { cells, form }: Fact,
  { grammar, basis }: FactPrinting,
  printed: ReadonlySet<string>,
): string {
  const predicate = grammar.predicates.get(String(cells.predicate));
  const wording = predicate?.kind === 'relation' ? wordingOf(predicate.relation) : undefined;
  const rest = [...grammar.qualifiers]
    .filter((name) => cells[name] !== undefined && !printed.has(name))
    .map((name) => ` ${name === wording ? 'as' : name} ${quoted(String(cells[name]))}`);
  const days = [cells.earliest, cells.latest].some((day) => day !== undefined)
    ? ` within ${cells.earliest ?? '..'}/${cells.latest ?? '..'}`
    : '';
  const text = form === 'dates' && cells.text !== undefined ? ` text ${quoted(String(cells.text))}` : '';
  const own = cells.basis === basis ? '' : ` ${String(cells.basis).toLowerCase()}`;
  return `${rest.join('')}${text}${days}${own}`;
}

function partOf(fact: Fact, grammar: Grammar, basis: string): Part {
  const { cells, form } = fact;
  const [subject, object] = [String(cells.subject), String(cells.object ?? cells.value ?? '')];
  const role = form === 'relations' ? isRoleOf(grammar, cells) : undefined;
  const predicate = role === undefined ? undefined : grammar.predicates.get(role);
  const printed = new Set(predicate?.kind === 'role' ? [predicate.qualifier] : []);
  const more = moreOf(fact, { grammar, basis }, printed);
  if (role !== undefined) return { subject: object, word: role, object: subject, more };
  const known = grammar.predicates.get(String(cells.predicate));
  const isText = known?.kind === 'value' && known.value.type === 'String';
  const word = String(cells.predicate);
  return { subject, word, object: form === 'happens' ? '' : isText ? quoted(object) : asToken(object), more };
}

const inOrder = (grammar: Grammar) => {
  const label = (id: string) => grammar.labels.findIndex(({ prefix }) => id.startsWith(`${prefix}:`));
  return (a: Part, b: Part): number =>
    label(a.subject) - label(b.subject) ||
    compare(a.subject, b.subject) ||
    (grammar.order.get(a.word) ?? 0) - (grammar.order.get(b.word) ?? 0) ||
    compare(a.more, b.more) ||
    compare(a.object, b.object);
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The lines of a claim's facts in their order: one for each subject. */
export function printFactLines(facts: readonly Fact[], { grammar, basis }: FactPrinting): readonly string[] {
  const parts = facts.map((fact) => partOf(fact, grammar, basis)).sort(inOrder(grammar));
  const lines = new Map<string, Map<string, { head: Part; objects: string[] }>>();
  for (const part of parts) {
    const segments = lines.get(part.subject) ?? new Map();
    lines.set(part.subject, segments);
    const key = `${part.word} ${part.more}`;
    const segment = segments.get(key) ?? { head: part, objects: [] };
    segments.set(key, segment);
    if (part.object !== '') segment.objects.push(part.object);
  }
  return [...lines].map(([subject, segments]) => {
    const printed = [...segments.values()].map(({ head, objects }) =>
      [head.word, objects.join(', ')].filter(Boolean).join(' ').concat(head.more),
    );
    return `${subject} ${printed.join('; ')}`;
  });
}

/** Facts in the order in which their lines are printed: that of the rows of a script. */
export function sortFacts(facts: readonly Fact[], grammar: Grammar): readonly Fact[] {
  const keyed = facts.map((fact) => ({ fact, part: partOf(fact, grammar, '') }));
  return keyed.sort((a, b) => inOrder(grammar)(a.part, b.part)).map(({ fact }) => fact);
}
