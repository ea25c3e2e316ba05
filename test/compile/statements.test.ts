import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readSamples, updateBlock } from '../support/samples.ts';
import { statementOf } from '../support/statement.ts';

/**
 * What each planner makes, GraphQL in and Cypher out, a file of `statements/` a subject. UPDATE_DOCS=1 writes the Cypher
 * anew; what has changed is then to be read as closely as code. That statements answer rightly is for other tests.
 */

const FOLDER = 'test/compile/statements';

describe.each(readdirSync(FOLDER))('%s', (name) => {
  const file = `${FOLDER}/${name}`;
  test.each(readSamples(file))('$title', ({ title, blocks }) => {
    const text = (language: string) => blocks.find((block) => block.language === language)?.text ?? '';
    const statement = statementOf(text('graphql'));
    if (process.env.UPDATE_DOCS === '1') updateBlock(file, title, 'cypher', statement);
    else expect(statement).toBe(text('cypher'));
  });
});
