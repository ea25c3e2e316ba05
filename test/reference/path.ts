import { isGone } from './gone.ts';
import { type Graph, type GraphNode, has, idOf, type Relationship } from './graph.ts';
import { ordered } from './order.ts';

const isFact = ({ properties: { fact } }: Relationship): boolean => typeof fact === 'string';

/** One way from an entity to another. */
type Way = { readonly nodes: readonly GraphNode[]; readonly facts: readonly Relationship[] };

/** Which facts and which events a way may go over; null for all of them. */
export type Counts = {
  readonly via: ReadonlySet<string> | null;
  readonly statuses: ReadonlySet<string> | null;
  readonly maxHops: number;
};

const PATHS_MAX = 20;

/** All shortest ways over what counts, found layer by layer. */
function shortestWays([from, to]: readonly [GraphNode, GraphNode], counts: Counts): readonly Way[] {
  let ways: readonly Way[] = [{ nodes: [from], facts: [] }];
  const reached = new Set<GraphNode>([from]);
  for (let hop = 0; hop < counts.maxHops; hop++) {
    ways = ways.flatMap((way) =>
      goOn(way, to, counts).filter((longer) => !reached.has(longer.nodes.at(-1) as GraphNode)),
    );
    const found = ways.filter((way) => way.nodes.at(-1) === to);
    if (found.length > 0) return found;
    for (const way of ways) reached.add(way.nodes.at(-1) as GraphNode);
  }
  return [];
}

/** Whether a way may lead over a thing between its ends: one of the statuses asked for, else what is not gone. */
function isWalkedOver(node: GraphNode, statuses: Counts['statuses']): boolean {
  if (!has(node, 'Event') && !has(node, 'Gift')) return true;
  return statuses === null ? !isGone(node) : statuses.has(String(node.properties.status));
}

function goOn({ nodes, facts }: Way, to: GraphNode, { via, statuses }: Counts): readonly Way[] {
  const end = nodes.at(-1);
  if (!end) return [];
  return [...end.out, ...end.in]
    .filter((r) => isFact(r) && (via === null || via.has(r.type)))
    .map((r) => ({ r, next: r.start === end ? r.end : r.start }))
    .filter(({ next }) => next === to || isWalkedOver(next, statuses))
    .map(({ r, next }) => ({ nodes: [...nodes, next], facts: [...facts, r] }));
}

/** Ways in an order of their own: by the entities, then the facts on them. */
const spelled = ({ nodes, facts }: Way): readonly string[] => [
  ...nodes.map(idOf),
  ...facts.map(({ properties }) => String(properties.fact)),
];

function outcomeOf([from, to]: readonly (GraphNode | null)[], ways: readonly Way[]): string {
  if (!from || !to) return 'UNKNOWN_NAME';
  if (from === to) return 'SAME_ENTITY';
  if (ways.length === 0) return 'NONE_WITHIN_HOPS';
  return ways.length > PATHS_MAX ? 'TRUNCATED' : 'FOUND';
}

/** Answers `path(from:, to:)`. */
export function pathResult(
  graph: Graph,
  [from = null, to = null]: readonly (GraphNode | null)[],
  counts: Counts,
) {
  const { maxHops } = counts;
  const ways = from && to && from !== to ? shortestWays([from, to], counts) : [];
  const shown = ordered(ways, spelled).slice(0, PATHS_MAX);
  return {
    outcome: outcomeOf([from, to], ways),
    hops: ways[0]?.facts.length ?? null,
    maxHops,
    paths: shown.map(({ nodes, facts }) => ({
      hops: facts.length,
      nodes,
      facts: facts.map(({ properties }) => graph.byId.get(String(properties.fact))),
    })),
  };
}
