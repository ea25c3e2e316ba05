import type { Statement } from '../../src/store/store.ts';
import { datedAs } from '../support/dated.ts';

/**
 * A second, made-up article of everything that breaks files: control characters, quotes, lists with commas, other
 * alphabets, partial dates, two roles of one actor in one event, a lonely node, an entity with no claim.
 */
export const NASTY = 'Line\u000Bbreak "quoted" <tag> & it\'s; a, b\nnext\u0000\u0007 \uFFFE end';
/** The same as files keep it. */
export const NASTY_KEPT = 'Linebreak "quoted" <tag> & it\'s; a, b\nnext  end';
export const FORMULA = '=HYPERLINK("http://example.org","x")';

const run = (text: string, parameters: Statement['parameters'] = {}): Statement => ({ text, parameters });

export const tricky: readonly Statement[] = [
  run(
    `MERGE (a:Article {id: 'article:made-up'})
SET a += {title: "It's \\"so\\", they said", publishedOn: '2024-02-29', language: 'en', textSha256: 'x', length: 10,
  url: 'https://news.example/a?b=1&c=2'}
MERGE (s:Sentence {id: 'sentence:made-up:1'}) SET s += {n: '1', seq: 1, kind: 'BODY', start: 0, end: 10, textSha256: 'y'}
MERGE (s)-[:IN_ARTICLE]->(a)
MERGE (c:Claim {id: 'claim:made-up:1'})
SET c += {text: $nasty, status: 'OCCURRED', voice: 'SOURCE', basis: 'STATED', rank: 'NORMAL'}
MERGE (c)-[r:STATED_IN]->(s) SET r.start = 0, r.end = 10`,
    { nasty: NASTY },
  ),
  run(`UNWIND $rows AS row MERGE (n:Person {id: row.id}) SET n += row SET n:Entity`, {
    rows: [
      {
        id: 'person:nasty',
        name: NASTY,
        aliases: ['a, b', 'c; d', 'О\'Хара "Ш"', '김정은', '金正恩'],
        weakAliases: [],
      },
      { id: 'person:formula', name: FORMULA, aliases: ['+7 495', '-1', '@x'], weakAliases: [] },
      { id: 'person:lonely', name: 'Лонели Одинокий', aliases: [], weakAliases: [], wikidata: 'Q42' },
      { id: 'person:unnamed', name: '', aliases: [], weakAliases: [] },
    ],
  }),
  run(`UNWIND $rows AS row MERGE (n:Event {id: row.id}) SET n += row SET n:Entity`, {
    rows: [
      {
        id: 'event:year',
        name: "O'Neil's year of 李",
        kind: 'MEETING',
        status: 'OCCURRED',
        ...datedAs('date', '1999'),
        dateBasis: 'STATED',
        dateText: '1999',
      },
      {
        id: 'event:day',
        name: 'An event of a day',
        kind: 'MEETING',
        status: 'PLANNED',
        ...datedAs('date', '2024-02-29'),
        dateBasis: 'STATED',
      },
    ],
  }),
  run(
    `MERGE (g:Gift {id: 'gift:made-up'}) SET g += {name: "O'Neil's vase", item: 'vase', quantity: 3} SET g:Entity`,
  ),
  run(`UNWIND [['person:nasty', 'AGENT', 'event:year'], ['person:nasty', 'RECIPIENT', 'event:year'],
  ['person:formula', 'PARTICIPANT', 'event:day']] AS row
MATCH (a:Entity {id: row[0]}) MATCH (e:Event {id: row[2]})
MERGE (a)-[r:INVOLVED_IN {role: row[1]}]->(e) SET r.claims = ['claim:made-up:1'], r.basis = 'STATED'`),
  run(`MATCH (p:Person {id: 'person:nasty'}) MATCH (g:Gift {id: 'gift:made-up'}) MATCH (q:Person {id: 'person:formula'})
MATCH (e:Event {id: 'event:year'}) MATCH (c:Claim {id: 'claim:made-up:1'})
MERGE (p)-[a:GAVE]->(g) MERGE (g)-[b:GIVEN_TO]->(q) MERGE (g)-[d:GIVEN_DURING]->(e)
SET a.claims = [c.id], a.basis = 'STATED', b.claims = [c.id], b.basis = 'STATED', d.claims = [c.id], d.basis = 'STATED'
MERGE (c)-[:ABOUT]->(g) MERGE (c)-[:ABOUT]->(p) MERGE (c)-[:ATTRIBUTED_TO]->(q)`),
];
