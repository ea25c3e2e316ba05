import { EVER, NEVER } from './judge.ts';
import { given, type Step, step, told } from './section.ts';

/**
 * What a fact was on every day: `days[i]` is when it became what `statusThen[i]`, `verdictThen[i]` … tell, in the order of
 * time, so that a fact of a day is read without a look at its claims:
 *
 *   days        ['2031-05-02', '2031-05-09']
 *   statusThen  ['OCCURRED',   'WITHDRAWN']
 *
 * Lists hold no nulls: where a text has no value it is empty, and days at an open end are beyond every date.
 */

/** Days beyond every date, for ends that are open. */
export const FIRST = '-9000000000000000';
export const LAST = '9000000000000000';

const texts = ['status', 'verdict', 'basis', 'reportedOn', 'lastReportedOn', 'withdrawnOn', 'refinedBy'];
const others = ['holds', 'articles', 'sources', 'weight'];

/** What relationships of the plain graph tell of their fact and its history. */
export const historyOfEdges: readonly string[] = [
  'days',
  ...['status', 'verdict', 'basis', 'articles', 'sources', 'lastReportedOn'].map((name) => `${name}Then`),
];

/** Everything that the history of a fact consists of. */
export const history: readonly string[] = [
  'days',
  ...[...texts, ...others, 'earliestDay', 'latestDay'].map((name) => `${name}Then`),
];

/** States of facts between two things, which no thing has: they are there to be judged, and gone then. */
const ALONE = `WITH f, day WHERE day IS NOT NULL AND day < '${NEVER}'
WITH DISTINCT f, CASE WHEN day < f.firstOn THEN f.firstOn ELSE day END AS day
MERGE (s:State {id: f.id + '@' + day}) SET s.from = day, s.stale = true
MERGE (s)-[:TELLS]->(f)`;

/** The days on which something was said, taken back or judged of what joins two things. */
export const daysOfRelations: readonly Step[] = [
  told(
    'What joins two things is judged on days of its own.',
    `MATCH (f:Fact {stale: true, form: 'RELATION'}) WHERE f.countsAs IS NULL
MATCH (f)<-[r:SAYS]-(w)
UNWIND [coalesce(w.reportedOn, '${EVER}'), r.withdrawnOn, r.preferredOn] AS day
${ALONE}`,
  ),
  step(`MATCH (f:Fact {stale: true, form: 'RELATION'}) WHERE f.countsAs IS NULL
MATCH (f)<-[:SAYS]-(:Claim)-[x:CONTRADICTS]-(d:Claim) WHERE x.predicate = f.predicate
UNWIND [x.on, x.until, d.reportedOn] AS day
${ALONE}`),
  step(`MATCH (f:Fact {stale: true, form: 'RELATION'})<-[:TELLS]-(s:State)
WITH f, s.from AS day ORDER BY f.id, day
WITH f, collect(day) + ['${NEVER}'] AS days
UNWIND range(0, size(days) - 2) AS i
WITH f.id + '@' + days[i] AS id, days[i + 1] AS until
MATCH (s:State {id: id}) SET s.until = until`),
];

/** Keeps what every state tells of a fact, and lets states go that no thing has. */
export const kept: readonly Step[] = [
  step(`MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact)
WITH f, s, t ORDER BY f.id, s.from
WITH f, collect(s.from) AS days, ${[
    ...texts.map((name) => `collect(coalesce(t.${name}, '')) AS ${name}Then`),
    ...others.map((name) => `collect(t.${name}) AS ${name}Then`),
    `collect(coalesce(t.earliestDay, ${FIRST})) AS earliestDayThen`,
    `collect(coalesce(t.latestDay, ${LAST})) AS latestDayThen`,
  ].join(', ')}
SET ${given(
    'f',
    history.map((name) => [name, name] as const),
  )}`),
  step('MATCH (s:State {stale: true})-[t:TELLS]->(:Fact) DELETE t'),
  step('MATCH (s:State {stale: true}) WHERE s.entity IS NULL DETACH DELETE s'),
];
