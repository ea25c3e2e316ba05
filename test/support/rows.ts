import { formsOf, ownerKinds } from '../../src/script/forms.ts';
import { type Cells, madeCells } from '../../src/script/made.ts';
import { printScript } from '../../src/script/script.ts';
import { vocabulary } from './load.ts';

/** The rows of a script's tables, by the names of their forms; columns that code makes are left out. */
export type Rows = { readonly [form: string]: readonly Cells[] };

const forms = formsOf(vocabulary);

/** The script of the owner whose row is in the table of its kind: `article`, `background` or `ledger`. */
export function scriptOf(rows: Rows): string {
  const kind = ownerKinds.find((one) => rows[one.toLowerCase()]);
  const id = String(kind && rows[kind.toLowerCase()]?.[0]?.id);
  if (!kind) throw new Error('no table tells the owner');
  for (const [name, cells] of Object.entries(rows)) {
    const columns = forms.find((form) => form.name === name)?.columns.map((column) => column.name);
    const odd = cells.flatMap((row) => Object.keys(row)).find((column) => !columns?.includes(column));
    if (!columns || odd) throw new Error(`no form has ${name} ${odd ?? ''}`);
  }
  const tables = forms.map((form) => ({
    form,
    rows: (rows[form.name] ?? []).map((row) => ({
      line: 0,
      values: { ...row, ...madeCells(form, row, id) },
    })),
  }));
  return printScript({ id, kind, tables }, `What ${id} says.`);
}

/** The script of `background:NAME` that declares these people. */
export function peopleScript(name: string, people: readonly Cells[]): string {
  return scriptOf({ background: [{ id: `background:${name}` }], 'things Person': people });
}
