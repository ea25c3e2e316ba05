import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { createExecute, type Execute } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { formsOf } from '../../src/script/forms.ts';
import { Owners } from '../../src/script/owners.ts';
import { printScript } from '../../src/script/script.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { asked } from '../support/asked.ts';
import { domain, loadScripts, vocabulary } from '../support/load.ts';

/**
 * Grafeo works through rows in chunks of 2,048. What spans more of them, by one row or by a whole chunk, is counted whole
 * and read whole.
 */

const PAGE = 500;

/** A background that knows of so many children of one parent. */
function family(facts: number): string {
  const owners = new Owners(formsOf(vocabulary));
  const owner = 'background:family';
  owners.open(owner, 'Background');
  owners.add(owner, 'things Person', { id: 'person:eve', name: 'Eve Stone' });
  for (let i = 0; i < facts; i++) {
    owners.add(owner, 'things Person', { id: `person:child-${i}`, name: `Child ${i}` });
    const cells = {
      subject: 'person:eve',
      predicate: 'PARENT_OF',
      object: `person:child-${i}`,
      basis: 'BACKGROUND',
    };
    owners.add(owner, 'background relations', cells);
  }
  return printScript(owners.script(owner), 'A family.');
}

describe.each([2_049, 4_097])('%i facts', (facts) => {
  let store: GraphStore;
  let execute: Execute;

  beforeAll(async () => {
    store = await openStore({ url: 'memory:' });
    await loadScripts(store, new Map([['10-family', family(facts)]]));
    execute = createExecute({ ...loadSchema(domain), store, limits: readConfig({}) });
  });

  afterAll(() => store.close());

  test.each([
    ['facts', ''],
    ['facts(about: "Eve Stone")', ', about: "Eve Stone"'],
    ['facts(predicate: [PARENT_OF])', ', predicate: [PARENT_OF]'],
  ])('%s counts them all, and its pages give each once', async (_name, argument) => {
    const ids: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const paging: string = `first: ${PAGE}${after === null ? '' : `, after: "${after}"`}`;
      const { facts: page } = await asked(
        execute,
        `{ facts(${paging}${argument}) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
      );
      ids.push(...page.nodes.map(({ id }: { id: string }) => id));
      total = page.totalCount;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect([total, ids.length, new Set(ids).size]).toEqual([facts, facts, facts]);
  });
});
