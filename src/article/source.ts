import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  type ParsedNode,
  parseDocument,
  type YAMLError,
} from 'yaml';
import type { Spot } from './article.ts';
import type { ArticleFinding, Level } from './finding.ts';

/**
 * A file of YAML as nested texts, each with its place. YAML 1.2 by its failsafe schema, so that every value is a text:
 * `no` stays the word, `2031-04-12` no date object. What only programs write (anchors, aliases, tags) is refused.
 */

/** A text of the file. */
export type TextNode = { readonly kind: 'text'; readonly text: string; readonly spot: Spot };

/** Keys with what stands under them, in the order of the file. */
export type MapNode = { readonly kind: 'map'; readonly entries: readonly Entry[]; readonly spot: Spot };

/** One key of a map. */
export type Entry = { readonly key: TextNode; readonly value: SourceNode };

/** What stands at a place of the file. */
export type SourceNode =
  | TextNode
  | MapNode
  | { readonly kind: 'list'; readonly items: readonly SourceNode[]; readonly spot: Spot };

/** Collects what is found wrong with one file. */
export class Findings {
  readonly file: string;
  readonly all: ArticleFinding[] = [];

  constructor(file: string) {
    this.file = file;
  }

  /** An error: `told` is its code, one sentence, and how to mend it. */
  error(spot: Spot, code: string, ...told: readonly [sentence: string, mend?: string]): void {
    this.#add('error', { spot, code, told });
  }

  /** Something for a person to judge. */
  judge(spot: Spot, code: string, ...told: readonly [sentence: string, mend?: string]): void {
    this.#add('judge', { spot, code, told });
  }

  get errors(): number {
    return this.all.filter(({ level }) => level === 'error').length;
  }

  #add(
    level: Level,
    { spot, code, told }: { spot: Spot; code: string; told: readonly [string, string?] },
  ): void {
    const [sentence, mend] = told;
    this.all.push({ file: this.file, ...spot, level, code, sentence, ...(mend !== undefined && { mend }) });
  }
}

const QUOTED = 'Put the value in quotation marks if it has a colon, a # or a mark at its beginning.';

class SourceReader {
  readonly #counter: LineCounter;
  readonly #findings: Findings;

  constructor(counter: LineCounter, findings: Findings) {
    this.#counter = counter;
    this.#findings = findings;
  }

  spot(offset: number): Spot {
    const { line, col } = this.#counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  fault({ code, message, pos }: YAMLError): void {
    const [sentence = ''] = message.split(/ at line \d+/);
    const spot = this.spot(pos[0]);
    if (code === 'DUPLICATE_KEY')
      this.#findings.error(spot, 'TWICE', 'This key stands twice.', 'Take one of them out.');
    else this.#findings.error(spot, 'YAML', `This is no YAML: ${sentence.replace(/\.?$/, '.')}`, QUOTED);
  }

  node(node: ParsedNode | null | undefined, at: Spot): SourceNode {
    if (!node) return { kind: 'text', text: '', spot: at };
    const spot = this.spot(node.range[0]);
    if (
      isAlias(node) ||
      node.anchor !== undefined ||
      (node.tag && !node.tag.startsWith('tag:yaml.org,2002:'))
    )
      this.#findings.error(spot, 'YAML', 'Anchors, aliases and tags are not read.', 'Write it out.');
    if (isMap(node))
      return { kind: 'map', entries: node.items.map((pair) => this.#entry(pair as Pair)), spot };
    if (isSeq(node))
      return { kind: 'list', items: node.items.map((item) => this.node(item as ParsedNode, spot)), spot };
    return {
      kind: 'text',
      text: isScalar(node) ? String(node.value ?? '') : '',
      spot: this.#begin(node, spot),
    };
  }

  /** The first letter of a text, behind its quotation mark. */
  #begin(node: ParsedNode, spot: Spot): Spot {
    const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
    return isQuoted ? { line: spot.line, column: spot.column + 1 } : spot;
  }

  #entry({ key, value }: Pair): Entry {
    const node = key as ParsedNode;
    const spot = this.spot(node.range[0]);
    const text = isScalar(node) ? String(node.value) : '';
    if (!isScalar(node)) this.#findings.error(spot, 'YAML', 'A key is a text.', QUOTED);
    if (text === '<<') this.#findings.error(spot, 'YAML', 'Merge keys are not read.', 'Write it out.');
    return { key: { kind: 'text', text, spot }, value: this.node(value as ParsedNode, spot) };
  }
}

/** Reads a file of YAML; undefined, with what is wrong among the findings, where it has no keys at its top. */
export function readSource(text: string, findings: Findings): MapNode | undefined {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: true,
    lineCounter: counter,
    prettyErrors: true,
  });
  const reader = new SourceReader(counter, findings);
  for (const error of document.errors) reader.fault(error);
  const top = reader.node(document.contents as ParsedNode | null, { line: 1, column: 1 });
  if (top.kind === 'map') return top;
  if (findings.errors === 0) findings.error(top.spot, 'YAML', 'The file has no keys at its top.');
  return undefined;
}

/** A place further right on the same line. */
export function shifted({ line, column }: Spot, by: number): Spot {
  return { line, column: column + by };
}
