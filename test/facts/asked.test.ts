import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { createExecute } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { formsOf } from '../../src/script/forms.ts';
import { Owners } from '../../src/script/owners.ts';
import { printScript } from '../../src/script/script.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { asked } from '../support/asked.ts';
import { describeEachEngine } from '../support/engines.ts';
import { domain, loadScripts, vocabulary } from '../support/load.ts';
import { scriptsOf } from './told.ts';

/** What a stranger asks over GraphQL of a few articles that differ; each case went wrong once. */
describeEachEngine('asked of several articles', (open) => {
  let store: GraphStore;

  beforeEach(async () => {
    await store?.close();
    store = await open();
  });
  afterAll(() => store?.close());

  /** Loads reports, and whatever was loaded before goes. */
  async function ask(reports: readonly string[], query: string): Promise<unknown> {
    await loadScripts(store, scriptsOf(reports));
    return asked(createExecute({ ...loadSchema(domain), store, limits: readConfig({}) }), query);
  }

  test('a name that merely might mean a country until an article called it so is on the days before no place', async () => {
    const owners = new Owners(formsOf(vocabulary));
    const words = [{ weakAliases: ['Alba'] }, { aliases: ['Alba'] }];
    for (const [index, called] of words.entries()) {
      const owner = `article:r${index + 2}`;
      const publishedOn = `2031-05-0${index + 2}`;
      owners.open(owner, 'Article', { title: 'r', publishedOn, language: 'en', textSha256: 'x', length: 9 });
      owners.add(owner, 'things Country', { id: 'country:nu', name: 'Nuland', isoCode: 'NU', ...called });
    }
    const scripts = ['article:r2', 'article:r3'].map(
      (id) => [id.slice(8), printScript(owners.script(id), id)] as const,
    );
    await loadScripts(store, new Map(scripts));
    const execute = createExecute({ ...loadSchema(domain), store, limits: readConfig({}) });
    const on = (day: string) => asked(execute, `{ events(at: "Alba", asOf: "${day}") { totalCount } }`);
    expect(await on('2031-05-03')).toEqual({ events: { totalCount: 0 } });
    await expect(on('2031-05-02')).rejects.toMatchObject({ code: 'NAME_OF_OTHER_TYPE' });
  });

  const TWO = [
    '2 May, Reed: person:ada PARENT_OF person:cy; event:feast happens; event:feast date 2031-05-01',
    '3 May, Lowe (says person:adah): person:adah PARENT_OF person:cy; event:dinner happens',
  ];
  const ONE = [...TWO, '4 May, the desk (SAME_AS person:ada person:adah, SAME_AS event:feast event:dinner)'];
  const PEOPLE = `{
    people { totalCount nodes { id aliases } }
    personStats(by: [ARTICLE]) { count article { id } }
    claims(by: "adah") { nodes { id about { nodes { id } } says { nodes { id } } attributions { nodes { source { id } } } } }
  }`;

  test('two people who are judged to be one stand once, in lists, counts and claims', async () => {
    const facts = ['fact:event:dinner|happens', 'fact:person:ada|PARENT_OF|person:cy'];
    expect(await ask(ONE, PEOPLE)).toEqual({
      people: {
        totalCount: 2,
        nodes: [
          { id: 'person:ada', aliases: ['adah'] },
          { id: 'person:cy', aliases: [] },
        ],
      },
      personStats: [
        { count: 2, article: { id: 'article:r1' } },
        { count: 2, article: { id: 'article:r2' } },
      ],
      claims: {
        nodes: [
          {
            id: 'claim:r2:F1',
            about: { nodes: ['event:dinner', 'person:ada', 'person:cy'].map((id) => ({ id })) },
            says: { nodes: facts.map((id) => ({ id })) },
            attributions: { nodes: [{ source: { id: 'person:ada' } }] },
          },
        ],
      },
    });
  });

  test('the ids of both lead to the one, and so do those of their facts', async () => {
    const query = `{
      event(id: "event:feast") { id status date { edtf } agreement { verdict } }
      nodes(ids: ["person:adah", "person:ada", "fact:person:adah|PARENT_OF|person:cy"]) { id }
      claims(about: "person:adah") { totalCount }
    }`;
    expect(await ask(ONE, query)).toEqual({
      event: {
        id: 'event:dinner',
        status: 'OCCURRED',
        date: { edtf: '2031-05-01' },
        agreement: { verdict: 'AGREED' },
      },
      nodes: [{ id: 'person:ada' }, { id: 'person:ada' }, { id: 'fact:person:ada|PARENT_OF|person:cy' }],
      claims: { totalCount: 2 },
    });
  });

  test('when the desk takes that back they are two, as before', async () => {
    const before = await ask(TWO, PEOPLE);
    expect(await ask(ONE, PEOPLE)).not.toEqual(before);
    expect(await ask(TWO, PEOPLE)).toEqual(before);
  });

  test('an article that took back what it said of a gift is not counted as speaking of it', async () => {
    const reports = [
      '2 May, Reed: gift:bell happens',
      '3 May, Lowe: gift:bell happens',
      '9 May, Reed (retracts 1)',
    ];
    const query = `{
      now: giftStats(by: [ARTICLE]) { count article { id } }
      earlier: giftStats(by: [ARTICLE], asOf: "2031-05-08") { count article { id } }
    }`;
    const [first, second] = ['article:r1', 'article:r2'].map((id) => ({ count: 1, article: { id } }));
    expect(await ask(reports, query)).toEqual({ now: [second], earlier: [first, second] });
  });
});
