import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeCursor } from '../../src/compile/input.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { type RunningService, serve } from '../support/service.ts';

/** The cursor of a country in the order of names, and one like it that was changed by hand. */
const CURSOR = encodeCursor('Ro0uHvD1', ['Russia', 'country:ru']);
const CHANGED = Buffer.from(JSON.stringify(['Ro0uHvD1', 'bpnbRR', 'Rwanda', 'country:rw'])).toString(
  'base64url',
);

describe('what cannot be answered is refused before the graph is touched', () => {
  let store: GraphStore;
  let service: RunningService;
  let reads = 0;

  beforeAll(async () => {
    store = await openStore({ url: 'memory:' });
    const counting: GraphStore = Object.create(store, {
      read: {
        value: (...args: Parameters<GraphStore['read']>) => {
          reads += 1;
          return store.read(...args);
        },
      },
      searchText: {
        value: (...args: Parameters<GraphStore['searchText']>) => {
          reads += 1;
          return store.searchText(...args);
        },
      },
    });
    service = await serve(counting, { PAGE_SIZE_MAX: '400' });
  });

  afterAll(async () => {
    await service?.close();
    await store?.close();
  });

  test.each([
    ['an id that is none', '{ node(id: "Putin") { id } }', 'BAD_ID'],
    ['an id in a filter that is none', '{ people(where: { id: { in: ["x"] } }) { nodes { id } } }', 'BAD_ID'],
    ['neither id nor name', '{ person { id } }', 'BAD_USER_INPUT'],
    ['both id and name', '{ person(id: "person:x", name: "x") { id } }', 'BAD_USER_INPUT'],
    [
      'a filter that nothing can equal',
      '{ people(where: { name: { eq: null } }) { nodes { id } } }',
      'BAD_USER_INPUT',
    ],
    [
      'a condition that asks for nothing',
      '{ gifts(where: { madeIn: null }) { nodes { id } } }',
      'BAD_USER_INPUT',
    ],
    [
      'a condition that asks for nothing, in a part of which nothing is read',
      '{ people { nodes { involvements(where: { event: { or: [{ places: { some: null } }] } }) { __typename } } } }',
      'BAD_USER_INPUT',
    ],
    [
      'an interval that ends before it starts',
      '{ events(where: { date: { during: { from: "2024-02-01", to: "2024-01-01" } } }) { nodes { id } } }',
      'BAD_USER_INPUT',
    ],
    [
      'a date that certainly is, without saying when',
      '{ events(where: { date: { certainly: true } }) { totalCount } }',
      'BAD_USER_INPUT',
    ],
    [
      'a date that certainly is, in a part of a filter of which nothing is read',
      '{ people { nodes { involvements(where: { not: { event: { date: { certainly: false, during: null } } } }) { __typename } } } }',
      'BAD_USER_INPUT',
    ],
    [
      'groups of what certainly is',
      '{ eventStats(by: [KIND], where: { date: { certainly: false, exists: true } }) { count } }',
      'BAD_USER_INPUT',
    ],
    [
      'an answer that may be too large',
      '{ facts(first: 400) { nodes { subject { facts(first: 400) { nodes { object { facts(first: 400) { nodes { id } } } } } } } } }',
      'COST_LIMIT',
    ],
    ['a path with too many hops', '{ path(from: "a", to: "b", maxHops: 9) { outcome } }', 'BAD_USER_INPUT'],
    ['a path over nothing', '{ path(from: "a", to: "b", via: []) { outcome } }', 'BAD_USER_INPUT'],
    [
      'an interval of a timeline that ends before it starts',
      '{ timeline(between: { from: "2024-02-01", to: "2024-01-01" }) { nodes { id } } }',
      'BAD_USER_INPUT',
    ],
    ['a cursor that is none', '{ people(after: "abc") { nodes { id } } }', 'BAD_CURSOR'],
    ['a cursor of another list', `{ people(after: "${CURSOR}") { nodes { id } } }`, 'BAD_CURSOR'],
    [
      'a cursor of another order',
      `{ countries(orderBy: [{ name: DESC }], before: "${CURSOR}") { nodes { id } } }`,
      'BAD_CURSOR',
    ],
    [
      'a cursor that was changed by hand',
      `{ countries(orderBy: [{ name: ASC }], after: "${CHANGED}") { nodes { id } } }`,
      'BAD_CURSOR',
    ],
    [
      'a bad cursor beside a search',
      '{ search(text: "x") { score } people(after: "abc") { nodes { id } } }',
      'BAD_CURSOR',
    ],
    ['a page that is too large', '{ people(first: 401) { nodes { id } } }', 'PAGE_SIZE'],
    ['too many ids', `{ nodes(ids: [${'"person:x", '.repeat(501)}]) { id } }`, 'OPERATION_LIMIT'],
    ['more ids than a page holds', `{ nodes(ids: [${'"person:x", '.repeat(401)}]) { id } }`, 'PAGE_SIZE'],
    ['first and last at once', '{ people(first: 1, last: 1) { nodes { id } } }', 'BAD_USER_INPUT'],
    [
      'too many levels',
      `{ event(id: "event:x") ${'{ partOf { nodes '.repeat(20)}{ id }${' } }'.repeat(20)} }`,
      'OPERATION_LIMIT',
    ],
    [
      'too many aliases',
      `{ ${Array.from({ length: 101 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
      'OPERATION_LIMIT',
    ],
    ['groups by nothing', '{ giftStats(by: []) { count } }', 'BAD_USER_INPUT'],
    ['a mutation', 'mutation { __typename }', undefined],
    ['a day that is none', '{ people(asOf: "2023-02-30") { nodes { id } } }', undefined],
    ['an unknown order', '{ people(orderBy: [{ age: ASC }]) { nodes { id } } }', undefined],
    ['two orders in one', '{ people(orderBy: [{ name: ASC, id: ASC }]) { nodes { id } } }', undefined],
    ['a field that is none', '{ people { nodes { age } } }', undefined],
  ])('%s', async (_, query, code) => {
    const before = reads;
    const { status, data, errors } = await service.ask(query);
    expect(reads).toBe(before);
    expect(data ?? null).toBeNull();
    expect(status).toBe(400);
    const expected = code ?? expect.any(String);
    expect(errors?.[0]?.extensions).toMatchObject({ code: expected, hint: expect.any(String) });
  });

  test('a refusal for cost names the field to cut, the cost and the limit', async () => {
    const { errors } = await service.ask(
      '{ facts(first: 400) { nodes { subject { facts(first: 400) { nodes { object { facts(first: 400) { nodes { id } } } } } } } } }',
    );
    expect(errors?.[0]?.message).toMatch(/may hold \d+ items; the limit is \d+/);
    expect(errors?.[0]?.extensions.hint).toContain('facts');
  });

  test.each([
    ['{ people(first: 401) { nodes { id } } }', 'follow pageInfo.endCursor'],
    ['{ facts { nodes { subject { facts(last: -1) { nodes { id } } } } } }', 'follow pageInfo.endCursor'],
    ['{ giftStats(by: [GIVER], first: 401) { count } }', 'Ask for 400 or fewer'],
    ['{ search(text: "x", first: 401) { score } }', 'Ask for 400 or fewer'],
    ['{ resolve(name: "x") { suggestions(first: 401) { score } } }', 'Ask for 400 or fewer'],
    ['{ gifts { nodes { evidence(first: 401) { start } } } }', 'Ask for 400 or fewer'],
    ['{ entities { edges { evidence(first: 401) { start } } } }', 'Ask for 400 or fewer'],
  ])('the refusal of a page in %s says to follow cursors only where there are any', async (query, hint) => {
    const { errors } = await service.ask(query);
    expect(errors?.[0]?.extensions).toEqual({ code: 'PAGE_SIZE', hint: expect.stringContaining(hint) });
  });

  test('a condition without a value is refused from a variable too, also by one that has none', async () => {
    const query =
      'query ($name: String, $where: GiftWhere, $from: Date) { gifts(where: { madeIn: { demonym: { eq: $name } } }) { totalCount } others: gifts(where: $where) { totalCount } events(where: { date: { during: { from: $from } } }) { totalCount } }';
    const refusal = (condition: string) => `A filter has ${condition}, which asks for nothing.`;
    for (const [variables, message] of [
      [{}, refusal('eq: $name, a variable without a value')],
      [{ name: null }, refusal('eq: null')],
      [{ name: 'Russia', where: { madeIn: null } }, refusal('madeIn: null')],
      [{ name: 'Russia', where: { not: { madeIn: { name: null } } } }, refusal('name: null')],
      [{ name: 'Russia', where: null, from: null }, undefined],
      [{ name: 'Russia' }, undefined],
    ] as const) {
      const { errors } = await service.ask(query, variables);
      expect(errors?.[0]?.message).toBe(message);
    }
  });

  test('certainly without during is refused from a variable too', async () => {
    const query =
      'query ($c: Boolean!, $w: EventWhere!) { events(where: { or: [{ date: { certainly: $c, during: {} } }, $w] }) { totalCount } }';
    const hint = 'certainly says how during is meant: give during too.';
    for (const [variables, refused] of [
      [{ c: true, w: { date: { certainly: true } } }, true],
      [{ c: false, w: { not: { date: { certainly: false } } } }, true],
      [{ c: false, w: { date: { certainly: true, during: { from: '2023-09-01' } } } }, false],
      [{ c: true, w: {} }, false],
    ] as const) {
      const { errors } = await service.ask(query, variables);
      expect(errors?.[0]?.extensions).toEqual(refused ? { code: 'BAD_USER_INPUT', hint } : undefined);
    }
  });

  test.each([
    ['a field', '{ people { nodes { age } } }', /^Person has the fields id, .*\bname\b/],
    [
      'a field of a union',
      '{ gifts { nodes { givers { edges { node { name } } } } } }',
      /^Ask inside "... on" one of Person, Country/,
    ],
    ['a field of a thing of any type', '{ node(id: "person:x") { age } }', /^Node has the fields id/],
    ['a field without a selection', '{ people }', /^PersonConnection has the fields .*nodes/],
    ['a selection of a plain field', '{ people { totalCount { x } } }', /Leave out the braces/],
    ['an argument', '{ gifts(giver: "x") { totalCount } }', /^Query\.gifts takes .*from, to/],
    [
      'an argument of a field with none',
      '{ __typename people { totalCount(x: 1) } }',
      /totalCount takes no arguments/,
    ],
    [
      'an order',
      '{ people(orderBy: [{ age: ASC }]) { totalCount } }',
      /^PersonOrder takes exactly one of name, .*id/,
    ],
    [
      'two orders in one',
      '{ people(orderBy: [{ id: ASC, name: ASC }]) { totalCount } }',
      /exactly one of name, .*id/,
    ],
    ['a direction', '{ people(orderBy: [{ name: UP }]) { totalCount } }', /is one of ASC, DESC/],
    [
      'a value of an enum',
      '{ events(where: { status: { eq: DONE } }) { totalCount } }',
      /^Status is one of .*OCCURRED/,
    ],
    [
      'a key of a filter',
      '{ people(where: { age: { eq: 1 } }) { totalCount } }',
      /^PersonWhere takes .*name/,
    ],
    ['a filter that is a text', '{ people(where: "x") { totalCount } }', /^PersonWhere takes .*name/],
    ['a day', '{ timeline(between: { from: "2023-13-01" }) { totalCount } }', /a day of the calendar/],
    ['a number', '{ people(first: "2") { totalCount } }', /Give a whole number/],
    ['a text', '{ person(name: 2) { id } }', /Give a text in quotes/],
    ['a missing argument', '{ search { score } }', /Give it a value/],
    ['a variable that is not declared', '{ person(name: $n) { id } }', /Declare the variable/],
    [
      'a variable of another type',
      'query ($n: Int) { person(name: $n) { id } }',
      /Declare the variable as String/,
    ],
    ['a variable that is not used', 'query ($n: Int) { people { totalCount } }', /Use it, or leave it out/],
    [
      'two fields under one key',
      '{ a: people { totalCount } a: gifts { totalCount } }',
      /an alias of its own/,
    ],
    ['a fragment', '{ ...f }', /Define the fragment/],
    ['a fragment that can never be', '{ people { nodes { ... on Gift { id } } } }', /where a Gift can be/],
    ['a directive', '{ people @client { totalCount } }', /@include/],
    ['a type', '{ people { nodes { ... on Persn { id } } } }', /\/schema\.graphql/],
    ['a sign', '{ people(first: ) { totalCount } }', /line 1, column 17/],
    ['nothing', '', /POST \/graphql/],
  ])('what is wrong with %s is told with what could be', async (_, query, hint) => {
    const { errors } = await service.ask(query);
    expect(errors?.[0]?.extensions.hint).toMatch(hint);
    expect(errors?.[0]?.extensions.hint?.length).toBeLessThan(800);
  });

  test.each([
    ['query ($n: Int!) { people(first: $n) { totalCount } }', {}, /Give it a value/],
    ['query ($n: Int!) { people(first: $n) { totalCount } }', { n: 'two' }, /Give a whole number/],
    ['query ($d: Date) { people(asOf: $d) { totalCount } }', { d: '2023-13-01' }, /a day of the calendar/],
    ['query ($w: PersonWhere) { people(where: $w) { totalCount } }', { w: { age: 1 } }, /^PersonWhere takes/],
    [
      'query ($s: Status) { events(where: { status: { eq: $s } }) { totalCount } }',
      { s: 'DONE' },
      /^Status is one of/,
    ],
    [
      'query ($o: [PersonOrder!]) { people(orderBy: $o) { totalCount } }',
      { o: [{}] },
      /exactly one of name, .*id/,
    ],
  ])('%s with %j is told with what could be', async (query, variables, hint) => {
    const { errors } = await service.ask(query, variables);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', hint: expect.stringMatching(hint) });
  });

  const many = (count: number, field: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => field(i)).join(' ');
  const steps = (count: number) => `${'partOf { nodes { '.repeat(count)}id${' } }'.repeat(count)}`;
  test.each([
    [
      'depth',
      `{ people { totalCount } event(id: "event:x") { id ...deep } } fragment deep on Event { first: ${steps(13)} }`,
      `is 14 deep at event.first.nodes${'.partOf.nodes'.repeat(11)}.partOf; the service takes 12 (DEPTH_MAX)`,
    ],
    ['braces', `{ event(id: "event:x") { ${steps(40)} } }`, 'nested more than 60 braces deep at …'],
    [
      'a fragment that holds itself',
      '{ event(id: "event:x") { ...e } } fragment e on Event { partOf { nodes { ...e } } }',
      'is deep without end at event.partOf.nodes.partOf',
    ],
    [
      'a fragment that pages through itself',
      '{ people { ...p } } fragment p on PersonConnection { nodes { ...p } }',
      'nested more than 60 braces deep at ',
    ],
    [
      'aliases',
      `{ b: gifts { totalCount } ${many(100, (i) => `a${i}: people { totalCount }`)} }`,
      'has 101 aliases, 100 for people; the service takes 100 (ALIASES_MAX)',
    ],
    [
      'repeats',
      `{ people { nodes { ...a ...b } } } fragment a on Person { ${many(11, () => 'name')} } fragment b on Person { ${many(10, () => 'name')} }`,
      'asks for one field 21 times at people.nodes.name; the service takes 20 (REPEATS_MAX)',
    ],
    [
      'questions',
      `{ __typename ${many(32, (i) => `a${i}: people { totalCount }`)} }`,
      'asks 33 questions, 32 for people; the service takes 32 (ROOT_FIELDS_MAX)',
    ],
    [
      'parts of the graph',
      `{ gifts { totalCount } people(first: 1) { nodes { ${many(65, (i) => `a${i}: gave { nodes { id } }`)} } } }`,
      'reads 68 parts of the graph, 65 of them at people.nodes; the service takes 64 (RELATIONS_MAX)',
    ],
    [
      'lists within lists of the schema',
      '{ s: __schema { types { fields { type { fields { name } } } } } }',
      'lists within lists of the schema at s.types.fields.type.fields;',
    ],
  ])('a refusal for %s names the field to cut', async (_, query, message) => {
    const { status, errors } = await service.ask(query);
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions).toEqual({ code: 'OPERATION_LIMIT', hint: expect.any(String) });
    expect(errors?.[0]?.message).toContain(message);
  });

  test('a refusal shows no more than the end of a long path', async () => {
    const long = 'a'.repeat(1_000);
    const { errors } = await service.ask(`{ ${many(21, () => `${long}: __typename`)} }`);
    expect(errors?.[0]?.message.length).toBeLessThan(400);
  });

  test('a page size in a variable is priced by each request, whatever the ones before it asked', async () => {
    const facts = (inside: string) => `facts(first: $n) { nodes { ${inside} } }`;
    const query = `query ($n: Int!) { ${facts(`subject { ${facts(`object { ${facts('id')} }`)} }`)} }`;
    for (const [n, code] of [[1], [400, 'COST_LIMIT'], [2], [400, 'COST_LIMIT']] as const) {
      const { errors } = await service.ask(query, { n });
      expect(errors?.[0]?.extensions.code).toBe(code);
    }
  });
});
