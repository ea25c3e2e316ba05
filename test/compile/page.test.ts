import { describe, expect, test } from '@jest/globals';
import { decodeCursor, encodeCursor } from '../../src/compile/input.ts';
import { cursorMark } from '../../src/compile/page.ts';
import { property, variable } from '../../src/cypher/build.ts';

const forward = { descending: false, nullable: false };
const order = [
  { value: property(variable('v'), 'name'), descending: false, nullable: false },
  { value: property(variable('v'), 'id'), descending: false, nullable: false },
];

describe('cursors', () => {
  const mark = cursorMark('Query.people', order);

  test.each([[['Kim', 'person:kim']], [[null, 'x']], [[3, '\u{1F3F9}"\\']]])(
    'carry sort keys %j unchanged',
    (keys) => {
      expect(decodeCursor(encodeCursor(mark, keys), mark, keys.length)).toEqual(keys);
    },
  );

  test('do not depend on the names that variables happen to get', () => {
    const renamed = ['name', 'id'].map((name) => ({ ...forward, value: property(variable('v'), name) }));
    expect(cursorMark('Query.people', renamed)).toBe(mark);
  });

  test('of another field, order or direction are refused', () => {
    const cursor = encodeCursor(mark, ['a', 'b']);
    const others = [
      cursorMark('Query.events', order),
      cursorMark('Query.people', order.slice(1)),
      cursorMark(
        'Query.people',
        order.map((key) => ({ ...key, descending: true })),
      ),
    ];
    for (const other of others) expect(() => decodeCursor(cursor, other, 2)).toThrow('does not belong');
  });

  test.each([
    ['changed by hand', Buffer.from(`["${mark}","AAAAAA","a","b"]`).toString('base64url')],
    ['cut', encodeCursor(mark, ['a', 'b']).slice(0, -2)],
    ['empty', ''],
    ['no JSON', 'eyI'],
    ['with too few keys', encodeCursor(mark, ['a'])],
  ])('%s are refused with a code and a hint', (_, cursor) => {
    const refusal = { code: 'BAD_CURSOR', hint: expect.any(String) };
    try {
      decodeCursor(cursor, mark, 2);
    } catch (error) {
      expect(error).toMatchObject(refusal);
      return;
    }
    throw new Error('the cursor was taken');
  });
});
