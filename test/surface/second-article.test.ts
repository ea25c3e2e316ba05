import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphStore } from '../../src/store/store.ts';
import { describeEachEngine } from '../support/engines.ts';
import { loadBeside } from '../support/load.ts';
import { type GraphQLAnswer, type RunningService, serve } from '../support/service.ts';

/** A day between the two articles. */
const BETWEEN = '2023-10-01';

describeEachEngine('a second article on the same events', (open) => {
  let store: GraphStore;
  let service: RunningService;

  // biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever the service answers
  const ask = async (query: string): Promise<any> => {
    const { data, errors } = await service.ask(query);
    expect(errors).toBeUndefined();
    return data;
  };

  beforeAll(async () => {
    store = await open();
    await loadBeside(store, ['21-mn-20231025', 'test/surface/second-article.cypher']);
    service = await serve(store);
  });

  afterAll(async () => {
    await service?.close();
    await store?.close();
  });

  test('adds what is new and doubles nothing that is known, however often it is loaded', async () => {
    const count = async () =>
      await ask('{ people { totalCount } events { totalCount } gifts { totalCount } claims { totalCount } }');
    const once = await count();
    expect(once).toEqual({
      people: { totalCount: 5 },
      events: { totalCount: 32 },
      gifts: { totalCount: 3 },
      claims: { totalCount: 74 },
    });
    await loadBeside(store, ['21-mn-20231025', 'test/surface/second-article.cypher']);
    expect(await count()).toEqual(once);
  });

  test('a person whom it merely quotes is not known before it', async () => {
    const ids = async (asOf: string) => {
      const { people } = await ask(`{ people${asOf} { nodes { id } } }`);
      return people.nodes.map(({ id }: { id: string }) => id);
    };
    // those of background knowledge are known from the start
    expect(await ids('(asOf: "2000-01-01")')).toEqual([
      'person:kim-jong-il',
      'person:kim-jong-un',
      'person:sergei-lavrov',
      'person:vladimir-putin',
    ]);
    expect(await ids(`(asOf: "${BETWEEN}")`)).not.toContain('person:anna-kern');
    expect(await ids('(asOf: "2023-10-25")')).toContain('person:anna-kern');
  });

  test('a person keeps the names of both', async () => {
    const { one, other } = await ask(`{
      one: person(name: "Sergey Viktorovich Lavrov") { id }
      other: person(name: "Sergey Lavrov") { id aliases }
    }`);
    expect(other.id).toBe(one.id);
    expect(other.aliases).toContain('Sergey Viktorovich Lavrov');
  });

  test('what a name means is told in the order of how often texts use it, and never decided by that', async () => {
    const asked = (asOf: string) => `{
      gifts(to: "Kim"${asOf}) { totalCount }
      resolve(name: "Kim"${asOf}) { matches { entity { id } mentions } }
    }`;
    const counted = ({ extensions }: GraphQLAnswer) =>
      extensions.names[0].things.map(({ id, count }: { id: string; count: number }) => [id, count]);
    const now = await service.ask(asked(''));
    expect([now.data.gifts.totalCount, counted(now)]).toEqual([
      2,
      [
        ['person:kim-jong-il', 0],
        ['person:kim-jong-un', 2],
      ],
    ]);
    expect(now.data.resolve.matches).toEqual([
      { entity: { id: 'person:kim-jong-il' }, mentions: 30 },
      { entity: { id: 'person:kim-jong-un' }, mentions: 16 },
    ]);
    const then = await service.ask(asked(`, asOf: "${BETWEEN}"`));
    expect(then.data.gifts.totalCount).toBe(2);
    expect(then.data.resolve.matches).toEqual([
      { entity: { id: 'person:kim-jong-un' }, mentions: 16 },
      { entity: { id: 'person:kim-jong-il' }, mentions: 0 },
    ]);
  });

  test('a name that it is the first to use names nobody before it', async () => {
    const asked = (asOf: string, name = 'name: "The Minister of Iron"') => `{
      byName: person(${name}${asOf}) { id }
      person(id: "person:sergei-lavrov"${asOf}) { aliases }
      people(where: { aliases: { includes: "The Minister of Iron" } }${asOf}) { totalCount }
      resolve(name: "The Minister of Iron"${asOf}) { matches { entity { id } } }
      search(text: "minister iron", types: [Person]${asOf}) { node { id } }
    }`;
    const lavrov = { id: 'person:sergei-lavrov' };
    const now = await ask(asked(''));
    expect(now).toMatchObject({ byName: lavrov, people: { totalCount: 1 }, search: [{ node: lavrov }] });
    expect(now.person.aliases).toContain('The Minister of Iron');
    const { errors } = await service.ask(asked(`, asOf: "${BETWEEN}"`));
    expect(errors?.[0]?.extensions.code).toBe('UNKNOWN_NAME');
    const then = await ask(asked(`, asOf: "${BETWEEN}"`, 'id: "person:sergei-lavrov"'));
    expect(then).toMatchObject({
      people: { totalCount: 0 },
      search: [],
      resolve: { matches: [] },
    });
    expect(then.person.aliases).toContain('Sergey Lavrov');
    expect(then.person.aliases).not.toContain('The Minister of Iron');
  });

  test('what it is the first to say an event is for is not stated before it', async () => {
    const asked = (asOf: string) => `{
      event(id: "event:2023-lavrov-pyongyang-visit"${asOf}) { purpose }
      events(where: { purpose: { contains: "treaty" } }${asOf}) { totalCount }
      first: event(id: "event:2023-kim-aircraft-factory-visit"${asOf}) { purpose }
    }`;
    const first = { purpose: 'to observe the production of fighter jets' };
    const now = await ask(asked(''));
    expect(now).toEqual({ event: { purpose: 'to prepare a treaty' }, events: { totalCount: 1 }, first });
    const then = await ask(asked(`, asOf: "${BETWEEN}"`));
    expect(then).toEqual({ event: { purpose: null }, events: { totalCount: 0 }, first });
  });

  describe('corroborates', () => {
    const gave = (asOf: string) => `{ person(name: "Putin"${asOf}) {
      gave(where: { item: { eq: "rifle" } }) { edges {
        evidence { article { byline } } agreement { verdict articles sources }
      } }
    } }`;

    test('a relationship that both tell of: two articles, two sources', async () => {
      const { person } = await ask(gave(''));
      const [edge] = person.gave.edges;
      expect(edge.agreement).toEqual({ verdict: 'AGREED', articles: 2, sources: 2 });
      expect(edge.evidence.map((e: { article: { byline: string } }) => e.article.byline)).toEqual([
        'The Morning Note',
        'Overt Operator',
      ]);
    });

    test('which one article told alone until then', async () => {
      const { person } = await ask(gave(`, asOf: "${BETWEEN}"`));
      expect(person.gave.edges).toEqual([
        {
          agreement: { verdict: 'SINGLE_SOURCE', articles: 1, sources: 1 },
          evidence: [{ article: { byline: 'Overt Operator' } }],
        },
      ]);
    });

    test('but to quote the Kremlin again adds no source', async () => {
      const { claims } = await ask(`{ claims(by: "the Kremlin") { nodes { id } } }`);
      expect(claims.nodes).toHaveLength(2);
      const { event } = await ask(`{ event(name: "Gift exchange at the Putin-Kim summit") {
        involvements(where: { actor: { name: { eq: "Vladimir Putin" } } }) { nodes { agreement { articles sources } } }
      } }`);
      // The first article says so itself, in its headline, and quotes the Kremlin; the second only quotes.
      expect(event.involvements.nodes).toEqual([{ agreement: { articles: 2, sources: 2 } }]);
    });

    test('and to quote one of two that the first article quotes together adds none either', async () => {
      const { event } = await ask(`{ event(id: "event:2023-russia-nk-arms-deal") {
        facts(predicate: [happens]) { nodes { claims { nodes { attributions { nodes { source { name } } } } } } }
        agreement { verdict articles sources }
      } }`);
      const named = event.facts.nodes[0].claims.nodes.map(
        ({ attributions }: { attributions: { nodes: { source: { name: string } }[] } }) =>
          attributions.nodes.map(({ source }) => source.name),
      );
      expect(named).toEqual([['United States'], ['South Korea', 'United States']]);
      expect(event.agreement).toEqual({ verdict: 'SINGLE_SOURCE', articles: 2, sources: 1 });
    });

    test('an event that both say occurred, and not one that the first merely expects', async () => {
      const { exchange, visit, then } = await ask(`{
        exchange: event(id: "event:2023-putin-kim-gift-exchange") { status agreement { verdict sources } }
        visit: event(id: "event:2023-lavrov-pyongyang-visit") { status agreement { verdict articles sources } }
        then: event(id: "event:2023-lavrov-pyongyang-visit", asOf: "${BETWEEN}") { status agreement { verdict articles sources } }
      }`);
      expect(exchange).toEqual({ status: 'OCCURRED', agreement: { verdict: 'AGREED', sources: 2 } });
      const single = { verdict: 'SINGLE_SOURCE', articles: 1, sources: 1 };
      expect(visit).toEqual({ status: 'OCCURRED', agreement: single });
      expect(then).toEqual({ status: 'EXPECTED', agreement: single });
    });
  });

  describe('refines', () => {
    const visit = (asOf: string) => `{ event(name: "Lavrov's visit to Pyongyang"${asOf}) {
      status date { edtf precision basis earliest latest text evidence { article { byline } } agreement { verdict } }
    } }`;

    test('an expected visit to one that took place, its month to a day: nobody disputes the other', async () => {
      const { event } = await ask(visit(''));
      expect(event).toEqual({
        status: 'OCCURRED',
        date: {
          edtf: '2023-10-18',
          precision: 'DAY',
          basis: 'STATED',
          earliest: '2023-10-18',
          latest: '2023-10-18',
          text: '18 October',
          evidence: [{ article: { byline: 'The Morning Note' } }],
          agreement: { verdict: 'SINGLE_SOURCE' },
        },
      });
    });

    test('and as of a day between them it is still expected in that month, in answers, filters and order', async () => {
      const { event, october, eighteenth, timeline, eventStats } = await ask(`{
        event(name: "Lavrov's visit to Pyongyang", asOf: "${BETWEEN}") {
          status date { edtf precision basis earliest latest text evidence { article { byline } } agreement { verdict } }
        }
        october: events(asOf: "${BETWEEN}", where: { date: { during: { from: "2023-10-01", to: "2023-10-31" }, certainly: true } }) { nodes { name } }
        eighteenth: events(asOf: "${BETWEEN}", where: { date: { during: { from: "2023-10-18", to: "2023-10-18" }, certainly: true } }) { totalCount }
        timeline(of: "Pyongyang", asOf: "${BETWEEN}", orderBy: [{ date: DESC }], first: 1) { nodes { name } }
        eventStats(by: [MONTH], asOf: "${BETWEEN}", status: null, where: { involvements: { some: { actor: { name: { eq: "Sergei Lavrov" } } } } }) { month first last }
      }`);
      expect(event).toEqual({
        status: 'EXPECTED',
        date: {
          edtf: '2023-10',
          precision: 'MONTH',
          basis: 'IMPLIED',
          earliest: '2023-10-01',
          latest: '2023-10-31',
          text: 'in October',
          evidence: [{ article: { byline: 'Overt Operator' } }, { article: { byline: 'Overt Operator' } }],
          agreement: { verdict: 'SINGLE_SOURCE' },
        },
      });
      const visit = { name: "Lavrov's visit to Pyongyang" };
      expect(october.nodes).toEqual([visit]);
      expect(eighteenth.totalCount).toBe(0);
      expect(timeline.nodes).toEqual([visit]);
      expect(eventStats).toEqual([{ month: '2023-10', first: '2023-10-01', last: '2023-10-31' }]);
    });

    test('the country of the summit to a city, beside it', async () => {
      const { event, events } = await ask(`{
        event(name: "the summit") { places { edges { node { name } evidence { article { byline } } } } }
        events(at: "Vladivostok", status: [OCCURRED]) { nodes { name } }
      }`);
      expect(event.places.edges).toEqual([
        { node: { name: 'Russia' }, evidence: [{ article: { byline: 'Overt Operator' } }] },
        { node: { name: 'Vladivostok' }, evidence: [{ article: { byline: 'The Morning Note' } }] },
      ]);
      expect(events.nodes).toEqual([{ name: 'Putin-Kim Jong-un summit' }]);
    });
  });

  describe('disputes', () => {
    test('an event that a source denies, with both claims side by side', async () => {
      const { event } = await ask(`{ event(name: "Kim Jong-un's travel to Vladivostok") {
        status agreement { verdict contradicting { id } }
        claims(where: { status: { eq: DENIED } }) { nodes {
          attributions { nodes { source { name } } } contradicts { nodes { id status } }
        } }
      } }`);
      expect(event).toEqual({
        status: 'PLANNED',
        agreement: {
          verdict: 'DISPUTED',
          contradicting: [{ id: 'claim:mn-20231025:N4' }],
        },
        claims: {
          nodes: [
            {
              attributions: { nodes: [{ source: { name: 'Anna Kern' } }] },
              contradicts: { nodes: [{ id: 'claim:oo-20230918:F30', status: 'PLANNED' }] },
            },
          ],
        },
      });
    });

    test('one value of an event, and not the event', async () => {
      const { event } = await ask(`{ event(name: "Kim Jong-un's tour of Russia") {
        agreement { verdict }
        date { agreement { verdict } }
        endDate { edtf agreement { verdict contradicting { id } } }
      } }`);
      expect(event).toEqual({
        agreement: { verdict: 'SINGLE_SOURCE' },
        date: { agreement: { verdict: 'SINGLE_SOURCE' } },
        endDate: {
          edtf: '2023-09-16/2023-09-17',
          agreement: { verdict: 'DISPUTED', contradicting: [{ id: 'claim:mn-20231025:N8' }] },
        },
      });
    });

    test('what is disputed, by itself', async () => {
      const { events, facts, told, timeline, before, from } = await ask(`{
        events(agreement: [DISPUTED]) { totalCount nodes { name } }
        facts(about: "Kim Jong-un's travel to Vladivostok", agreement: [DISPUTED]) { totalCount }
        told: facts(agreement: [DISPUTED, SINGLE_SOURCE], where: { subject: { id: { eq: "event:2023-kim-vladivostok-visit" } } }, first: 1) { totalCount pageInfo { hasNextPage } }
        timeline(of: "Kim Jong-un", agreement: [DISPUTED]) { nodes { name } }
        before: events(agreement: [DISPUTED], asOf: "${BETWEEN}") { totalCount }
        from: events(agreement: [SINGLE_SOURCE], asOf: "${BETWEEN}", where: { partOf: { some: { name: { eq: "Kim Jong-un's tour of Russia" } } } }, first: 1) { nodes { agreement { verdict } } }
      }`);
      expect(events).toEqual({ totalCount: 1, nodes: [{ name: "Kim Jong-un's travel to Vladivostok" }] });
      expect(facts).toEqual({ totalCount: 1 });
      expect(told).toEqual({ totalCount: 3, pageInfo: { hasNextPage: true } });
      expect(timeline).toEqual({ nodes: [{ name: "Kim Jong-un's travel to Vladivostok" }] });
      expect(before).toEqual({ totalCount: 0 });
      expect(from).toEqual({ nodes: [{ agreement: { verdict: 'SINGLE_SOURCE' } }] });
    });

    test('facts that such evidence states', async () => {
      const { note, both, none } = await ask(`{
        note: facts(about: "Lavrov's visit to Pyongyang", where: { evidence: { some: { article: { byline: { eq: "The Morning Note" } } } } }) {
          nodes { predicate evidence(where: { article: { byline: { eq: "The Morning Note" } } }) { claim { id } } }
        }
        both: facts(where: { evidence: { some: { claim: { rank: { eq: DEPRECATED } } } } }) { totalCount }
        none: facts(where: { evidence: { some: { start: { lt: 0 } } }, predicate: { eq: GAVE } }) { totalCount nodes { id } }
      }`);
      expect(note.nodes.length).toBeGreaterThan(0);
      for (const { evidence } of note.nodes) expect(evidence.length).toBeGreaterThan(0);
      expect(both).toEqual({ totalCount: 0 });
      expect(none).toEqual({ totalCount: 0, nodes: [] });
    });

    test('of what stands against it, and of what speaks of it, what the question asks for', async () => {
      const { event } = await ask(`{ event(name: "Kim Jong-un's travel to Vladivostok") {
        agreement {
          denials: contradicting(where: { status: { eq: DENIED } }) { id }
          all: contradicting(orderBy: [{ status: DESC }]) { status contradicts { nodes { status } } }
        }
        note: allEvidence(where: { article: { byline: { eq: "The Morning Note" } } }) { claim { id } }
      } }`);
      expect(event).toEqual({
        agreement: {
          denials: [{ id: 'claim:mn-20231025:N4' }],
          all: [{ status: 'DENIED', contradicts: { nodes: [{ status: 'PLANNED' }] } }],
        },
        note: [{ claim: { id: 'claim:mn-20231025:N4' } }],
      });
    });

    test('nothing before it was published', async () => {
      const { events } = await ask(`{ events(asOf: "${BETWEEN}") { nodes { agreement { verdict } } } }`);
      const verdicts = events.nodes.map(
        (event: { agreement: { verdict: string } }) => event.agreement.verdict,
      );
      expect(new Set(verdicts)).toEqual(new Set(['SINGLE_SOURCE']));
    });
  });

  test('a claim that was taken back stays, and counts for nothing', async () => {
    const { event } = await ask(`{ event(name: "Transfer of drone parts") {
      status claims { nodes { status rank } } agreement { articles sources verdict }
    } }`);
    expect(event).toEqual({
      status: 'SPECULATED',
      claims: {
        nodes: [
          { status: 'SPECULATED', rank: 'NORMAL' },
          { status: 'OCCURRED', rank: 'DEPRECATED' },
        ],
      },
      agreement: { articles: 1, sources: 1, verdict: 'SINGLE_SOURCE' },
    });
  });

  test('an event that may be a known one is shown beside it, not merged', async () => {
    const { event } = await ask(`{ event(id: "event:2023-nk-receives-advanced-weapons-tech") {
      possiblySameAs { edges { node { name } basis evidence { article { byline } } } }
    } }`);
    expect(event.possiblySameAs.edges).toContainEqual({
      node: { name: 'Transfer of drone parts' },
      basis: 'IMPLIED',
      evidence: [{ article: { byline: 'The Morning Note' } }],
    });
  });
});
