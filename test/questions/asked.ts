/**
 * The questions of sample.json as GraphQL, and how the answer is read from what comes back.
 * Every reader is a plain look at the data: nothing is known here that the service did not say.
 */

/** What a question is answered with: a value to compare, and the numbers of the sentences cited. */
export type Answered = { readonly answer: unknown; readonly sentences: readonly string[] };

// biome-ignore lint/suspicious/noExplicitAny: test readers look at whatever the service answers
type Data = any;

export type Asked = {
  readonly operation: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly read: (data: Data) => Answered;
};

const EVIDENCE = 'evidence { sentence { number } }';

function numbers(...holders: Data[]): string[] {
  return [
    ...new Set(holders.flatMap((holder) => holder.evidence.map((e: Data) => e.sentence.number as string))),
  ];
}

const ids = (nodes: Data[]): string[] => nodes.map((node) => node.id);

const GIFTS_MADE_IN = `query ($country: String!) {
  country(name: $country) { giftsMadeHere { edges { node { id } ${EVIDENCE} } } }
}`;

function readMadeHere({ country }: Data): Answered {
  const { edges } = country.giftsMadeHere;
  return {
    answer: { kind: 'entities', entities: ids(edges.map((e: Data) => e.node)) },
    sentences: numbers(...edges),
  };
}

const BOTH_WAYS = `{
  there: gifts(from: "Putin", to: "Kim Jong-un") { totalCount nodes { ${EVIDENCE} givers { nodes { id } } } }
  back: gifts(from: "Kim Jong-un", to: "Putin") { totalCount nodes { ${EVIDENCE} givers { nodes { id } } } }
}`;

export const asked: Readonly<Record<string, Asked>> = {
  Q01: {
    operation: `{ gifts(from: "Putin", to: "Kim") { nodes { id ${EVIDENCE} } } }`,
    read: ({ gifts }) => ({
      answer: { kind: 'entities', entities: ids(gifts.nodes) },
      sentences: numbers(...gifts.nodes),
    }),
  },
  Q05: {
    operation: `{ country(name: "Russia") {
      offices(where: { title: { eq: "foreign minister" } }) { nodes { holder { id } ${EVIDENCE} } }
    } }`,
    read: ({ country: { offices } }) => ({
      answer: { kind: 'entities', entities: ids(offices.nodes.map((o: Data) => o.holder)) },
      sentences: numbers(...offices.nodes),
    }),
  },
  Q08: {
    operation: `{ events(involving: "Putin", status: [OCCURRED], where: {
      kind: { eq: MEETING }, involvements: { some: { actor: { name: { eq: "Kim Jong-un" } } } }
    }) { nodes { places(where: { type: { eq: Country } }) { edges { node { id } ${EVIDENCE} } } } } }`,
    read: ({ events }) => {
      const edges = events.nodes.flatMap((event: Data) => event.places.edges);
      return {
        answer: { kind: 'entities', entities: ids(edges.map((e: Data) => e.node)) },
        sentences: numbers(...edges),
      };
    },
  },
  Q11: { operation: GIFTS_MADE_IN, variables: { country: 'North Korea' }, read: readMadeHere },
  Q13: {
    operation: `{ events(involving: "Kim", where: { kind: { eq: INVITATION } }) { nodes {
      ${EVIDENCE}
      involvements { nodes { role actor { id } } }
      concerns { nodes { places { nodes { id } } } }
      before(where: { kind: { eq: ACCEPTANCE } }) { nodes { status } }
    } } }`,
    read: ({ events }) => {
      const [invitation] = events.nodes;
      const actor = (role: string) =>
        invitation.involvements.nodes.find((i: Data) => i.role === role).actor.id;
      const record = {
        inviter: actor('SPEAKER'),
        invitee: actor('ADDRESSEE'),
        place: invitation.concerns.nodes[0].places.nodes[0].id,
        accepted: invitation.before.nodes.some((event: Data) => event.status === 'OCCURRED'),
      };
      return { answer: { kind: 'record', record }, sentences: numbers(invitation) };
    },
  },
  Q15: { operation: GIFTS_MADE_IN, variables: { country: 'Russia' }, read: readMadeHere },
  Q19: {
    operation: BOTH_WAYS,
    read: ({ there, back }) => ({
      answer: { kind: 'count', count: there.totalCount + back.totalCount },
      sentences: numbers(...there.nodes, ...back.nodes),
    }),
  },
  Q21: {
    operation: BOTH_WAYS,
    read: ({ there, back }) => ({
      answer: {
        kind: 'records',
        records: [there, back].map((gifts: Data) => ({
          person: gifts.nodes[0].givers.nodes[0].id,
          count: gifts.totalCount,
        })),
      },
      sentences: numbers(...there.nodes, ...back.nodes),
    }),
  },
  Q27: {
    operation: `{ events(involving: "Lavrov", at: "Pyongyang") { nodes {
      status date { edtf precision basis text ${EVIDENCE} }
    } } }`,
    read: ({ events }) => {
      const [{ status, date }] = events.nodes;
      const { edtf, precision, basis, text } = date;
      return {
        answer: { kind: 'date', date: edtf, precision, basis, text, status },
        sentences: numbers(date),
      };
    },
  },
  Q29: {
    operation: `{ events(involving: "Lavrov", at: "Pyongyang") { nodes {
      id before(where: { involvements: { some: { actor: { name: { eq: "Vladimir Putin" } } } } }) {
        edges { node { id } ${EVIDENCE} }
      }
    } } }`,
    read: ({ events }) => {
      const [first] = events.nodes;
      const { edges } = first.before;
      return {
        answer: { kind: 'order', entities: [first.id, ...ids(edges.map((e: Data) => e.node))] },
        sentences: numbers(...edges),
      };
    },
  },
  Q34: {
    operation: `{ resolve(name: "Kim") { ambiguous matches { entity {
      id mentions(first: 50) { nodes { sentence { number } } }
    } } } }`,
    read: ({ resolve }) => {
      const entities = resolve.matches.map((match: Data) => match.entity);
      return {
        answer: {
          kind: 'resolution',
          candidates: ids(entities),
          resolved: entities[0].id,
          ambiguous: resolve.ambiguous,
        },
        sentences: entities.flatMap((e: Data) => e.mentions.nodes.map((m: Data) => m.sentence.number)),
      };
    },
  },
  Q36: {
    operation: `{ articles { nodes { sentences(where: { number: { eq: "13" } }) { nodes {
      number mentions(where: { surface: { eq: "Moscow" } }) { nodes { entity { id } } }
    } } } } }`,
    read: ({ articles }) => {
      const [sentence] = articles.nodes[0].sentences.nodes;
      return {
        answer: { kind: 'entities', entities: ids(sentence.mentions.nodes.map((m: Data) => m.entity)) },
        sentences: [sentence.number],
      };
    },
  },
  Q39: {
    operation: `{ events(involving: "Putin", where: { kind: { eq: GIFT_EXCHANGE } }) { nodes {
      claims(where: { attributions: { some: {} } }) { nodes {
        ${EVIDENCE} attributions { nodes { sourceText source { id name } } }
      } }
    } } }`,
    read: ({ events }) => {
      const [claim] = events.nodes[0].claims.nodes;
      const [{ source, sourceText }] = claim.attributions.nodes;
      return {
        answer: { kind: 'attribution', source: source.id, sourceText, named: sourceText === source.name },
        sentences: numbers(claim),
      };
    },
  },
  Q42: {
    operation: `{ claims(about: "Russia shares its sensitive weapons technologies with North Korea", status: [DOUBTED]) {
      nodes { voice attributions { nodes { source { id } } } }
    } }`,
    read: ({ claims }) => ({
      answer: none(
        claims.nodes.flatMap((claim: Data) => claim.attributions.nodes),
        claims.nodes.length > 0,
      ),
      sentences: [],
    }),
  },
  Q43: {
    operation: `{ events(involving: "Putin", at: "Pyongyang", where: { status: { not: { eq: OCCURRED } }, kind: { eq: VISIT } }) {
      nodes { id status ${EVIDENCE} }
    } }`,
    read: ({ events }) => {
      const [{ id, status, ...event }] = events.nodes;
      return { answer: { kind: 'status', entity: id, status }, sentences: numbers(event) };
    },
  },
  Q44: {
    operation: `{ events(involving: "North Korea", where: { involvements: { some: { role: { eq: REQUESTER } } } }) {
      nodes { id kind status object ${EVIDENCE} }
    } }`,
    read: ({ events }) => {
      const [{ id, status, object, ...event }] = events.nodes;
      return {
        answer: { kind: 'status', entity: id, value: `assistance in ${object}`, status },
        sentences: numbers(event),
      };
    },
  },
  Q49: {
    operation: `{ events(involving: "Putin", status: [OCCURRED], where: { kind: { eq: MEETING } }) { nodes {
      known: places { nodes { id } }
      city: places(where: { type: { eq: Place } }) { nodes { id } }
    } } }`,
    read: ({ events }) => {
      const [summit] = events.nodes;
      const answer = none(summit.city.nodes, true);
      return { answer: { ...answer, known: ids(summit.known.nodes) }, sentences: [] };
    },
  },
  Q53: {
    operation: '{ gifts(from: "Sergei Lavrov", to: "Kim Jong-un") { nodes { id } } }',
    read: ({ gifts }) => ({ answer: none(gifts.nodes, false), sentences: [] }),
  },
  Q54: {
    operation: `{
      person(name: "Putin") { met(where: { name: { eq: "Kim Jong-il" } }) { totalCount } }
      events(involving: "Kim Jong-il", where: { kind: { eq: MEETING } }) { nodes { status ${EVIDENCE} } }
    }`,
    read: ({ person, events }) => ({
      answer: { kind: 'boolean', value: person.met.totalCount > 0 },
      sentences: numbers(...events.nodes),
    }),
  },
  Q59: {
    operation: `{ path(from: "South Korea", to: "North Korea", status: null) {
      outcome paths { nodes { id } facts { ${EVIDENCE} } }
    } }`,
    read: ({ path }) => ({
      answer: { kind: 'path', path: ids(path.paths[0].nodes) },
      sentences: numbers(...path.paths[0].facts),
    }),
  },
};

/** Nothing found: not stated when the thing itself is known, no match when it is not. */
function none(found: unknown[], known: boolean): { kind: string; reason?: string; found?: unknown[] } {
  if (found.length > 0) return { kind: 'entities', found };
  return { kind: 'none', reason: known ? 'NOT_STATED' : 'NO_MATCH' };
}
