import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { PUBLIC_URL, shareService } from '../export/service.ts';
import { describePython, read } from '../tools/python.ts';

/** Each file, read back by the tool that it is for, answers of every fact: how sure, who says so, and in which sentence. */

const shared = shareService(undefined, false);

/** A claim: its id, who says so, its sentences. */
type Cited = readonly [claim: string, who: readonly string[], sentences: readonly string[]];
type Answer = readonly [status: string | null, claims: readonly Cited[]];
type Answers = { readonly [fact: string]: Answer };

type Row = {
  readonly fact: string;
  readonly object: string | null;
  readonly subject: string;
  readonly predicate: string;
  readonly status: string;
  /** How sure the texts are of the things at its ends. */
  readonly ends: readonly (string | null)[];
  readonly claim: string | null;
  readonly statement: string | null;
  readonly words: string | null;
  readonly who: readonly string[];
  readonly sentences: readonly string[];
};

/** What the graph itself holds, asked in Cypher: nothing of the exports has a part in it. */
const statement = `MATCH (f:Fact)-[:SUBJECT]->(s:Entity) WHERE f.holds AND NOT f.status IN ['DENIED', 'WITHDRAWN']
OPTIONAL MATCH (f)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (c:Claim)-[:SAYS]->(f)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(w:Entity)
OPTIONAL MATCH (c)-[:STATED_IN]->(t:Sentence)
RETURN f.id AS fact, [s.status, o.status] AS ends, s.id AS subject, o.id AS object, f.predicate AS predicate, f.status AS status, c.id AS claim,
  c.text AS statement, c.sourceText AS words, collect(DISTINCT w.name) AS who, collect(DISTINCT t.id) AS sentences`;

/** Told as real, and so are the events that it is about: an invitation is no visit. */
const isReal = ({ status, ends }: Row): boolean =>
  [status, ...ends].every((one) => one === null || ['OCCURRED', 'ONGOING', 'HABITUAL'].includes(one));

const sorted = (texts: readonly string[]): string[] => [...texts].sort();

/** Answers with everything in one order, as sets that are compared. */
function ordered(answers: Answers): Answers {
  const claims = (all: readonly Cited[]) =>
    all
      .map(([claim, who, sentences]): Cited => [claim, sorted(who), sorted(sentences)])
      .sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = Object.entries(answers).map(([fact, [status, all]]) => [fact, [status, claims(all)]]);
  return Object.fromEntries(entries) as Answers;
}

describePython('Every fact of the article', () => {
  // biome-ignore lint/suspicious/noExplicitAny: what the readers say
  let seen: any;
  let rows: readonly Row[];
  let truth: Answers;

  beforeAll(async () => {
    rows = (await shared.store.read({ text: statement, parameters: {} })) as unknown as readonly Row[];
    const answers: Record<string, [string, Cited[]]> = {};
    for (const row of rows) {
      const answer = answers[row.fact] ?? [row.status, []];
      answers[row.fact] = answer;
      const who = row.who.length > 0 || row.words === null ? row.who : [row.words];
      if (row.claim !== null) answer[1].push([row.claim, who, row.sentences]);
    }
    truth = ordered(answers);
    const query = fileURLToPath(new URL('given.rq', import.meta.url));
    seen = await read('evidence.py', shared.url, PUBLIC_URL, query);
  }, 600_000);

  test('there are some, of all sorts', () => {
    expect(Object.keys(truth).length).toBeGreaterThan(150);
    expect(
      Object.values(truth).flatMap(([, claims]) => claims.filter(([, who]) => who.length > 0)).length,
    ).toBeGreaterThan(20);
  });

  describe.each([
    'graph.gexf',
    'graph-1.2.gexf',
    'graph.graphml',
    'graph.graphml by igraph',
    'kumu.json',
    'graph.ttl',
    'graph.jsonld',
    'graph.trig',
    'nodes.csv and edges.csv',
    'facts.csv',
  ])('in %s', (file) => {
    test('has its sentence, who says so, and how sure', () => {
      expect(ordered(seen[file])).toEqual(truth);
    });
  });

  test('has them in entities.ftm.json: relationships of their own, values with the thing', () => {
    const told = ordered(seen['entities.ftm.json']);
    for (const row of rows) {
      if (row.claim === null) continue;
      const key = row.object === null ? row.subject.replaceAll(':', '.') : row.fact;
      const found = told[key]?.[1].find(([text]) => text === row.statement);
      const [, cited] = truth[row.fact] as Answer;
      const expected = cited.find(([claim]) => claim === row.claim);
      expect([key, found?.[1], found?.[2]]).toEqual([key, expected?.[1], expected?.[2]]);
    }
  });

  test('has them in timeline.json: an event has its own words, and no other event’s', () => {
    const own = new Map<string, Set<string>>();
    for (const { subject, object, statement: text } of rows) {
      if (object === null && text !== null) own.set(subject, (own.get(subject) ?? new Set()).add(text));
    }
    const slides = Object.entries(seen['timeline.json'] as Record<string, [string, string][]>);
    expect(slides.length).toBeGreaterThan(10);
    for (const [event, words] of slides) {
      const told = words.filter(([, inside]) => inside !== '');
      expect([event, sorted(told.map(([text]) => text))]).toEqual([
        event,
        sorted([...(own.get(event) ?? [])]),
      ]);
      expect(told.every(([, inside]) => /sentences? /.test(inside))).toBe(true);
    }
  });

  test('is asserted in the default graph of graph.trig only where it is told as real', () => {
    const real = rows.filter(isReal);
    const placed = (some: readonly Row[]) =>
      [
        ...new Map(
          some.filter(({ predicate }) => predicate === 'HAS_PLACE').map((row) => [row.fact, row]),
        ).values(),
      ]
        .map(({ subject, object }) => [subject, object])
        .sort();
    expect(seen.asserted.default).toEqual(placed(real));
    expect(seen.asserted.published).toEqual(placed(rows));
    expect(seen.asserted.published.length).toBeGreaterThan(seen.asserted.default.length);
  });

  test('that is a giving, a role or an office answers which sentence says so', () => {
    const given = rows.filter(
      (row) =>
        ['GAVE', 'INVOLVED_IN', 'HOLDS_OFFICE'].includes(row.predicate) && isReal(row) && row.claim !== null,
    );
    const found = new Set((seen.given as [string, string][]).map(([, sentence]) => sentence));
    expect(new Set(given.flatMap(({ sentences }) => sentences))).toEqual(found);
    expect(seen.given.filter(([fact]: [string]) => fact.endsWith('#giving')).length).toBeGreaterThanOrEqual(
      3,
    );
  });
});
