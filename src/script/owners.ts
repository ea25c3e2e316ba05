import type { Form, OwnerKind } from './forms.ts';
import type { Literal } from './literal.ts';
import { type Cells, madeCells } from './made.ts';
import type { OwnerScript } from './script.ts';

/** Cells of which some have no value. */
export type LooseCells = { readonly [column: string]: Literal | null | undefined };

/** The rows of a table, by what stands in them. */
type Rows = Map<string, Cells>;

type Owner = {
  readonly id: string;
  readonly kind: OwnerKind;
  readonly rows: Map<string, Rows>;
  readonly uses: Set<string>;
};

const withValue = (cells: LooseCells): Cells =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([name, value]) => (value == null ? [] : [[name, value]])),
  );

/** The rows of owners as they are found, each once; made columns are filled in here. */
export class Owners {
  readonly #forms: ReadonlyMap<string, Form>;
  readonly #owners = new Map<string, Owner>();

  constructor(forms: readonly Form[]) {
    this.#forms = new Map(forms.map((form) => [form.name, form]));
  }

  open(id: string, kind: OwnerKind, cells: LooseCells = {}): void {
    if (this.#owners.has(id)) return;
    this.#owners.set(id, { id, kind, rows: new Map(), uses: new Set() });
    this.add(id, kind.toLowerCase(), { id, ...cells });
  }

  /** Adds a row; what it says twice stands once. */
  add(owner: string, form: string, loose: LooseCells): void {
    const found = this.#owners.get(owner);
    if (!found) return;
    const given = withValue(loose);
    const cells = { ...given, ...madeCells(this.#form(form), given, owner) };
    const rows: Rows = found.rows.get(form) ?? new Map();
    found.rows.set(form, rows);
    const text = JSON.stringify(cells);
    if (!rows.has(text)) rows.set(text, cells);
  }

  /** Notes things that the owner must declare, since its rows name them. */
  use(owner: string, ids: readonly string[]): void {
    for (const id of ids) this.#owners.get(owner)?.uses.add(id);
  }

  /** The things that the rows of an owner name. */
  uses(owner: string): ReadonlySet<string> {
    return this.#owners.get(owner)?.uses ?? new Set();
  }

  rows(owner: string, form: string): readonly Cells[] {
    return [...(this.#owners.get(owner)?.rows.get(form)?.values() ?? [])];
  }

  ids(): readonly string[] {
    return [...this.#owners.keys()];
  }

  /** The script of an owner. */
  script(id: string): OwnerScript {
    const owner = this.#owners.get(id);
    if (!owner) throw new Error(`invariant broken: no owner ${id}`);
    const tables = [...this.#forms.values()].map((form) => ({
      form,
      rows: this.rows(id, form.name).map((values) => ({ line: 0, values })),
    }));
    return { file: '', id, kind: owner.kind, tables };
  }

  #form(name: string): Form {
    const form = this.#forms.get(name);
    if (!form) throw new Error(`invariant broken: no form ${name}`);
    return form;
  }
}
