import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Cell } from '../export/cells.ts';

/**
 * How an answer becomes a table. The rule: the first list on the way down gives the rows; what stands above it is
 * repeated on each row; a list further down is joined by "; " in each of its columns, and shown once where all its
 * values are the same. A column is named by the way
 * to it from the root field, joined by "_", `nodes`, `edges` and `node` left out.
 */
export type Flattening = {
  readonly columns: readonly string[];
  readonly rows: (data: unknown) => Cell[][];
  /** The way to the page that holds the rows, where the operation can ask for the next one. */
  readonly page: readonly string[] | null;
};

/** One field as it is selected: its key in the answer, whether it is a list, and what is below it. */
type Step = { readonly key: string; readonly list: boolean; readonly below: readonly Step[] | null };

const PAGING: ReadonlySet<string> = new Set(['nodes', 'edges', 'node']);
const ASIDE: ReadonlySet<string> = new Set(['pageInfo', 'cursor', '__typename']);

type Way = readonly Step[];

/** Works out the columns of an operation from what it selects, so that an empty answer has them too. */
export function flattening(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Flattening {
  const root = stepsOf({ schema, document }, schema.getQueryType()?.name ?? 'Query', operation.selectionSet);
  const list = firstList(root, []) ?? [];
  const ways = leavesOf(root, []).filter((way) => !way.some((step) => ASIDE.has(step.key)));
  const rowAt = (way: Way) => list.length > 0 && list.every((step, i) => way[i] === step);
  const kept = ways.filter((way) => rowAt(way) || way.slice(0, -1).every((step) => list.includes(step)));
  const columns = uniqueNames(kept.length > 0 ? kept : ways);
  const used = kept.length > 0 ? kept : ways;
  const cells = (above: unknown, row: unknown) =>
    used.map((way) => (rowAt(way) ? valueAt(row, way.slice(list.length)) : valueAt(above, way)));
  const rows = (data: unknown) => {
    if (list.length === 0) return [cells(data, data)];
    return itemsAt(data, list).map((row) => cells(data, row));
  };
  return { columns, rows, page: pageOf(operation, list) };
}

type Context = { readonly schema: GraphQLSchema; readonly document: DocumentNode };

function stepsOf(context: Context, typeName: string, set: SelectionSetNode): Step[] {
  const steps: Step[] = [];
  for (const node of set.selections) {
    if (node.kind === Kind.FIELD) {
      const key = node.alias?.value ?? node.name.value;
      const type = fieldType(context, typeName, node.name.value);
      const below = node.selectionSet && type ? stepsOf(context, type.name, node.selectionSet) : null;
      mergeInto(steps, { key, list: type?.list ?? false, below });
      continue;
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragmentOf(context, node.name.value);
    const on = fragment.typeCondition?.name.value ?? typeName;
    for (const step of stepsOf(context, on, fragment.selectionSet)) mergeInto(steps, step);
  }
  return steps;
}

/** Two fragments may select the same field. */
function mergeInto(steps: Step[], step: Step): void {
  const at = steps.findIndex((known) => known.key === step.key);
  const known = steps[at];
  if (!known) {
    steps.push(step);
    return;
  }
  const below: Step[] = [...(known.below ?? [])];
  for (const further of step.below ?? []) mergeInto(below, further);
  steps[at] = { ...known, list: known.list || step.list, below: known.below || step.below ? below : null };
}

function fragmentOf({ document }: Context, name: string): FragmentDefinitionNode {
  const found = document.definitions.find(
    (d) => d.kind === Kind.FRAGMENT_DEFINITION && d.name.value === name,
  );
  if (found?.kind === Kind.FRAGMENT_DEFINITION) return found;
  throw new GraphQLError(`There is no fragment ${name}.`);
}

function fieldType({ schema }: Context, typeName: string, field: string) {
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isAbstractType(type)) return null;
  const found = 'getFields' in type ? type.getFields()[field]?.type : undefined;
  if (!found) return null;
  const named = getNamedType(found);
  const list = isListType(getNullableType(found));
  return { name: named.name, list: list && isCompositeType(named) };
}

function firstList(steps: readonly Step[], way: Way): Way | null {
  const list = steps.find((step) => step.list);
  if (list) return [...way, list];
  for (const step of steps) {
    const found = step.below && !ASIDE.has(step.key) ? firstList(step.below, [...way, step]) : null;
    if (found) return found;
  }
  return null;
}

function leavesOf(steps: readonly Step[], way: Way): Way[] {
  return steps.flatMap((step) =>
    step.below === null ? [[...way, step]] : leavesOf(step.below, [...way, step]),
  );
}

function uniqueNames(ways: readonly Way[]): string[] {
  const known = new Map<string, number>();
  return ways.map((way) => {
    const parts = way
      .slice(way.length > 1 ? 1 : 0)
      .filter((step, i, all) => i === all.length - 1 || !PAGING.has(step.key));
    const name = parts.map((step) => step.key).join('_');
    const count = (known.get(name) ?? 0) + 1;
    known.set(name, count);
    return count === 1 ? name : `${name}_${count}`;
  });
}

function get(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : null;
}

function itemsAt(data: unknown, way: Way): unknown[] {
  return way.reduce<unknown[]>((items, step) => items.flatMap((item) => get(item, step.key) ?? []), [data]);
}

/** The cell at the end of a way; on a way over lists all values, in step with those of other columns. */
function valueAt(item: unknown, way: Way): Cell {
  const values = valuesAt(item, way);
  if (!way.some((step) => step.list) && values.length <= 1) {
    const [value] = values;
    return value === undefined || value === null ? null : (value as string | number | boolean);
  }
  const words = values.map((value) => (value === null ? '' : String(value)));
  const distinct = new Set(words);
  return distinct.size > 1 ? words : [...distinct].filter((word) => word !== '');
}

function valuesAt(item: unknown, [step, ...rest]: Way): unknown[] {
  if (Array.isArray(item)) return item.flatMap((each) => valuesAt(each, step ? [step, ...rest] : []));
  return step && item !== null && item !== undefined ? valuesAt(get(item, step.key), rest) : [item ?? null];
}

/** Where `pageInfo` stands beside the rows, and the operation takes `$after`. */
function pageOf(operation: OperationDefinitionNode, list: Way): readonly string[] | null {
  const takesAfter = operation.variableDefinitions?.some((d) => d.variable.name.value === 'after') ?? false;
  const connection = list.at(-2);
  const asked = connection?.below?.some((step) => step.key === 'pageInfo') ?? false;
  return takesAfter && asked ? list.slice(0, -1).map((step) => step.key) : null;
}
