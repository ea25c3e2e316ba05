import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { convertFiles } from '../../src/convert/files.ts';
import { loadGraph } from '../../src/load/load.ts';
import { openStore } from '../../src/store/open.ts';
import type { Row } from '../../src/store/store.ts';
import { domain } from '../support/load.ts';

/** An article of the old form: what scripts set on nodes, edges and each other. */
const OLD = `
MERGE (a:Article {id: 'article:old'}) SET a += {title: 'A Bell', byline: 'Reed', publishedOn: '2031-05-02', language: 'en', textSha256: 'x', length: 60};
MATCH (a:Article {id: 'article:old'}) MERGE (s:Sentence {id: 'sentence:old:1'}) SET s += {n: '1', seq: 0, kind: 'BODY', start: 0, end: 60, textSha256: 'y'} MERGE (s)-[:IN_ARTICLE]->(a);
MERGE (p:Person {id: 'person:ada'}) SET p += {name: 'Ada Quill', aliases: [], weakAliases: ['Quill']} SET p:Entity;
MERGE (g:Gift {id: 'gift:bell'}) SET g += {name: 'bell', item: 'bell', quantity: 2} SET g:Entity;
MERGE (e:Event {id: 'event:feast'}) SET e += {name: 'feast', kind: 'RECEPTION', status: 'OCCURRED', date: '2031-04', dateMin: '2031-04-01', dateMax: '2031-04-20', datePrecision: 'MONTH', dateBasis: 'IMPLIED', dateText: 'in April'} SET e:Entity;
UNWIND [
  {id: 'F1', status: 'OCCURRED', rank: 'NORMAL', text: 'Ada Quill gave a bell.', about: ['gift:bell', 'person:ada']},
  {id: 'F2', status: 'OCCURRED', rank: 'NORMAL', text: 'There was a feast in April.', property: 'date', value: '2031-04', about: ['event:feast']},
  {id: 'F3', status: 'OCCURRED', rank: 'DEPRECATED', text: 'There were three bells.', property: 'quantity', value: '3', about: ['gift:bell']}
] AS row
MATCH (s:Sentence {id: 'sentence:old:1'})
MERGE (c:Claim {id: 'claim:old:' + row.id}) SET c += {status: row.status, rank: row.rank, text: row.text, voice: 'ARTICLE', basis: 'STATED', property: row.property, value: row.value}
MERGE (c)-[r:STATED_IN]->(s) SET r.start = s.start, r.end = s.end
WITH c, row UNWIND row.about AS id MATCH (e:Entity {id: id}) MERGE (c)-[:ABOUT]->(e);
UNWIND [{start: 0, end: 9}, {start: 20, end: 29}] AS row
MATCH (c:Claim {id: 'claim:old:F1'}) MATCH (s:Sentence {id: 'sentence:old:1'})
MERGE (c)-[r:STATED_IN]->(s) SET r.start = row.start, r.end = row.end;
MATCH (a:Entity {id: 'person:ada'}) MATCH (b:Entity {id: 'gift:bell'})
MERGE (a)-[r:GAVE]->(b) SET r.basis = 'STATED', r.claims = ['claim:old:F1'];
MATCH (a:Claim {id: 'claim:old:F1'}) MATCH (b:Claim {id: 'claim:old:F3'}) MERGE (a)-[r:CONTRADICTS]->(b) SET r.on = 'quantity';
`;

let folder: string;
const file = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attested-'));
  for (const name of readdirSync('cypher'))
    if (name.endsWith('.cypher')) copyFileSync(join('cypher', name), file(name));
});

async function convert(name: string): Promise<readonly string[]> {
  const store = await openStore({ url: 'memory:' });
  try {
    return await convertFiles({ store, domain, cypherDir: folder, files: [file(name)] });
  } finally {
    await store.close();
  }
}

async function loadAndRead(...queries: readonly string[]): Promise<readonly Row[][]> {
  const store = await openStore({ url: 'memory:' });
  try {
    await loadGraph({ store, domain, cypherDir: folder });
    return await Promise.all(queries.map((text) => store.read({ text, parameters: {} })));
  } finally {
    await store.close();
  }
}

test('a script of the old form is refused with the command that converts it', async () => {
  writeFileSync(file('30-old.cypher'), OLD);
  await expect(loadAndRead()).rejects.toMatchObject({
    code: 'GRAPH_INVALID',
    message: expect.stringMatching(/30-old\.cypher:1: This script tells no owner.*`attested convert`/),
  });
});

test('converted, it says by claims what it had set', async () => {
  writeFileSync(file('30-old.cypher'), OLD);
  expect(await convert('30-old.cypher')).toEqual([file('30-old.cypher')]);
  const [edges, values, date, spans, judgements] = await loadAndRead(
    "MATCH (a {id: 'person:ada'})-[r:GAVE]->(b) MATCH (f:Fact {id: r.fact})<-[:SAYS]-(c:Claim) RETURN b.id AS gift, r.basis AS basis, c.id AS claim",
    "MATCH (:Entity {id: 'gift:bell'})<-[:SUBJECT]-(f:Fact)<-[:SAYS]-(c:Claim) RETURN f.id AS fact, c.id AS claim, f.status AS status ORDER BY fact, claim",
    "MATCH (e:Event {id: 'event:feast'}) RETURN e.date AS date, e.dateMax AS latest, e.dateBasis AS basis, e.dateText AS text, e.status AS status",
    "MATCH (:Claim {id: 'claim:old:F1'})-[r:STATED_IN]->() RETURN r.start AS start, r.end AS end ORDER BY start, end",
    "MATCH (j:Judgement {owner: 'article:old'}) RETURN j.kind AS kind, j.target AS target, j.predicate AS predicate ORDER BY kind",
  );
  expect(edges).toEqual([{ gift: 'gift:bell', basis: 'STATED', claim: 'claim:old:F1' }]);
  expect(values).toEqual([
    { fact: 'fact:gift:bell|happens', claim: 'claim:old:F1', status: 'OCCURRED' },
    { fact: 'fact:gift:bell|happens', claim: 'claim:old:F3', status: 'OCCURRED' },
    { fact: 'fact:gift:bell|item|bell', claim: 'claim:old:F1', status: 'OCCURRED' },
    { fact: 'fact:gift:bell|quantity|2', claim: 'claim:old:F1', status: 'OCCURRED' },
    { fact: 'fact:gift:bell|quantity|3', claim: 'claim:old:F3', status: 'WITHDRAWN' },
  ]);
  expect(date).toEqual([
    { date: '2031-04', latest: '2031-04-20', basis: 'IMPLIED', text: 'in April', status: 'OCCURRED' },
  ]);
  expect(spans).toEqual([
    { start: 0, end: 9 },
    { start: 0, end: 60 },
    { start: 20, end: 29 },
  ]);
  expect(judgements).toEqual([
    { kind: 'CONTRADICTS', target: 'claim:old:F3', predicate: 'quantity' },
    { kind: 'WITHDRAWS', target: 'claim:old:F3', predicate: null },
  ]);
});

test('what the schema does not know is refused, and nothing is lost in silence', async () => {
  writeFileSync(file('30-old.cypher'), "MERGE (n:Treaty {id: 'treaty:x'}) SET n.name = 'X' SET n:Entity;");
  await expect(convert('30-old.cypher')).rejects.toMatchObject({
    code: 'GRAPH_INVALID',
    message: 'treaty:x is a Treaty, which schema.graphql does not know.',
  });
});

test('a script of today gets what code makes of what a person wrote', async () => {
  const whole = readFileSync('cypher/20-oo-20230918.cypher', 'utf8');
  const written = whole
    .replace(/fact: '(?:[^'\\]|\\.)*', slot: '[^']*', /g, '')
    .replace(/, (?:keys|weakKeys): \[[^\]]*\]/g, '')
    .replace(/, key: '(?:[^'\\]|\\.)*'/g, '')
    .replace(/, (?:qualifier|precision|words): '[^']*'/g, '')
    .replace(/, (?:start|end): '[^']*'/g, '')
    .replace(/, (?:sortKey|earliestDay|latestDay): \d+/g, '');
  expect(written.length).toBeLessThan(whole.length * 0.8);
  writeFileSync(file('20-oo-20230918.cypher'), written);
  await expect(loadAndRead()).rejects.toMatchObject({ code: 'GRAPH_INVALID' });
  await convert('20-oo-20230918.cypher');
  expect(readFileSync(file('20-oo-20230918.cypher'), 'utf8')).toBe(whole);
});

test('a column that no table has is refused, since it would be gone from what is written', async () => {
  const name = '20-oo-20230918.cypher';
  const whole = readFileSync(file(name), 'utf8');
  const text = whole.replace(/\{id: 'gift:[^']+',/, "$& mood: 'glad',");
  writeFileSync(file(name), text);
  const line = text.split('\n').findIndex((one) => one.includes('mood:')) + 1;
  await expect(convert(name)).rejects.toMatchObject({
    code: 'GRAPH_INVALID',
    message: expect.stringContaining(`${file(name)}:${line}: There is no column mood; there are id, name`),
  });
  expect(readFileSync(file(name), 'utf8')).toBe(text);
});
