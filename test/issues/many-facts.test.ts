import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { createExecute, type Execute } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { schemaCommands } from '../../src/load/load.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { asked } from '../support/asked.ts';
import { domain } from '../support/load.ts';
import { said } from '../support/said.ts';

/** Grafeo works through rows 2,048 at a time: what has one more, or one more than twice as many, is counted and read whole. */

const PAGE = 500;

/** Somebody with so many children, each of them a fact. */
const family = `CREATE (eve:Person:Entity {id: 'person:eve', name: 'Eve Stone'})
WITH eve UNWIND range(1, $facts) AS i
CREATE (eve)-[:PARENT_OF]->(:Person:Entity {id: 'person:child-' + toString(i), name: 'Child ' + toString(i)})`;

describe.each([2_049, 4_097])('%i facts', (facts) => {
  let store: GraphStore;
  let execute: Execute;

  beforeAll(async () => {
    store = await openStore({ url: 'memory:' });
    await store.define(schemaCommands(domain));
    await store.write([{ text: family, parameters: { facts } }, ...said]);
    execute = createExecute({ ...loadSchema(domain), store, limits: readConfig({}) });
  });

  afterAll(() => store.close());

  test.each(['', ', about: "person:eve"', ', predicate: [PARENT_OF]'])(
    'are all counted, and given once each by the pages, %p',
    async (argument) => {
      const ids: string[] = [];
      let after = '';
      let total = 0;
      do {
        const { facts: page } = await asked(
          execute,
          `{ facts(first: ${PAGE}${after}${argument}) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
        );
        ids.push(...page.nodes.map(({ id }: { id: string }) => id));
        total = page.totalCount;
        after = page.pageInfo.hasNextPage ? `, after: "${page.pageInfo.endCursor}"` : '';
      } while (after !== '');
      expect([total, ids.length, new Set(ids).size]).toEqual([facts, facts, facts]);
    },
  );
});
