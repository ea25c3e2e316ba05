import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { type Asked, asked, serviceOver } from '../export/service.ts';
import { loadBeside } from '../support/load.ts';

/**
 * Every way in which a name that was not understood once looked like an answer, or was decided without a word. With both
 * articles of the tests, so that another Kim is told of more often than the one who is meant.
 */

let store: GraphStore;
let service: Asked;

// biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever the service answers
type Answer = any;

async function ask(query: string, more: object = {}): Promise<Answer> {
  const response = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, ...more }),
  });
  return response.json();
}

async function callTool(name: string, args: object): Promise<Answer> {
  const response = await fetch(`${service.url}/mcp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } }),
  });
  const text = await response.text();
  return JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text).result;
}

beforeAll(async () => {
  store = await openStore({ url: 'memory:' });
  await loadBeside(store, ['21-mn-20231025', 'test/surface/second-article.cypher']);
  service = await asked(await serviceOver(store));
}, 120_000);

afterAll(async () => {
  await service?.close();
  await store?.close();
});

describe('a name that is not understood is no answer', () => {
  test.each([
    ['gifts(from: "Путин") { totalCount }', 'UNKNOWN_NAME', 'person:vladimir-putin'],
    ['gifts(from: "Puttin") { totalCount }', 'UNKNOWN_NAME', 'person:vladimir-putin'],
    ['gifts(during: "Putin-Kim summit") { totalCount }', 'UNKNOWN_NAME', undefined],
    ['events(involving: "the president") { totalCount }', 'UNKNOWN_NAME', 'person:vladimir-putin'],
    ['claims(by: "a spokesperson for the Kremlin") { totalCount }', 'UNKNOWN_NAME', 'org:kremlin'],
    ['gifts(from: "") { totalCount }', 'UNKNOWN_NAME', undefined],
    ['person(name: "Puttin") { id }', 'UNKNOWN_NAME', 'person:vladimir-putin'],
    ['timeline(of: "Puttin") { totalCount }', 'UNKNOWN_NAME', 'person:vladimir-putin'],
    ['people(where: { name: { eq: "Puttin" } }) { totalCount }', 'UNKNOWN_NAME', 'person:vladimir-putin'],
    ['path(from: "Puttin", to: "Lavrov") { outcome }', 'UNKNOWN_NAME', 'person:vladimir-putin'],
    ['exchange(a: "Puttin", b: "Lavrov") { a { id } }', 'UNKNOWN_NAME', 'person:vladimir-putin'],
    ['gifts(from: "Pyongyang") { totalCount }', 'NAME_OF_OTHER_TYPE', undefined],
  ])('{ %s }: %s', async (field, code, id) => {
    const { data, errors } = await ask(`{ ${field} }`);
    expect([data ?? null, errors[0].extensions.code]).toEqual([null, code]);
    expect(errors[0].message).toMatch(/^(Nothing is called ".*"|".*" is a place, and no )/);
    const [told] = errors[0].extensions.names;
    const ids = (told.suggestions ?? []).map((one: { id: string }) => one.id);
    if (id !== undefined) expect(ids).toContain(id);
  });

  test('in a saved question neither: no table, but what may be meant', async () => {
    const { statusCode, body } = await service.get('/q/gifts-between.csv?from=Zelensky');
    expect(statusCode).toBe(400);
    expect(JSON.parse(body).errors[0].extensions.code).toBe('UNKNOWN_NAME');
    const near = await service.get('/q/gifts-between.csv?from=Puttin');
    expect(near.body).toContain('person:vladimir-putin');
  });

  test('in a tool neither: a model is not told that the articles are silent', async () => {
    const { isError, content } = await callTool('list_gifts', { giver: 'Vladmir Putin' });
    expect(isError).toBe(true);
    expect(content[0].text).toContain('person:vladimir-putin');
    expect(content[0].text).not.toMatch(/not stated|no such/);
    const found = await callTool('list_events', { person: 'USA' });
    expect(found.isError).toBe(true);
    expect(found.content[0].text).toContain('United States (country:us)');
  });

  test('but in the lenient form, which says so', async () => {
    const query = '{ gifts(from: "Puttin") { totalCount } people { totalCount } person(name: "Kim") { id } }';
    const { data, errors, extensions } = await ask(query, { extensions: { lenient: true } });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ gifts: { totalCount: 0 }, people: { totalCount: 5 }, person: null });
    expect(extensions.names).toMatchObject([{ outcome: 'UNKNOWN' }, { outcome: 'AMBIGUOUS' }]);
  });
});

describe('an ambiguous name is not decided', () => {
  test('in a list it means any of its bearers, and the answer tells how many each gives', async () => {
    const { data, extensions } = await ask('{ gifts(from: "Putin", to: "Kim") { totalCount } }');
    expect(data.gifts.totalCount).toBe(2);
    const [from, to] = extensions.names;
    expect(from).toMatchObject({
      argument: 'from',
      outcome: 'TAKEN',
      note: '"Putin" was taken for Vladimir Putin.',
    });
    const counts = to.things.map(({ id, count }: { id: string; count: number }) => [id, count]);
    expect(Object.fromEntries(counts)).toEqual({ 'person:kim-jong-un': 2, 'person:kim-jong-il': 0 });
    expect(to.note).toMatch(
      /^"Kim" can mean Kim Jong-il \(0\) and Kim Jong-un \(2\); any of them was asked for\./,
    );
  });

  test('in a table it is told in the headers', async () => {
    const { headers, body } = await service.get('/q/gifts-between.csv?from=Putin&to=Kim');
    expect(body.split('\r\n').length).toBeGreaterThan(2);
    expect(headers['x-names']).toBe('from=person:vladimir-putin; to=person:kim-jong-il,person:kim-jong-un');
    expect(headers['x-notes']).toContain('"Kim" can mean');
  });

  test('saved questions bind ids, so that no further article changes their meaning', async () => {
    const { body, headers } = await service.get('/q/what-did-putin-give-kim.json');
    expect(JSON.parse(body)).toHaveLength(2);
    expect(headers['x-notes']).toBeUndefined();
  });

  test.each([
    'person(name: "Kim") { id }',
    'path(from: "Kim", to: "Putin") { hops }',
    'exchange(a: "Kim", b: "Putin") { a { id } }',
  ])('where one thing is needed it is refused with all of them: { %s }', async (field) => {
    const { errors } = await ask(`{ ${field} }`);
    const { code, names, hint } = errors[0].extensions;
    expect(code).toBe('AMBIGUOUS_NAME');
    expect(names[0].things.map(({ id }: { id: string }) => id).sort()).toEqual([
      'person:kim-jong-il',
      'person:kim-jong-un',
    ]);
    expect(hint).toContain('person:kim-jong-un');
  });
});

describe('one word has one reader', () => {
  const involving = (name: string) =>
    `events(involving: "Kim", where: { not: { involvements: { some: { actor: { name: { eq: "${name}" } } } } } }) { totalCount }`;

  test('a filter by name asks for what the name means, as an argument does', async () => {
    const { data } = await ask(`{ short: ${involving('Putin')} long: ${involving('Vladimir Putin')} }`);
    expect(data.short).toEqual(data.long);
  });

  test('a place is looked into by an argument and by a filter alike', async () => {
    const { data } = await ask(`{
      at: events(at: "North Korea") { totalCount }
      where: events(where: { places: { some: { name: { eq: "North Korea" } } } }) { totalCount }
      itself: events(where: { places: { some: { id: { eq: "country:kp" } } } }) { totalCount }
    }`);
    expect(data.at.totalCount).toBeGreaterThan(data.itself.totalCount);
    expect(data.where).toEqual(data.at);
  });

  test.each([
    'events(at: "Moscow")',
    'timeline(of: "Moscow")',
    'events(where: { places: { some: { name: { eq: "Moscow" } } } })',
  ])('a metonym acts, and is no place: %s', async (field) => {
    const { errors } = await ask(`{ ${field} { totalCount } }`);
    expect(errors[0].extensions.code).toBe('NAME_OF_OTHER_TYPE');
    expect(errors[0].message).toBe(
      '"Moscow" may stand for Russia, a country, and does not name it as a place.',
    );
    const { data } = await ask('{ events(involving: "Moscow") { totalCount } }');
    expect(data.events.totalCount).toBeGreaterThan(0);
  });
});

describe('reconciliation', () => {
  const reconcile = async (query: object) => {
    const { body } = await service.get(
      `/reconcile?queries=${encodeURIComponent(JSON.stringify({ q: query }))}`,
    );
    return JSON.parse(body).q.result as readonly { id: string; score: number; match: boolean }[];
  };

  test('has no match of a type that is none', async () => {
    expect(await reconcile({ query: 'Vladimir Putin', type: 'Q5' })).toEqual([]);
  });

  test('grades: a name, a name that may be meant, a text that is like a name', async () => {
    expect(await reconcile({ query: 'Vladimir Putin' })).toMatchObject([
      { id: 'person:vladimir-putin', score: 100, match: true },
    ]);
    expect(await reconcile({ query: 'Putin' })).toMatchObject([
      { id: 'person:vladimir-putin', score: 80, match: false },
    ]);
    const [near] = await reconcile({ query: 'Puttin', type: 'Person' });
    expect(near).toMatchObject({ id: 'person:vladimir-putin', match: false });
    expect(near?.score).toBeLessThan(80);
  });

  test('takes other columns into account: they tell which of several is meant', async () => {
    const leader = [{ pid: 'offices', v: 'Leader' }];
    const [first, second] = await reconcile({ query: 'Kim', type: 'Person', properties: leader });
    expect(first).toMatchObject({ id: 'person:kim-jong-un', score: 80, match: true });
    expect(second).toMatchObject({ id: 'person:kim-jong-il', match: false });
    expect(second?.score).toBeLessThan(80);
  });

  test.each([
    ['entity', 'kim', 'person:kim-jong-un'],
    ['type', 'per', 'Person'],
    ['property', 'off', 'offices'],
  ])('suggests each %s while it is written', async (kind, prefix, id) => {
    const { body } = await service.get(`/reconcile/suggest/${kind}?prefix=${prefix}`);
    expect(JSON.parse(body).result.map((one: { id: string }) => one.id)).toContain(id);
  });
});
