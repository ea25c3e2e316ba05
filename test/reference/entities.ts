import { chronologyOf, dateOf, dateOfGift, endDateOf } from './dates.ts';
import { agreementOf, claimsAbout, factsOf, happeningOf, statedBy, statedOf } from './evidence.ts';
import { type GraphNode, idOf, incoming, outgoing, reach, typeOf } from './graph.ts';
import { ordered } from './order.ts';
import {
  ends,
  evidenceList,
  type ListField,
  type OneField,
  relationships,
  type Shape,
  starts,
  stored,
  unjoined,
} from './shape.ts';

export const ACTORS = ['Person', 'Country', 'Organization', 'Group'];

/** A list of what relationships of a type lead to. */
const to = (type: string, of: string): ListField<GraphNode> => ({
  of,
  read: (node) => ends(outgoing(node, type, of)),
});

/** A list of where relationships of a type come from. */
const by = (type: string, of: string): ListField<GraphNode> => ({
  of,
  read: (node) => starts(incoming(node, type, of)),
});

/** The one that relationships of a type lead to; of several the first by id. */
const first = (type: string, of: string): OneField<GraphNode> => ({
  of,
  read: (node) => ordered(outgoing(node, type, of), (r) => [idOf(r.end)])[0]?.end ?? null,
});

const values = {
  id: stored('id', 'id'),
  name: stored('name', 'name'),
  wikidata: stored('text', 'wikidata'),
  aliases: { kind: 'texts' as const, read: (node: GraphNode) => node.properties.aliases ?? [] },
  weakAliases: { kind: 'texts' as const, read: (node: GraphNode) => node.properties.weakAliases ?? [] },
  type: { kind: 'choice' as const, read: typeOf },
};

const isValue = ({ properties: { form, holds } }: GraphNode): boolean => form === 'VALUE' && holds === true;

const lists = {
  claims: { of: 'Claim', read: (node: GraphNode) => unjoined(claimsAbout(node)) },
  mentions: {
    of: 'Mention',
    read: (node: GraphNode) => relationships(incoming(node, 'MENTIONS', 'Sentence')),
  },
  facts: { of: 'Fact', read: (node: GraphNode) => unjoined(factsOf(node)) },
  values: {
    of: 'Fact',
    whole: true,
    read: (node: GraphNode) =>
      unjoined(
        incoming(node, 'SUBJECT', 'Fact')
          .map((r) => r.start)
          .filter(isValue),
      ),
  },
  evidence: evidenceList(statedOf),
  allEvidence: evidenceList((node: GraphNode) => statedBy(claimsAbout(node))),
};

const entity = {
  ones: {},
  order: (node: GraphNode) => [idOf(node)],
};

/** Whether sources agree that a thing takes place. */
const agreement: OneField<GraphNode> = { of: 'Agreement', read: (node) => agreementOf(happeningOf(node)) };

/** Where an event stands in time: a node that is none of the graph's, and has what is shown of it as it is asked for. */
const chronology: OneField<GraphNode> = {
  of: 'Chronology',
  read: (node) => {
    const { predecessors } = chronologyOf(node);
    const made = { labels: ['Chronology'], properties: { predecessors }, out: [], in: [] };
    return Object.assign(made, { predecessors });
  },
};

const involvements: ListField<GraphNode> = {
  of: 'Involvement',
  read: (node) => relationships(outgoing(node, 'INVOLVED_IN', 'Event')),
};

/** Whether an actor gave a gift. */
export const gave = (gift: GraphNode, actor: GraphNode): boolean =>
  gift.in.some((r) => r.type === 'GAVE' && r.start === actor);

/** Whether an actor received a gift. */
export const received = (gift: GraphNode, actor: GraphNode): boolean =>
  gift.out.some((r) => r.type === 'GIVEN_TO' && r.end === actor);

const giving = {
  gave: { ...to('GAVE', 'Gift'), named: { to: { as: ACTORS, holds: received } } },
  received: { ...by('GIVEN_TO', 'Gift'), named: { from: { as: ACTORS, holds: gave } } },
};

const within = (place: GraphNode) => place.in.filter((r) => r.type === 'LOCATED_IN').map((r) => r.start);

/** The events at a place, also when stated more finely. */
export function eventsAt(place: GraphNode): readonly GraphNode[] {
  const places = [...reach(place, within, [0, 4])];
  return places.flatMap((found) => incoming(found, 'HAS_PLACE', 'Event').map((r) => r.start));
}

const eventsHere: ListField<GraphNode> = { of: 'Event', read: (node) => unjoined(eventsAt(node)) };

const tookPlace = ({ properties: { kind, status } }: GraphNode) =>
  kind === 'MEETING' && status === 'OCCURRED';

/** People at the same meetings, joined by the facts that put either of them there. */
const met: ListField<GraphNode> = {
  of: 'Person',
  read: (person) => {
    const facts = new Map<GraphNode, readonly unknown[]>();
    for (const mine of outgoing(person, 'INVOLVED_IN', 'Event').filter((r) => tookPlace(r.end))) {
      for (const theirs of incoming(mine.end, 'INVOLVED_IN', 'Person').filter((r) => r.start !== person)) {
        const both = [mine, theirs].map((r) => r.properties.fact);
        facts.set(theirs.start, [...(facts.get(theirs.start) ?? []), ...both]);
      }
    }
    return [...facts].map(([item, both]) => ({
      item,
      join: { facts: both, basis: 'IMPLIED', status: 'OCCURRED' },
    }));
  },
};

const person: Shape<GraphNode> = {
  ...entity,
  values,
  lists: {
    ...lists,
    ...giving,
    involvements,
    met,
    offices: { of: 'Office', read: (node) => relationships(outgoing(node, 'HOLDS_OFFICE', 'Country')) },
    parents: by('PARENT_OF', 'Person'),
    children: to('PARENT_OF', 'Person'),
  },
};

const country: Shape<GraphNode> = {
  ...entity,
  values: { ...values, isoCode: stored('text', 'isoCode'), demonym: stored('text', 'demonym') },
  lists: {
    ...lists,
    ...giving,
    involvements,
    eventsHere,
    offices: { of: 'Office', read: (node) => relationships(incoming(node, 'HOLDS_OFFICE', 'Person')) },
    giftsMadeHere: by('MADE_IN', 'Gift'),
    places: by('LOCATED_IN', 'Place'),
    representatives: by('REPRESENTS', 'Organization'),
  },
};

const place: Shape<GraphNode> = {
  ...entity,
  values: { ...values, kind: stored('choice', 'kind'), named: stored('flag', 'named') },
  lists: { ...lists, eventsHere, locatedIn: to('LOCATED_IN', 'Entity'), places: by('LOCATED_IN', 'Place') },
};

const organization: Shape<GraphNode> = {
  ...entity,
  values: { ...values, kind: stored('choice', 'kind') },
  lists: { ...lists, ...giving, involvements, represents: to('REPRESENTS', 'Country') },
};

const group: Shape<GraphNode> = { ...entity, values, lists: { ...lists, involvements } };

const possiblySame: ListField<GraphNode> = {
  of: 'Event',
  read: (event) => [
    ...ends(outgoing(event, 'POSSIBLY_SAME_AS', 'Event')),
    ...starts(incoming(event, 'POSSIBLY_SAME_AS', 'Event')),
  ],
};

const event: Shape<GraphNode> = {
  ...entity,
  values: {
    ...values,
    kind: stored('choice', 'kind'),
    status: stored('choice', 'status'),
    date: { kind: 'fuzzyDate', read: dateOf },
    endDate: { kind: 'fuzzyDate', read: endDateOf },
    object: stored('text', 'object'),
    purpose: stored('text', 'purpose'),
    grounds: stored('text', 'grounds'),
    ordinal: stored('int', 'ordinal'),
    duration: stored('text', 'duration'),
  },
  ones: { agreement, chronology },
  keysOf: (field, node) => (field === 'chronology' ? chronologyOf(node).keys : undefined),
  lists: {
    ...lists,
    places: {
      ...to('HAS_PLACE', 'Entity'),
      within: { strong: ['Country'], holds: (place, named) => reach(named, within, [0, 4]).has(place) },
    },
    involvements: {
      of: 'Involvement',
      read: (node) => relationships(incoming(node, 'INVOLVED_IN', 'Entity')),
    },
    gifts: by('GIVEN_DURING', 'Gift'),
    partOf: to('PART_OF', 'Event'),
    parts: by('PART_OF', 'Event'),
    before: to('BEFORE', 'Event'),
    after: by('BEFORE', 'Event'),
    concerns: to('CONCERNS', 'Event'),
    concernedBy: by('CONCERNS', 'Event'),
    possiblySameAs: possiblySame,
  },
};

const gift: Shape<GraphNode> = {
  ...entity,
  values: {
    ...values,
    status: stored('choice', 'status'),
    date: { kind: 'fuzzyDate', read: dateOfGift },
    item: stored('text', 'item'),
    quantity: stored('int', 'quantity'),
    description: stored('text', 'description'),
  },
  lists: {
    ...lists,
    givers: by('GAVE', 'Entity'),
    recipients: to('GIVEN_TO', 'Entity'),
    inReturnFor: to('IN_RETURN_FOR', 'Gift'),
    returnedBy: by('IN_RETURN_FOR', 'Gift'),
  },
  ones: {
    agreement,
    during: first('GIVEN_DURING', 'Event'),
    madeIn: first('MADE_IN', 'Country'),
  },
};

/** What claims are about. */
export const entities = {
  Person: person,
  Country: country,
  Place: place,
  Organization: organization,
  Group: group,
  Event: event,
  Gift: gift,
};
