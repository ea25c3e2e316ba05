import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { createExecute, type Execute } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { scriptsOf } from '../facts/told.ts';
import { asked } from '../support/asked.ts';
import { domain, loadScripts } from '../support/load.ts';

/** Within a month events once went by their ids, and what is stated to come before what ordered nothing. */

const REPORTS = [
  '2 May, Reed: event:summit happens; event:summit date 2023-09; event:welcome PART_OF event:summit; event:talks PART_OF event:summit; event:farewell PART_OF event:summit',
  '3 May, Reed: event:welcome happens; event:talks happens; event:farewell happens; event:welcome BEFORE event:talks; event:talks BEFORE event:farewell',
  '4 May, Lowe: event:arrival happens; event:arrival date 2023-09-13; event:arrival BEFORE event:welcome',
  '4 May, Hale (PLANNED): event:return happens; event:farewell BEFORE event:return',
  '5 May, Hale: event:old happens; event:old date -0043; event:older happens; event:older date -0499; event:some happens',
];

describe('the order of time', () => {
  let store: GraphStore;
  let execute: Execute;

  beforeAll(async () => {
    store = await openStore({ url: 'memory:' });
    await loadScripts(store, scriptsOf(REPORTS));
    execute = createExecute({ ...loadSchema(domain), store, limits: readConfig({}) });
  });
  afterAll(() => store.close());

  test('goes by dates, and by what is stated to come before what, also where its date tells less', async () => {
    const { timeline } = await asked(execute, '{ timeline { nodes { name chronology { predecessors } } } }');
    expect(timeline.nodes.map((node: { name: string }) => node.name)).toEqual([
      ...['older', 'old'],
      // September as a whole begins before the 13th; all else comes after the arrival.
      ...['summit', 'arrival', 'welcome', 'talks', 'farewell'],
      // Only planned, without a date: it comes after what it is said to follow.
      'return',
      // Of this one nothing tells when it was.
      'some',
    ]);
    const last = timeline.nodes.find((node: { name: string }) => node.name === 'return');
    expect(last.chronology).toEqual({ predecessors: 4 });
  });

  test('is kept by pages, forward and backward', async () => {
    const names: string[] = [];
    for (let after = ''; ; ) {
      const more = after === '' ? '' : `, after: "${after}"`;
      const { timeline } = await asked(
        execute,
        `{ timeline(first: 2${more}) { nodes { name } pageInfo { hasNextPage endCursor } } }`,
      );
      names.push(...timeline.nodes.map((node: { name: string }) => node.name));
      if (!timeline.pageInfo.hasNextPage) break;
      after = timeline.pageInfo.endCursor;
    }
    const { timeline } = await asked(execute, '{ timeline(last: 9) { nodes { name } } }');
    expect(names).toEqual(timeline.nodes.map((node: { name: string }) => node.name));
  });

  test('asks which events are stated to come after several others', async () => {
    const where = '{ chronology: { predecessors: { gt: 2 } } }';
    const { events } = await asked(execute, `{ events(where: ${where}) { nodes { name } } }`);
    expect(events.nodes.map((node: { name: string }) => node.name)).toEqual(['farewell', 'return']);
  });
});

describe('what is only planned', () => {
  let store: GraphStore;
  let execute: Execute;

  beforeAll(async () => {
    store = await openStore({ url: 'memory:' });
    await loadScripts(
      store,
      scriptsOf([
        '2 May, Reed: event:visit happens; person:ada INVOLVED_IN event:visit as VISITOR',
        '3 May, Reed (PLANNED): event:return happens; person:ada INVOLVED_IN event:return as VISITOR; person:bo INVOLVED_IN event:return as VISITOR',
      ]),
    );
    execute = createExecute({ ...loadSchema(domain), store, limits: readConfig({}) });
  });
  afterAll(() => store.close());

  test('is counted where it is asked for, and by its own name', async () => {
    const counted = async (args: string) => {
      const { eventStats } = await asked(
        execute,
        `{ eventStats(by: [ACTOR]${args}) { count actor { name } } }`,
      );
      return eventStats.map(({ count, actor }: { count: number; actor: { name: string } }) => [
        actor.name,
        count,
      ]);
    };
    expect(await counted('')).toEqual([['ada', 1]]);
    expect(await counted(', status: null')).toEqual([
      ['ada', 2],
      ['bo', 1],
    ]);
    expect(await counted(', where: { status: { eq: PLANNED } }')).toEqual([
      ['ada', 1],
      ['bo', 1],
    ]);
    expect(await asked(execute, '{ eventStats(by: [STATUS]) { status count } }')).toEqual({
      eventStats: [
        { status: 'OCCURRED', count: 1 },
        { status: 'PLANNED', count: 1 },
      ],
    });
  });

  test('connects nobody, unless it is asked for', async () => {
    const path = (args: string) =>
      asked(execute, `{ path(from: "person:ada", to: "person:bo"${args}) { outcome } }`);
    expect(await path('')).toEqual({ path: { outcome: 'NONE_WITHIN_HOPS' } });
    expect(await path(', status: null')).toEqual({ path: { outcome: 'FOUND' } });
  });
});
