import type {
  Clause,
  Expression,
  HopPattern,
  Match,
  Name,
  NodePattern,
  Parameter,
  Pattern,
  Query,
} from '../cypher/ast.ts';
import { rewrite } from '../cypher/build.ts';
import { ServiceError } from '../errors.ts';
import type { Statistics } from '../store/store.ts';
import { type Degrees, degreesOf } from './degrees.ts';
import type { Variables } from './input.ts';

/**
 * The price of work: about how many rows a statement goes through, from the statement and from how the graph is made up. It tells
 * which lane an operation takes, and which is refused; the deadline has the last word. It is made with the statement, as
 * functions of the rows that come in, and evaluated for each request. Of
 *
 *     MATCH (v0:Person) WHERE EXISTS { MATCH (v0)-[r1:GAVE]->(v2:Gift) WHERE v2.item CONTAINS $p0 }
 *
 * with 731 people who gave 4 gifts each, 731 people are gone through, then 731 x 4 gifts, and each of their texts.
 *
 * A scan counts its label, an index 1, a hop the rows times the number of such relationships at such a node: the average
 * where all nodes were scanned, the largest where one is given, between the two where it was reached by another hop. A
 * text that is looked through counts once more, a subquery thirty rows for each that it runs for, a sort n log n, and a page
 * cuts rows only behind the sort. What is not known is taken to be few.
 */
export type Work = (graph: Statistics, variables: Variables) => Estimate;

/** Rows gone through, and what of it is most, as Cypher has it: `(:Person)`, `[:GAVE]`, `ORDER BY`. */
export type Estimate = { readonly rows: number; readonly most: string };

/** The refusal of what goes through more than `max` rows, which names what most of them are. */
export function tooMuchWork({ rows, most }: Estimate, max: number): ServiceError {
  const message = `The question would go through about ${rows} rows of the graph; the limit is ${max} (WORK_MAX).`;
  const hint = `Most of it is ${most}: begin with an id or a name, or ask with fewer conditions, orders and counts at once.`;
  return new ServiceError('COST_LIMIT', message, { hint });
}

/** What is known while a statement is gone through in thought. */
type Run = {
  readonly graph: Degrees;
  readonly variables: Variables;
  /** How long lists are that were collected before. */
  readonly lists: Map<Name, number>;
  readonly add: (rows: number, what: string) => void;
};

/** One clause: from how many rows come in to how many go on. */
type Step = (run: Run, rows: number) => number;

/** What is known of a variable: its label; how it was come by, since what many lead to has more relationships itself. */
type Met = { readonly label: string | undefined; readonly by: 'given' | 'scanned' | 'reached' };

type Known = Map<Name, Met>;

/** Makes the price of a statement, and of the searches before it. */
export function workOf(statement: Query, searches: number): Work {
  const steps = queryStep(statement, new Map());
  return (statistics, variables) => {
    let rows = 0;
    const parts = new Map<string, number>();
    const add = (some: number, what: string) => {
      rows += some;
      parts.set(what, (parts.get(what) ?? 0) + some);
    };
    if (searches > 0) add(searches * SEARCH_ROWS, 'search');
    steps({ graph: degreesOf(statistics), variables, lists: new Map(), add }, 1);
    const [most = ['', 0]] = [...parts].sort(([, one], [, other]) => other - one);
    return { rows: Math.ceil(rows), most: most[0] };
  };
}

function queryStep({ branches }: Query, known: Known): Step {
  const ways = branches.map((clauses) => {
    const inside: Known = new Map(known);
    const steps = clauses.map((clause) => clauseStep(clause, inside));
    for (const [name, one] of inside) if (!known.has(name)) known.set(name, one);
    return steps;
  });
  return (run, rows) =>
    ways.reduce((sum, steps) => sum + steps.reduce((left, step) => step(run, left), rows), 0);
}

function clauseStep(clause: Clause, known: Known): Step {
  switch (clause.kind) {
    case 'match':
      return matchStep(clause, known);
    case 'unwind':
      known.set(clause.as, { label: undefined, by: 'reached' });
      return (run, rows) => counted(run, rows * lengthOf(clause.list, run), 'UNWIND');
    case 'subcall': {
      const inner = queryStep(clause.query, known);
      return (run, rows) => {
        counted(run, rows * CALL_ROWS, 'CALL');
        return inner(run, rows);
      };
    }
    default:
      return columnsStep(clause, known);
  }
}

function counted({ add }: Run, rows: number, what: string): number {
  add(rows, what);
  return rows;
}

/** What it takes to look at a node, in rows: most go no further. */
const SCANNED = 0.3;

/** What a look into the full-text indexes takes, in rows. */
const SEARCH_ROWS = 2_000;

/** What it takes to run a subquery for one row, in rows. */
const CALL_ROWS = 30;

/** Items of a list whose length nothing tells. */
const SOME = 4;

function lengthOf(list: Expression, { lists, variables }: Run): number {
  if (list.kind === 'parameter') return sizeOf(list, variables);
  if (list.kind === 'list') return list.items.length;
  const lengths = [...namesIn(list)].map((name) => lists.get(name)).filter((length) => length !== undefined);
  return lengths.length === 0 ? SOME : Math.max(...lengths);
}

/** A number as it is, a list by its length; what is refused later is nothing yet. */
function sizeOf({ read }: Parameter, variables: Variables): number {
  try {
    const value = read(variables);
    return Array.isArray(value) ? value.length : typeof value === 'number' ? value : SOME;
  } catch {
    return 0;
  }
}

function namesIn(expression: Expression): ReadonlySet<Name> {
  const names = new Set<Name>();
  rewrite(expression, (one) => {
    if (one.kind === 'variable') names.add(one);
    return undefined;
  });
  return names;
}

/** Share of rows that a condition lets through: of an equality, a text that is looked for, anything else. */
const KEPT = { equal: 0.3, text: 0.3, other: 0.5 };

function matchStep({ patterns, where }: Match, known: Known): Step {
  const steps = patterns.map((pattern) => patternStep(pattern, known));
  const test = where && conditionStep(where, known);
  return (run, rows) => {
    const found = steps.reduce((left, step) => step(run, left), rows);
    return test ? test(run, found) : found;
  };
}

/** Begins at an end that is bound or that an index finds, else at the first, and follows its hops. */
function patternStep({ parts }: Pattern, known: Known): Step {
  const isGiven = (part: Pattern['parts'][number] | undefined) =>
    part?.kind === 'node' && (isBound(part, known) || part.properties.length > 0);
  const isTurned = !isGiven(parts[0]) && isGiven(parts.at(-1));
  const [first, ...rest] = isTurned ? [...parts].reverse() : parts;
  if (first?.kind !== 'node') return (_run, rows) => rows;
  const steps = [startStep(first, known)];
  let from = first;
  for (let at = 0; at < rest.length; at += 2) {
    const [hop, to] = [rest[at], rest[at + 1]];
    if (hop?.kind !== 'hop' || to?.kind !== 'node') break;
    steps.push(hopStep({ from, hop, to, isTurned }, known));
    from = to;
  }
  return (run, rows) => steps.reduce((left, step) => step(run, left), rows);
}

const isBound = ({ variable }: NodePattern, known: Known): boolean =>
  variable !== undefined && known.has(variable);

/** Of several labels the one of its own, by which there are fewest. */
const labelOf = ({ labels, variable }: NodePattern, known: Known): string | undefined =>
  labels.at(-1) ?? (variable && known.get(variable)?.label);

function startStep(node: NodePattern, known: Known): Step {
  if (isBound(node, known)) return (_run, rows) => rows;
  const [label, isIndexed] = [labelOf(node, known), node.properties.length > 0];
  if (node.variable) known.set(node.variable, { label, by: isIndexed ? 'given' : 'scanned' });
  return (run, rows) => {
    const found = isIndexed ? rows : rows * run.graph.nodes(label);
    run.add(found * SCANNED, `(:${label ?? ''})`);
    return found;
  };
}

type Hop = {
  readonly from: NodePattern;
  readonly hop: HopPattern;
  readonly to: NodePattern;
  readonly isTurned: boolean;
};

function hopStep({ from, hop, to, isTurned }: Hop, known: Known): Step {
  const start = labelOf(from, known);
  const met = (from.variable && known.get(from.variable)?.by) ?? 'reached';
  const wasBound = isBound(to, known);
  const end = labelOf(to, known);
  const asked = { types: hop.types, outgoing: directionsOf(hop, isTurned) };
  const what = `[:${hop.types.join('|')}]`;
  for (const name of [hop.variable, to.variable])
    if (name && !known.has(name))
      known.set(name, { label: name === to.variable ? end : undefined, by: 'reached' });
  return (run, rows) => {
    let [here, found, label] = [rows, hop.length?.min === 0 ? rows : 0, start];
    for (let step = 0; step < (hop.length?.max ?? 1) && here > rows / 100; step += 1) {
      here = counted(
        run,
        run.graph.follow(here, label, { ...asked, met: step === 0 ? met : 'reached' }),
        what,
      );
      found += here;
      label = run.graph.far(label, asked);
    }
    if (wasBound) return Math.min(rows, found);
    return to.properties.length > 0 ? Math.min(rows, found) : found;
  };
}

/** Which ways a hop is followed: out of the node that it is followed from, or into it. */
function directionsOf({ direction }: HopPattern, isTurned: boolean): readonly boolean[] {
  if (direction === 'EITHER') return [true, false];
  return [(direction === 'OUT') !== isTurned];
}

/** A condition is tested for each row; what it asks of others is gone through for each as well. */
function conditionStep(condition: Expression, known: Known): Step {
  const inner: Step[] = [];
  let [texts, compared, kept] = [0, 0, 1];
  rewrite(condition, (one) => {
    if (one.kind === 'subquery') {
      inner.push(queryStep(one.query, new Map(known)));
      kept = Math.min(kept, KEPT.other);
      return one;
    }
    if (one.kind !== 'operation') return undefined;
    if (one.operator === 'CONTAINS' || one.operator === 'STARTS WITH') {
      texts += 1;
      kept = Math.min(kept, KEPT.text);
    } else if (one.operator === '=' || one.operator === 'IN') kept = Math.min(kept, KEPT.equal);
    compared += 1;
    return undefined;
  });
  return (run, rows) => {
    run.add(rows * (texts + 0.05 * compared), texts > 0 ? 'CONTAINS' : 'WHERE');
    for (const step of inner) step(run, rows);
    return Math.max(Math.min(rows, 1), rows * kept);
  };
}

const AGGREGATES: ReadonlySet<string> = new Set(['count', 'collect', 'sum', 'min', 'max', 'avg']);

function aggregates(value: Expression): boolean {
  let found = false;
  rewrite(value, (one) => {
    if (one.kind === 'subquery') return one;
    found ||= one.kind === 'call' && AGGREGATES.has(one.name);
    return undefined;
  });
  return found;
}

/** How many rows make a group where nothing tells. */
const OF_GROUP = 3;

/** Groups, sorts, cuts and filters, in this order. */
function columnsStep(clause: Exclude<Clause, { kind: 'match' | 'unwind' | 'subcall' }>, known: Known): Step {
  const { columns, distinct, order = [], limit } = clause;
  const grouped = columns.filter(({ value }) => aggregates(value));
  const isOneRow = grouped.length > 0 && grouped.length === columns.length;
  const inner: Step[] = [];
  rewrite(
    columns.map(({ value }) => value),
    (one) => {
      if (one.kind !== 'subquery') return undefined;
      inner.push(queryStep(one.query, new Map(known)));
      return one;
    },
  );
  for (const { value, as } of columns) {
    known.set(as, keptAs(value, known));
  }
  const test = clause.kind === 'with' && clause.where ? conditionStep(clause.where, known) : undefined;
  return (run, rows) => {
    run.add(rows * (distinct || grouped.length > 0 ? 2 : 1), distinct ? 'DISTINCT' : 'WITH');
    for (const step of inner) step(run, rows);
    const groups = isOneRow ? Math.min(rows, 1) : grouped.length > 0 ? rows / OF_GROUP : rows;
    for (const { as } of grouped) run.lists.set(as, isOneRow ? Math.min(rows, run.graph.things) : OF_GROUP);
    let left = groups;
    if (order.length > 0) run.add((left * Math.log2(left + 2) * (1 + order.length)) / 8, 'ORDER BY');
    if (limit) left = Math.min(left, limitOf(limit, run));
    return test ? test(run, left) : left;
  };
}

/** What is known of a column: what was of the variable that it is, or of which it is the first, `head(collect(v0))`. */
function keptAs(value: Expression, known: Known): Met {
  const isFirst = value.kind === 'call' && value.name === 'head';
  const [only] = value.kind === 'variable' || isFirst ? [...namesIn(value)] : [];
  const { label, by = 'reached' } = (only && known.get(only)) ?? { label: undefined };
  return { label, by: isFirst ? 'given' : by };
}

function limitOf(limit: Expression, { variables }: Run): number {
  if (limit.kind === 'literal') return Number(limit.value);
  return limit.kind === 'parameter' ? sizeOf(limit, variables) : Number.POSITIVE_INFINITY;
}
