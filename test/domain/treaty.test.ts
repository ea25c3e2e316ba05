import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadGraph } from '../../src/load/load.ts';
import { readDomain, scriptFolders } from '../../src/model/domain/domain.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { describeEachEngine } from '../support/engines.ts';
import { type RunningService, serve } from '../support/service.ts';

/** A folder that adds treaties to the news: what a person writes for a new type, and what follows from it. */
const SINGLE = { verdict: 'SINGLE_SOURCE' };

const FOLDER = 'test/domain/treaty';
const TREATY = { id: 'treaty:2023-friendship', name: 'Treaty of Friendship' };

test('a type is written in at most 20 lines of one file', () => {
  const lines = readFileSync(`${FOLDER}/schema.graphql`, 'utf8').trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(20);
});

/** Where a treaty stands, by the questions that clients ask; other ways to the graph join as rows. */
const places: readonly (readonly [where: string, question: string, answer: object])[] = [
  [
    'the root list',
    '{ treaties(first: 5) { totalCount nodes { name } } }',
    {
      treaties: { totalCount: 2, nodes: [{ name: 'Treaty of Good Neighbours' }, { name: TREATY.name }] },
    },
  ],
  [
    'the lookup by id',
    `{ treaty(id: "${TREATY.id}") { name date { edtf earliest precision } } }`,
    {
      treaty: { name: TREATY.name, date: { edtf: '2023-09-13', earliest: '2023-09-13', precision: 'DAY' } },
    },
  ],
  [
    'the lookup by another name',
    '{ treaty(name: "friendship treaty") { id } }',
    { treaty: { id: TREATY.id } },
  ],
  [
    'node(id:)',
    `{ node(id: "${TREATY.id}") { __typename id } }`,
    { node: { __typename: 'Treaty', id: TREATY.id } },
  ],
  [
    'a filter by its name',
    '{ treaties(where: { name: { contains: "friend" } }) { nodes { id } } }',
    {
      treaties: { nodes: [{ id: TREATY.id }] },
    },
  ],
  [
    'a filter by its date',
    '{ treaties(where: { date: { during: { from: "2023-01-01" } } }) { nodes { id } } }',
    {
      treaties: { nodes: [{ id: TREATY.id }] },
    },
  ],
  [
    'a filter by what it leads to',
    '{ treaties(where: { signatories: { some: { isoCode: { eq: "KP" } } } }) { nodes { id } } }',
    {
      treaties: { nodes: [{ id: TREATY.id }] },
    },
  ],
  [
    'a filter of what leads to it',
    '{ countries(where: { treaties: { some: { name: { startsWith: "Treaty of F" } } } }) { nodes { name } } }',
    {
      countries: { nodes: [{ name: 'North Korea' }, { name: 'Russia' }] },
    },
  ],
  [
    'an order',
    '{ treaties(orderBy: [{ date: ASC }]) { nodes { date { edtf } } } }',
    {
      treaties: { nodes: [{ date: { edtf: '2000' } }, { date: { edtf: '2023-09-13' } }] },
    },
  ],
  [
    'a relationship to countries, with its evidence',
    `{ treaty(id: "${TREATY.id}") { signatories { edges { node { name } basis evidence { claim { id } } } } } }`,
    {
      treaty: {
        signatories: {
          edges: ['North Korea', 'Russia'].map((name) => ({
            node: { name },
            basis: 'STATED',
            evidence: [{ claim: { id: 'claim:tt-20231101:T1' } }],
          })),
        },
      },
    },
  ],
  [
    'a relationship to an event',
    `{ treaty(id: "${TREATY.id}") { occasion { id } } }`,
    {
      treaty: { occasion: { id: 'event:2023-putin-kim-summit' } },
    },
  ],
  [
    'the evidence of its date',
    `{ treaty(id: "${TREATY.id}") { date { evidence { claim { id } } agreement { verdict } } } }`,
    {
      treaty: {
        date: {
          evidence: [{ claim: { id: 'claim:tt-20231101:T3' } }],
          agreement: { verdict: 'SINGLE_SOURCE' },
        },
      },
    },
  ],
  [
    'groups by a country',
    '{ treatyStats(by: [SIGNATORIES]) { signatories { name } count first last } }',
    {
      treatyStats: [
        { signatories: { name: 'Russia' }, count: 2, first: '2000-01-01', last: '2023-09-13' },
        { signatories: { name: 'North Korea' }, count: 1, first: '2023-09-13', last: '2023-09-13' },
      ],
    },
  ],
  [
    'groups by the month and the article',
    '{ treatyStats(by: [MONTH, ARTICLE]) { month article { id } count } }',
    {
      treatyStats: [
        { month: '2023-09', article: { id: 'article:tt-20231101' }, count: 1 },
        { month: null, article: { id: 'article:tt-20231101' }, count: 1 },
      ],
    },
  ],
  [
    'search',
    '{ search(text: "friendship", types: [Treaty]) { node { id } } }',
    { search: [{ node: { id: TREATY.id } }] },
  ],
  [
    'resolve',
    '{ resolve(name: "Treaty of Friendship") { matches { entity { __typename id } } } }',
    {
      resolve: { matches: [{ entity: { __typename: 'Treaty', id: TREATY.id } }] },
    },
  ],
  [
    'facts, by what they say',
    '{ facts(where: { predicate: { in: [SIGNED_BY, SIGNED_AT] } }) { totalCount } }',
    {
      facts: { totalCount: 4 },
    },
  ],
  [
    'its own facts',
    `{ treaty(id: "${TREATY.id}") { facts { nodes { predicate object { id } value agreement { verdict } } } } }`,
    {
      treaty: {
        facts: {
          nodes: [
            {
              predicate: 'SIGNED_AT',
              object: { id: 'event:2023-putin-kim-summit' },
              value: null,
              agreement: SINGLE,
            },
            { predicate: 'SIGNED_BY', object: { id: 'country:kp' }, value: null, agreement: SINGLE },
            { predicate: 'SIGNED_BY', object: { id: 'country:ru' }, value: null, agreement: SINGLE },
            { predicate: 'date', object: null, value: '2023-09-13', agreement: SINGLE },
          ],
        },
      },
    },
  ],
  [
    'its values, each with its claim',
    `{ treaty(id: "${TREATY.id}") { values(of: date) { nodes { value claims { nodes { id } } } } } }`,
    {
      treaty: {
        values: { nodes: [{ value: '2023-09-13', claims: { nodes: [{ id: 'claim:tt-20231101:T3' }] } }] },
      },
    },
  ],
  [
    'all that is claimed of it',
    `{ treaty(id: "${TREATY.id}") { claims { nodes { id } } evidence { claim { id } } } claims(about: "${TREATY.name}") { totalCount } }`,
    {
      treaty: {
        claims: { nodes: [{ id: 'claim:tt-20231101:T1' }, { id: 'claim:tt-20231101:T3' }] },
        evidence: [{ claim: { id: 'claim:tt-20231101:T1' } }, { claim: { id: 'claim:tt-20231101:T3' } }],
      },
      claims: { totalCount: 2 },
    },
  ],
  [
    'a path',
    '{ path(from: "Treaty of Good Neighbours", to: "Treaty of Friendship") { hops paths { nodes { id } } } }',
    {
      path: {
        hops: 2,
        paths: [{ nodes: [{ id: 'treaty:2000-neighbours' }, { id: 'country:ru' }, { id: TREATY.id }] }],
      },
    },
  ],
  [
    'entities, by their type',
    '{ entities(where: { type: { eq: Treaty } }) { totalCount } }',
    { entities: { totalCount: 2 } },
  ],
  [
    'the day before it was told of',
    '{ treaties(asOf: "2023-10-31") { totalCount } }',
    { treaties: { totalCount: 0 } },
  ],
  [
    'the introspection of its fields',
    '{ __type(name: "Treaty") { interfaces { name } fields { name } } }',
    {
      __type: {
        interfaces: [{ name: 'Entity' }, { name: 'Node' }],
        fields: expect.arrayContaining([{ name: 'evidence' }, { name: 'occasion' }]),
      },
    },
  ],
];

describeEachEngine('a treaty, with no line of code touched, stands in', (open) => {
  let store: GraphStore;
  let service: RunningService;

  beforeAll(async () => {
    const domain = readDomain(['news', FOLDER]);
    store = await open();
    await loadGraph({ store, domain, cypherDir: scriptFolders(domain), rebuild: true });
    service = await serve(store, {}, domain);
  });

  afterAll(async () => {
    await service?.close();
    await store?.close();
  });

  test.each(places)('%s', async (_, question, answer) => {
    const { data, errors } = await service.ask(question);
    expect(errors).toBeUndefined();
    expect(data).toEqual(answer);
  });
});
