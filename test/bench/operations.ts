import { idOf } from './generate.ts';

/**
 * Operations of all kinds on a generated graph, to hold the price of work against the time that it takes: `fitted` are those
 * that the rules of the price were made with, `others` those that they are tried on.
 */

/** An operation under the name that tables have it by. */
export type Named = readonly [name: string, query: string];

const person = (i: number) => idOf('person', i);
const event = (i: number) => idOf('event', i);
const gift = (i: number) => idOf('gift', i);
const country = (i: number) => idOf('country', i);
const many = <T>(count: number, of: (i: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => of(i));

const GIFT = 'id name recipients { nodes { ... on Person { id name } } } during { id name }';

/** Sixteen nested filters in a kilobyte: they cost no item, and once ran for minutes. */
export const runaway = `{ people(first: 1, where: {or: [${many(
  16,
  (i) => `{gave: {some: {recipients: {some: {name: {contains: "z${i}"}}}}}}`,
).join(', ')}]}) { totalCount } }`;

export const fitted: readonly Named[] = [
  ['gift by id', `{ gift(id: "${gift(17)}") { ${GIFT} } }`],
  [
    'nodes by 50 ids',
    `{ nodes(ids: [${many(50, (i) => `"${gift(i)}"`).join(', ')}]) { id ... on Gift { ${GIFT} } } }`,
  ],
  ['name resolved', '{ resolve(name: "Anna Garcia 0") { matches { mentions } } }'],
  ['gifts from a hub', `{ gifts(from: "${person(0)}", first: 20) { nodes { ${GIFT} } } }`],
  ['gifts between hubs', `{ gifts(from: "${person(0)}", to: "${person(1)}") { totalCount } }`],
  [
    '10 people, 10 gifts each',
    `{ people(first: 10) { nodes { id gave(first: 10) { nodes { ${GIFT} } } } } }`,
  ],
  [
    '100 people, 10 gifts each',
    `{ people(first: 100) { nodes { id gave(first: 10) { nodes { ${GIFT} } } } } }`,
  ],
  [
    'people by name',
    '{ people(first: 20, orderBy: [{name: ASC}]) { nodes { id name } pageInfo { endCursor } } }',
  ],
  [
    'people whose name contains',
    '{ people(first: 20, where: {name: {contains: "kim"}}) { nodes { id } totalCount } }',
  ],
  ['gifts counted', '{ gifts { totalCount } }'],
  ['gifts by item', '{ gifts(first: 20, orderBy: [{item: DESC}]) { nodes { id item } } }'],
  ['gifts by date', '{ gifts(first: 20, orderBy: [{date: DESC}]) { nodes { id } } }'],
  ['gifts during an event', `{ gifts(where: {during: {id: {eq: "${event(5)}"}}}) { totalCount } }`],
  ['gifts not a vase', '{ gifts(first: 5, where: {not: {item: {eq: "vase"}}}) { totalCount } }'],
  ['gifts of some giver', '{ gifts(where: {givers: {some: {name: {contains: "anna"}}}}) { totalCount } }'],
  [
    'people who gave a vase',
    '{ people(first: 20, where: {gave: {some: {item: {eq: "vase"}}}}) { nodes { id } } }',
  ],
  ['people who gave nothing', '{ people(where: {gave: {none: {}}}) { totalCount } }'],
  [
    'some in some',
    '{ people(first: 1, where: {gave: {some: {recipients: {some: {name: {contains: "zzz"}}}}}}) { totalCount } }',
  ],
  [
    'none in some',
    '{ people(first: 1, where: {gave: {some: {recipients: {none: {name: {contains: "zzz"}}}}}}) { totalCount } }',
  ],
  ['hub, 500 gifts', `{ person(id: "${person(0)}") { gave(first: 500) { nodes { id name } } } }`],
  ['hub, facts', `{ person(id: "${person(0)}") { facts(first: 50) { totalCount nodes { id predicate } } } }`],
  ['events at a country', `{ events(at: "${country(3)}", first: 20) { nodes { id } totalCount } }`],
  ['events by date', '{ events(first: 20, orderBy: [{date: ASC}]) { nodes { id date { edtf } } } }'],
  ['timeline of a hub', `{ timeline(of: "${person(0)}", first: 50) { nodes { id } totalCount } }`],
  ['facts counted', '{ facts { totalCount } }'],
  ['facts, 50', '{ facts(first: 50) { nodes { id predicate } } }'],
  ['facts of a predicate', '{ facts(first: 50, predicate: [GAVE]) { nodes { id } totalCount } }'],
  ['facts about a hub', `{ facts(about: "${person(0)}", first: 50) { totalCount nodes { id } } }`],
  ['sentences counted', '{ sentences { totalCount } }'],
  [
    'evidence by article',
    '{ gifts(where: {evidence: {some: {article: {title: {contains: "7"}}}}}) { totalCount } }',
  ],
  ['gifts by giver', '{ giftStats(by: [GIVER], first: 10) { giver { name } count } }'],
  ['gifts by month', '{ giftStats(by: [MONTH], first: 20) { month count first last } }'],
  ['way of the tail', `{ path(from: "${person(100)}", to: "${person(90)}") { outcome } }`],
  ['search', '{ search(text: "rifle 55", first: 20) { node { id } } }'],
  ['32 counts of facts', `{ ${many(32, (i) => `f${i}: facts { totalCount }`).join(' ')} }`],
  ['runaway', runaway],
];

export const others: readonly Named[] = [
  ['event by id', `{ event(id: "${event(12)}") { id name gifts { nodes { id } } } }`],
  ['node by id', `{ node(id: "${person(0)}") { id } }`],
  ['person by name', '{ person(name: "Anna Garcia 0") { id name } }'],
  ['gifts to a hub', `{ gifts(to: "${person(2)}", first: 50) { nodes { ${GIFT} } totalCount } }`],
  ['20 events, their gifts', '{ events(first: 20) { nodes { id gifts(first: 5) { nodes { id name } } } } }'],
  ['50 people, facts', '{ people(first: 50) { nodes { id facts(first: 5) { nodes { id } } } } }'],
  ['countries counted', '{ countries { totalCount } }'],
  ['events by name', '{ events(first: 20, orderBy: [{name: DESC}]) { nodes { id } } }'],
  ['gifts by name, last', '{ gifts(last: 20, orderBy: [{name: ASC}]) { nodes { id name } } }'],
  [
    'entities whose name contains',
    '{ entities(first: 50, where: {name: {contains: "anna"}}) { nodes { id } totalCount } }',
  ],
  ['entities counted', '{ entities { totalCount } }'],
  [
    'claims that say',
    '{ claims(first: 20, where: {statement: {contains: "0000088"}}) { nodes { id } totalCount } }',
  ],
  ['claims about a gift', `{ claims(about: "${gift(0)}", first: 20) { nodes { id statement } } }`],
  ['people who received a car', '{ people(where: {received: {some: {item: {eq: "car"}}}}) { totalCount } }'],
  ['people who gave cars alone', '{ people(where: {gave: {all: {item: {eq: "car"}}}}) { totalCount } }'],
  [
    'gifts of two givers',
    `{ gifts(where: {or: [{givers: {some: {id: {eq: "${person(0)}"}}}}, {recipients: {some: {id: {eq: "${person(1)}"}}}}]}, first: 20) { totalCount nodes { id } } }`,
  ],
  ['events where a hub was', `{ events(involving: "${person(1)}", first: 20) { totalCount nodes { id } } }`],
  ['gifts disputed', '{ gifts(agreement: [DISPUTED], first: 1) { nodes { id } totalCount } }'],
  ['facts of one source', '{ facts(agreement: [SINGLE_SOURCE], first: 20) { nodes { id } totalCount } }'],
  [
    'facts whose subject contains',
    '{ facts(where: {subject: {name: {contains: "vase"}}}, first: 50) { totalCount } }',
  ],
  ['gifts by item and giver', '{ giftStats(by: [ITEM, GIVER], first: 10) { item giver { name } count } }'],
  ['events by country', '{ eventStats(by: [COUNTRY]) { country { name } count } }'],
  ['claims by status', '{ claimStats(by: [STATUS]) { status count } }'],
  [
    'a country, its events',
    `{ country(id: "${country(3)}") { eventsHere(first: 20) { totalCount nodes { id } } } }`,
  ],
  [
    'people, three filters deep',
    '{ people(where: {gave: {some: {during: {places: {some: {name: {contains: "1"}}}}}}}, first: 1) { totalCount } }',
  ],
  [
    'people by gifts not to a hub',
    `{ people(where: {gave: {some: {recipients: {none: {id: {eq: "${person(0)}"}}}}}}, first: 20) { totalCount } }`,
  ],
  ['way to a country', `{ path(from: "${person(100)}", to: "${country(1)}", maxHops: 8) { outcome } }`],
  ['search of one word', '{ search(text: "summit", first: 50) { node { id } } }'],
  ['countries as of a day', '{ countries(asOf: "2005-01-01") { totalCount } }'],
  ['gifts as of a day', '{ gifts(asOf: "2005-01-01", first: 20) { totalCount nodes { id } } }'],
  [
    '16 counts of entities',
    `{ ${many(16, (i) => `e${i}: entities(where: {name: {contains: "x${i}"}}) { totalCount }`).join(' ')} }`,
  ],
];
