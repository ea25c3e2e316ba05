import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { schemaText } from './corpus.ts';
import { createReference } from './interpreter.ts';
import { written } from './written.ts';

/**
 * Three articles and what is to be answered, worked out by hand. The first tells of a bell and a lamp that Ada gave, of a feast
 * that is planned, of a raid and a visit. The second corrects the number of bells, tells when the feast was, denies the raid,
 * and counts the visit otherwise. The third takes the lamp back and denies what nobody said.
 */
const owned = written([
  {
    id: 'background:world',
    declares: { 'person:ada': 'Ada', 'person:bo': 'Bo' },
    knows: ['person:ada PARENT_OF person:bo'],
  },
  {
    id: 'article:one',
    day: '2031-05-01',
    byline: 'Reed',
    declares: {
      'gift:bell': 'Bell',
      'gift:lamp': 'Lamp',
      'event:feast': 'Feast',
      'event:raid': 'Raid',
      'event:visit': 'Visit',
    },
    claims: [
      { id: 'F1', says: ['gift:bell happens', 'person:ada GAVE gift:bell', 'gift:bell quantity 10'] },
      { id: 'F2', says: ['gift:lamp happens', 'person:ada GAVE gift:lamp'] },
      { id: 'F3', status: 'PLANNED', says: ['event:feast happens', 'event:feast date 2031-05'] },
      { id: 'F4', says: ['event:raid happens', 'person:ada INVOLVED_IN event:raid AGENT'] },
      { id: 'F5', says: ['event:visit happens', 'event:visit ordinal 2'] },
    ],
  },
  {
    id: 'article:two',
    day: '2031-05-03',
    byline: 'Lowe',
    claims: [
      { id: 'F1', says: ['gift:bell quantity 12', 'person:ada GAVE gift:bell'] },
      { id: 'F2', says: ['event:feast happens', 'event:feast date 2031-05-02'] },
      { id: 'F3', status: 'DENIED', says: ['event:raid happens'] },
      { id: 'F4', says: ['event:visit happens', 'event:visit ordinal 3'] },
    ],
    judges: ['CORRECTS one:F1 quantity'],
  },
  {
    id: 'article:three',
    day: '2031-05-05',
    byline: 'Reed',
    declares: { 'event:duel': 'Duel' },
    claims: [
      { id: 'F1', says: ['gift:bell happens'] },
      { id: 'F2', status: 'DENIED', says: ['event:duel happens'] },
    ],
    judges: ['RETRACTS one:F2'],
  },
]);

const reference = createReference(owned, schemaText());

/** The data of an answer, as plain objects. */
function answer(question: string): unknown {
  const { data, errors } = reference(parse(question), {});
  if (errors) throw errors[0];
  return JSON.parse(JSON.stringify(data));
}

test('a gift that was taken back is given only when asked for, with who took it back and when', () => {
  const gave = '{ person(name: "Ada") { gave { nodes { name } totalCount } } }';
  expect(answer(gave)).toEqual({ person: { gave: { nodes: [{ name: 'Bell' }], totalCount: 1 } } });
  expect(answer('{ gifts { nodes { name } } }')).toEqual({ gifts: { nodes: [{ name: 'Bell' }] } });
  expect(answer('{ gifts(withdrawn: true) { nodes { name status } } }')).toEqual({
    gifts: {
      nodes: [
        { name: 'Bell', status: 'OCCURRED' },
        { name: 'Lamp', status: 'WITHDRAWN' },
      ],
    },
  });
  const fact = 'fact:person:ada|GAVE|gift:lamp';
  const told = `holds status withdrawnOn agreement { verdict sources } claims { totalCount } retractions { nodes { id withdrawnOn } }`;
  expect(answer(`{ fact(id: "${fact}") { ${told} } }`)).toEqual({
    fact: {
      holds: false,
      status: 'WITHDRAWN',
      withdrawnOn: '2031-05-05',
      agreement: { verdict: 'WITHDRAWN', sources: 0 },
      claims: { totalCount: 0 },
      retractions: { nodes: [{ id: 'claim:one:F2', withdrawnOn: '2031-05-05' }] },
    },
  });
});

test('a number that was corrected is the new one, and the giving is told by both', () => {
  const question = `{ gift(id: "gift:bell") { quantity values(of: quantity) { nodes { value agreement { verdict } rivals { nodes { value status } } } }
    givers { edges { fact { id } status agreement { verdict articles sources } evidence { claim { id } } } } } }`;
  expect(answer(question)).toEqual({
    gift: {
      quantity: 12,
      values: {
        nodes: [
          {
            value: '12',
            agreement: { verdict: 'SINGLE_SOURCE' },
            rivals: { nodes: [{ value: '10', status: 'WITHDRAWN' }] },
          },
        ],
      },
      givers: {
        edges: [
          {
            fact: { id: 'fact:person:ada|GAVE|gift:bell' },
            status: 'OCCURRED',
            agreement: { verdict: 'AGREED', articles: 2, sources: 2 },
            evidence: [{ claim: { id: 'claim:one:F1' } }, { claim: { id: 'claim:two:F1' } }],
          },
        ],
      },
    },
  });
});

test('before the correction the number was the old one', () => {
  const question = '{ gifts(asOf: "2031-05-02") { nodes { name quantity agreement { articles } } } }';
  expect(answer(question)).toEqual({
    gifts: {
      nodes: [
        { name: 'Bell', quantity: 10, agreement: { articles: 1 } },
        { name: 'Lamp', quantity: null, agreement: { articles: 1 } },
      ],
    },
  });
  expect(answer('{ gifts(asOf: "2031-04-30") { totalCount } }')).toEqual({ gifts: { totalCount: 0 } });
});

test('a plan and its fulfilment agree, and the finer date stands', () => {
  const question = `{ event(id: "event:feast") { status agreement { verdict } date { edtf fact { id } agreement { verdict } }
    values(of: date) { nodes { value status refinedBy { value } agreement { verdict } } } } }`;
  expect(answer(question)).toEqual({
    event: {
      status: 'OCCURRED',
      agreement: { verdict: 'AGREED' },
      date: {
        edtf: '2031-05-02',
        fact: { id: 'fact:event:feast|date|2031-05-02' },
        agreement: { verdict: 'SINGLE_SOURCE' },
      },
      values: {
        nodes: [
          {
            value: '2031-05',
            status: 'PLANNED',
            refinedBy: { value: '2031-05-02' },
            agreement: { verdict: 'SINGLE_SOURCE' },
          },
          {
            value: '2031-05-02',
            status: 'OCCURRED',
            refinedBy: null,
            agreement: { verdict: 'SINGLE_SOURCE' },
          },
        ],
      },
    },
  });
  expect(answer('{ event(id: "event:feast", asOf: "2031-05-01") { status date { edtf } } }')).toEqual({
    event: { status: 'PLANNED', date: { edtf: '2031-05' } },
  });
});

test('disputed values are found, each with its rival; the event itself is not disputed by them', () => {
  const question = `{ facts(agreement: [DISPUTED], predicate: [ordinal]) { nodes { value rivals { nodes { value } } agreement { contradicting { id } } } }
    events(where: { agreement: { verdict: { eq: DISPUTED } } }) { nodes { name ordinal } } }`;
  expect(answer(question)).toEqual({
    facts: {
      nodes: [
        {
          value: '2',
          rivals: { nodes: [{ value: '3' }] },
          agreement: { contradicting: [{ id: 'claim:two:F4' }] },
        },
        {
          value: '3',
          rivals: { nodes: [{ value: '2' }] },
          agreement: { contradicting: [{ id: 'claim:one:F5' }] },
        },
      ],
    },
    events: { nodes: [{ name: 'Raid', ordinal: null }] },
  });
});

test('what is denied alone is found only by its status, and agreed on by its deniers', () => {
  const question = `{ events { nodes { name } } denied: events(status: [DENIED]) { nodes { name agreement { verdict articles } evidence { claim { id } } allEvidence { claim { id } } } }
    eventStats(by: [STATUS]) { status count } all: eventStats(by: [STATUS], where: { status: { in: [DENIED] } }) { status count } }`;
  expect(answer(question)).toEqual({
    events: { nodes: [{ name: 'Feast' }, { name: 'Raid' }, { name: 'Visit' }] },
    denied: {
      nodes: [
        {
          name: 'Duel',
          agreement: { verdict: 'SINGLE_SOURCE', articles: 1 },
          evidence: [],
          allEvidence: [{ claim: { id: 'claim:three:F2' } }],
        },
      ],
    },
    eventStats: [{ status: 'OCCURRED', count: 3 }],
    all: [{ status: 'DENIED', count: 1 }],
  });
});

test('claims are about the subjects and objects of what they say', () => {
  const question = `{ claims(about: "Ada") { nodes { id rank about { nodes { id } } says { nodes { id holds } } } } claim(id: "claim:two:F1") { corrects { nodes { id } } } }`;
  const { claims, claim } = answer(question) as { claims: { nodes: { id: string }[] }; claim: unknown };
  expect(claims.nodes.map(({ id }) => id)).toEqual([
    'claim:one:F1',
    'claim:one:F2',
    'claim:one:F4',
    'claim:two:F1',
  ]);
  expect(claims.nodes[1]).toEqual({
    id: 'claim:one:F2',
    rank: 'DEPRECATED',
    about: { nodes: [{ id: 'person:ada' }] },
    says: {
      nodes: [
        { id: 'fact:gift:lamp|happens', holds: false },
        { id: 'fact:person:ada|GAVE|gift:lamp', holds: false },
      ],
    },
  });
  expect(claim).toEqual({ corrects: { nodes: [{ id: 'claim:one:F1' }] } });
});

test('what nobody has to say holds on every day, without a verdict', () => {
  const question = `{ person(id: "person:ada", asOf: "1900-01-01") { children { edges { basis status node { name } agreement { verdict articles } evidence { start } } } } }`;
  expect(answer(question)).toEqual({
    person: {
      children: {
        edges: [
          {
            basis: 'BACKGROUND',
            status: 'ONGOING',
            node: { name: 'Bo' },
            agreement: { verdict: null, articles: 0 },
            evidence: [],
          },
        ],
      },
    },
  });
});

test('a path leads over facts that hold, and not over what was taken back', () => {
  const path = (to: string) => `{ path(from: "Ada", to: "${to}") { outcome paths { facts { id } } } }`;
  expect(answer(path('gift:bell'))).toEqual({
    path: { outcome: 'FOUND', paths: [{ facts: [{ id: 'fact:person:ada|GAVE|gift:bell' }] }] },
  });
  expect(answer(path('gift:lamp'))).toEqual({ path: { outcome: 'NONE_WITHIN_HOPS', paths: [] } });
});
