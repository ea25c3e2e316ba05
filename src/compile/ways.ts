import type { Clause } from './plan.ts';
import { instantiateReported } from './reported.ts';
import { givenBy, reported, type Scope } from './scope.ts';

/** What shortest ways are looked for between, over which relationships, and how many of them at most. */
export type Search = {
  readonly start: string;
  readonly end: string;
  /** Relationship types as Cypher has them: `GAVE|GIVEN_TO`. */
  readonly types: string;
  readonly hops: number;
  /** The statuses that events between the ends may have, where not all of them will do. */
  readonly statuses: string | undefined;
};

/** Clauses that bind each shortest way once, and expressions that give its parts. */
export type Ways = {
  readonly clauses: readonly Clause[];
  /** The nodes in order. */
  readonly nodes: string;
  /** The relationships in order, or what `match` finds them by. */
  readonly facts: string;
  /** A text by which ways over the same nodes are told apart. */
  readonly spelled: string;
};

/** What a relationship is, spelled out: ` INVOLVED_IN SPEAKER`. */
const spell = (r: string): string => `' ' + type(${r}) + ' ' + coalesce(${r}.role, ${r}.title, '')`;

/** All shortest ways over whatever the graph holds. */
export function shortestWays(scope: Scope, { start, end, types, hops }: Search): Ways {
  const [a, b, p] = [scope.fresh('a'), scope.fresh('b'), scope.fresh('p_')];
  const clauses: Clause[] = [
    { project: `${start} AS ${a}, ${end} AS ${b}`, where: `${start}.id <> ${end}.id` },
    `MATCH ${p} = allShortestPaths((${a})-[:${types}*1..${hops}]-(${b}))`,
  ];
  const facts = `relationships(${p})`;
  const spelled = `reduce(t = '', r IN ${facts} | t + ${spell('r')})`;
  return { clauses, nodes: `nodes(${p})`, facts, spelled };
}

/**
 * All shortest ways over some of the graph alone: what had been reported by the day `asOf`, and events of some
 * statuses. A test of the paths that an engine finds comes too late: a shorter way that does not count would hide the
 * longer one that does. So the layers of what lies one, two, three steps from the end are laid first, up to the one
 * that holds the start; then the ways go from the start through the layers, back down to the end. A way of that length
 * is a shortest one, so none is followed in vain, and none passes the same thing twice. Facts are kept by their element ids: an engine need not keep a relationship whole in a
 * list that is put together.
 */
export function shortestWaysOver(scope: Scope, search: Search): Ways {
  const { start, end, hops } = search;
  const steps = Array.from({ length: hops }, (_, index) => index + 1);
  const [a, distance] = [scope.fresh('a'), scope.fresh('d')];
  const layers = [scope.fresh('l'), ...steps.map(() => scope.fresh('l'))];
  const layer = (step: number): string => layers[step] ?? '';
  const found = steps.map((step) => `WHEN ${a} IN ${layer(step)} THEN ${step}`).join(' ');
  const below = (step: number): string[] => layers.slice(0, step);
  const clauses: Clause[] = [
    { project: `${start} AS ${a}, [${end}] AS ${layer(0)}`, where: `${start}.id <> ${end}.id` },
    ...steps.map((step) => layLayer(scope, search, { a, from: layer(step - 1), to: layer(step) })),
  ];
  let ways = scope.fresh('w');
  const first = [...below(hops), `CASE ${found} END AS ${distance}`, `[[[${a}], [], '']] AS ${ways}`];
  clauses.push({ project: first.join(', '), where: `${distance} > 0` });
  for (const step of steps.toReversed()) {
    const [longer, next] = [scope.fresh('w'), scope.fresh('w')];
    clauses.push(goOn(scope, search, { distance, step, layer: layer(step - 1), ways, longer }));
    const taken = `CASE WHEN ${distance} >= ${step} THEN ${longer} ELSE ${ways} END AS ${next}`;
    clauses.push({ project: [...below(step - 1), distance, taken].join(', ') });
    ways = next;
  }
  const way = scope.fresh('w');
  clauses.push(`UNWIND ${ways} AS ${way}`);
  return { clauses, nodes: `${way}[0]`, facts: `${way}[1]`, spelled: `${way}[2]` };
}

/** Whether an event is of a status that counts; what is no event has none. The ends are asked for, whatever they are. */
function statusCounts(scope: Scope, statuses: string, n: string, a: string): string {
  const test = `this.status IS NULL OR this.status IN ${statuses}`;
  const { text } = instantiateReported(scope, test, givenBy(scope, { variable: n }));
  return `(${n}.id = ${a}.id OR ${text})`;
}

const whereAll = (tests: readonly string[]): string =>
  tests.length === 0 ? '' : ` WHERE ${tests.join(' AND ')}`;

/** What lies one step from a layer; nothing where the layer holds the start, or holds nothing. */
function layLayer(
  scope: Scope,
  { types, statuses }: Search,
  { a, from, to }: { readonly a: string; readonly from: string; readonly to: string },
): string {
  const [m, r, n] = [scope.fresh('m'), scope.fresh('r'), scope.fresh('n')];
  const tests = [...reported(scope, r, n), ...(statuses ? [statusCounts(scope, statuses, n, a)] : [])];
  return [
    `CALL (${a}, ${from}) { UNWIND CASE WHEN ${a} IN ${from} THEN [] ELSE ${from} END AS ${m}`,
    `MATCH (${m})-[${r}:${types}]-(${n})${whereAll(tests)}`,
    `RETURN collect(DISTINCT ${n}) AS ${to} }`,
  ].join(' ');
}

type Step = {
  readonly distance: string;
  readonly step: number;
  readonly layer: string;
  readonly ways: string;
  readonly longer: string;
};

/**
 * The ways one step longer, as far as it leads into the layer; no ways where they begin further down. Layer and steps
 * are put together by grouping, which takes time with their sum: to look for each in the other takes their product.
 */
function goOn(scope: Scope, { types }: Search, { distance, step, layer, ways, longer }: Step): string {
  const [m, r, n, way] = [scope.fresh('m'), scope.fresh('r'), scope.fresh('n'), scope.fresh('w')];
  const [found, inside] = [scope.fresh('f'), scope.fresh('i')];
  const due = (list: string): string => `CASE WHEN ${distance} >= ${step} THEN ${list} ELSE [] END`;
  const imports = `(${distance}, ${layer}, ${ways})`;
  return [
    `CALL ${imports} { CALL ${imports} {`,
    `UNWIND ${due(layer)} AS ${n} RETURN ${n}, null AS ${way}`,
    'UNION ALL',
    `UNWIND ${due(ways)} AS ${way} WITH ${way}, last(${way}[0]) AS ${m}`,
    `MATCH (${m})-[${r}:${types}]-(${n})${whereAll(reported(scope, r, n))}`,
    `RETURN ${n}, [${way}[0] + [${n}], ${way}[1] + [elementId(${r})], ${way}[2] + ${spell(r)}] AS ${way}`,
    `} WITH ${n}, collect(${way}) AS ${found}, count(*) - count(${way}) AS ${inside} WHERE ${inside} > 0`,
    `UNWIND ${found} AS ${way} RETURN collect(${way}) AS ${longer} }`,
  ].join(' ');
}
