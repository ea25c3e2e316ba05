import { FactReader } from '../../src/export/fact.ts';
import type { Write } from '../../src/export/source.ts';
import type { GraphStore, Statement } from '../../src/store/store.ts';
import { writeCsv } from '../../src/tables/csv.ts';
import { formats } from '../../src/tools/formats.ts';
import { datedAs } from '../support/dated.ts';
import { said } from '../support/said.ts';
import { domainOver } from './domain.ts';

/** What writing a graph as one file took. */
export type Measured = {
  readonly file: string;
  /** Lines of the file, each of which has at most one node or relationship. */
  readonly lines: number;
  readonly megabytes: number;
  /** Processor time, which a busy machine disturbs less than the clock. */
  readonly cpuSeconds: number;
  /** The most memory of the process while it wrote, beyond what it had before. */
  readonly memoryMegabytes: number;
};

const ROWS = 5_000;

const schema = ['Entity', 'Person', 'Gift', 'Event', 'Claim', 'Article', 'Sentence'].flatMap((label) => [
  `CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
  `CREATE INDEX ${label.toLowerCase()}_lookup IF NOT EXISTS FOR (n:${label}) ON (n.id)`,
]);

const start = `MERGE (a:Article {id: 'article:made'})
SET a += {title: 'Made up', publishedOn: '2024-01-01', language: 'en', textSha256: 'x', length: 1}
MERGE (s:Sentence {id: 'sentence:made:1'}) SET s += {n: '1', seq: 1, kind: 'BODY', start: 0, end: 1, textSha256: 'y'}
MERGE (s)-[:IN_ARTICLE]->(a)`;

const claims = `UNWIND range($from, $to) AS i MATCH (s:Sentence {id: 'sentence:made:1'})
CREATE (c:Claim {id: 'claim:made:' + toString(i), text: 'Somebody gave something, says claim ' + toString(i) + '.', status: 'OCCURRED',
  voice: 'ARTICLE', basis: 'STATED'})
CREATE (c)-[:STATED_IN {start: 0, end: 1}]->(s)`;

const people = `UNWIND range($from, $to) AS i
CREATE (:Person:Entity {id: 'person:' + toString(i), name: 'Person ' + toString(i), aliases: ['P' + toString(i)]})`;

const events = `UNWIND range($from, $to) AS i
CREATE (e:Event:Entity {id: 'event:' + toString(i), name: 'Event ' + toString(i), kind: 'GIFT_EXCHANGE', status: 'OCCURRED'})
SET e += $date`;

/** Each gift has four relationships: given by, given to, given during, and the giver is involved in the event. */
const gifts = `UNWIND range($from, $to) AS i
MATCH (a:Person {id: 'person:' + toString(i % $people)})
MATCH (b:Person {id: 'person:' + toString((i * 7 + 1) % $people)})
MATCH (e:Event {id: 'event:' + toString(i % $events)})
CREATE (g:Gift:Entity {id: 'gift:' + toString(i), name: 'Gift ' + toString(i), item: 'thing'})
CREATE (a)-[:GAVE {claims: ['claim:made:' + toString(i % $claims)], basis: 'STATED'}]->(g)
CREATE (g)-[:GIVEN_TO {claims: ['claim:made:' + toString(i % $claims)], basis: 'STATED'}]->(b)
CREATE (g)-[:GIVEN_DURING {claims: ['claim:made:' + toString(i % $claims)], basis: 'STATED'}]->(e)
CREATE (a)-[:INVOLVED_IN {role: toString(i), claims: ['claim:made:' + toString(i % $claims)], basis: 'STATED'}]->(e)`;

/** Fills an empty graph with about as many relationships as asked for. */
export async function fill(store: GraphStore, edges: number): Promise<void> {
  const run = (text: string, parameters: Statement['parameters'] = {}): Statement => ({ text, parameters });
  await store.define(schema.map((text) => run(text)));
  const count = Math.ceil(edges / 4);
  const sizes = {
    people: Math.ceil(count / 10),
    events: Math.ceil(count / 10),
    claims: Math.ceil(count / 10),
  };
  await store.write([run(start)]);
  const date = datedAs('date', '2024-01');
  const steps: readonly (readonly [string, number])[] = [
    [claims, sizes.claims],
    [people, sizes.people],
    [events, sizes.events],
    [gifts, count],
  ];
  for (const [text, total] of steps) {
    for (let from = 0; from < total; from += ROWS) {
      await store.write([run(text, { ...sizes, date, from, to: Math.min(from + ROWS, total) - 1 })]);
    }
  }
  await store.write(said);
}

/** How a file under `/export/` or a table under `/tables/` is written. */
export function writerOf(store: GraphStore, file: string): Write {
  const format = formats[file];
  if (format) return format.write;
  const table = domainOver(store).tables[file.replace(/\.csv$/, '')];
  if (!table) throw new Error(`no file ${file}`);
  const header = table.columns.map((column) => column.name);
  return (source) => writeCsv(header, table.rows(source), { excel: false });
}

/** Writes the graph as a file that nobody keeps, and watches the memory of the process. */
export async function measure(store: GraphStore, file: string): Promise<Measured> {
  const write = writerOf(store, file);
  const { graph } = domainOver(store);
  const source = { graph, store, filter: {}, reader: new FactReader({ graph }), baseUrl: 'http://127.0.0.1' };
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const started = process.cpuUsage();
  let [characters, lines, most, pieces] = [0, 0, 0, 0];
  for await (const piece of write(source)) {
    characters += piece.length;
    if (piece.includes('\n')) lines++;
    if (pieces++ % 1_000 === 0) most = Math.max(most, process.memoryUsage().rss - before);
  }
  const used = process.cpuUsage(started);
  const megabyte = 1_000_000;
  return {
    file,
    lines,
    megabytes: Math.round(characters / megabyte),
    cpuSeconds: Math.round((used.user + used.system) / 100_000) / 10,
    memoryMegabytes: Math.round(most / megabyte),
  };
}
