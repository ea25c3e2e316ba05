import { ServiceError } from '../errors.ts';
import type { Statement, Transaction, Value } from '../store/store.ts';
import { type VocabularyName, vocabulary } from './vocabulary.ts';

/** Something that holds of every sound graph: `query` gives the `id` of whatever breaks it, in order. */
export type IntegrityCheck = {
  readonly name: string;
  /** What must hold, one sentence. */
  readonly sentence: string;
  readonly query: Statement;
};

/** How many offenders a fault names. */
const namedMax = 5;

function check(
  name: string,
  sentence: string,
  text: string,
  parameters: Statement['parameters'] = {},
): IntegrityCheck {
  return { name, sentence, query: { text: `${text} AS id ORDER BY id LIMIT 100`, parameters } };
}

const evidence: readonly IntegrityCheck[] = [
  check(
    'claim-has-evidence',
    'Every claim is stated in a sentence.',
    'MATCH (c:Claim) WHERE NOT EXISTS { MATCH (c)-[:STATED_IN]->(:Sentence) } RETURN c.id',
  ),
  check(
    'claim-of-one-article',
    'Every claim belongs to one article; another article that says so too makes a claim of its own.',
    `MATCH (c:Claim)-[:STATED_IN]->(:Sentence)-[:IN_ARTICLE]->(a:Article)
WITH c, count(DISTINCT a) AS articles WHERE articles > 1 RETURN c.id`,
  ),
  check(
    'edge-has-claims',
    'Every edge between entities names its claims, unless it is background.',
    `MATCH (a:Entity)-[r]->(b:Entity)
WHERE size(coalesce(r.claims, [])) = 0 AND coalesce(r.basis, 'STATED') <> 'BACKGROUND'
RETURN a.id + ' ' + type(r) + ' ' + b.id`,
  ),
  check(
    'edge-claims-exist',
    'Every claim that an edge names exists.',
    `MATCH (a:Entity)-[r]->(:Entity) UNWIND coalesce(r.claims, []) AS cid
WITH DISTINCT cid WHERE NOT EXISTS { MATCH (c:Claim {id: cid}) } RETURN cid`,
  ),
  check(
    'event-has-claim',
    'Every event is what some claim is about.',
    'MATCH (e:Event) WHERE NOT EXISTS { MATCH (e)<-[:ABOUT]-(:Claim) } RETURN e.id',
  ),
  check(
    'source-is-named',
    'Every claim of a source says whose it is.',
    "MATCH (c:Claim {voice: 'SOURCE'}) WHERE NOT EXISTS { MATCH (c)-[:ATTRIBUTED_TO]->() } RETURN c.id",
  ),
];

const dates: readonly IntegrityCheck[] = [
  check(
    'date-has-days',
    'Every date of an event has a precision, and a first day that is not after its last.',
    `MATCH (e:Event) WHERE e.date IS NOT NULL
AND (e.datePrecision IS NULL OR e.dateMin IS NULL OR e.dateMax IS NULL OR e.dateMin > e.dateMax) RETURN e.id`,
  ),
];

const text: readonly IntegrityCheck[] = [
  check(
    'sentence-in-article',
    'Every sentence is in one article.',
    'MATCH (s:Sentence) WHERE COUNT { MATCH (s)-[:IN_ARTICLE]->(:Article) } <> 1 RETURN s.id',
  ),
  check(
    'seq-without-gaps',
    'The sentences of an article are numbered 0, 1, 2 and on by seq.',
    `MATCH (s:Sentence)-[:IN_ARTICLE]->(a:Article)
WITH a, count(s) AS sentences, count(DISTINCT s.seq) AS numbers, min(s.seq) AS first, max(s.seq) AS last
WHERE numbers <> sentences OR first <> 0 OR last <> sentences - 1
RETURN a.id`,
  ),
  check(
    'sentence-inside-article',
    'Every sentence lies inside its article.',
    `MATCH (s:Sentence)-[:IN_ARTICLE]->(a:Article)
WHERE s.start IS NULL OR s.end IS NULL OR s.start < 0 OR s.start >= s.end OR s.end > a.length
RETURN s.id`,
  ),
  check(
    'mention-inside-sentence',
    'Every mention lies inside its sentence.',
    `MATCH (s:Sentence)-[m:MENTIONS]->(e:Entity)
WHERE m.start IS NULL OR m.end IS NULL OR m.start < s.start OR m.start >= m.end OR m.end > s.end
RETURN s.id + ' MENTIONS ' + e.id`,
  ),
  check(
    'evidence-inside-sentence',
    'Every span of evidence lies inside its sentence.',
    `MATCH (c:Claim)-[r:STATED_IN]->(s:Sentence)
WHERE r.start IS NULL OR r.end IS NULL OR r.start < s.start OR r.start >= r.end OR r.end > s.end
RETURN c.id + ' STATED_IN ' + s.id`,
  ),
];

type Word = {
  readonly of: string;
  readonly list: VocabularyName;
  readonly match: string;
  readonly id: string;
};

const nodeWords: readonly (readonly [
  label: string,
  property: string,
  list: VocabularyName,
  required: boolean,
])[] = [
  ['Claim', 'status', 'Status', true],
  ['Claim', 'voice', 'Voice', true],
  ['Claim', 'basis', 'Basis', true],
  ['Claim', 'rank', 'Rank', true],
  ['Event', 'status', 'Status', true],
  ['Event', 'kind', 'EventKind', true],
  ['Event', 'datePrecision', 'DatePrecision', false],
  ['Event', 'dateBasis', 'Basis', false],
  ['Event', 'endDateBasis', 'Basis', false],
  ['Place', 'kind', 'PlaceKind', true],
  ['Organization', 'kind', 'OrganizationKind', true],
  ['Sentence', 'kind', 'SentenceKind', true],
];

const edgeWords: readonly Word[] = [
  { of: 'INVOLVED_IN.role', list: 'Role', match: '(a:Entity)-[r:INVOLVED_IN]->(b:Event)', id: 'role' },
  { of: 'Fact.basis', list: 'Basis', match: '(a:Entity)-[r]->(b:Entity)', id: 'basis' },
  { of: 'ATTRIBUTED_TO.basis', list: 'Basis', match: '(a:Claim)-[r:ATTRIBUTED_TO]->(b:Entity)', id: 'basis' },
  { of: 'MENTIONS.kind', list: 'MentionKind', match: '(a:Sentence)-[r:MENTIONS]->(b:Entity)', id: 'kind' },
];

/** Properties without which the schema has no answer; those of nodeWords and the spans are checked on their own. */
const required: readonly (readonly [label: string, ...properties: string[]])[] = [
  ['Entity', 'id', 'name'],
  ['Country', 'isoCode'],
  ['Place', 'named'],
  ['Gift', 'item'],
  ['Article', 'id', 'title', 'publishedOn', 'language', 'length', 'textSha256'],
  ['Sentence', 'id', 'n', 'seq', 'textSha256'],
  ['Claim', 'id', 'text'],
];

function requiredCheck([label, ...properties]: (typeof required)[number]): IntegrityCheck {
  const missing = properties.map((property) => `n.${property} IS NULL`).join(' OR ');
  return check(
    `whole-${label}`,
    `Every ${label} has ${properties.join(', ')}.`,
    `MATCH (n:${label}) WHERE ${missing} RETURN coalesce(n.id, 'a node without an id')`,
  );
}

function nodeWordCheck([label, property, list, required]: (typeof nodeWords)[number]): IntegrityCheck {
  return check(
    `known-${label}.${property}`,
    `${label}.${property} is ${required ? '' : 'absent or '}one of ${vocabulary[list].join(', ')}.`,
    `MATCH (n:${label}) WHERE ${required ? `n.${property} IS NULL OR ` : ''}NOT n.${property} IN $known RETURN n.id`,
    { known: vocabulary[list] },
  );
}

function edgeWordCheck({ of, list, match, id }: Word): IntegrityCheck {
  return check(
    `known-${of}`,
    `${of} is one of ${vocabulary[list].join(', ')}.`,
    `MATCH ${match} WHERE r.${id} IS NULL OR NOT r.${id} IN $known RETURN a.id + ' ' + type(r) + ' ' + b.id`,
    { known: vocabulary[list] },
  );
}

/** All checks. Each must find nothing in a graph that is to be served. */
export const integrityChecks: readonly IntegrityCheck[] = [
  ...evidence,
  ...dates,
  ...text,
  ...required.map(requiredCheck),
  ...nodeWords.map(nodeWordCheck),
  ...edgeWords.map(edgeWordCheck),
];

function name(ids: readonly Value[]): string {
  const shown = ids.slice(0, namedMax).map(String).join(', ');
  return ids.length > namedMax ? `${shown} and more` : shown;
}

/** Runs every check on what the transaction sees; the first that finds something is a GRAPH_INVALID. */
export async function checkIntegrity(tx: Transaction): Promise<void> {
  const results = await tx.run(integrityChecks.map(({ query }) => query));
  for (const [index, { name: checkName, sentence }] of integrityChecks.entries()) {
    const ids = (results[index] ?? []).map((row) => row.id ?? null);
    if (ids.length === 0) continue;
    throw new ServiceError('GRAPH_INVALID', `${sentence} Not so (${checkName}): ${name(ids)}.`, {
      hint: 'Mend the scripts in CYPHER_DIR. The graph is as it was before.',
    });
  }
}
