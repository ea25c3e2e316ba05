import { broken, ServiceError } from '../errors.ts';
import type { Value } from '../store/store.ts';
import type { Variables } from './input.ts';
import { encodeCursor } from './input.ts';
import type {
  ConnectionField,
  ConnectionPlan,
  FieldPlan,
  ObjectPlan,
  PageInfoField,
  PagePlan,
  Reading,
} from './plan.ts';

/** Turns the one row of a statement into the answer, keyed by response name. */

/** A value of the answer. */
export type Answer = null | boolean | number | string | readonly Answer[] | AnswerObject;
type AnswerObject = { [key: string]: Answer };
type Row = readonly Value[];

/** Reads the root row. */
export function readAnswer(root: ObjectPlan, row: Row, variables: Variables): AnswerObject {
  return readObject(root, row, variables);
}

function readObject(object: ObjectPlan, row: Row, variables: Variables): AnswerObject {
  const typeName = typeOf(object, row);
  const fields = object.fields.get(typeName) ?? broken(`nothing is planned for ${typeName}`);
  const answer: AnswerObject = {};
  for (const field of fields) answer[field.key] = readField(field, typeName, { row, variables });
  return answer;
}

function typeOf(object: ObjectPlan, row: Row): string {
  const [only] = object.fields.keys();
  if (object.typeCell === undefined) return only ?? '';
  const label = row[object.typeCell];
  const found = object.typeOf.get(String(label));
  if (found === undefined) {
    throw new ServiceError('GRAPH_INVALID', `The graph holds a ${label} where the schema allows none.`, {
      hint: 'Run attested load --rebuild.',
    });
  }
  return found;
}

/** Where a field is read from. */
type From = { readonly row: Row; readonly variables: Variables };

function readField({ reading, coordinate }: FieldPlan, typeName: string, from: From): Answer {
  const { row, variables } = from;
  switch (reading.kind) {
    case 'typename':
      return typeName;
    case 'variable':
      return reading.read(variables) as Answer;
    case 'value':
      return readValue(coordinate, reading, row[reading.cell]);
    case 'quote':
      return readQuote(rowAt(row, reading.cell));
    case 'inline':
      return row[reading.cell] === null
        ? null
        : readObject(reading.object, rowAt(row, reading.cell), variables);
    case 'here':
      return readObject(reading.object, row, variables);
    case 'one':
      return readOne(coordinate, reading, from);
    case 'list':
      return rowsAt(row, reading.cell)
        .slice(0, reading.size(variables))
        .map((item) => readObject(reading.object, item, variables));
    case 'byId':
      return readById(reading, row, variables);
    case 'found':
      return reading.part(variables, Number(row[reading.cell])) as Answer;
    case 'cursor':
      return cursorOf(reading.page, row);
    case 'connection':
      return readConnection(reading.connection, row, variables);
  }
}

function rowAt(row: Row, cell: number): Row {
  const value = row[cell];
  return Array.isArray(value) ? value : broken('a cell that should hold a row holds none');
}

function rowsAt(row: Row, cell: number): readonly Row[] {
  return rowAt(row, cell) as readonly Row[];
}

function readValue(
  coordinate: string,
  reading: Extract<Reading, { kind: 'value' }>,
  value: Value | undefined,
): Answer {
  if (value === null || value === undefined) {
    if (reading.shape === 'list') return [];
    if (reading.shape === 'nullable') return null;
    throw new ServiceError(
      'GRAPH_INVALID',
      `The graph has no value for ${coordinate}, which every answer must have.`,
      {
        hint: 'Run attested load --rebuild; if it stays, the scripts in cypher/ leave the property out.',
      },
    );
  }
  return typeof value === 'bigint' ? String(value) : (value as Answer);
}

/** Cuts the span out of the sentence, counting in code points. */
function readQuote([text, offset, start, end]: Row): string | null {
  if (typeof text !== 'string') return null;
  const from = Number(start) - Number(offset);
  return [...text].slice(from, from + Number(end) - Number(start)).join('');
}

function readOne(
  coordinate: string,
  reading: Extract<Reading, { kind: 'one' }>,
  { row, variables }: From,
): Answer {
  const [item] = rowsAt(row, reading.cell);
  if (item) return readObject(reading.object, item, variables);
  if (!reading.required) return null;
  throw new ServiceError(
    'GRAPH_INVALID',
    `The graph has nothing for ${coordinate}, which every answer must have.`,
    {
      hint: 'Run attested load --rebuild.',
    },
  );
}

function readById(reading: Extract<Reading, { kind: 'byId' }>, row: Row, variables: Variables): Answer {
  const found = new Map(rowsAt(row, reading.cell).map(([id, item]) => [String(id), item as Row]));
  return reading.ids(variables).map((id) => {
    const item = found.get(id);
    return item ? readObject(reading.object, item, variables) : null;
  });
}

function cursorOf(page: PagePlan, item: Row): string {
  return encodeCursor(
    page.mark,
    page.keyCells.map((cell) => item[cell] ?? null),
  );
}

type Page = { readonly items: readonly Row[]; readonly more: boolean; readonly behind: boolean };

function readConnection(connection: ConnectionPlan, row: Row, variables: Variables): AnswerObject {
  const page = readPage(connection, row, variables);
  const answer: AnswerObject = {};
  for (const field of connection.fields) {
    answer[field.key] = readConnectionField(connection, field, { page, row, variables });
  }
  return answer;
}

/** The items of the page in forward order; one more was read than asked, to know whether there is more. */
function readPage({ items, page, behind, beyond }: ConnectionPlan, row: Row, variables: Variables): Page {
  const some = (cell: number | undefined) => cell !== undefined && Number(row[cell]) > 0;
  const read = items === undefined ? [] : rowsAt(row, items);
  const size = items === undefined ? 0 : page.size(variables);
  const kept = read.slice(0, size);
  return {
    items: page.backward ? kept.reverse() : kept,
    more: read.length > size || some(beyond),
    behind: some(behind),
  };
}

function readConnectionField(
  connection: ConnectionPlan,
  field: ConnectionField,
  { page, row, variables }: From & { readonly page: Page },
): Answer {
  switch (field.kind) {
    case 'typename':
      return field.name;
    case 'items':
      return page.items.map((item) => readObject(field.object, item, variables));
    case 'totalCount':
      return Number(row[field.cell]);
    case 'pageInfo':
      return Object.fromEntries(
        field.fields.map((info) => [info.key, readPageInfo(connection.page, info, page)]),
      );
  }
}

function readPageInfo(plan: PagePlan, { name }: PageInfoField, { items, more, behind }: Page): Answer {
  switch (name) {
    case 'hasNextPage':
      return plan.backward ? behind : more;
    case 'hasPreviousPage':
      return plan.backward ? more : behind;
    case 'startCursor':
      return items[0] ? cursorOf(plan, items[0]) : null;
    case 'endCursor': {
      const last = items.at(-1);
      return last ? cursorOf(plan, last) : null;
    }
    default:
      return 'PageInfo';
  }
}
