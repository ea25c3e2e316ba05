import { dateOf, dateOfGift, type FuzzyDate } from './dates.ts';
import { factsOf } from './evidence.ts';
import { type GraphNode, idOf, incoming, outgoing, reach } from './graph.ts';
import { compareKeys, type KeyPart } from './order.ts';

type Key = GraphNode | string;

/** The keys that a node has in one dimension; several put it into several groups. */
type Dimension = (node: GraphNode) => readonly Key[];

/** What is counted, by what, and on which days it was. */
export type Statistics = {
  readonly dimensions: { readonly [name: string]: Dimension };
  readonly days: (node: GraphNode) => Pick<FuzzyDate, 'earliest' | 'latest'> | null;
};

const stored =
  (property: string): Dimension =>
  (node) =>
    typeof node.properties[property] === 'string' ? [node.properties[property]] : [];

const from =
  (type: string): Dimension =>
  (node) =>
    node.in.filter((r) => r.type === type).map((r) => r.start);
const to =
  (type: string): Dimension =>
  (node) =>
    node.out.filter((r) => r.type === type).map((r) => r.end);

const articlesOf: Dimension = (claim) =>
  outgoing(claim, 'STATED_IN', 'Sentence').flatMap((r) =>
    outgoing(r.end, 'IN_ARTICLE', 'Article').map((a) => a.end),
  );

/** Articles that speak of a thing by a claim that was not taken back, as a whole or in what it says of the thing. */
const speaking: Dimension = (entity) => {
  const live = new Set(
    factsOf(entity).flatMap((fact) =>
      incoming(fact, 'SAYS', 'Claim')
        .filter((r) => r.properties.live)
        .map((r) => r.start),
    ),
  );
  const about = incoming(entity, 'ABOUT', 'Claim').map((r) => r.start);
  const standing = about.filter(({ properties }) => (properties.withdrawnOn ?? null) === null);
  return [...new Set([...live, ...standing])].flatMap(articlesOf);
};

/** The month of a date that is known that precisely. */
function monthOf(days: Pick<FuzzyDate, 'earliest' | 'latest'> | null): readonly string[] {
  const [first, last] = [days?.earliest?.slice(0, 7), days?.latest?.slice(0, 7)];
  return first !== undefined && first === last ? [first] : [];
}

const countriesOf: Dimension = (event) => {
  const wider = (place: GraphNode) => place.out.filter((r) => r.type === 'LOCATED_IN').map((r) => r.end);
  const places = event.out
    .filter((r) => r.type === 'HAS_PLACE')
    .flatMap((r) => [...reach(r.end, wider, [0, 4])]);
  return places.filter((place) => place.labels.includes('Country'));
};

function publishedOn(claim: GraphNode): { readonly earliest: string; readonly latest: string } | null {
  const days = articlesOf(claim)
    .map((article) => String((article as GraphNode).properties.publishedOn))
    .sort();
  const [earliest, latest] = [days.at(0), days.at(-1)];
  return earliest !== undefined && latest !== undefined ? { earliest, latest } : null;
}

/** Things without a date of their own. */
const undated = (dimensions: Statistics['dimensions']): Statistics => ({
  days: () => null,
  dimensions: { ...dimensions, article: speaking },
});

/** What can be counted, by the label of the nodes. */
export const statistics: { readonly [label: string]: Statistics } = {
  Gift: {
    days: dateOfGift,
    dimensions: {
      giver: from('GAVE'),
      recipient: to('GIVEN_TO'),
      madeIn: to('MADE_IN'),
      item: stored('item'),
      status: stored('status'),
      month: (gift) => monthOf(dateOfGift(gift)),
      article: speaking,
    },
  },
  Event: {
    days: dateOf,
    dimensions: {
      kind: stored('kind'),
      status: stored('status'),
      actor: from('INVOLVED_IN'),
      country: countriesOf,
      month: (event) => monthOf(dateOf(event)),
      article: speaking,
    },
  },
  Person: undated({ gave: to('GAVE'), children: to('PARENT_OF') }),
  Country: undated({ gave: to('GAVE') }),
  Place: undated({ kind: stored('kind'), locatedIn: to('LOCATED_IN') }),
  Organization: undated({ kind: stored('kind'), represents: to('REPRESENTS'), gave: to('GAVE') }),
  Group: undated({}),
  Claim: {
    days: publishedOn,
    dimensions: {
      status: stored('status'),
      voice: stored('voice'),
      basis: stored('basis'),
      rank: stored('rank'),
      source: to('ATTRIBUTED_TO'),
      month: (claim) => [publishedOn(claim)?.earliest.slice(0, 7) ?? []].flat(),
      article: articlesOf,
    },
  },
};

/** `MADE_IN` as the name of a field. */
const fieldOf = (dimension: string): string =>
  dimension.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** All ways to take one key of each list; a list without any gives null. */
function combinations(lists: readonly (readonly Key[])[]): readonly (readonly (Key | null)[])[] {
  return lists.reduce<readonly (readonly (Key | null)[])[]>(
    (found, keys) => {
      const distinct: readonly (Key | null)[] = keys.length > 0 ? [...new Set(keys)] : [null];
      return found.flatMap((one) => distinct.map((key) => [...one, key]));
    },
    [[]],
  );
}

const spelled = (key: Key | null): string | null =>
  key === null || typeof key === 'string' ? key : idOf(key);

type Group = { readonly keys: readonly (Key | null)[]; readonly nodes: GraphNode[] };

/** Counts nodes in groups, the largest first, then by their keys. */
export function countIn(
  label: string,
  nodes: readonly GraphNode[],
  by: readonly string[],
): readonly object[] {
  const counted = statistics[label];
  if (!counted) throw new Error(`${label} is not counted`);
  const fields = [...new Set(by)].map(fieldOf);
  const groups = new Map<string, Group>();
  for (const node of nodes) {
    for (const keys of combinations(fields.map((field) => counted.dimensions[field]?.(node) ?? []))) {
      const name = JSON.stringify(keys.map(spelled));
      const group = groups.get(name) ?? { keys, nodes: [] };
      group.nodes.push(node);
      groups.set(name, group);
    }
  }
  const order = ({ keys, nodes: found }: Group): readonly KeyPart[] => [
    { value: found.length, descending: true },
    ...keys.map((key) => ({ value: spelled(key), descending: false })),
  ];
  const sorted = [...groups.values()].sort((a, b) => compareKeys(order(a), order(b)));
  return sorted.map((group) => shown(group, fields, counted));
}

function shown({ keys, nodes }: Group, fields: readonly string[], { days }: Statistics): object {
  const dates = nodes.flatMap((node) => days(node) ?? []);
  const firsts = dates.flatMap((date) => date.earliest ?? []).sort();
  const lasts = dates.flatMap((date) => date.latest ?? []).sort();
  const named = Object.fromEntries(fields.map((field, index) => [field, keys[index] ?? null]));
  return { ...named, count: nodes.length, first: firsts.at(0) ?? null, last: lasts.at(-1) ?? null };
}
