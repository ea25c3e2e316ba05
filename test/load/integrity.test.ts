import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLEnumType, isListType, isNonNullType, isObjectType } from 'graphql';
import { loadSchema } from '../../src/graphql/schema.ts';
import { checkIntegrity, integrityChecks } from '../../src/load/integrity.ts';
import { loadGraph } from '../../src/load/load.ts';
import { vocabulary } from '../../src/load/vocabulary.ts';
import { readDomain } from '../../src/model/domain/domain.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { describeEachEngine } from '../support/engines.ts';

/** One way to break each promise, in a sound graph of the first article. */
const breaks: { readonly [check: string]: string } = {
  'claim-has-evidence': "MATCH (c:Claim {id: 'claim:oo-20230918:F12'})-[r:STATED_IN]->() DELETE r",
  'claim-of-one-article':
    "MATCH (c:Claim {id: 'claim:oo-20230918:F12'}) CREATE (c)-[:STATED_IN {start: 0, end: 1}]->(:Sentence {id: 'sentence:x:1', n: '1', seq: 0, kind: 'BODY', start: 0, end: 1, textSha256: 'x'})-[:IN_ARTICLE]->(:Article {id: 'article:x', title: 'X', publishedOn: '2024-01-01', language: 'en', length: 1, textSha256: 'x'})",
  'edge-has-claims': 'MATCH (:Person)-[r:GAVE]->(:Gift) SET r.claims = []',
  'edge-claims-exist': "MATCH (:Person)-[r:GAVE]->(:Gift) SET r.claims = ['claim:none:F1']",
  'event-has-claim': "CREATE (:Entity:Event {id: 'event:none', kind: 'VISIT', status: 'OCCURRED'})",
  'source-is-named': "MATCH (c:Claim {voice: 'SOURCE'})-[r:ATTRIBUTED_TO]->() DELETE r",
  'date-has-days': "MATCH (e:Event {date: '2023-10'}) SET e.dateMax = '2023-09-30'",
  'sentence-in-article': "MATCH (:Sentence {id: 'sentence:oo-20230918:22'})-[r:IN_ARTICLE]->() DELETE r",
  'seq-without-gaps': "MATCH (s:Sentence {id: 'sentence:oo-20230918:22'}) SET s.seq = 26",
  'sentence-inside-article': 'MATCH (a:Article) SET a.length = a.length - 1',
  'mention-inside-sentence':
    'MATCH (:Sentence)-[m:MENTIONS]->() WITH m ORDER BY m.start LIMIT 1 SET m.end = 5000',
  'evidence-inside-sentence':
    'MATCH ()-[r:STATED_IN]->() WITH r ORDER BY r.start LIMIT 1 SET r.end = r.start',
  'whole-Entity': "MATCH (p:Person {id: 'person:sergei-lavrov'}) REMOVE p.name",
  'whole-Country': "MATCH (c:Country {id: 'country:ua'}) REMOVE c.isoCode",
  'whole-Place': "MATCH (p:Place {id: 'place:pyongyang'}) REMOVE p.named",
  'whole-Gift': 'MATCH (g:Gift) REMOVE g.item',
  'whole-Article': 'MATCH (a:Article) REMOVE a.language',
  'whole-Sentence': "MATCH (s:Sentence {n: '22'}) REMOVE s.textSha256",
  'whole-Claim': "MATCH (c:Claim {id: 'claim:oo-20230918:F12'}) REMOVE c.text",
  'known-Claim.status': "MATCH (c:Claim {id: 'claim:oo-20230918:F12'}) SET c.status = 'MAYBE'",
  'known-Claim.voice': "MATCH (c:Claim {id: 'claim:oo-20230918:F12'}) REMOVE c.voice",
  'known-Claim.basis': "MATCH (c:Claim {id: 'claim:oo-20230918:F12'}) SET c.basis = 'GUESSED'",
  'known-Claim.rank': "MATCH (c:Claim {id: 'claim:oo-20230918:F12'}) SET c.rank = 1",
  'known-Event.status': "MATCH (e:Event {id: 'event:2023-putin-kim-summit'}) REMOVE e.status",
  'known-Event.kind': "MATCH (e:Event {id: 'event:2023-putin-kim-summit'}) SET e.kind = 'PARTY'",
  'known-Event.datePrecision':
    "MATCH (e:Event) WHERE e.datePrecision IS NOT NULL SET e.datePrecision = 'HOUR'",
  'known-Event.dateBasis': "MATCH (e:Event) WHERE e.dateBasis IS NOT NULL SET e.dateBasis = 'HOPED'",
  'known-Event.endDateBasis': "MATCH (e:Event) WHERE e.endDateBasis IS NOT NULL SET e.endDateBasis = 'HOPED'",
  'known-Place.kind': "MATCH (p:Place) SET p.kind = 'PLANET'",
  'known-Organization.kind': "MATCH (o:Organization) SET o.kind = 'CLUB'",
  'known-Sentence.kind': "MATCH (s:Sentence) SET s.kind = 'CAPTION'",
  'known-INVOLVED_IN.role': "MATCH ()-[r:INVOLVED_IN]->() SET r.role = 'HERO'",
  'known-Fact.basis': 'MATCH (:Person)-[r:GAVE]->(:Gift) REMOVE r.basis',
  'known-ATTRIBUTED_TO.basis': "MATCH ()-[r:ATTRIBUTED_TO]->() SET r.basis = 'HEARSAY'",
  'known-MENTIONS.kind': 'MATCH ()-[r:MENTIONS]->() REMOVE r.kind',
};

test('every check has a case, and a name of its own', () => {
  expect(integrityChecks.map(({ name }) => name)).toEqual(Object.keys(breaks));
});

test.each(Object.entries(vocabulary))('%s is the enum of the schema', (name, words) => {
  const schema = buildSchema(readFileSync('docs/schema.graphql', 'utf8'), { assumeValid: true });
  const values = (schema.getType(name) as GraphQLEnumType).getValues().map((value) => value.name);
  expect([...words].sort()).toEqual(values.sort());
});

test('every property that the schema promises of a node is one that a check asks for', () => {
  const { schema, mapping } = loadSchema(readDomain());
  const asked = integrityChecks.map(({ query }) => query.text).join('\n');
  const promised = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || mapping.type(type.name).kind !== 'node') return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const from = mapping.field(type.name, field.name);
      const single = isNonNullType(field.type) && !isListType(field.type.ofType);
      return single && from.kind === 'property' ? [`.${from.property} IS NULL`] : [];
    });
  });
  expect(promised.filter((test) => !asked.includes(test))).toEqual([]);
});

describeEachEngine('integrity', (open) => {
  const undone = new Error('undone');
  let store: GraphStore;

  beforeAll(async () => {
    store = await open();
    await loadGraph({ store, cypherDir: 'cypher' });
  });

  afterAll(() => store?.close());

  test.each(Object.entries(breaks))('%s is seen, and named with what breaks it', async (name, text) => {
    const broken = store.transaction(async (tx) => {
      await checkIntegrity(tx);
      await tx.run([{ text, parameters: {} }]);
      await checkIntegrity(tx);
      throw undone;
    });
    await expect(broken).rejects.toMatchObject({
      code: 'GRAPH_INVALID',
      message: expect.stringMatching(
        new RegExp(`^[A-Z][^:]*\\. Not so \\(${name.replace('.', '\\.')}\\): \\S.*\\.$`),
      ),
    });
  });
});
