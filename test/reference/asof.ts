import {
  type Graph,
  type GraphNode,
  has,
  idOf,
  outgoing,
  type Properties,
  type Relationship,
} from './graph.ts';

/** The graph as it could be told on a day: only what had been published by then. */

type Days = ReadonlyMap<GraphNode | Relationship, string>;

const least = (days: readonly string[]): string | undefined => [...days].sort()[0];

/** The day of the first article that says so; none for what nobody has to say. */
function reportDays(graph: Graph): Days {
  const days = new Map<GraphNode | Relationship, string>();
  const set = (item: GraphNode | Relationship, found: readonly string[]) => {
    const day = least(found);
    if (day !== undefined) days.set(item, day);
  };
  const of = (label: string) => graph.nodes.filter((node) => has(node, label));
  const known = (item: GraphNode | Relationship) => days.get(item) ?? [];
  for (const node of of('Article')) set(node, [String(node.properties.publishedOn)]);
  for (const node of of('Sentence'))
    set(
      node,
      outgoing(node, 'IN_ARTICLE', 'Article').flatMap((r) => known(r.end)),
    );
  for (const node of of('Claim'))
    set(
      node,
      outgoing(node, 'STATED_IN', 'Sentence').flatMap((r) => known(r.end)),
    );
  const facts = graph.relationships.filter((r) => has(r.start, 'Entity') && has(r.end, 'Entity'));
  for (const fact of facts) {
    const claims = (fact.properties.claims as string[] | undefined) ?? [];
    set(fact, claims.flatMap((id) => graph.byId.get(id) ?? []).flatMap(known));
  }
  const told = (node: GraphNode, by: string) =>
    node.in.filter((r) => r.type === by).flatMap((r) => known(r.start));
  for (const node of of('Entity')) {
    const otherwise = has(node, 'Event')
      ? []
      : [...told(node, 'MENTIONS'), ...[...node.in, ...node.out].flatMap(known)];
    set(node, [...told(node, 'ABOUT'), ...otherwise]);
  }
  return days;
}

const STATUSES = [
  'OCCURRED',
  'ONGOING',
  'HABITUAL',
  'PLANNED',
  'EXPECTED',
  'REQUESTED',
  'SPECULATED',
  'DOUBTED',
  'DENIED',
];

/** The strongest status among claims about an event: of preferred ones, else of others, else denials, else retracted ones. */
function statusBy(event: GraphNode, counts: (claim: GraphNode) => boolean): unknown {
  const claims = event.in.filter((r) => r.type === 'ABOUT' && counts(r.start)).map((r) => r.start.properties);
  const valid = claims.filter(({ rank }) => rank !== 'DEPRECATED');
  const affirmed = valid.filter(({ status }) => status !== 'DENIED');
  const preferred = affirmed.filter(({ rank }) => rank === 'PREFERRED');
  const heard = [preferred, affirmed, valid, claims].find((some) => some.length > 0) ?? [];
  return STATUSES.find((status) => heard.some((claim) => claim.status === status)) ?? null;
}

/** An event with the status of that day, and without dates that only later claims give. */
function eventBy(event: GraphNode, counts: (claim: GraphNode) => boolean): Properties {
  const claims = event.in.filter((r) => r.type === 'ABOUT').map((r) => r.start);
  const later = ['date', 'endDate'].filter((property) => {
    const giving = claims.filter(
      ({ properties: claim }) =>
        claim.property === property &&
        claim.value === event.properties[property] &&
        claim.status !== 'DENIED',
    );
    return giving.length > 0 && !giving.some(counts);
  });
  const told = Object.entries(event.properties).filter(([property]) => !later.includes(property));
  return { ...Object.fromEntries(told), status: statusBy(event, counts) };
}

/** Leaves out what was reported later, and tells the status of events as it was. */
export function graphAsOf(graph: Graph, day: string): Graph {
  const days = reportDays(graph);
  const counts = (item: GraphNode | Relationship) => (days.get(item) ?? '') <= day;
  const kept = new Map<GraphNode, GraphNode>();
  for (const node of graph.nodes.filter(counts)) {
    const properties = has(node, 'Event') ? eventBy(node, counts) : node.properties;
    kept.set(node, { labels: node.labels, properties, out: [], in: [] });
  }
  const relationships = graph.relationships.filter(counts).flatMap((r) => {
    const [start, end] = [kept.get(r.start), kept.get(r.end)];
    if (!start || !end) return [];
    const made = { ...r, start, end };
    start.out.push(made);
    end.in.push(made);
    return [made];
  });
  const nodes = [...kept.values()];
  return { nodes, relationships, byId: new Map(nodes.map((node) => [idOf(node), node])) };
}
