import { broken, ServiceError } from '../errors.ts';
import { dayOf, dayText } from '../model/date/calendar.ts';
import type { Value } from '../store/store.ts';
import { encodeCursor, type Variables } from './input.ts';

/**
 * Turns the one row of a statement into the answer, keyed by response name. Each field has a `Reading`: how it is read of
 * the row of its object, and what it leads to, by which `costOf` prices it. Of `{ people { nodes { name } } }`
 *
 *     connection({ items: 0, … }, [{ key: 'nodes', ...nodesOf(person) }])   with person = { name: value(0, 'required') }
 *
 * reads the row `[[["Kim Jong-un"]]]` as `{ people: { nodes: [{ name: "Kim Jong-un" }] } }`.
 *
 * Readings are kept as long as their operation is known. So each is made by a function of its own: what it closes over is
 * its cell and its object, and nothing of the document or the statement.
 */

/** A value of the answer. */
export type Answer = null | boolean | number | string | readonly Answer[] | AnswerObject;
type AnswerObject = { [key: string]: Answer };
type Row = readonly Value[];
type OfVariables<T> = (variables: Variables) => T;

/** What a field is read of: the row of its object, the type of that, the variables of the request, and the page around it. */
type From = {
  readonly row: Row;
  readonly typeName: string;
  readonly variables: Variables;
  readonly page?: Page | undefined;
};

/** A page in forward order, and whether there is more of the list on either side. */
type Page = {
  readonly items: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly cursors: CursorPlan;
};

/** Objects that a field leads to, and how many of them at most; without a number, one that counts as no item. */
type Lead = { readonly object?: ObjectPlan; readonly items?: OfVariables<number> };

/** How a field is read, and what it leads to. */
export type Reading = {
  readonly read: (from: From, coordinate: string) => Answer;
  readonly leads?: readonly Lead[];
};

export type FieldPlan = { readonly key: string; readonly coordinate: string; readonly reading: Reading };

/** An object of the answer: for each concrete type the fields that are read of its row. */
export type ObjectPlan = {
  /** The cell that holds the label of the value, when its type decides what is read. */
  readonly typeCell: number | undefined;
  /** By concrete type, in the order of the schema. */
  readonly fields: ReadonlyMap<string, readonly FieldPlan[]>;
  /** From label to concrete type. */
  readonly typeOf: ReadonlyMap<string, string>;
};

/** Reads the row of an object, that of the root first of all. */
export const readAnswer = (object: ObjectPlan, row: Row, variables: Variables): AnswerObject =>
  readObject(object, { row, variables });

function readObject(object: ObjectPlan, { row, variables, page }: Omit<From, 'typeName'>): AnswerObject {
  const typeName = typeOf(object, row);
  const fields = object.fields.get(typeName) ?? broken(`nothing is planned for ${typeName}`);
  const from = { row, typeName, variables, page };
  const answer: AnswerObject = {};
  for (const { key, reading, coordinate } of fields) answer[key] = reading.read(from, coordinate);
  return answer;
}

function typeOf(object: ObjectPlan, row: Row): string {
  const [only = ''] = object.fields.keys();
  if (object.typeCell === undefined) return only;
  const label = row[object.typeCell];
  return object.typeOf.get(String(label)) ?? invalid(`holds a ${label} where the schema allows none`);
}

const RELOAD = 'Run attested load --rebuild.';

function invalid(what: string, hint = RELOAD): never {
  throw new ServiceError('GRAPH_INVALID', `The graph ${what}.`, { hint });
}

function rowAt({ row }: Pick<From, 'row'>, cell: number): Row {
  const value = row[cell];
  return Array.isArray(value) ? value : broken('a cell that should hold a row holds none');
}

const rowsAt = (from: Pick<From, 'row'>, cell: number) => rowAt(from, cell) as readonly Row[];

const ONE = (): number => 1;

/** `__typename` */
export const TYPENAME: Reading = { read: ({ typeName }) => typeName };

/** What there is none of, and the graph need not be asked for. */
export const NULL: Reading = { read: () => null };

/** What the request itself tells. */
export const told = (tell: OfVariables<unknown>): Reading => ({
  read: ({ variables }) => tell(variables) as Answer,
});

/** What stands for a value that is not there. */
export type Shape = 'required' | 'nullable' | 'list';

/** A value of the row. */
export const value = (cell: number, shape: Shape): Reading => ({
  read: ({ row }, coordinate) => readValue(row[cell], shape, coordinate),
});

function readValue(found: Value | undefined, shape: Shape, coordinate: string): Answer {
  if (found !== null && found !== undefined)
    return typeof found === 'bigint' ? String(found) : (found as Answer);
  if (shape === 'list') return [];
  if (shape === 'nullable') return null;
  const hint = 'Run attested load --rebuild; if it stays, the scripts in cypher/ leave the property out.';
  invalid(`has no value for ${coordinate}, which every answer must have`, hint);
}

/** A day of the row, which is told as text or as the number of the day; null where there is none. */
export const day = (cell: number): Reading => ({
  read: ({ row }) => {
    const found = row[cell];
    return typeof found === 'number' ? dayText(dayOf(found)) : ((found ?? null) as Answer);
  },
});

/** The span that `[text, offset, start, end]` cut out of a sentence, counting in code points. */
export const quote = (cell: number): Reading => ({
  read: (from) => {
    const [text, offset, start, end] = rowAt(from, cell);
    if (typeof text !== 'string') return null;
    const first = Number(start) - Number(offset);
    return [...text].slice(first, first + Number(end) - Number(start)).join('');
  },
});

/** An object in the row around it. */
export const here = (object: ObjectPlan): Reading => ({
  read: (from) => readObject(object, from),
  leads: [{ object }],
});

/** An object in a cell, or null. */
export const inline = (cell: number, object: ObjectPlan): Reading => ({
  read: (from) => (from.row[cell] === null ? null : readAnswer(object, rowAt(from, cell), from.variables)),
  leads: [{ object }],
});

/** The first object of a list. */
export const one = (cell: number, object: ObjectPlan, shape: Shape): Reading => ({
  read: (from, coordinate) => {
    const [item] = rowsAt(from, cell);
    if (item) return readAnswer(object, item, from.variables);
    return shape === 'required'
      ? invalid(`has nothing for ${coordinate}, which every answer must have`)
      : null;
  },
  leads: [{ object, items: ONE }],
});

/** The objects of a list. */
export const many = (cell: number, object: ObjectPlan, size: OfVariables<number>): Reading => ({
  read: (from) =>
    rowsAt(from, cell)
      .slice(0, size(from.variables))
      .map((item) => readAnswer(object, item, from.variables)),
  leads: [{ object, items: size }],
});

/** Objects that were found by their ids, `[[id, […]], …]`, in the order in which they were asked for. */
export const byId = (cell: number, object: ObjectPlan, ids: OfVariables<readonly string[]>): Reading => ({
  read: (from) => {
    const found = new Map(rowsAt(from, cell).map(([id, item]) => [String(id), item as Row]));
    return ids(from.variables).map((id) => {
      const item = found.get(id);
      return item ? readAnswer(object, item, from.variables) : null;
    });
  },
  leads: [{ object, items: (variables) => ids(variables).length }],
});

/** A part of what was found before the statement; the cell has the place of it among all that was. */
export const found = (cell: number, part: (variables: Variables, at: number) => unknown): Reading => ({
  read: ({ row, variables }) => part(variables, Number(row[cell])) as Answer,
});

/** How the cursors of a list are made: what marks them, and the cells of an item that hold its sort keys. */
export type CursorPlan = { readonly mark: string; readonly keyCells: readonly number[] };

/** The cursor of an item. */
export const cursor = (plan: CursorPlan): Reading => ({ read: ({ row }) => cursorOf(plan, row) });

const cursorOf = ({ mark, keyCells }: CursorPlan, item: Row): string =>
  encodeCursor(
    mark,
    keyCells.map((cell) => item[cell] ?? null),
  );

/** Where a page is found, and how it lies in its list. */
export type PagePlan = {
  readonly size: OfVariables<number>;
  readonly backward: boolean;
  readonly cursors: CursorPlan;
  /** The cell that holds its items, where any of it is asked for. */
  readonly items: number | undefined;
  /** The cell that tells whether something lies on the far side of the cursor that the page begins at. */
  readonly behind: number | undefined;
  /** As `behind`, of the cursor that it ends at where there are two. */
  readonly beyond: number | undefined;
};

/** A connection, whose fields are read of its page. That is read once, and priced as often as its items are shown. */
export const connection = (plan: PagePlan, object: ObjectPlan): Reading => {
  const leads = [...object.fields.values()].flat().flatMap(({ reading }) => reading.leads ?? []);
  const isShown = plan.items === undefined || leads.some(({ items }) => items === plan.size);
  return {
    read: (from) => readObject(object, { ...from, page: readPage(plan, from) }),
    leads: isShown ? leads : [{ items: plan.size }, ...leads],
  };
};

/** One item more was read than asked, to know whether there is more. */
function readPage({ items, size, backward, cursors, ...sides }: PagePlan, from: From): Page {
  const some = (cell: number | undefined) => cell !== undefined && Number(from.row[cell]) > 0;
  const read = items === undefined ? [] : rowsAt(from, items);
  const count = items === undefined ? 0 : size(from.variables);
  const kept = read.slice(0, count);
  const [further, nearer] = [read.length > count || some(sides.beyond), some(sides.behind)];
  return {
    items: backward ? kept.reverse() : kept,
    hasNextPage: backward ? nearer : further,
    hasPreviousPage: backward ? further : nearer,
    cursors,
  };
}

const pageOf = ({ page }: From): Page => page ?? broken('a part of a page is read of no page');

/** The items of a page: its nodes, or its edges. */
export const shown = (object: ObjectPlan, size: OfVariables<number>): Reading => ({
  read: (from) => pageOf(from).items.map((row) => readAnswer(object, row, from.variables)),
  leads: [{ object, items: size }],
});

/** The fields of a PageInfo. */
export const PAGE_INFO: { readonly [field: string]: Reading } = {
  hasNextPage: { read: (from) => pageOf(from).hasNextPage },
  hasPreviousPage: { read: (from) => pageOf(from).hasPreviousPage },
  startCursor: { read: (from) => endCursor(pageOf(from), 0) },
  endCursor: { read: (from) => endCursor(pageOf(from), -1) },
};

function endCursor({ items, cursors }: Page, index: number): Answer {
  const item = items.at(index);
  return item ? cursorOf(cursors, item) : null;
}
