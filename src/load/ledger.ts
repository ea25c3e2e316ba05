import { Findings, type MapNode, readSource, type SourceNode, type TextNode } from '../article/source.ts';
import { broken } from '../errors.ts';
import type { Form } from '../script/forms.ts';
import type { LiteralRow } from '../script/literal.ts';
import { type Cells, madeCells } from '../script/made.ts';
import type { ReadScript, Table } from '../script/script.ts';

/**
 * What people judge, one row a judgement, in a file of YAML that is read as the script of a ledger:
 *
 *   ledger: desk
 *   judgements:
 *     - when: 2031-05-09
 *       who: Ira Moss
 *       kind: SAME_AS
 *       target: person:ada
 *       other: person:adah
 *       reason: Both were mayor of Tarn on that day.
 *
 * Nothing is taken out of it: what turns out wrong a later row REVOKES, whose target is the id of the judgement.
 */
export const LEDGER_FILE = 'judgements.yaml';

/** The keys of a row, and the column that each fills. */
const COLUMNS: ReadonlyMap<string, string> = new Map([
  ['when', 'on'],
  ...['who', 'kind', 'target', 'other', 'predicate', 'reason'].map((name) => [name, name] as const),
]);

/** What every row has: who judges tells when and why. */
const REQUIRED = ['when', 'who', 'kind', 'target', 'reason'];

const TOP = ['ledger', 'judgements'];

/** The ledger that a file of judgements is of, read without the rest. */
export function ledgerOf(text: string): string | undefined {
  const key = /^ledger:[ \t]*(["']?)([^\s"'#]+)\1[ \t]*(?:#.*)?$/m.exec(text)?.[2];
  return key && `ledger:${key}`;
}

const isEmpty = (node: SourceNode): boolean => node.kind === 'text' && node.text === '';

class LedgerReader {
  readonly #findings: Findings;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** The texts under the keys of a map, of those that may stand there. */
  keys({ entries, spot }: MapNode, known: readonly string[], required: readonly string[]) {
    const found = new Map<string, SourceNode>();
    for (const { key, value } of entries) {
      if (known.includes(key.text)) found.set(key.text, value);
      else this.#error(key.spot, `There is no key ${key.text}; there are ${known.join(', ')}.`);
    }
    for (const name of required) if (!found.has(name)) this.#error(spot, `The key ${name} is missing.`);
    return found;
  }

  text(name: string, node: SourceNode | undefined): TextNode | undefined {
    if (!node) return undefined;
    if (node.kind === 'text' && node.text.trim() !== '') return node;
    this.#error(node.spot, `${name} is a text with something in it.`);
    return undefined;
  }

  rows(node: SourceNode | undefined): readonly LiteralRow[] {
    if (!node || isEmpty(node)) return [];
    if (node.kind !== 'list') {
      this.#error(node.spot, 'judgements is a list of rows, each with a dash before it.');
      return [];
    }
    return node.items.flatMap((item) => this.#row(item));
  }

  #row(node: SourceNode): readonly LiteralRow[] {
    if (node.kind !== 'map') {
      this.#error(node.spot, `A judgement has the keys ${[...COLUMNS.keys()].join(', ')}.`);
      return [];
    }
    const cells = [...this.keys(node, [...COLUMNS.keys()], REQUIRED)].flatMap(([name, value]) => {
      const found = this.text(name, value);
      return found ? [[COLUMNS.get(name) ?? name, found.text] as const] : [];
    });
    return [{ line: node.spot.line, values: Object.fromEntries(cells) }];
  }

  #error(spot: TextNode['spot'], sentence: string): void {
    this.#findings.error(spot, 'LEDGER', sentence);
  }
}

/** Reads a file of judgements as the script of its ledger; what is wrong with the file is told with its lines. */
export function readLedger(file: string, text: string, forms: readonly Form[]): ReadScript {
  const findings = new Findings(file);
  const top = readSource(text, findings);
  if (!top) return { findings: findings.all };
  const reader = new LedgerReader(findings);
  const found = reader.keys(top, TOP, TOP);
  const key = reader.text('ledger', found.get('ledger'));
  const rows = reader.rows(found.get('judgements'));
  if (!key || findings.errors > 0) return { findings: findings.all };
  const id = `ledger:${key.text}`;
  const owner = { line: key.spot.line, values: { id } };
  const tables = [table(formOf(forms, 'ledger'), [owner]), table(formOf(forms, 'judgements'), rows, id)];
  return { script: { file, id, kind: 'Ledger', tables }, findings: [] };
}

const formOf = (forms: readonly Form[], name: string): Form =>
  forms.find((one) => one.name === name) ?? broken(`no form ${name}`);

/** A table with what code makes of its rows filled in. */
function table(form: Form, rows: readonly LiteralRow[], owner = ''): Table {
  const made = (values: Cells): Cells => ({ ...values, ...madeCells(form, values, owner) });
  return { form, rows: rows.map(({ line, values }) => ({ line, values: made(values) })) };
}
