import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readSamples } from '../support/samples.ts';
import { faultsOf } from './lint.ts';

/** Every statement that is shown anywhere holds at every size; those that the fuzz makes are looked at there. */

const FOLDER = 'test/compile/statements';

describe.each(readdirSync(FOLDER))('the statements of %s', (name) => {
  test.each(readSamples(`${FOLDER}/${name}`))('$title', ({ blocks }) => {
    const shown = blocks.find(({ language }) => language === 'cypher')?.text ?? '';
    expect(faultsOf(shown)).toEqual([]);
  });
});

test('what follows from claims', () => {
  const derivation = readFileSync('cypher/90-derive.cypher', 'utf8').replaceAll(/^\/\/.*$/gm, '');
  expect(derivation.match(/CALL \([^)]*\) \{[^}]*\}\s*(?:WITH|RETURN) DISTINCT/g)).toBeNull();
});

describe('a fault is seen:', () => {
  test.each([
    ['DISTINCT right behind a CALL', 'CALL () { MATCH (a:A) RETURN a } WITH DISTINCT a RETURN count(a) AS c'],
    [
      'DISTINCT right behind a CALL',
      'CALL () { MATCH (a:A) RETURN a } WITH a AS b LIMIT 5000 WITH DISTINCT b RETURN count(b) AS c',
    ],
    [
      'WITH … WHERE right behind a CALL',
      'CALL () { MATCH (a:A) RETURN a } WITH a WHERE a.i > 1 RETURN count(a) AS c',
    ],
    [
      'the WHERE of a MATCH right behind a CALL',
      'CALL () { MATCH (a:A) RETURN a } MATCH (a)-[:R]->(b) WHERE a.i > 1 RETURN count(b) AS c',
    ],
    [
      'an OPTIONAL MATCH that runs for each row',
      'MATCH (a:A) CALL (a) { OPTIONAL MATCH (a)-[:R]->(b) RETURN count(b) AS n } RETURN collect(n) AS c',
    ],
    [
      'an EXISTS as one of the conditions of what runs for each row',
      'MATCH (a:A) WHERE EXISTS { MATCH (a)-[:R]->(b) WHERE EXISTS { MATCH (b)-[:S]->(d) WHERE d.i = 1 } } RETURN count(a) AS c',
    ],
    [
      'an EXISTS as one of the conditions of what runs for each row',
      'MATCH (a:A) CALL (a) { MATCH (a)-[:R]->(b) WHERE b.i = 1 AND NOT EXISTS { MATCH (b)-[:S]->(d) } RETURN count(b) AS n } RETURN collect(n) AS c',
    ],
  ])('%s', (fault, text) => {
    expect(faultsOf(text)).toEqual([fault]);
  });
});
