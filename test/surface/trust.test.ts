import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import type { GraphStore } from '../../src/store/store.ts';
import { describeEachEngine } from '../support/engines.ts';
import { type RunningService, serve } from '../support/service.ts';
import { loadNews } from './news.ts';

const BEFORE = '2024-03-05';

test('every question can be asked as of a day', () => {
  const fields = Object.values(
    buildSchema(readFileSync('docs/schema.graphql', 'utf8')).getQueryType()?.getFields() ?? {},
  );
  const timeless = fields.filter(({ args }) => !args.some(({ name }) => name === 'asOf'));
  expect(fields.length).toBeGreaterThan(25);
  expect(timeless.map(({ name }) => name)).toEqual([]);
});

describeEachEngine('what was known when, and who agrees', (open) => {
  let store: GraphStore;
  let service: RunningService;
  const ask = async (query: string) => {
    const { data, errors } = await service.ask(query);
    expect(errors).toBeUndefined();
    return data;
  };

  beforeAll(async () => {
    store = await open();
    await loadNews(store);
    service = await serve(store);
  });

  afterAll(async () => {
    await service?.close();
    await store?.close();
  });

  describe('asOf', () => {
    test('shows a plan as a plan until the day on which its fulfilment was reported', async () => {
      const { then, now } = await ask(`{
        then: event(id: "event:visit", asOf: "${BEFORE}") { status }
        now: event(id: "event:visit") { status }
      }`);
      expect([then.status, now.status]).toEqual(['PLANNED', 'OCCURRED']);
    });

    test('filters, orders and groups by the status of that day, without what is denied', async () => {
      const { planned, occurred, stats } = await ask(`{
        planned: events(status: [PLANNED], asOf: "${BEFORE}", orderBy: [{ status: ASC }]) { nodes { id } }
        occurred: events(status: [OCCURRED], asOf: "${BEFORE}") { nodes { id } }
        stats: eventStats(by: [STATUS], asOf: "${BEFORE}") { status count }
      }`);
      expect(planned.nodes).toEqual([{ id: 'event:visit' }]);
      expect(occurred.nodes).toEqual([{ id: 'event:speech' }]);
      expect(stats).toEqual([
        { status: 'HABITUAL', count: 1 },
        { status: 'OCCURRED', count: 1 },
        { status: 'ONGOING', count: 1 },
        { status: 'PLANNED', count: 1 },
      ]);
    });

    test('shows an event as denied while nobody has said anything else of it', async () => {
      const status = 'status agreement { verdict contradicting { id } }';
      const { then, now, quarrel, groups } = await ask(`{
        then: event(id: "event:dinner", asOf: "${BEFORE}") { ${status} }
        now: event(id: "event:dinner") { ${status} }
        quarrel: event(id: "event:quarrel") { ${status} }
        groups: eventStats(by: [STATUS], where: { status: { eq: DENIED } }, asOf: "${BEFORE}") { status count }
      }`);
      // Who denies what nobody says is disputed by nobody.
      const denied = { status: 'DENIED', agreement: { verdict: 'SINGLE_SOURCE', contradicting: [] } };
      const disputed = { verdict: 'DISPUTED', contradicting: [{ id: 'claim:first:F3' }] };
      expect(then).toEqual(denied);
      expect(now).toEqual({ status: 'OCCURRED', agreement: disputed });
      expect(quarrel).toEqual(denied);
      expect(groups).toEqual([{ status: 'DENIED', count: 2 }]);
    });

    test('does not know a date before a claim gives it, in answers, filters and order', async () => {
      const query = (asOf: string) => `{
        event(id: "event:dinner"${asOf}) { date { edtf } endDate { edtf } }
        february: events(where: { date: { during: { from: "2024-02-01", to: "2024-02-28" } } }${asOf}) { nodes { id } }
        timeline(first: 2${asOf}) { nodes { id } }
        eventStats(by: [MONTH], where: { date: { exists: true } }${asOf}) { month count }
      }`;
      const ids = (list: { nodes: readonly { id: string }[] }) => list.nodes.map(({ id }) => id);
      const then = await ask(query(`, asOf: "${BEFORE}"`));
      expect(then.event).toEqual({ date: null, endDate: null });
      expect(ids(then.february)).toEqual(['event:fair']);
      expect(ids(then.timeline)).toEqual(['event:fair', 'event:pact']);
      expect(then.eventStats).toEqual([{ month: '2024-02', count: 1 }]);
      const now = await ask(query(''));
      expect(now.event).toEqual({ date: { edtf: '2024-02' }, endDate: { edtf: '2024-02-03' } });
      expect(ids(now.february)).toEqual(['event:dinner', 'event:fair']);
      expect(ids(now.timeline)).toEqual(['event:dinner', 'event:fair']);
      expect(now.eventStats).toEqual([{ month: '2024-02', count: 2 }]);
    });

    test('does not know an event before a claim says how sure it is', async () => {
      const { event, person } = await ask(`{
        event(id: "event:deal", asOf: "${BEFORE}") { status }
        person(name: "Cyrus Dean", asOf: "${BEFORE}") { involvements { nodes { event { id status } } } }
      }`);
      expect(event).toBeNull();
      expect(person.involvements.nodes).toEqual([{ event: { id: 'event:speech', status: 'OCCURRED' } }]);
    });

    test('never shows what is planned, wanted or denied where only facts are asked for', async () => {
      const { facts, ahead, sure } = await ask(`{
        facts: events(status: [OCCURRED, ONGOING, HABITUAL], asOf: "${BEFORE}") { nodes { id } }
        ahead: timeline(status: [PLANNED, EXPECTED, REQUESTED], asOf: "${BEFORE}") { nodes { id } }
        sure: claims(about: "Visit of Ada Bell", status: [OCCURRED]) { nodes { id } }
      }`);
      const ids = (list: { nodes: readonly { id: string }[] }) => list.nodes.map(({ id }) => id);
      expect(ids(facts)).toEqual(['event:fair', 'event:pact', 'event:speech']);
      expect(ids(ahead)).toEqual(['event:visit']);
      // that the speech concerns the visit, and that it took place
      expect(ids(sure)).toEqual(['claim:first:F2', 'claim:second:F1']);
    });

    test('knows nothing of what was reported later, wherever it is asked', async () => {
      const asked = (asOf: string) => `{
        gifts(from: "Ada Bell"${asOf}) { totalCount nodes { id } }
        gift(id: "gift:vase"${asOf}) { id }
        nodes(ids: ["gift:vase", "claim:second:F1", "article:second"]${asOf}) { id }
        resolve(name: "blue vase"${asOf}) { matches { entity { id } } }
        search(text: "vase"${asOf}) { node { id } }
        claims(about: "Visit of Ada Bell"${asOf}) { nodes { id } }
        articles(where: { claims: { some: { status: { eq: OCCURRED } } } }${asOf}) { nodes { id } }
        exchange(a: "Ada Bell", b: "Cyrus Dean"${asOf}) { given { totalCount } }
        giftStats(by: [GIVER]${asOf}) { count }
        facts(about: "Ada Bell"${asOf}) { nodes { predicate } }
        person(name: "Ada Bell"${asOf}) {
          gave { totalCount } facts { totalCount } involvements { nodes { evidence { claim { id } } } }
        }
      }`;
      const then = await ask(asked(`, asOf: "${BEFORE}"`));
      expect(then).toEqual({
        gifts: { totalCount: 0, nodes: [] },
        gift: null,
        nodes: [null, null, null],
        resolve: { matches: [] },
        search: [],
        claims: { nodes: [{ id: 'claim:first:F1' }, { id: 'claim:first:F2' }] },
        articles: { nodes: [{ id: 'article:first' }] },
        exchange: { given: { totalCount: 0 } },
        giftStats: [],
        facts: { nodes: [{ predicate: 'INVOLVED_IN' }] },
        person: {
          gave: { totalCount: 0 },
          facts: { totalCount: 1 },
          involvements: { nodes: [{ evidence: [{ claim: { id: 'claim:first:F1' } }] }] },
        },
      });
      const now = await ask(asked(''));
      expect(now.gift).toEqual({ id: 'gift:vase' });
      expect(now.person.involvements.nodes[0].evidence).toHaveLength(2);
    });

    test('finds the path that was known, though a shorter one was reported later', async () => {
      const path = (asOf: string) => `path(from: "Ada Bell", to: "Cyrus Dean", status: null${asOf}) {
        outcome hops paths { nodes { id } facts { predicate evidence { claim { id } } } }
      }`;
      const { then, now } = await ask(`{ then: ${path(`, asOf: "${BEFORE}"`)} now: ${path('')} }`);
      expect(now.paths.map((one: { nodes: unknown }) => one.nodes)).toEqual([
        [{ id: 'person:ada' }, { id: 'gift:vase' }, { id: 'person:cyrus' }],
      ]);
      expect(then).toEqual({
        outcome: 'FOUND',
        hops: 3,
        paths: [
          {
            nodes: ['person:ada', 'event:visit', 'event:speech', 'person:cyrus'].map((id) => ({ id })),
            facts: [
              { predicate: 'INVOLVED_IN', evidence: [{ claim: { id: 'claim:first:F1' } }] },
              { predicate: 'CONCERNS', evidence: [{ claim: { id: 'claim:first:F2' } }] },
              { predicate: 'INVOLVED_IN', evidence: [{ claim: { id: 'claim:first:F2' } }] },
            ],
          },
        ],
      });
    });

    test('tells a way that is too long, or not there, from one that is known', async () => {
      const { short } = await ask(`{
        short: path(from: "Ada Bell", to: "Cyrus Dean", status: null, maxHops: 2, asOf: "${BEFORE}") { outcome paths { hops } }
      }`);
      expect(short).toEqual({ outcome: 'NONE_WITHIN_HOPS', paths: [] });
      const { errors } = await service.ask(
        '{ path(from: "Ada Bell", to: "Cyrus Dean", asOf: "2024-02-29") { outcome } }',
      );
      expect(errors?.[0]?.extensions.code).toBe('UNKNOWN_NAME');
    });

    test('shows nothing before the first article', async () => {
      const { people, articles } = await ask(`{
        people(asOf: "2024-02-29") { totalCount } articles(asOf: "2024-02-29") { totalCount }
      }`);
      expect([people.totalCount, articles.totalCount]).toEqual([0, 0]);
    });
  });

  describe('agreement', () => {
    test('counts independent sources of a relationship, then and now', async () => {
      const query = (asOf: string) => `{ person(name: "Ada Bell"${asOf}) {
        involvements { nodes { agreement { verdict articles sources } } } } }`;
      const verdict = async (asOf: string) => (await ask(query(asOf))).person.involvements.nodes[0].agreement;
      expect(await verdict('')).toEqual({ verdict: 'AGREED', articles: 2, sources: 2 });
      expect(await verdict(`, asOf: "${BEFORE}"`)).toEqual({
        verdict: 'SINGLE_SOURCE',
        articles: 1,
        sources: 1,
      });
    });

    test('folds articles that quote the same source into one', async () => {
      const { event } = await ask('{ event(id: "event:pact") { agreement { verdict articles sources } } }');
      expect(event.agreement).toEqual({ verdict: 'SINGLE_SOURCE', articles: 2, sources: 1 });
    });

    test('counts who announced an event for its plan, not for its having taken place', async () => {
      const { then, now, planned } = await ask(`{
        then: event(id: "event:visit", asOf: "${BEFORE}") { status agreement { verdict articles sources } }
        now: event(id: "event:visit") { status agreement { verdict articles sources } }
        planned: event(id: "event:deal") { status agreement { verdict articles sources } }
      }`);
      const single = { verdict: 'SINGLE_SOURCE', articles: 1, sources: 1 };
      expect(then).toEqual({ status: 'PLANNED', agreement: single });
      expect(now).toEqual({ status: 'OCCURRED', agreement: single });
      expect(planned).toEqual({ status: 'PLANNED', agreement: single });
    });

    test('shows claims of different values side by side, and which one is taken', async () => {
      const query = (asOf: string) => `{ event(id: "event:fair"${asOf}) {
        date { edtf agreement { verdict contradicting { id } } }
        values(of: date) { nodes { value claims { nodes { rank contradicts { nodes { rank } } } } rivals { nodes { value } } } }
      } }`;
      const value = (date: string, rank: string, others: readonly (readonly [string, string])[]) => ({
        value: date,
        claims: { nodes: [{ rank, contradicts: { nodes: others.map(([, other]) => ({ rank: other })) } }] },
        rivals: { nodes: others.map(([other]) => ({ value: other })) },
      });
      const { event } = await ask(query(''));
      expect(event).toEqual({
        date: {
          edtf: '2024-02-10',
          agreement: {
            verdict: 'DISPUTED',
            contradicting: [{ id: 'claim:second:F7' }],
          },
        },
        values: {
          nodes: [
            value('2024-02-10', 'PREFERRED', [['2024-02-12', 'NORMAL']]),
            value('2024-02-12', 'NORMAL', [['2024-02-10', 'PREFERRED']]),
          ],
        },
      });
      const { event: before } = await ask(query(`, asOf: "${BEFORE}"`));
      expect(before.date.agreement).toEqual({ verdict: 'SINGLE_SOURCE', contradicting: [] });
      expect(before.values.nodes).toEqual([value('2024-02-10', 'PREFERRED', [])]);
    });

    test('names the claims that stand against an event, and not against its relationships', async () => {
      const { event } = await ask(`{ event(id: "event:speech") {
        agreement { verdict contradicting { id } }
        involvements { nodes { agreement { verdict contradicting { id status } } } }
      } }`);
      expect(event.agreement).toEqual({
        verdict: 'DISPUTED',
        contradicting: [{ id: 'claim:second:F3' }],
      });
      expect(event.involvements.nodes[0].agreement).toEqual({
        verdict: 'SINGLE_SOURCE',
        contradicting: [],
      });
    });

    test('is not disputed before the denial was published', async () => {
      const { event } = await ask(
        `{ event(id: "event:speech", asOf: "${BEFORE}") { agreement { verdict } } }`,
      );
      expect(event.agreement.verdict).toBe('SINGLE_SOURCE');
    });

    test('is that of each fact of a thing', async () => {
      const { gift } = await ask(
        '{ gift(id: "gift:vase") { facts { nodes { predicate agreement { verdict sources } } } } }',
      );
      const agreement = { verdict: 'SINGLE_SOURCE', sources: 1 };
      expect(gift.facts.nodes).toEqual(
        ['GIVEN_TO', 'happens', 'item', 'quantity', 'GAVE'].map((predicate) => ({ predicate, agreement })),
      );
    });
  });
});
