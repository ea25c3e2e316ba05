import type { Finding } from './finding.ts';
import { type Form, type OwnerKind, ownerKinds, removal } from './forms.ts';
import { LiteralError, type LiteralRow, printLiteral, quote, readRows } from './literal.ts';
import { type ScriptStatement, splitScript, UnclosedError } from './split.ts';

/** A table of a script: its form and its rows. */
export type Table = { readonly form: Form; readonly rows: readonly LiteralRow[] };

/** What one owner writes: one script. */
export type OwnerScript = {
  readonly file: string;
  readonly id: string;
  readonly kind: OwnerKind;
  readonly tables: readonly Table[];
};

/** A script as it was read: the owner, unless something about its form is wrong. */
export type ReadScript = { readonly script?: OwnerScript; readonly findings: readonly Finding[] };

const UNWIND = /^UNWIND\s+(?=\[)/;
const AS_ROW = /^\s*AS\s+row\s+/;

/** Blanks and line breaks are free in a script. */
const normal = (cypher: string): string => cypher.replace(/\s+/g, ' ').trim();

const ofOwner = (cypher: string, id: string): string => cypher.replaceAll('$owner', quote(id));

/** The forms by their tails, with `$owner` in place of the id: made once, since every statement of every script asks. */
const known = new WeakMap<readonly Form[], ReadonlyMap<string, Form>>();

function byTail(forms: readonly Form[]): ReadonlyMap<string, Form> {
  const found = known.get(forms) ?? new Map(forms.map((form) => [normal(form.tail), form]));
  known.set(forms, found);
  return found;
}

/** A statement with its rows apart. */
type Split = { readonly line: number; readonly rows: readonly LiteralRow[]; readonly tail: string };

function splitRows({ text, line }: ScriptStatement): Split | undefined {
  const begin = UNWIND.exec(text)?.[0];
  if (!begin) return undefined;
  const { rows, rest } = readRows(text.slice(begin.length), line + begin.split('\n').length - 1);
  const as = AS_ROW.exec(rest)?.[0];
  return as === undefined ? undefined : { line, rows, tail: normal(rest.slice(as.length)) };
}

const CONVERT = 'Run `attested convert` on it, which writes it in the form of today.';

class ScriptReader {
  readonly #file: string;
  readonly #forms: readonly Form[];
  readonly #byTail: ReadonlyMap<string, Form>;
  readonly findings: Finding[] = [];

  constructor(file: string, forms: readonly Form[]) {
    this.#file = file;
    this.#forms = forms;
    this.#byTail = byTail(forms);
  }

  read(text: string): OwnerScript | undefined {
    const statements = this.#split(text);
    const splits = statements.map((statement) => this.#rowsOf(statement));
    const owner = this.#owner(splits);
    if (!owner) return undefined;
    const begin = this.#checkRemoval(statements, owner.id);
    const tables = statements.slice(begin).flatMap((statement, index) => {
      const split = splits[begin + index];
      return this.#table(statement, split, owner.id) ?? [];
    });
    return { file: this.#file, ...owner, tables };
  }

  #find(line: number, sentence: string): void {
    this.findings.push({ file: this.#file, line, sentence });
  }

  #split(text: string): readonly ScriptStatement[] {
    try {
      return splitScript(text);
    } catch (error) {
      if (!(error instanceof UnclosedError)) throw error;
      this.#find(error.line, `${error.message}.`);
      return [];
    }
  }

  #rowsOf(statement: ScriptStatement): Split | undefined {
    try {
      return splitRows(statement);
    } catch (error) {
      if (!(error instanceof LiteralError)) throw error;
      // A list that is computed belongs to a form that is refused as a whole.
      if (!statement.text.startsWith('UNWIND [')) return undefined;
      this.#find(error.line, `The rows of a table are literal maps: ${error.message}.`);
      return undefined;
    }
  }

  #owner(splits: readonly (Split | undefined)[]): { id: string; kind: OwnerKind } | undefined {
    const found = splits.flatMap((split) => {
      const form = split && this.#byTail.get(split.tail)?.name;
      const kind = ownerKinds.find((one) => one.toLowerCase() === form);
      return split && kind ? split.rows.map(({ line, values }) => ({ line, id: values.id, kind })) : [];
    });
    const [first, second] = found;
    if (first && second) this.#find(second.line, 'A script has one owner: this is the second one.');
    if (first && typeof first.id === 'string') return { id: first.id, kind: first.kind };
    if (this.findings.length === 0) {
      this.#find(
        1,
        `This script tells no owner, so it is in the form of before facts followed from claims. ${CONVERT}`,
      );
    }
    return undefined;
  }

  /** Gives the number of statements that the removal takes. */
  #checkRemoval(statements: readonly ScriptStatement[], id: string): number {
    const wanted = removal.map((cypher) => ofOwner(cypher, id));
    const off = wanted.findIndex((cypher, index) => normal(statements[index]?.text ?? '') !== cypher);
    if (off < 0) return wanted.length;
    const line = statements[off]?.line ?? 1;
    this.#find(
      line,
      `A script begins by taking its own owner out of the graph, and here should stand: ${wanted[off]};`,
    );
    const tables = statements.findIndex(({ text }) => UNWIND.test(text));
    return tables < 0 ? statements.length : tables;
  }

  #table(statement: ScriptStatement, split: Split | undefined, id: string): Table | undefined {
    if (this.findings.some(({ line }) => line >= statement.line && line <= lastLine(statement)))
      return undefined;
    const form = split && this.#byTail.get(split.tail.replaceAll(quote(id), '$owner'));
    if (form && split) return { form, rows: split.rows };
    this.#find(statement.line, this.#likely(statement.text, id));
    return undefined;
  }

  /** The form that shares the most words with what stands there. */
  #likely(text: string, id: string): string {
    const words = new Set(text.match(/\w+/g));
    const shared = ({ tail }: Form) => {
      const all = [...new Set(tail.match(/\w+/g))];
      return all.filter((word) => words.has(word)).length / all.length;
    };
    const [best] = [...this.#forms].sort((a, b) => shared(b) - shared(a));
    const shown = best ? `UNWIND [{…}] AS row ${normal(ofOwner(best.tail, id))};` : '';
    return `This statement has none of the forms of a script. ${best?.sentence ?? ''} Nearest: ${shown}`;
  }
}

const lastLine = ({ text, line }: ScriptStatement): number => line + text.split('\n').length - 1;

/** Reads the script of an owner: its tables, and all that is wrong with their form. */
export function readScript(file: string, text: string, forms: readonly Form[]): ReadScript {
  const reader = new ScriptReader(file, forms);
  const script = reader.read(text);
  return { ...(script && { script }), findings: reader.findings };
}

function printTable({ form, rows }: Table, id: string): string {
  const columns = form.columns.map(({ name }) => name);
  const row = ({ values }: LiteralRow) => {
    const odd = Object.keys(values).find((name) => !columns.includes(name));
    if (odd !== undefined) throw new Error(`invariant broken: ${form.name} has no column ${odd}`);
    const cells = columns.flatMap((name) => {
      const value = values[name];
      return value === undefined ? [] : [`${name}: ${printLiteral(value)}`];
    });
    return `  {${cells.join(', ')}}`;
  };
  return `// ${form.sentence}\nUNWIND [\n${rows.map(row).join(',\n')}\n] AS row\n${ofOwner(form.tail, id)};\n`;
}

/** Writes a script as a person would read it: what takes the owner out, then its tables, in the order of the forms. */
export function printScript({ id, tables }: Omit<OwnerScript, 'file'>, comment: string): string {
  const head = comment.split('\n').map((line) => `// ${line}`.trimEnd());
  const out = removal.map((cypher) => `${ofOwner(cypher, id)};`);
  const filled = tables.filter(({ rows }) => rows.length > 0);
  return [
    ...head,
    '',
    '// What it said before goes; run the derivation after this script.',
    ...out,
    '',
    filled.map((table) => printTable(table, id)).join('\n'),
  ].join('\n');
}
