import { describe, expect, test } from '@jest/globals';
import { describeServed } from '../support/served.ts';

/** How things are connected, exchanged, counted and searched in the first article. */
describeServed('asked of the whole graph', (service) => {
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever the service answers
  const ask = async (query: string, variables?: Readonly<Record<string, unknown>>): Promise<any> => {
    const { data, errors } = await service.ask(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };

  describe('a path', () => {
    const path = (args: string) => `path(${args}) { outcome hops maxHops paths { hops nodes { id } } }`;

    test.each([
      [
        'is found',
        'from: "Putin", to: "Kim Jong-un", via: [GAVE, GIVEN_TO]',
        { outcome: 'FOUND', hops: 2, maxHops: 4 },
      ],
      [
        'takes a fact named twice once',
        'from: "Putin", to: "Kim Jong-un", via: [GAVE, GIVEN_TO, GAVE]',
        { outcome: 'FOUND', hops: 2 },
      ],
      [
        'has the same ends the other way round',
        'from: "Kim Jong-un", to: "Putin", via: [GAVE, GIVEN_TO]',
        { outcome: 'FOUND', hops: 2 },
      ],
      [
        'takes null as left out',
        'from: "Putin", to: "Kim Jong-un", maxHops: null, via: null',
        { outcome: 'FOUND', maxHops: 4 },
      ],
      [
        'is not that short',
        'from: "Putin", to: "Kim Jong-un", maxHops: 1',
        { outcome: 'NONE_WITHIN_HOPS', hops: null, paths: [] },
      ],
      [
        'leads from a thing to itself',
        'from: "Putin", to: "Vladimir Putin"',
        { outcome: 'SAME_ENTITY', hops: null, paths: [] },
      ],
      [
        'had not been told then',
        'from: "Putin", to: "Kim Jong-un", asOf: "2023-09-17"',
        { outcome: 'NONE_WITHIN_HOPS', paths: [] },
      ],
    ])('%s', async (_, args, expected) => {
      expect((await ask(`{ ${path(args)} }`)).path).toMatchObject(expected);
    });

    test.each([
      ['at a name that nothing has', 'from: "Nobody", to: "Putin"'],
      ['at what was not known then', 'from: "space-suit glove", to: "Kim Jong-un", asOf: "2023-09-17"'],
    ])('starts nowhere: %s', async (_, args) => {
      const { errors } = await service.ask(`{ ${path(args)} }`);
      expect(errors?.[0]?.extensions.code).toBe('UNKNOWN_NAME');
      const { data } = await service.ask(`{ ${path(args)} }`, {}, { 'x-lenient': '1' });
      expect(data.path).toMatchObject({ outcome: 'UNKNOWN_NAME', paths: [] });
    });

    test('is told as cut off where there are more than are shown', async () => {
      const people =
        'UNWIND range(1, 21) AS i MERGE (n:Event {id: "event:x" + i}) SET n:Entity, n.name = "x", n.kind = "MEETING", n.status = "OCCURRED" ';
      const edges =
        'WITH n MATCH (a:Entity) WHERE a.id IN ["country:ua", "country:us"] MERGE (a)-[r:INVOLVED_IN {role: "PARTICIPANT"}]->(n) SET r.basis = "STATED"';
      await service.store().write([{ text: people + edges, parameters: {} }]);
      const { path: found } = await ask(`{ ${path('from: "Ukraine", to: "US", maxHops: 2')} }`);
      await service
        .store()
        .write([
          { text: 'MATCH (n:Event) WHERE n.id STARTS WITH "event:x" DETACH DELETE n', parameters: {} },
        ]);
      expect(found).toMatchObject({ outcome: 'TRUNCATED', hops: 2 });
      expect(found.paths).toHaveLength(20);
    });

    test('goes over events of the statuses that are asked for, so that no plan joins what a fact does not', async () => {
      const events = async (status: string) => {
        const asked = `path(from: "Putin", to: "Kim Jong-un", via: [INVOLVED_IN], status: ${status}) { paths { nodes { id } } }`;
        const { paths } = (await ask(`{ ${asked} }`)).path;
        return paths.map(({ nodes }: { nodes: { id: string }[] }) => nodes[1]?.id);
      };
      const speculated = 'event:kim-assists-putin-in-ukraine-conflict';
      expect(await events('[SPECULATED]')).toEqual([speculated]);
      expect(await events('[OCCURRED]')).not.toContain(speculated);
      expect(await events('[OCCURRED]')).toContain('event:2023-putin-kim-summit');
      expect(await events('null')).toContain(speculated);
      expect(await events('[DENIED]')).toEqual([]);
    });

    test('has the ends that are asked for, whatever their status', async () => {
      const asked = `path(from: "event:kim-assists-putin-in-ukraine-conflict", to: "Putin", status: [OCCURRED]) { hops }`;
      expect((await ask(`{ ${asked} }`)).path).toEqual({ hops: 1 });
    });

    test('never goes through an article, a sentence or a claim', async () => {
      const { path: found } = await ask(
        `{ ${path('from: "Sergei Lavrov", to: "Kim Jong-il", maxHops: 8')} }`,
      );
      const ids = found.paths.flatMap((one: { nodes: { id: string }[] }) => one.nodes.map(({ id }) => id));
      expect(ids.length).toBeGreaterThan(0);
      expect(ids.filter((id: string) => /^(article|sentence|claim):/.test(id))).toEqual([]);
    });
  });

  describe('a timeline', () => {
    test('of a place has what happened in it, however finely it is told where', async () => {
      const { of, at, by } = await ask(`{
        of: timeline(of: "North Korea") { nodes { id } }
        at: events(at: "North Korea") { nodes { id } }
        by: events(involving: "North Korea") { nodes { id } }
      }`);
      const ids = ({ nodes }: { nodes: readonly { id: string }[] }) => nodes.map(({ id }) => id);
      expect(ids(of).toSorted()).toEqual([...new Set([...ids(at), ...ids(by)])].toSorted());
    });
  });

  describe('a timeline of what is no party', () => {
    test.each([
      [
        'an event has its parts, and theirs',
        "Kim Jong-un's tour of Russia",
        'partOf: "Kim Jong-un\'s tour of Russia"',
      ],
      [
        'a gift has the event of the giving',
        'space-suit glove',
        'where: { gifts: { some: { item: { eq: "glove" } } } }',
      ],
    ])('%s', async (_, of, same) => {
      const { timeline, events } = await ask(`{
        timeline(of: "${of}") { nodes { id } } events(${same}) { nodes { id } }
      }`);
      const ids = ({ nodes }: { nodes: readonly { id: string }[] }) => nodes.map(({ id }) => id).toSorted();
      expect(ids(timeline).length).toBeGreaterThan(0);
      expect(ids(timeline)).toEqual(ids(events));
    });
  });

  describe('an exchange', () => {
    const sides =
      'given { totalCount } received { totalCount } answered { totalCount } unanswered { totalCount }';
    const counts = ({ exchange }: { exchange: Readonly<Record<string, { totalCount: number }>> }) =>
      Object.values(exchange).map(({ totalCount }) => totalCount);

    test.each([
      [
        'has what each gave, what answers what, and what had no return',
        '"Putin", b: "Kim Jong-un"',
        [2, 1, 2, 1],
      ],
      ['is turned round with its parties', '"Kim Jong-un", b: "Putin"', [1, 2, 2, 1]],
      ['of somebody with himself is empty', '"Putin", b: "Putin"', [0, 0, 0, 0]],
      ['with somebody who gave nothing is empty', '"Putin", b: "Lavrov"', [0, 0, 0, 0]],
    ])('%s', async (_, parties, expected) => {
      expect(counts(await ask(`{ exchange(a: ${parties}) { ${sides} } }`))).toEqual(expected);
    });
  });

  describe('groups', () => {
    test('stand in one order: the largest first, equal ones by key, what is not stated last', async () => {
      const { giftStats } = await ask('{ giftStats(by: [MADE_IN]) { madeIn { name } count } }');
      expect(giftStats).toEqual([
        { madeIn: { name: 'North Korea' }, count: 1 },
        { madeIn: { name: 'Russia' }, count: 1 },
        { madeIn: null, count: 1 },
      ]);
    });

    test('by two things have a row for each pair', async () => {
      const { giftStats } = await ask('{ giftStats(by: [GIVER, ITEM]) { giver { name } item count } }');
      expect(giftStats).toHaveLength(3);
    });

    test('are not doubled by a thing that is named twice', async () => {
      const [once, twice] = await Promise.all(
        ['[GIVER]', '[GIVER, GIVER]'].map((by) => ask(`{ giftStats(by: ${by}) { giver { id } count } }`)),
      );
      expect(twice).toEqual(once);
    });

    test('count an event once, though it has several places in a country', async () => {
      const { eventStats, country } = await ask(`{
        eventStats(by: [COUNTRY], status: null) { country { name } count }
        country(name: "Russia") { eventsHere { totalCount } }
      }`);
      const russia = eventStats.find(
        (group: { country: { name: string } | null }) => group.country?.name === 'Russia',
      );
      expect(russia.count).toBe(country.eventsHere.totalCount);
    });

    test('of nothing are none', async () => {
      expect(await ask('{ giftStats(by: [GIVER], where: { item: { eq: "horse" } }) { count } }')).toEqual({
        giftStats: [],
      });
    });

    test('know the first and the last day that one of them can mean', async () => {
      const { eventStats } = await ask(
        '{ eventStats(by: [STATUS], where: { status: { eq: EXPECTED } }) { first last count } }',
      );
      expect(eventStats).toEqual([{ first: '2023-10-01', last: '2023-10-31', count: 2 }]);
    });
  });

  describe('a search', () => {
    const found = async (text: string, more = '') =>
      (
        await ask(
          `query ($text: String!) { search(text: $text${more}) { matched node { __typename id } } }`,
          { text },
        )
      ).search;

    test('puts first what holds most of the words', async () => {
      const [first] = await found('rifle space suit glove');
      expect(first.node.id).toBe('gift:2023-putin-kim-glove');
      expect(first.matched).toEqual(['space', 'suit', 'glove']);
    });

    test.each([
      ["Lavrov's ammunition", ['lavrov', 'ammunition'], 'event:2023-russia-needs-ammunition'],
      ['the rifle of the president', ['rifle', 'president'], 'gift:2023-putin-kim-rifle'],
    ])(
      'puts nothing first for words like "the", "of" and a possessive "s": %s',
      async (text, telling, best) => {
        type Hit = { readonly matched: readonly string[]; readonly node: { readonly id: string } };
        const hits: readonly Hit[] = await found(text, ', first: 500');
        const tells = hits.map(({ matched }) => matched.some((word) => telling.includes(word)));
        expect(new Set(tells)).toEqual(new Set([true, false]));
        expect(tells.lastIndexOf(true)).toBeLessThan(tells.indexOf(false));
        expect(hits.findIndex(({ node }) => node.id === best)).toBeLessThan(tells.indexOf(false));
      },
    );

    test('takes such words for what is looked for where there are no others', async () => {
      const [first] = await found('of the');
      expect(first.matched).toEqual(['of', 'the']);
    });

    test('keeps to the types that are asked for', async () => {
      const hits = await found('Kim Jong-un', ', types: [Person]');
      expect(hits.map((hit: { node: { id: string } }) => hit.node.id)).toContain('person:kim-jong-un');
      expect(new Set(hits.map((hit: { node: { __typename: string } }) => hit.node.__typename))).toEqual(
        new Set(['Person']),
      );
    });

    test.each([
      ['no words', ''],
      ['signs alone', '"*:~^()'],
      ['a part of a word', 'rif'],
      ['a word that nothing has', 'zeppelin'],
    ])('finds nothing by %s', async (_, text) => {
      expect(await found(text)).toEqual([]);
    });
  });

  describe('parts of an operation', () => {
    test('two pages of one list under two names are two pages', async () => {
      const { person } = await ask(`{ person(name: "Putin") {
        one: gave(first: 1) { nodes { name } } other: gave(last: 1) { nodes { name } }
      } }`);
      expect(person).toEqual({
        one: { nodes: [{ name: 'space-suit glove' }] },
        other: { nodes: [{ name: 'Russian-made rifle' }] },
      });
    });

    test.each([
      [
        'names',
        ['resolve(name: "Kim")', 'resolve(name: "Putin")'],
        'on NameMatches { name ambiguous matches { entity { id } } }',
      ],
      [
        'exchanges',
        ['exchange(a: "Putin", b: "Kim Jong-un")', 'exchange(a: "Kim Jong-un", b: "Putin")'],
        'on Exchange { given { totalCount nodes { id } } }',
      ],
      [
        'paths',
        ['path(from: "Putin", to: "Kim Jong-un")', 'path(from: "Putin", to: "Pyongyang")'],
        'on PathResult { outcome hops paths { nodes { id } } }',
      ],
    ])('one fragment on two %s is answered for each', async (_, [a, b], fragment) => {
      const answer = (fields: string) => ask(`{ ${fields} } fragment asked ${fragment}`);
      const together = await answer(`a: ${a} { ...asked } b: ${b} { ...asked }`);
      const apart = { ...(await answer(`a: ${a} { ...asked }`)), ...(await answer(`b: ${b} { ...asked }`)) };
      expect(together).toEqual(apart);
      expect(together.a).not.toEqual(together.b);
    });

    test('what a directive leaves out is not asked, a whole operation neither', async () => {
      const query =
        'query ($no: Boolean!) { people @skip(if: $no) { totalCount } countries @include(if: $no) { totalCount } }';
      expect(await ask(query, { no: true })).toEqual({ countries: { totalCount: 5 } });
      expect(
        await ask('query ($no: Boolean!) { people @skip(if: $no) { totalCount } }', { no: true }),
      ).toEqual({});
    });

    test('a variable that is not given takes its default, or leaves its argument out', async () => {
      const query =
        'query ($first: Int = 1, $where: PersonWhere) { people(first: $first, where: $where) { nodes { name } totalCount } }';
      expect((await ask(query)).people).toEqual({ nodes: [{ name: 'Kim Jong-il' }], totalCount: 4 });
    });

    test('ids that are asked twice, or are nowhere, keep their places', async () => {
      const { nodes } = await ask('{ nodes(ids: ["country:ru", "person:nobody", "country:ru"]) { id } }');
      expect(nodes).toEqual([{ id: 'country:ru' }, null, { id: 'country:ru' }]);
    });

    test('a member of a union shows what its type has', async () => {
      const { gifts } = await ask(`{ gifts(first: 1) { nodes { givers { edges { node {
        __typename ... on Person { name } ... on Country { isoCode }
      } } } } } }`);
      expect(gifts.nodes[0].givers.edges[0].node).toEqual({ __typename: 'Person', name: 'Kim Jong-un' });
    });

    test('a page of no items still tells whether there are some', async () => {
      const { people } = await ask(
        '{ people(first: 0) { nodes { id } totalCount pageInfo { hasNextPage startCursor } } }',
      );
      expect(people).toEqual({
        nodes: [],
        totalCount: 4,
        pageInfo: { hasNextPage: true, startCursor: null },
      });
    });
  });
});
