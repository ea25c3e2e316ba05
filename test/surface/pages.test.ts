import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GraphStore } from '../../src/store/store.ts';
import { describeEachEngine } from '../support/engines.ts';
import { type RunningService, serve } from '../support/service.ts';

type Page = {
  readonly names: readonly string[];
  readonly cursors: readonly string[];
  readonly more: boolean;
};

describeEachEngine('pages of a list', (open) => {
  let store: GraphStore;
  let service: RunningService;

  const run = (text: string, parameters = {}) => store.write([{ text, parameters }]);
  const add = (...names: string[]) =>
    run('UNWIND $names AS name MERGE (p:Person {id: "person:" + name}) SET p:Entity, p.name = name', {
      names,
    });
  const remove = (name: string) => run('MATCH (p:Person {id: "person:" + $name}) DETACH DELETE p', { name });

  /** Facts that one is a parent of the others. */
  const tellParent = (parent: string, ...children: string[]) =>
    run(
      `UNWIND $children AS child MATCH (p:Person {id: "person:" + $parent}), (c:Person {id: "person:" + child})
      CREATE (p)<-[:SUBJECT]-(f:Fact {form: "RELATION", predicate: "PARENT_OF", holds: true, status: "OCCURRED"})-[:OBJECT]->(c)
      SET f.id = "fact:" + p.id + "|PARENT_OF|" + c.id`,
      { parent, children },
    );

  /** One page of all people; `direction` orders by name. */
  const page = async (args: string, direction = 'ASC'): Promise<Page> => {
    const { data, errors } = await service.ask(`{ people(orderBy: [{ name: ${direction} }], ${args}) {
      edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    } }`);
    expect(errors).toBeUndefined();
    const { edges, pageInfo } = data.people;
    const more = args.includes('last') ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
    return {
      names: edges.map((e: { node: { name: string } }) => e.node.name),
      cursors: edges.map((e: { cursor: string }) => e.cursor),
      more,
    };
  };

  beforeEach(async () => {
    store ??= await open();
    service ??= await serve(store);
    await run('MATCH (n) DETACH DELETE n');
    await add('bea', 'dan', 'fay', 'hal', 'joe');
  });

  afterAll(async () => {
    await service?.close();
    await store?.close();
  });

  describe.each([
    ['ASC', ['bea', 'dan', 'fay', 'hal', 'joe']],
    ['DESC', ['joe', 'hal', 'fay', 'dan', 'bea']],
  ])('ordered %s', (direction, all) => {
    test('joined going forward they are the list', async () => {
      const names: string[] = [];
      let after = '';
      for (let more = true; more; ) {
        const found = await page(`first: 2${after}`, direction);
        names.push(...found.names);
        after = `, after: "${found.cursors.at(-1)}"`;
        more = found.more;
      }
      expect(names).toEqual(all);
    });

    test('joined going backward they are the list', async () => {
      const names: string[] = [];
      let before = '';
      for (let more = true; more; ) {
        const found = await page(`last: 2${before}`, direction);
        names.unshift(...found.names);
        before = `, before: "${found.cursors[0]}"`;
        more = found.more;
      }
      expect(names).toEqual(all);
    });
  });

  test('lose and repeat nothing when items come and go between them', async () => {
    const first = await page('first: 2');
    expect(first.names).toEqual(['bea', 'dan']);
    await add('ann', 'eva', 'zoe');
    await remove('dan');
    const second = await page(`first: 2, after: "${first.cursors[1]}"`);
    expect(second.names).toEqual(['eva', 'fay']);
    await remove('hal');
    const third = await page(`first: 9, after: "${second.cursors[1]}"`);
    expect(third).toMatchObject({ names: ['joe', 'zoe'], more: false });
  });

  test('lose and repeat nothing going backward either, in descending order, with the item of the cursor gone', async () => {
    const first = await page('last: 2', 'DESC');
    expect(first.names).toEqual(['dan', 'bea']);
    await add('ann', 'cal', 'ed', 'zoe');
    await remove('dan');
    const second = await page(`last: 2, before: "${first.cursors[0]}"`, 'DESC');
    expect(second.names).toEqual(['fay', 'ed']);
    await remove('hal');
    const third = await page(`last: 9, before: "${second.cursors[0]}"`, 'DESC');
    expect(third).toMatchObject({ names: ['zoe', 'joe'], more: false });
  });

  test('tell whether there is something on the other side of the cursor', async () => {
    const [cursor] = (await page('first: 1')).cursors;
    const ask = async (args: string) => {
      const { data } = await service.ask(
        `{ people(orderBy: [{ name: ASC }], ${args}) { pageInfo { hasNextPage hasPreviousPage } } }`,
      );
      return data.people.pageInfo;
    };
    expect(await ask(`first: 2, after: "${cursor}"`)).toEqual({ hasNextPage: true, hasPreviousPage: true });
    await remove('bea');
    expect(await ask(`first: 9, after: "${cursor}"`)).toEqual({ hasNextPage: false, hasPreviousPage: false });
  });

  test('hold nothing but a cursor when nothing is left', async () => {
    const { cursors } = await page('last: 1');
    expect(await page(`first: 3, after: "${cursors[0]}"`)).toEqual({ names: [], cursors: [], more: false });
  });

  test('of a list that every entity has go on wherever that list is asked', async () => {
    await tellParent('bea', 'dan', 'fay');
    const page = 'facts(first: 1) { nodes { object { name } } pageInfo { endCursor } }';
    const first = await service.ask(
      `{ node(id: "person:bea") { ...on Entity { ${page} } } person(id: "person:bea") { ${page} } }`,
    );
    const [asEntity, asPerson] = [first.data.node.facts, first.data.person.facts];
    expect(asPerson).toEqual(asEntity);
    const next = await service.ask(
      `query ($after: String) {
        node(id: "person:bea") { ...next }
        person(id: "person:bea") { ...next }
        event(id: "event:none") { ...next }
      }
      fragment next on Entity { facts(first: 1, after: $after) { nodes { object { name } } } }`,
      { after: asEntity.pageInfo.endCursor },
    );
    const fay = { facts: { nodes: [{ object: { name: 'fay' } }] } };
    expect(next).toMatchObject({ data: { node: fay, person: fay, event: null } });
  });

  test('go on under another filter and for another owner of the list: a cursor is a place in an order', async () => {
    const [bea = ''] = (await page('first: 1')).cursors;
    const filtered = await page(`where: { not: { name: { startsWith: "dan" } } }, first: 9, after: "${bea}"`);
    expect(filtered.names).toEqual(['fay', 'hal', 'joe']);
    await tellParent('bea', 'hal', 'joe');
    await tellParent('dan', 'hal', 'joe');
    const facts = (name: string, args: string) =>
      service.ask(
        `{ person(id: "person:${name}") { facts(first: 1${args}) { nodes { subject { name } object { name } } pageInfo { endCursor } } } }`,
      );
    const { endCursor } = (await facts('bea', '')).data.person.facts.pageInfo;
    const { data } = await facts('dan', `, after: "${endCursor}"`);
    expect(data.person.facts.nodes).toEqual([{ subject: { name: 'dan' }, object: { name: 'hal' } }]);
  });

  test.each([
    [
      'of another order',
      (cursor: string) => `people(first: 1, after: "${cursor}") { totalCount nodes { id } }`,
      'BAD_CURSOR',
    ],
    ['made up', () => 'people(first: 1, after: "abc") { nodes { id } }', 'BAD_CURSOR'],
  ])('refuse a cursor %s', async (_, field, code) => {
    const [cursor = ''] = (await page('first: 1')).cursors;
    const { data, errors } = await service.ask(`{ ${field(cursor)} }`);
    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({ code, hint: expect.any(String) });
  });

  test.each(['first: 501', 'first: -1', 'last: 501', 'first: 1, last: 1'])('refuse %s', async (args) => {
    const { errors } = await service.ask(`{ people(${args}) { nodes { id } } }`);
    expect(errors?.[0]?.extensions.code).toMatch(/^(PAGE_SIZE|BAD_USER_INPUT)$/);
  });
});
