import { type Counts, chance, giftAt, idOf, personName } from './generate.ts';

/** The questions that every server is asked, in the words that each understands. */

type Variables = { readonly [name: string]: unknown };

/** What the variables of a question are chosen from. */
export type Choice = {
  readonly counts: Counts;
  readonly seed: number;
  /** Cursors deep in the list of people by name, and where they stand. */
  readonly cursors: readonly { readonly cursor: string; readonly offset: number }[];
};

/** One question: as this service and Mercurius take it, and as @neo4j/graphql does. */
export type Question = {
  readonly name: string;
  readonly query: string;
  readonly peerQuery: string;
  variables(choice: Choice, i: number): Variables;
  peerVariables?(choice: Choice, i: number): Variables;
};

const PERSON = '{ nodes { ... on Person { id name } } }';
const GIFT = `id name recipients ${PERSON} during { id name }`;

/** People of the long tail who gave the first head of state a gift, or got one: four hops apart through it. */
function tailPeople({ counts, seed }: Choice): readonly number[] {
  const found = new Set<number>();
  for (let i = 0; i < Math.min(counts.gifts, 20_000); i++) {
    const { from, to } = giftAt(counts, seed, i);
    const other = from === 0 ? to : to === 0 ? from : 0;
    if (other > counts.people / 4) found.add(other);
  }
  return [...found];
}

export const questions: readonly Question[] = [
  {
    name: 'gift',
    query: `query Gift($id: ID!) { gift(id: $id) { id name item givers ${PERSON} recipients ${PERSON} during { id name } } }`,
    peerQuery:
      'query Gift($id: ID!) { gifts(where: {id: {eq: $id}}) { id name item givers { id name } recipients { id name } during { id name } } }',
    variables: ({ counts, seed }, i) => ({
      id: idOf('gift', Math.floor(chance(seed + 3, i) * counts.gifts)),
    }),
  },
  {
    name: 'givers',
    query: `query Givers($n: Int!) { people(first: $n) { nodes { id name gave(first: 10) { nodes { ${GIFT} } } } } }`,
    peerQuery:
      'query Givers($n: Int!) { people(limit: $n, sort: [{id: ASC}]) { id name gave(limit: 10, sort: [{id: ASC}]) { id name recipients { id name } during { id name } } } }',
    variables: () => ({ n: 100 }),
  },
  {
    name: 'name',
    query:
      'query Name($text: String!) { people(where: {name: {contains: $text}}, first: 20) { nodes { id name } } }',
    peerQuery:
      'query Name($text: String!) { people(where: {name: {contains: $text}}, limit: 20, sort: [{id: ASC}]) { id name } }',
    variables: ({ counts, seed }, i) => ({
      text: personName(Math.floor(chance(seed + 4, i) * counts.people)).slice(2),
    }),
  },
  {
    name: 'page',
    query:
      'query Page($after: String!) { people(orderBy: [{name: ASC}], first: 50, after: $after) { nodes { id name } pageInfo { hasNextPage endCursor } } }',
    peerQuery:
      'query Page($after: String!) { peopleConnection(sort: [{name: ASC}], first: 50, after: $after) { edges { node { id name } } pageInfo { hasNextPage endCursor } } }',
    variables: ({ cursors }, i) => ({ after: cursors[i % cursors.length]?.cursor }),
    peerVariables: ({ cursors }, i) => {
      const offset = cursors[i % cursors.length]?.offset ?? 0;
      return { after: Buffer.from(`arrayconnection:${offset}`).toString('base64') };
    },
  },
  {
    name: 'group',
    query: 'query Group($n: Int!) { giftStats(by: [GIVER], first: $n) { count giver { id name } } }',
    peerQuery: 'query Group($n: Int!) { giversByCount(first: $n) { count id name } }',
    variables: () => ({ n: 10 }),
  },
  {
    name: 'path',
    query:
      'query Path($from: String!, $to: String!) { path(from: $from, to: $to, maxHops: 4, via: [GAVE, GIVEN_TO]) { outcome hops paths { nodes { id name } } } }',
    peerQuery: 'query Path($from: ID!, $to: ID!) { paths(from: $from, to: $to) { hops nodes { id name } } }',
    variables: (choice, i) => {
      const tail = tailPeople(choice);
      const at = (place: number) => idOf('person', tail[place % tail.length] ?? 1);
      return { from: at(i), to: at(i * 7 + 3) };
    },
  },
];

/** Distinct requests of each question, sent in turn. */
const REQUESTS = 40;

/** The bodies that a server is sent. */
export function bodiesOf(question: Question, peer: boolean, choice: Choice): string[] {
  const variables = (peer && question.peerVariables) || question.variables;
  const query = peer ? question.peerQuery : question.query;
  return Array.from({ length: REQUESTS }, (_, i) =>
    JSON.stringify({ query, variables: variables(choice, i) }),
  );
}
