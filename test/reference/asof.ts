import { firstDay, lastDay } from './days.ts';
import {
  type Graph,
  type GraphNode,
  has,
  idOf,
  outgoing,
  type Properties,
  type Relationship,
} from './graph.ts';
import { namedBy } from './names.ts';
import { ordered } from './order.ts';

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
      : [
          ...told(node, 'MENTIONS'),
          ...told(node, 'ATTRIBUTED_TO'),
          ...[...node.in, ...node.out].flatMap(known),
        ];
    set(node, [...told(node, 'ABOUT'), ...otherwise]);
  }
  return days;
}

/** From the strongest to the weakest. */
export const STATUSES: readonly unknown[] = [
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

const RANKS = ['PREFERRED', 'NORMAL', 'DEPRECATED'];

/** The best of the claims that gave a date until a day: what was told of it before it was told as it is now. */
function toldBefore(claims: readonly GraphNode[], days: Days): Properties | undefined {
  const [best] = ordered(claims, (claim) => [
    RANKS.indexOf(String(claim.properties.rank)),
    days.get(claim) ?? '',
    idOf(claim),
  ]);
  return best?.properties;
}

const precisionOf = (edtf: string): string =>
  edtf.includes('/') ? 'INTERVAL' : ({ 4: 'YEAR', 7: 'MONTH' }[edtf.length] ?? 'DAY');

/** A date as it was told on a day; undefined where it is told as it is now. */
function dateBy(event: GraphNode, property: string, days: Days, day: string): Properties | undefined {
  const giving = event.in
    .filter((r) => r.type === 'ABOUT')
    .map((r) => r.start)
    .filter(({ properties: claim }) => claim.property === property && claim.status !== 'DENIED')
    .filter(({ properties: claim }) => typeof claim.value === 'string');
  const now = giving.filter((claim) => claim.properties.value === event.properties[property]);
  const known = (claim: GraphNode) => (days.get(claim) ?? '') <= day;
  if (now.length === 0 || now.some(known)) return undefined;
  const none = { [property]: null, [`${property}Basis`]: null, [`${property}Text`]: null };
  const told = toldBefore(giving.filter(known), days);
  if (told === undefined) return none;
  const { value, basis } = told;
  const edtf = String(value);
  return {
    ...none,
    [property]: edtf,
    [`${property}Min`]: firstDay(edtf),
    [`${property}Max`]: lastDay(edtf),
    [`${property}Precision`]: precisionOf(edtf),
    [`${property}Basis`]: basis ?? null,
  };
}

/** What claims give a value for, besides dates. */
const GIVEN = ['object', 'purpose', 'grounds', 'ordinal', 'duration', 'description'];

/** Of what claims give as it is, none where all of them came later. */
function givenBy(entity: GraphNode, counts: (claim: GraphNode) => boolean): Properties {
  const claims = entity.in.filter((r) => r.type === 'ABOUT').map((r) => r.start);
  const later = GIVEN.filter((property) => {
    const giving = claims.filter(
      ({ properties: { status, property: of, value } }) =>
        status !== 'DENIED' && of === property && value === String(entity.properties[property]),
    );
    return giving.length > 0 && !giving.some(counts);
  });
  return Object.fromEntries(later.map((property) => [property, null]));
}

/** An event with the status and the dates of that day. */
function eventBy(event: GraphNode, days: Days, day: string): Properties {
  const status = statusBy(event, (claim) => (days.get(claim) ?? '') <= day);
  const dates = ['date', 'endDate'].map((property) => dateBy(event, property, days, day));
  return { ...event.properties, ...dates[0], ...dates[1], status };
}

/** Leaves out what was reported later, and tells names, values, and the status of events, as they were. */
export function graphAsOf(graph: Graph, day: string): Graph {
  const days = reportDays(graph);
  const counts = (item: GraphNode | Relationship) => (days.get(item) ?? '') <= day;
  const kept = new Map<GraphNode, GraphNode>();
  for (const node of graph.nodes.filter(counts)) {
    const told = has(node, 'Event') ? eventBy(node, days, day) : node.properties;
    const properties = has(node, 'Entity')
      ? { ...told, ...givenBy(node, counts), ...namedBy(node, counts) }
      : told;
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
