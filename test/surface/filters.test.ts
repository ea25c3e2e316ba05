import { describe, expect, test } from '@jest/globals';
import { parseValue, valueFromASTUntyped } from 'graphql';
import { describeServed } from '../support/served.ts';

/** Filters, and the few who are named in the first article: whom each filter leaves. */
const LAVROV = 'Sergei Lavrov';
const PUTIN = 'Vladimir Putin';
const UN = 'Kim Jong-un';
const IL = 'Kim Jong-il';

const people: readonly (readonly [title: string, where: string, names: readonly string[]])[] = [
  // text
  ['a text that equals, whatever its case', '{ name: { eq: "kim JONG-un" } }', [UN]],
  ['a text that is one of several', '{ name: { in: ["Kim Jong-il", "sergei lavrov"] } }', [IL, LAVROV]],
  ['a text that is one of none', '{ name: { in: [] } }', []],
  ['a part of a text', '{ name: { contains: "JONG" } }', [IL, UN]],
  ['a part that every text has', '{ name: { contains: "" } }', [IL, UN, LAVROV, PUTIN]],
  ['a start of a text', '{ name: { startsWith: "vlad" } }', [PUTIN]],
  ['signs that mean something elsewhere, taken as they are', '{ name: { contains: ".*" } }', []],
  ['what does not equal', '{ name: { not: { startsWith: "Kim" } } }', [LAVROV, PUTIN]],
  ['what does not not equal', '{ name: { not: { not: { startsWith: "Kim" } } } }', [IL, UN]],
  ['two comparisons of one field: both hold', '{ name: { contains: "kim", not: { contains: "il" } } }', [UN]],
  ['one of the texts of a list', '{ aliases: { includes: "KIM JONG UN" } }', [UN]],
  // put together
  ['two fields: both hold', '{ name: { startsWith: "Kim" }, offices: { some: {} } }', [UN]],
  [
    'any of several',
    '{ or: [{ name: { eq: "Kim Jong-il" } }, { name: { eq: "Vladimir Putin" } }] }',
    [IL, PUTIN],
  ],
  ['any of none: nobody', '{ or: [] }', []],
  ['all of none: everybody', '{ and: [] }', [IL, UN, LAVROV, PUTIN]],
  ['not everything: nobody', '{ not: {} }', []],
  ['nothing asked: everybody', '{}', [IL, UN, LAVROV, PUTIN]],
  // relationships
  ['at least one', '{ gave: { some: { item: { eq: "glove" } } } }', [PUTIN]],
  ['at least one of any kind', '{ gave: { some: {} } }', [UN, PUTIN]],
  ['none of those that are stated', '{ gave: { none: { item: { eq: "glove" } } } }', [UN]],
  ['none at all', '{ gave: { none: {} } }', [IL, LAVROV]],
  ['all of those that are stated', '{ gave: { all: { item: { eq: "rifle" } } } }', [UN]],
  ['exactly one', '{ gave: { single: {} } }', [UN]],
  [
    'some, and none of others',
    '{ gave: { some: { item: { eq: "rifle" } }, none: { item: { eq: "glove" } } } }',
    [UN],
  ],
  [
    'by what the relationship itself says',
    '{ involvements: { some: { role: { eq: VISITOR }, event: { status: { eq: EXPECTED } } } } }',
    [LAVROV, PUTIN],
  ],
  [
    'several steps away',
    '{ gave: { some: { during: { partOf: { some: { places: { some: { name: { eq: "Russia" } } } } } } } } }',
    [UN, PUTIN],
  ],
  ['who met somebody', '{ met: { some: { name: { eq: "Vladimir Putin" } } } }', [UN]],
];

const events: readonly (readonly [title: string, where: string, count: number])[] = [
  ['numbers that are greater', '{ ordinal: { gt: 1 } }', 1],
  ['numbers from and up to', '{ ordinal: { gte: 1, lte: 2 } }', 2],
  ['what has a value', '{ purpose: { exists: true } }', 2],
  ['what the texts do not say', '{ purpose: { exists: false } }', 29],
  ['what is stated otherwise', '{ ordinal: { not: { gt: 1 } } }', 1],
  [
    'what is stated otherwise, or not at all',
    '{ or: [{ ordinal: { not: { gt: 1 } } }, { ordinal: { exists: false } }] }',
    30,
  ],
  ['statuses', '{ status: { in: [PLANNED, EXPECTED] } }', 6],
  ['a date that may lie in an interval', '{ date: { during: { from: "2023-09-10", to: "2023-09-20" } } }', 8],
  ['a date that must', '{ date: { during: { from: "2023-09-01", to: "2023-09-30" }, certainly: true } }', 8],
  ['an interval with an open end', '{ date: { during: { to: "2000-12-31" } } }', 2],
  ['any date', '{ date: { during: {} } }', 11],
  [
    'a day alone, which no event must lie on',
    '{ date: { during: { from: "2000-07-01", to: "2000-07-01" }, certainly: true } }',
    0,
  ],
  ['an end that may lie in an interval', '{ endDate: { during: { from: "2023-09-17" } } }', 1],
  ['an end that must', '{ endDate: { during: { from: "2023-09-17" }, certainly: true } }', 0],
  ['no end', '{ endDate: { exists: false } }', 30],
  ['no date', '{ date: { exists: false } }', 20],
  ['a date that is not in the interval', '{ date: { not: { during: { from: "2023-01-01" } } } }', 2],
  [
    'not in the interval, or without a date',
    '{ or: [{ date: { not: { during: { from: "2023-01-01" } } } }, { date: { exists: false } }] }',
    22,
  ],
];

const claims: readonly (readonly [title: string, where: string, ids: readonly string[]])[] = [
  [
    'where they are stated',
    '{ evidence: { some: { sentence: { number: { eq: "5" } }, start: { lt: 640 } } } }',
    ['claim:oo-20230918:F18', 'claim:oo-20230918:F24'],
  ],
  [
    'what is stated in several places, all of them late',
    '{ evidence: { all: { start: { gt: 2500 } }, none: { start: { gt: 2600 } } } }',
    ['claim:oo-20230918:F62', 'claim:oo-20230918:F63'],
  ],
];

const gifts: readonly (readonly [title: string, where: string, names: readonly string[]])[] = [
  ['one related thing', '{ madeIn: { name: { eq: "Russia" } } }', ['Russian-made rifle']],
  ['a related thing that is not stated', '{ not: { madeIn: {} } }', ['space-suit glove']],
  [
    'a date taken over from an event',
    '{ date: { during: { from: "2023-09-17", to: "2023-09-17" } } }',
    ['North Korean-made rifle', 'Russian-made rifle', 'space-suit glove'],
  ],
  [
    'the sentence that speaks of it',
    '{ evidence: { some: { sentence: { number: { eq: "4" } }, claim: { status: { eq: OCCURRED } } } } }',
    ['space-suit glove'],
  ],
  [
    'one place alone that speaks of it',
    '{ evidence: { single: { start: { gt: 500 } } } }',
    ['North Korean-made rifle', 'Russian-made rifle'],
  ],
  [
    'whom an interface tells by its type',
    '{ givers: { some: { type: { eq: Person }, name: { eq: "Kim Jong-un" } } } }',
    ['North Korean-made rifle'],
  ],
];

describeServed('a filter finds', (service) => {
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever the service answers
  const list = async (name: string, type: string, where: string): Promise<any> => {
    const written = await service.ask(`{ ${name}(where: ${where}) { totalCount nodes { ...found } } }
      fragment found on Node { id ... on Entity { name } }`);
    expect(written.errors).toBeUndefined();
    // What is not stated to be otherwise is so; both, and what is neither, share out the list.
    const not = await service.ask(
      `query ($where: ${type}!) {
        so: ${name}(where: { not: { not: $where } }) { totalCount }
        otherwise: ${name}(where: { not: $where }) { totalCount }
        both: ${name}(where: { and: [$where, { not: $where }] }) { totalCount }
        all: ${name} { totalCount }
      }`,
      { where: plain(where) },
    );
    expect(not.errors).toBeUndefined();
    const found = written.data[name];
    const { so, otherwise, both, all } = not.data;
    expect([so.totalCount, both.totalCount]).toEqual([found.totalCount, 0]);
    expect(otherwise.totalCount + found.totalCount).toBeLessThanOrEqual(all.totalCount);
    return found;
  };

  describe('people by', () => {
    test.each(people)('%s', async (_, where, names) => {
      const { nodes } = await list('people', 'PersonWhere', where);
      expect(nodes.map(({ name }: { name: string }) => name).sort()).toEqual([...names].sort());
    });
  });

  describe('events by', () => {
    test.each(events)('%s', async (_, where, count) => {
      expect((await list('events', 'EventWhere', where)).totalCount).toBe(count);
    });
  });

  describe('claims by', () => {
    test.each(claims)('%s', async (_, where, ids) => {
      const { nodes } = await list('claims', 'ClaimWhere', where);
      expect(nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
    });
  });

  describe('gifts by', () => {
    test.each(gifts)('%s', async (_, where, names) => {
      const { nodes } = await list('gifts', 'GiftWhere', where);
      expect(nodes.map(({ name }: { name: string }) => name).sort()).toEqual([...names].sort());
    });
  });
});

/** A filter as it is sent in variables; asked so too, for its negation. */
function plain(where: string): unknown {
  return valueFromASTUntyped(parseValue(where));
}
