import { describe, expect, test } from '@jest/globals';
import { splitScript } from '../../src/script/split.ts';

const texts = (script: string) => splitScript(script).map((statement) => statement.text);

describe('a script falls into statements', () => {
  test.each([
    ['at semicolons', 'RETURN 1;\nRETURN 2;', ['RETURN 1', 'RETURN 2']],
    ['the last with or without one', 'RETURN 1', ['RETURN 1']],
    ['not at one in a text', `RETURN 'a;b', "c;d";`, [`RETURN 'a;b', "c;d"`]],
    ['not at one after an escaped quote', `RETURN 'it\\'s; so';`, [`RETURN 'it\\'s; so'`]],
    ['not at one in a quoted name', 'RETURN 1 AS `a;b`;', ['RETURN 1 AS `a;b`']],
    [
      'not at one in a comment',
      'RETURN 1 // a; b\n + 1; /* c; d */ RETURN 2;',
      ['RETURN 1 // a; b\n + 1', 'RETURN 2'],
    ],
    ['a comment in a text being text', `RETURN 'http://x;y';`, [`RETURN 'http://x;y'`]],
    ['nothing between two being none', ';; // only a comment\n ;', []],
    ['an empty script having none', '', []],
  ])('%s', (_, script, expected) => {
    expect(texts(script)).toEqual(expected);
  });

  test('each with the line that it begins on', () => {
    const script = '// a comment\n\nRETURN 1;\n/* two\nlines */ RETURN 2;\r\nRETURN\n3;';
    expect(splitScript(script).map(({ line }) => line)).toEqual([3, 5, 6]);
  });

  test.each([
    ['a text', "RETURN 'abc;\nRETURN 2;"],
    ['a comment', 'RETURN 1;\n/* no end'],
    ['a quoted name', 'RETURN 1 AS `x;'],
  ])('%s that does not end is refused', (_, script) => {
    expect(() => splitScript(script)).toThrow('does not end');
  });
});
