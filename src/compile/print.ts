import { narrowed } from './cypher.ts';
import type {
  Cell,
  Count,
  List,
  NameResolution,
  ObjectPlan,
  OrderKey,
  Plan,
  Source,
  Subquery,
} from './plan.ts';

/**
 * The plan as one Cypher statement in the part of the language that every engine takes. Each list is a correlated
 * subquery: find, filter, order, cut, and only then expand what is left.
 */

/** Prints a plan: `CALL () { … RETURN collect([…]) AS h1 } RETURN [h1] AS data`. */
export function printStatement(plan: Plan): string {
  const names = plan.names.map(printName);
  const { calls, row } = printCells(plan.root.cells);
  return [...names, ...calls.map((call) => call.text), `RETURN ${row} AS data`].join('\n');
}

/** A name or id of an argument, looked up by index. */
function printName(resolution: NameResolution): string {
  const { matches, taken, idParameter, keyParameter, labels, mentions, asOf } = resolution;
  const tests = [
    ...(labels.length === 0 ? [] : [`(${labels.map((label) => `e:${label}`).join(' OR ')})`]),
    ...(asOf === undefined ? [] : [`coalesce(e.reportedOn, '') <= ${asOf}`]),
  ];
  const among = tests.length === 0 ? [] : [`WITH e, byId, mentions WHERE ${tests.join(' AND ')}`];
  const named = narrowed(
    `MATCH (:Name {key: ${keyParameter}})-[r:NAMES]->(e:Entity)`,
    asOf === undefined ? [] : [`coalesce(r.reportedOn, '') <= ${asOf}`],
  );
  return [
    'CALL () {',
    'CALL () {',
    `MATCH (e:Entity {id: ${idParameter}}) RETURN e, 1 AS byId, 0 AS mentions`,
    'UNION ALL',
    `${named} RETURN e, 0 AS byId, ${mentions} AS mentions`,
    '}',
    ...among,
    'WITH e, byId, mentions ORDER BY byId DESC, mentions DESC, e.id',
    `RETURN collect(e) AS ${matches}, head(collect(e)) AS ${taken}`,
    '}',
  ].join('\n');
}

type Printed = { readonly text: string; readonly imports: readonly string[] };

/** The subqueries that cells need before them, and the cells as a list. */
function printCells(cells: readonly Cell[]): { readonly calls: readonly Printed[]; readonly row: string } {
  const calls: Printed[] = [];
  const expressions = cells.map((cell) => printCell(cell, calls));
  return { calls, row: `[${expressions.join(', ')}]` };
}

function printCell(cell: Cell, calls: Printed[]): string {
  switch (cell.kind) {
    case 'expression':
      return cell.text;
    case 'object': {
      const inner = printCells(cell.cells);
      calls.push(...inner.calls);
      return inner.row;
    }
    case 'subquery':
      calls.push(printSubquery(cell.subquery));
      return columnOf(cell.subquery);
  }
}

function columnOf(subquery: Subquery): string {
  return subquery.kind === 'list' ? subquery.list.column : subquery.count.column;
}

function printSubquery(subquery: Subquery): Printed {
  return subquery.kind === 'list' ? printList(subquery.list) : printCount(subquery.count);
}

function printList(list: List): Printed {
  const { source, computed, order, backward, limit } = list;
  const bound = [...source.binds, ...computed.map((c) => c.column)];
  const { calls, row } = printCells(list.cells);
  const imports = importsOf(list, [...calls.flatMap((call) => call.imports), ...wantedBy(list.cells)], bound);
  const kept = [...imports, ...bound];
  const sorted = order.length === 0 ? '' : ` ORDER BY ${printOrder(order, backward)}`;
  const columns = [...kept, ...columnsOf(list.cells)];
  const body = [
    ...printFound(list, imports),
    `WITH ${source.repeats ? 'DISTINCT ' : ''}${kept.join(', ')}${sorted} LIMIT ${limit}`,
    ...calls.map((call) => call.text),
    ...(calls.length > 0 && sorted !== '' ? [`WITH ${columns.join(', ')}${sorted}`] : []),
    `RETURN collect(${row}) AS ${list.column}`,
  ];
  return wrap(imports, body);
}

function printCount(count: Count): Printed {
  const [first = ''] = count.source.binds;
  const bound = [...count.source.binds, ...count.computed.map((c) => c.column)];
  const imports = importsOf(count, [], bound);
  const body = [
    ...printFound(count, imports),
    ...(count.limit ? [`WITH ${first} LIMIT ${count.limit}`] : []),
    `RETURN count(${count.source.repeats ? 'DISTINCT ' : ''}${first}) AS ${count.column}`,
  ];
  return wrap(imports, body);
}

/** What cells need from outside that is not of their own item. */
function wantedBy(cells: readonly Cell[]): readonly string[] {
  return cells.flatMap((cell) => {
    if (cell.kind === 'object') return wantedBy(cell.cells);
    return cell.kind === 'expression' ? (cell.imports ?? []) : [];
  });
}

/** What a subquery needs from outside, for itself and for its own subqueries. */
function importsOf(
  owner: List | Count,
  inner: readonly string[],
  bound: readonly string[],
): readonly string[] {
  const wanted = new Set([...owner.imports, ...inner]);
  return [...wanted].filter((variable) => !bound.includes(variable));
}

function wrap(imports: readonly string[], body: readonly string[]): Printed {
  return { text: [`CALL (${imports.join(', ')}) {`, ...body, '}'].join('\n'), imports };
}

/** Finds the items: clauses, filter, what is computed per item, and the cursor. */
function printFound({ source, computed, seek }: List | Count, imports: readonly string[]): string[] {
  const conditions = computed.length === 0 ? [...source.conditions, ...seek] : source.conditions;
  const lines = printClauses(source, conditions, imports);
  if (computed.length === 0) return lines;
  const columns = [...imports, ...source.binds, ...computed.map((c) => c.column)].join(', ');
  return [
    ...lines,
    ...computed.map((c) => `CALL (${c.imports.join(', ')}) { ${c.text} }`),
    ...(seek.length > 0 ? [`WITH ${columns} WHERE ${seek.join(' AND ')}`] : []),
  ];
}

/** The clauses of a source and conditions: these stand at a MATCH or WITH; after a subquery they need a WITH of their own. */
export function printClauses(
  source: Source,
  conditions: readonly string[],
  imports: readonly string[] = [],
): string[] {
  const carried = imports.map((variable) => `, ${variable}`).join('');
  const lines = source.clauses.map((clause) => {
    if (typeof clause === 'string') return clause;
    return `WITH ${clause.distinct ? 'DISTINCT ' : ''}${clause.project}${carried}${clause.where ? ` WHERE ${clause.where}` : ''}`;
  });
  if (conditions.length === 0) return lines;
  const last = lines.at(-1) ?? '';
  if (last.startsWith('CALL'))
    return [...lines, narrowed(`WITH ${[...imports, ...source.binds].join(', ')}`, conditions)];
  return [...lines.slice(0, -1), narrowed(last, conditions)];
}

/** Sort keys; what has no value comes last, and all turns round for a page from the end. */
function printOrder(order: readonly OrderKey[], backward: boolean): string {
  return order
    .flatMap(({ expression, descending, nullable }) => [
      ...(nullable ? [`${expression} IS NULL${backward ? ' DESC' : ''}`] : []),
      `${expression}${descending !== backward ? ' DESC' : ''}`,
    ])
    .join(', ');
}

/** The columns that subqueries of the cells add. */
function columnsOf(cells: readonly Cell[]): string[] {
  return cells.flatMap((cell) => {
    if (cell.kind === 'expression') return [];
    return cell.kind === 'object' ? columnsOf(cell.cells) : [columnOf(cell.subquery)];
  });
}

/** Whether nothing is asked of the graph at all, as for `{ __typename }`. */
export function asksNothing(root: ObjectPlan): boolean {
  return root.cells.length === 0;
}
