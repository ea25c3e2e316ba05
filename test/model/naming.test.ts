import { describe, expect, test } from '@jest/globals';
import { isId, nearest } from '../../src/model/naming.ts';

describe('names', () => {
  test('near ones are ranked: parts first, then by edits; far ones are left out', () => {
    expect(nearest('Putn', ['putin', 'pyongyang', 'putn the elder'])).toEqual(['putn the elder', 'putin']);
  });

  test('nothing is near to no name at all, nor is no name near to anything', () => {
    expect([nearest(' ', ['us', 'kim']), nearest('a', ['', 'ab'])]).toEqual([[], ['ab']]);
  });

  test.each([
    ['person:vladimir-putin', true],
    ['claim:oo-20230918:F12', true],
    ['fact:event:feast|purpose|to trade', true],
    ['person:f23/a b', true],
    ['Putin', false],
    ['a: b', false],
    [':x', false],
  ])('%s is an id: %s', (text, expected) => {
    expect(isId(text)).toBe(expected);
  });
});
