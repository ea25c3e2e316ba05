import type { Clause, Expression, Variable } from '../cypher/ast.ts';
import {
  allOf,
  anyOf,
  carrying,
  column,
  hop,
  list,
  literal,
  match,
  node,
  operation,
  path,
  property,
  subcall,
  variable,
} from '../cypher/build.ts';
import { clauses, expression } from '../cypher/template.ts';
import { leftIn } from './begin.ts';
import type { Scope } from './plan.ts';

/** What shortest ways are looked for between, over which relationships, and how many of them at most. */
export type Search = {
  readonly start: Variable;
  readonly end: Variable;
  /** The relationship types. */
  readonly types: readonly string[];
  readonly hops: number;
  /** The statuses that things between the ends may have, where the request says. */
  readonly statuses: Expression | undefined;
};

/** Clauses that bind each shortest way once, and expressions that give its parts. */
export type Ways = {
  readonly clauses: readonly Clause[];
  /** The nodes in order. */
  readonly nodes: Expression;
  /** The ids of the facts in order. */
  readonly facts: Expression;
  /** A text by which ways over the same nodes are told apart. */
  readonly spelled: Expression;
};

const apart = ({ start, end }: Search): Expression => expression`${start}.id <> ${end}.id`;

/**
 * All shortest ways over what counts: what was there on the day `asOf`, and between the ends no thing that is denied or taken
 * back, or only things of some statuses. A test of the paths that an engine finds comes too late: a shorter way that does not count would hide the
 * longer one that does. So the layers of what lies one, two, three steps from the end are laid first, up to the one
 * that holds the start; then the ways go from the start through the layers, back down to the end. A way of that length
 * is a shortest one, so none is followed in vain, and none passes the same thing twice. Facts are kept by their ids.
 *
 *     WITH x0 AS a1, [x2] AS l3 WHERE x0.id <> x2.id
 *     CALL (a1, l3) { … one step further … RETURN collect(DISTINCT n4) AS l5 }
 *     WITH l3, CASE WHEN a1 IN l3 THEN 1 WHEN a1 IN l5 THEN 2 END AS d6, [[[a1], [], '']] AS w7 WHERE d6 > 0
 *     CALL (d6, l3, w7) { … one step down … RETURN collect(w8) AS w9 }
 *     UNWIND w9 AS w10
 */
export function shortestWays(scope: Scope, search: Search): Ways {
  const { start, end, hops } = search;
  const [a, distance] = [variable('a'), variable('d')];
  const layers = [variable('l')];
  const laid = Array.from({ length: hops }, () => {
    const [from, to] = [layers.at(-1) ?? a, variable('l')];
    layers.push(to);
    return layLayer(scope, search, { a, from, to });
  });
  const found: Expression = {
    kind: 'case',
    branches: layers
      .slice(1)
      .map((layer, index) => ({ when: operation('IN', a, layer), value: literal(index + 1) })),
  };
  const [nearest = a] = layers;
  const first = variable('w');
  const down = goDown(search, { layers, distance, ways: first });
  const way = variable('w');
  return {
    clauses: [
      carrying([column(start, a), column(list([end]), nearest)], { where: apart(search) }),
      ...laid,
      carrying([column(found, distance), column(expression`[[[${a}], [], '']]`, first)], {
        where: operation('>', distance, literal(0)),
      }),
      ...down.clauses,
      ...clauses`UNWIND ${down.ways} AS ${way}`,
    ],
    nodes: expression`${way}[0]`,
    facts: expression`${way}[1]`,
    spelled: expression`${way}[2]`,
  };
}

type Layer = { readonly a: Variable; readonly from: Variable; readonly to: Variable };

/** What lies one step from a layer; nothing where the layer holds the start, or holds nothing. */
function layLayer(scope: Scope, { types, statuses }: Search, { a, from, to }: Layer): Clause {
  const [m, n] = [variable('m'), variable('n')];
  const where = isWalkedOver(scope, statuses, { n, a });
  return subcall([
    ...clauses`UNWIND CASE WHEN ${a} IN ${from} THEN [] ELSE ${from} END AS ${m}`,
    match(path(node(m), hop(variable('r'), types, 'EITHER'), node(n)), where),
    ...clauses`RETURN collect(DISTINCT ${n}) AS ${to}`,
  ]);
}

/** Whether a way may lead over a thing: one of the statuses asked for, else none that lists leave out. Ends are always met. */
function isWalkedOver(
  scope: Scope,
  statuses: Expression | undefined,
  { n, a }: { readonly n: Variable; readonly a: Variable },
): Expression {
  const isEnd = expression`${n}.id = ${a}.id`;
  if (!statuses) return anyOf([isEnd, allOf(leftIn(scope, 'Entity', { variable: n }))]);
  const status = property(n, 'status', scope.mapping.gone('Entity')?.rule);
  return anyOf([isEnd, operation('IS NULL', status), operation('IN', status, statuses)]);
}

type Descent = { readonly layers: readonly Variable[]; readonly distance: Variable; readonly ways: Variable };

/** From the layer that holds the start down to the end, a step after the other. */
function goDown(
  { types }: Search,
  { layers, distance, ways }: Descent,
): { readonly clauses: readonly Clause[]; readonly ways: Variable } {
  const steps: Clause[] = [];
  let last = ways;
  for (let step = layers.length - 1; step >= 1; step -= 1) {
    const [longer, next, due] = [variable('w'), variable('w'), expression`${distance} >= ${literal(step)}`];
    steps.push(goOn(types, { due, layer: layers[step - 1] ?? ways, ways: last, longer }));
    const taken = expression`CASE WHEN ${due} THEN ${longer} ELSE ${last} END`;
    steps.push(carrying([column(taken, next)]));
    last = next;
  }
  return { clauses: steps, ways: last };
}

type Step = {
  /** Whether the ways have begun by this step. */
  readonly due: Expression;
  readonly layer: Variable;
  readonly ways: Variable;
  readonly longer: Variable;
};

/**
 * The ways one step longer, as far as it leads into the layer; no ways where they begin further down. Layer and steps
 * are put together by grouping, which takes time with their sum: to look for each in the other takes their product.
 */
function goOn(types: readonly string[], { due, layer, ways, longer }: Step): Clause {
  const [m, r, n, way] = [variable('m'), variable('r'), variable('n'), variable('w')];
  const [found, inside] = [variable('f'), variable('i')];
  const inLayer = clauses`UNWIND CASE WHEN ${due} THEN ${layer} ELSE [] END AS ${n} RETURN ${n}, null AS ${way}`;
  const onward = [
    ...clauses`UNWIND CASE WHEN ${due} THEN ${ways} ELSE [] END AS ${way} WITH ${way}, last(${way}[0]) AS ${m}`,
    match(path(node(m), hop(r, types, 'EITHER'), node(n))),
    ...clauses`
      RETURN ${n}, [${way}[0] + [${n}], ${way}[1] + [${r}.fact], ${way}[2] + ' ' + ${r}.fact] AS ${way}`,
  ];
  return subcall([
    subcall(inLayer, onward),
    ...clauses`
      WITH ${n}, collect(${way}) AS ${found}, count(*) - count(${way}) AS ${inside} WHERE ${inside} > 0
      UNWIND ${found} AS ${way}
      RETURN collect(${way}) AS ${longer}`,
  ]);
}
