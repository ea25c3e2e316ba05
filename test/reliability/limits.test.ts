import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { limits } from '../../src/limits.ts';
import { build } from '../support/borrow.ts';
import { codeOf, type RealService, startReal } from './service.ts';

/** What is accepted must compile on the engine: shapes of operations at and around the limits. */

let service: RealService;
beforeAll(async () => {
  await build();
  service = await startReal({ LOG_LEVEL: 'error', COST_MAX: '100000000' });
});
afterAll(() => service?.stop());

const times = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');

function nested(count: number, wrap: (inner: string) => string): string {
  let text = 'id';
  for (let i = 0; i < count; i += 1) text = wrap(text);
  return text;
}

const shapes: Readonly<Record<string, (n: number) => string>> = {
  'lists beside each other': (n) =>
    `{ people(first: 1) { nodes { ${times(n, (i) => `a${i}: gave(first: 1) { nodes { id } }`)} } } }`,
  'lists and their counts': (n) =>
    `{ people(first: 1) { nodes { ${times(n, (i) => `a${i}: gave(first: 1) { totalCount pageInfo { hasNextPage hasPreviousPage } nodes { id } }`)} } } }`,
  'questions beside each other': (n) =>
    `{ ${times(n, (i) => `a${i}: gifts(first: 1) { totalCount nodes { id } }`)} }`,
  'questions with names': (n) =>
    `{ ${times(n, (i) => `a${i}: person(name: "Putin") { gave(to: "Kim", first: 1) { totalCount nodes { id } } }`)} }`,
  'evidence beside each other': (n) =>
    `{ gifts(first: 1) { nodes { ${times(n, (i) => `a${i}: evidence(first: 1) { article { id } sentence { text } claim { id } }`)} } } }`,
  'derived values beside each other': (n) =>
    `{ gifts(first: 1) { nodes { ${times(n, (i) => `a${i}: agreement { verdict }`)} } } }`,
  'exchanges beside each other': (n) =>
    `{ ${times(n, (i) => `a${i}: exchange(a: "Putin", b: "person:kim-jong-un") { a { id } given(first: 1) { totalCount nodes { id } } }`)} }`,
  'paths beside each other': (n) =>
    `{ ${times(n, (i) => `a${i}: path(from: "Putin", to: "person:kim-jong-un") { paths { hops facts { id evidence(first: 1) { claim { id } } } } }`)} }`,
  'counts in groups': (n) => `{ ${times(n, (i) => `a${i}: giftStats(by: [GIVER]) { count }`)} }`,
  'lists in lists': (n) =>
    `{ events(first: 1) { nodes { ${nested(n, (inner) => `partOf(first: 1) { totalCount nodes { ${inner} } }`)} } } }`,
  'claims in claims': (n) =>
    `{ entities(first: 1) { nodes { ${nested(n, (inner) => `claims(first: 1) { nodes { about(first: 1) { nodes { id ${inner} } } } }`)} } } }`,
  'facts in facts': (n) =>
    `{ entities(first: 1) { nodes { ${nested(n, (inner) => `facts(first: 1) { nodes { subject { id ${inner} } } }`)} } } }`,
  'lists in lists in lists': (n) =>
    `{ people(first: 1) { nodes { ${times(n, (i) => `a${i}: gave(first: 1) { nodes { ${times(n, (j) => `b${j}: givers(first: 1) { nodes { ... on Person { gave(first: 1) { nodes { id } } } } }`)} } }`)} } } }`,
};

describe('an operation that is accepted', () => {
  test.each(Object.keys(shapes))('compiles: %s', async (name) => {
    const shape = shapes[name] ?? (() => '');
    let accepted = 0;
    let refused = 0;
    for (let n = 1; n <= 70; n += n < 14 || n > 60 ? 1 : 3) {
      const { status, text } = await service.ask(shape(n));
      if (status === 200) {
        accepted += 1;
        expect({ n, refused }).toEqual({ n, refused: 0 });
        expect({ n, errors: JSON.parse(text).errors }).toEqual({ n, errors: undefined });
      } else {
        refused += 1;
        expect({ n, code: codeOf(text), text }).toEqual({
          n,
          code: 'OPERATION_LIMIT',
          text: expect.stringMatching(/_MAX\)/),
        });
      }
      if (refused > 3) break;
    }
    expect(accepted).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  });
});

test('every limit has a name, a value without a setting, and a sentence on what it is', () => {
  for (const limit of Object.values(limits)) {
    expect(limit.name).toMatch(/^[A-Z_]+_MAX$/);
    expect(limit.parse(limit.default)).toEqual(expect.any(Number));
    expect(limit.help).toMatch(/^[A-Z].{20,}\.$/);
  }
});
