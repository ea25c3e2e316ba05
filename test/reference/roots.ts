import { computedRoots } from './computed.ts';
import { connect, type World } from './connection.ts';
import { ACTORS, entities, eventsAt, gave, received } from './entities.ts';
import { claimsAbout, factsOf } from './evidence.ts';
import { satisfies } from './filter.ts';
import { type GraphNode, has, type Item, outgoing, reach } from './graph.ts';
import type { ListArguments } from './list.ts';
import { type NamedAs, resolve, theOne } from './resolution.ts';
import { type ListField, type NamedArgument, unjoined } from './shape.ts';

const ROOT_PAGE = 50;
const ENTITIES = Object.keys(entities);
const NODES = [...ENTITIES, 'Article', 'Sentence', 'Claim', 'Fact'];

type Root = (args: ListArguments) => unknown;

/** Everything that an event is part of, itself included when `least` is 0. */
function wholes(event: GraphNode, least: number): ReadonlySet<GraphNode> {
  const up = (node: GraphNode) => node.out.filter((r) => r.type === 'PART_OF').map((r) => r.end);
  return reach(event, up, [least, 8]);
}

const named = <T extends Item>(
  as: readonly string[],
  holds: (item: T, named: GraphNode) => boolean,
  { strong }: NamedAs = {},
) => ({ as, holds, strong }) as NamedArgument;

/** Where something is asked for, a country is meant only by a name that identifies it. */
const METONYMS = { strong: ['Country'] };

/** The arguments of root lists that name an entity, in the order of the schema. */
const namedArguments: { readonly [root: string]: NonNullable<ListField<Item>['named']> } = {
  gifts: {
    from: named(ACTORS, gave),
    to: named(ACTORS, received),
    during: named(['Event'], (gift: GraphNode, event) =>
      outgoing(gift, 'GIVEN_DURING', 'Event').some((r) => wholes(r.end, 0).has(event)),
    ),
  },
  events: {
    involving: named(ACTORS, (event: GraphNode, actor) =>
      event.in.some((r) => r.type === 'INVOLVED_IN' && r.start === actor),
    ),
    at: named(ENTITIES, (event: GraphNode, place) => eventsAt(place).includes(event), METONYMS),
    partOf: named(['Event'], (event: GraphNode, whole) => wholes(event, 1).has(whole)),
  },
  timeline: {
    of: named(
      ENTITIES,
      (event: GraphNode, entity) =>
        event.in.some((r) => r.type === 'INVOLVED_IN' && r.start === entity) ||
        eventsAt(entity).includes(event) ||
        wholes(event, 1).has(entity) ||
        event.in.some((r) => r.type === 'GIVEN_DURING' && r.start === entity),
      METONYMS,
    ),
  },
  claims: {
    about: named(ENTITIES, (claim: GraphNode, entity) => claimsAbout(entity).includes(claim)),
    by: named(ACTORS, (claim: GraphNode, actor) =>
      claim.out.some((r) => r.type === 'ATTRIBUTED_TO' && r.end === actor),
    ),
  },
  facts: {
    about: named(ENTITIES, (fact: GraphNode, entity) => factsOf(entity).includes(fact)),
  },
};

const labelled: { readonly [root: string]: string } = {
  gifts: 'Gift',
  people: 'Person',
  countries: 'Country',
  events: 'Event',
  timeline: 'Event',
  places: 'Place',
  organizations: 'Organization',
  groups: 'Group',
  sentences: 'Sentence',
  articles: 'Article',
  claims: 'Claim',
  entities: 'Entity',
  facts: 'Fact',
};

/** A timeline is in the order of time where no other is asked for. */
function orderOf(root: string, orderBy: unknown): unknown {
  const asked = Array.isArray(orderBy) && orderBy.length > 0;
  return root === 'timeline' && !asked ? [{ chronology: 'ASC' }] : orderBy;
}

function lists(world: World): { readonly [root: string]: Root } {
  const list = (root: string, of: string): Root => {
    const entries = unjoined(world.graph.nodes.filter((node) => has(node, of)));
    const source = { of, entries, pageSize: ROOT_PAGE, named: namedArguments[root] ?? {} };
    return (args) => connect(world, source, { ...args, orderBy: orderOf(root, args.orderBy) });
  };
  return Object.fromEntries(Object.entries(labelled).map(([root, label]) => [root, list(root, label)]));
}

/** One node, by its id or by its name. */
function one(world: World, type: string): Root {
  return ({ id, name }) => {
    assertEither(id, name);
    return typeof name === 'string' ? theOne(world, name, [type]) : known(world, id, [type]);
  };
}

function assertEither(id: unknown, name: unknown): void {
  if ((typeof id === 'string') === (typeof name === 'string')) throw new Error('an id or a name, not both');
}

function known({ graph }: World, id: unknown, types: readonly string[]): GraphNode | null {
  const node = graph.byId.get(String(id));
  return node && types.some((type) => has(node, type)) ? node : null;
}

function article(world: World): Root {
  return ({ id, name }) => {
    assertEither(id, name);
    const where = typeof id === 'string' ? { id: { eq: id } } : { title: { eq: name } };
    const found = world.graph.nodes.filter(
      (node) => has(node, 'Article') && satisfies(world.shapes, { of: 'Article' }, node, where),
    );
    return found.sort((a, b) => (String(a.properties.id) < String(b.properties.id) ? -1 : 1))[0] ?? null;
  };
}

/** Answers the fields of Query. */
export function rootsOf(world: World): (field: string, args: ListArguments) => unknown {
  const ones = ENTITIES.map((type) => [type.toLowerCase(), one(world, type)] as const);
  const roots: { readonly [root: string]: Root } = {
    ...lists(world),
    ...Object.fromEntries(ones),
    article: article(world),
    claim: ({ id }) => known(world, id, ['Claim']),
    sentence: ({ id }) => known(world, id, ['Sentence']),
    fact: ({ id }) => known(world, id, ['Fact']),
    node: ({ id }) => known(world, id, NODES),
    nodes: ({ ids }) => (ids as string[]).map((id) => known(world, id, NODES)),
    resolve: ({ name, types }) => resolve(world, String(name), types as readonly string[] | null),
    ...computedRoots(world),
  };
  return (field, args) => {
    const root = roots[field];
    if (!root) throw new Error(`Query.${field} is not interpreted`);
    return root(args);
  };
}
