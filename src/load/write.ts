import { type Form, removal } from '../script/forms.ts';
import type { OwnerScript } from '../script/script.ts';
import type { Row, Statement, Transaction } from '../store/store.ts';
import type { SentenceText } from './texts.ts';

/** What an owner brings into the graph: its script, the words of its sentences, and the hash of both. */
export type Load = {
  readonly script: OwnerScript;
  readonly texts: readonly SentenceText[];
  readonly sha256: string;
};

/** How many rows one statement takes. */
const ROWS_MAX = 1_000;

const statement = (text: string, parameters: Statement['parameters'] = {}): Statement => ({
  text,
  parameters,
});

function chunks<T>(items: readonly T[]): readonly (readonly T[])[] {
  const parts: T[][] = [];
  for (let at = 0; at < items.length; at += ROWS_MAX) parts.push(items.slice(at, at + ROWS_MAX));
  return parts;
}

const writeRows = (tail: string, rows: readonly Row[]): readonly Statement[] =>
  chunks(rows).map((part) => statement(`UNWIND $rows AS row\n${tail}`, { rows: part }));

/** The rows that all owners have in a form, each with its owner. */
function rowsOf(form: Form, loads: readonly Load[]): readonly Row[] {
  return loads.flatMap(({ script }) =>
    script.tables
      .filter((table) => table.form.name === form.name)
      .flatMap(({ rows }) => rows.map(({ values }) => ({ ...values, owner: script.id }))),
  );
}

/** The things that owners declare: only these can change when the owners go. */
export async function declaredBy(tx: Transaction, owners: readonly string[]): Promise<readonly string[]> {
  const [rows = []] = await tx.run([
    statement(
      'UNWIND $owners AS id MATCH (:Owner {id: id})-[:DECLARES]->(e:Entity) RETURN DISTINCT e.id AS id',
      { owners },
    ),
  ]);
  return rows.map(({ id }) => String(id));
}

/** What takes owners out of the graph; the derivation must follow. */
export function removalOf(owners: readonly string[]): readonly Statement[] {
  const batches = chunks(owners);
  return removal.flatMap((text) =>
    batches.map((part) =>
      statement(`UNWIND $owners AS owner ${text.replaceAll('$owner', 'owner')}`, { owners: part }),
    ),
  );
}

/** How many rows the script of an owner has. */
export function rowCount({ script }: Load): number {
  return script.tables.reduce((total, { rows }) => total + rows.length, 0);
}

/** What puts owners into the graph, many rows at once; the derivation must follow. */
export function writesOf(loads: readonly Load[], forms: readonly Form[]): readonly Statement[] {
  const tables = forms.flatMap((form) =>
    writeRows(form.tail.replaceAll('$owner', 'row.owner'), rowsOf(form, loads)),
  );
  const texts = loads.flatMap((load) => load.texts.map((row) => ({ ...row })));
  const hashes = loads.map(({ script, sha256 }) => ({ id: script.id, sha256 }));
  return [
    ...tables,
    ...writeRows('MATCH (s:Sentence {id: row.id}) SET s.text = row.text', texts),
    ...writeRows('MATCH (o:Owner {id: row.id}) SET o.scriptSha256 = row.sha256', hashes),
  ];
}
