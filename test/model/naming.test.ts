import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { foldedPairs, isId, nameKey, nearest } from '../../src/model/naming.ts';

describe('names', () => {
  test('fold by the same table in the service and in the graph', () => {
    const script = readFileSync('cypher/90-derive.cypher', 'utf8');
    const table = script.slice(script.indexOf('WITH ['), script.indexOf('AS fold'));
    const inGraph = [...table.matchAll(/\[(?:'([^']+)'), (?:'([^']*)'|"([^"]*)")\]/g)].map((m) => [
      m[1],
      m[2] ?? m[3],
    ]);
    const sorted = (pairs: readonly (readonly unknown[])[]) => pairs.map((pair) => pair.join('→')).sort();
    expect(sorted(foldedPairs)).toEqual(sorted(inGraph));
  });

  test.each([
    ['Kim', 'kim'],
    ['  Kim   Jong-un ', 'kim jong-un'],
    ['Kim Jong‑Ün', 'kim jong-un'],
    ['Łódź', 'lodz'],
    ['Größe', 'grosse'],
    ['Nguyễn Phú Trọng', 'nguyen phu trong'],
    ['Ceaușescu', 'ceausescu'],
    ['Lǐ Qiáng', 'li qiang'],
    ['Korea’s', "korea's"],
    ['Кремль', 'кремль'],
    ['김정은', '김정은'],
    ['İstanbul', 'istanbul'],
  ])('%s folds to %s', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  test('near ones are ranked: parts first, then by edits; far ones are left out', () => {
    expect(nearest('Putn', ['putin', 'pyongyang', 'putn the elder'])).toEqual(['putn the elder', 'putin']);
  });

  test('nothing is near to no name at all, nor is no name near to anything', () => {
    expect([nearest(' ', ['us', 'kim']), nearest('a', ['', 'ab'])]).toEqual([[], ['ab']]);
  });

  test.each([
    ['person:vladimir-putin', true],
    ['claim:oo-20230918:F12', true],
    ['Putin', false],
    ['a: b', false],
    [':x', false],
  ])('%s is an id: %s', (text, expected) => {
    expect(isId(text)).toBe(expected);
  });
});
