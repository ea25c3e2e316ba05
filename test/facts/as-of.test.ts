import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createExecute, type Execute } from '../../src/graphql/execute.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { contextOf } from '../fuzz/fixture.ts';
import { asked } from '../support/asked.ts';
import { describeEachEngine } from '../support/engines.ts';
import { loadScripts } from '../support/load.ts';
import { scriptsOf } from './told.ts';
import { apart, walks } from './walk.ts';

/**
 * As of a day the graph answers as if nothing had been published after it. Every field of every type, two steps from every
 * list of the root, on every day on which something is published or taken back.
 */
const REPORTS = [
  '1 May, Reed: gift:bell happens; person:ada GAVE gift:bell; gift:bell GIVEN_TO person:bo; gift:bell quantity 10',
  '1 May, Reed: gift:lamp happens; person:ada GAVE gift:lamp; gift:lamp item lamp',
  '2 May, Lowe (PLANNED): event:feast happens; event:feast date 2031-05; gift:bell GIVEN_DURING event:feast',
  '2 May, Hale (says person:bo): event:raid happens; person:ada INVOLVED_IN event:raid as AGENT',
  '3 May, Reed (corrects 1 quantity): gift:bell quantity 12',
  '4 May, Lowe: event:feast happens; event:feast date 2031-05-02; person:bo INVOLVED_IN event:feast as VISITOR',
  '4 May, Lowe (DENIED): event:raid happens',
  '5 May, Hale: gift:bell quantity 11; person:ada GAVE gift:bell',
  '6 May, Reed (retracts 2)',
  '7 May, Hale (contradicts 1 GAVE): person:cy GAVE gift:bell',
  '8 May, the desk (WITHDRAWS 8)',
];

/** How many of the reports had been published by each day. */
const DAYS = ['1', '2', '3', '4', '5', '6', '7', '8'].map((day) => ({
  day: `2031-05-0${day}`,
  by: REPORTS.filter((report) => Number(report[0]) <= Number(day)).length,
}));

describeEachEngine('as of a day', (open) => {
  let [all, then]: GraphStore[] = [];
  let whole: Execute;
  beforeAll(async () => {
    all = await open();
    await loadScripts(all, scriptsOf(REPORTS));
    whole = createExecute(contextOf(all));
  });
  afterAll(() => all?.close());

  test.each(DAYS)('$day no field tells of what came later', async ({ day, by }) => {
    then = await openStore({ url: 'memory:' });
    try {
      await loadScripts(then, scriptsOf(REPORTS.slice(0, by)));
      const context = contextOf(then);
      const part = createExecute(context);
      const lists = [...walks(context.schema, [`asOf: "${day}"`])];
      expect(lists.length).toBeGreaterThan(10);
      const now = walks(context.schema);
      const differences: string[] = [];
      for (const [list, question] of lists)
        differences.push(...apart(await asked(whole, question), await asked(part, now.get(list) ?? '')));
      expect(differences).toEqual([]);
    } finally {
      await then.close();
    }
  });
});
