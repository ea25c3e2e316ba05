import { afterAll, beforeEach, expect, test } from '@jest/globals';
import type { GraphStore, Row } from '../../src/store/store.ts';
import { dumpGraph } from '../support/dump.ts';
import { describeEachEngine } from '../support/engines.ts';
import { loadScripts } from '../support/load.ts';
import { scriptsOf } from './told.ts';

/** What went wrong while facts stood twice, once as claims and once as what scripts set: each case with what is right. */

const BELL =
  '2 May, Reed: person:ada GAVE gift:bell; gift:bell GIVEN_TO person:bo; gift:bell happens; gift:bell item bell';
const SWANS = '4 May, Lowe: gift:swans happens; gift:swans quantity 12';
const FEAST =
  '5 May, Hale: event:feast happens; event:feast date 2031-04; gift:bell GIVEN_DURING event:feast; gift:bell happens';

function ordersOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((first, at) => ordersOf(items.toSpliced(at, 1)).map((others) => [first, ...others]));
}

describeEachEngine('of several articles', (open) => {
  let store: GraphStore;
  const read = (text: string): Promise<Row[]> => store.read({ text, parameters: {} });
  const load = (...reports: readonly string[]) => loadScripts(store, scriptsOf(reports));

  beforeEach(async () => {
    await store?.close();
    store = await open();
  });
  afterAll(() => store?.close());

  test('three articles loaded in six orders give one graph, whatever their files are called', async () => {
    const scripts = [...scriptsOf([BELL, SWANS, FEAST])];
    await loadScripts(store, new Map(scripts));
    const all = await dumpGraph(store);
    for (const order of ordersOf(scripts)) {
      const renamed = order.map(([, text], at) => [`${at}`, text] as const);
      for (let many = 1; many <= renamed.length; many++)
        await loadScripts(store, new Map(renamed.slice(0, many)));
      expect(await dumpGraph(store)).toEqual(all);
      await loadScripts(store, new Map(renamed.slice(1)));
    }
  });

  test('a gift that its only source took back is not given any more; that it was said stays to be asked', async () => {
    await load(BELL, '9 May, Reed (retracts 1)');
    expect(await read('MATCH (:Person)-[r:GAVE]->(:Gift) RETURN r.fact AS fact')).toEqual([]);
    expect(
      await read(
        'MATCH (:Person)-[r:WAS_SAID]->(g:Gift) RETURN g.status AS status, r.since AS since, r.until AS until, r.withdrawnOn AS day',
      ),
    ).toEqual([{ status: 'WITHDRAWN', since: ['2031-05-02'], until: ['2031-05-09'], day: '2031-05-09' }]);
  });

  test('a corrected value is not told of a day before the correction', async () => {
    await load(BELL, '9 May, Reed (corrects 1 item): gift:bell item gong');
    const states = await read(
      "MATCH (:Gift {id: 'gift:bell'})-[:WAS]->(s:State) RETURN s.from AS since, s.until AS until, s.item AS item ORDER BY since",
    );
    expect(states).toEqual([
      { since: '2031-05-02', until: '2031-05-09', item: 'bell' },
      { since: '2031-05-09', until: '9999-12-31', item: 'gong' },
    ]);
    expect(await read('MATCH (g:Gift) RETURN g.item AS item, g.status AS status')).toEqual([
      { item: 'gong', status: 'OCCURRED' },
    ]);
  });

  test('a date leads to the claims that give it', async () => {
    await load(BELL, FEAST);
    expect(
      await read(
        'MATCH (e:Event) MATCH (f:Fact {id: e.dateFact})<-[:SAYS]-(c:Claim) RETURN e.date AS date, c.id AS claim',
      ),
    ).toEqual([{ date: '2031-04', claim: 'claim:r2:F1' }]);
  });

  test('two numbers dispute each other and not the gift', async () => {
    await load(SWANS, '6 May, Reed: gift:swans quantity 10; gift:swans happens');
    expect(
      await read(
        'MATCH (g:Gift) RETURN g.verdict AS gift, g.quantityVerdict AS number, g.quantity AS quantity',
      ),
    ).toEqual([{ gift: 'AGREED', number: 'DISPUTED', quantity: 12 }]);
  });

  test('a claim that contradicts another disputes what it says it does, and nothing else', async () => {
    await load(SWANS, '6 May, Reed (contradicts 1 quantity): gift:swans quantity 10');
    expect(await read('MATCH (g:Gift) RETURN g.verdict AS gift, g.quantityVerdict AS number')).toEqual([
      { gift: 'SINGLE_SOURCE', number: 'DISPUTED' },
    ]);
  });

  test('a second span in one sentence stands beside the first', async () => {
    const [[name, script] = ['', '']] = scriptsOf([SWANS]);
    const span = "{claim: 'claim:r1:F1', sentence: 'sentence:r1:1', start: 0, end: 9}";
    expect(script).toContain(span);
    const two = script.replace(
      span,
      `${span.replace('end: 9', 'end: 4')},\n  ${span.replace('start: 0', 'start: 5')}`,
    );
    await loadScripts(store, new Map([[name, two]]));
    expect(
      await read('MATCH (:Claim)-[r:STATED_IN]->() RETURN r.start AS start, r.end AS end ORDER BY start'),
    ).toEqual([
      { start: 0, end: 4 },
      { start: 5, end: 9 },
    ]);
  });

  test('an article whose script is gone is gone, and leaves nothing behind', async () => {
    await load(BELL);
    const before = await dumpGraph(store);
    const report = await load(BELL, SWANS);
    expect([report.written, report.removed]).toEqual([1, 0]);
    expect(await load(BELL)).toMatchObject({ written: 0, removed: 1 });
    expect(await dumpGraph(store)).toEqual(before);
  });

  test('what has not changed is not written', async () => {
    await load(BELL, SWANS);
    expect(await load(BELL, SWANS)).toMatchObject({ written: 0, removed: 0 });
  });

  test('every edge leads to its fact, and every fact to a claim with a sentence', async () => {
    await load(BELL, SWANS, FEAST);
    const bare = `MATCH (:Entity)-[r]->(:Entity) WHERE NOT EXISTS {
  MATCH (f:Fact {id: r.fact})<-[:SAYS]-(:Claim)-[:STATED_IN]->(:Sentence)-[:IN_ARTICLE]->(:Article) } RETURN type(r) AS type`;
    expect(await read(bare)).toEqual([]);
  });
});
