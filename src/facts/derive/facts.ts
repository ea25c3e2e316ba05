import type { Vocabulary } from '../vocabulary.ts';
import { type Section, type Step, step, told } from './section.ts';

/** How sure a status is, the surest first; a denial is none of these. */
const SURE = ['OCCURRED', 'ONGOING', 'HABITUAL', 'PLANNED', 'EXPECTED', 'REQUESTED', 'SPECULATED', 'DOUBTED'];

/** From this weight on something is said to be so, below it only to be planned, sought or feared. */
const IS_SO = SURE.length - SURE.indexOf('HABITUAL');

const weight = `CASE c.status ${SURE.map((status, index) => `WHEN '${status}' THEN ${SURE.length - index}`).join(' ')} ELSE 0 END`;

/** Days beyond every date, for ends that are open. */
const FIRST = '-9000000000000000';
const LAST = '9000000000000000';

const list = (words: readonly string[]): string => `[${words.map((word) => `'${word}'`).join(', ')}]`;

/** Which facts have to be judged anew. This closes the set: nothing else can change. */
export const staleFacts: Section = {
  title:
    'Facts that have to be judged anew: said by a stale claim, contradicted by one, or a value beside a stale value',
  statements: [
    step('MATCH (c:Claim {stale: true})-[:SAYS]->(f:Fact) SET f.stale = true'),
    step(
      'MATCH (c:Claim {stale: true})-[:CONTRADICTS]-(o:Claim) MATCH (o)-[:SAYS]->(f:Fact) SET f.stale = true',
    ),
    step(
      "MATCH (f:Fact {stale: true, form: 'VALUE'}) WITH f.slot AS slot MATCH (g:Fact {slot: slot}) SET g.stale = true",
    ),
  ],
};

/**
 * How many articles and independent sources say so. An article that speaks for itself is one source, one that only quotes
 * stands for those whom it quotes, and articles with a source in common are one.
 */
const sourcesOf = (denied: '=' | '<>', articles: string, sources: string): string => `CALL (f) {
  MATCH (f)<-[r:SAYS]-(c:Claim) WHERE r.rank <> 'DEPRECATED' AND c.status ${denied} 'DENIED'
  UNWIND c.sources AS voice
  WITH c.owner AS owner, collect(DISTINCT voice) AS voices
  WITH owner, [v IN voices WHERE v STARTS WITH 'byline:'] AS own, voices
  WITH owner, CASE WHEN size(own) > 0 THEN [own[0]] ELSE voices END AS voices ORDER BY size(voices), owner
  WITH collect(voices) AS told
  RETURN size(told) AS ${articles}, size([x IN reduce(seen = [], v IN told | CASE WHEN any(y IN v WHERE y IN seen) THEN seen ELSE seen + v + ['#'] END) WHERE x = '#']) AS ${sources}
}`;

/** Who says a fact, how surely, since when; who denies it. */
export const judge: Section = {
  title: 'Facts: who says so, how surely, since when, who denies it',
  statements: [
    step(`MATCH (f:Fact {stale: true})
CALL (f) {
  MATCH (f)<-[r:SAYS]-(c:Claim) WHERE r.rank <> 'DEPRECATED' AND c.status <> 'DENIED'
  RETURN max(c.reportedOn) AS last, max(CASE r.basis WHEN 'STATED' THEN 2 ELSE 1 END) AS basis,
    max(CASE r.rank WHEN 'PREFERRED' THEN 10 ELSE 0 END + ${weight}) AS sure
}
${sourcesOf('<>', 'articles', 'sources')}
${sourcesOf('=', 'deniedBy', 'deniers')}
CALL (f) { MATCH (f)<-[r:SAYS]-(c:Claim) WHERE r.rank <> 'DEPRECATED' AND c.status = 'DENIED' RETURN min(c.reportedOn) AS deniedOn }
CALL (f) { MATCH (f)<-[r:SAYS]-(c:Claim) WHERE c.status <> 'DENIED' RETURN min(c.reportedOn) AS first, max(r.withdrawnOn) AS withdrawnOn }
CALL (f) { MATCH (f)<-[:SAYS]-(o:Owner) RETURN count(o) AS background }
SET f.articles = articles, f.sources = sources, f.deniers = deniers,
  f.holds = f.countsAs IS NULL AND articles + background > 0,
  f.weight = coalesce(sure % 10, 0), f.preferred = coalesce(sure >= 10, false),
  f.basis = CASE WHEN basis = 2 THEN 'STATED' WHEN basis = 1 THEN 'IMPLIED' WHEN background > 0 THEN 'BACKGROUND' END,
  f.reportedOn = CASE WHEN background = 0 THEN coalesce(first, deniedOn) END, f.lastReportedOn = last, f.deniedOn = deniedOn,
  f.withdrawnOn = CASE WHEN articles + background = 0 THEN withdrawnOn END,
  f.status = CASE WHEN articles > 0 THEN ${list([...SURE].reverse())}[sure % 10 - 1] WHEN background > 0 THEN 'ONGOING'
    WHEN first IS NOT NULL THEN 'WITHDRAWN' WHEN deniers > 0 THEN 'DENIED' END`),
  ],
};

/** The days that a date can mean: what all who say it leave, of those who are not taken back. */
const days = (name: string): Step =>
  step(`MATCH (f:Fact {stale: true, predicate: '${name}'})
CALL (f) {
  MATCH (f)<-[r:SAYS]-(w)
  WITH r ORDER BY CASE WHEN coalesce(r.rank, '') = 'DEPRECATED' OR coalesce(w.status, '') = 'DENIED' THEN 1 ELSE 0 END, r.from DESC, r.earliest
  RETURN head(collect(r.from)) AS from, head(collect(r.earliest)) AS earliest
}
CALL (f) {
  MATCH (f)<-[r:SAYS]-(w)
  WITH r ORDER BY CASE WHEN coalesce(r.rank, '') = 'DEPRECATED' OR coalesce(w.status, '') = 'DENIED' THEN 1 ELSE 0 END, r.to, r.latest
  RETURN head(collect(r.to)) AS to, head(collect(r.latest)) AS latest
}
CALL (f) {
  MATCH (f)<-[r:SAYS]-(c:Claim) WHERE r.text IS NOT NULL AND r.rank <> 'DEPRECATED' AND c.status <> 'DENIED'
  WITH r.text AS text ORDER BY c.reportedOn, c.id RETURN head(collect(text)) AS text
}
SET f.from = from, f.to = to, f.earliest = earliest, f.latest = latest, f.text = text`);

const namesOf = ({ values }: Vocabulary, ...rules: readonly string[]): readonly string[] =>
  values.filter(({ rule }) => rules.includes(rule)).map(({ name }) => name);

/** Dates, verdicts, and which of several values stands. */
export function verdicts(vocabulary: Vocabulary): Section {
  return {
    title: 'Verdict: what is said with the same certainty and cannot both be true is disputed',
    statements: [
      ...namesOf(vocabulary, 'DATE').map(days),
      told(
        'Exact values compete by being others, dates by having no day in common, wordings not at all. A plan and what became of\n// it do not compete.',
        `MATCH (f:Fact {stale: true})
WITH f, CASE WHEN f.form = 'VALUE' THEN f.slot ELSE '' END AS slot
CALL (f, slot) {
  MATCH (g:Fact {slot: slot})
  WHERE f.predicate IN ${list(namesOf(vocabulary, 'DATE', 'EXACT'))}
    AND g.id <> f.id AND g.holds AND (g.weight >= ${IS_SO}) = (f.weight >= ${IS_SO})
    AND (f.precision IS NULL OR g.to < f.from OR g.from > f.to)
  RETURN count(g) AS rivals
}
CALL (f) {
  MATCH (f)<-[r:SAYS]-(c:Claim)-[x:CONTRADICTS]-(d:Claim)
  WHERE x.predicate = f.predicate AND r.rank <> 'DEPRECATED' AND d.rank <> 'DEPRECATED'
  RETURN count(d) AS against
}
SET f.verdict = CASE WHEN f.countsAs IS NOT NULL THEN null WHEN f.status = 'WITHDRAWN' THEN 'WITHDRAWN'
  WHEN f.status IS NULL OR f.basis = 'BACKGROUND' AND f.deniers = 0 THEN null
  WHEN f.holds AND f.deniers + rivals + against > 0 THEN 'DISPUTED'
  WHEN f.holds AND f.sources > 1 OR NOT f.holds AND f.deniers > 1 THEN 'AGREED' ELSE 'SINGLE_SOURCE' END`,
      ),
      told(
        'Of several values the first one stands: preferred, then surest, then told first. A finer date inside it takes its place.',
        `MATCH (f:Fact {stale: true, form: 'VALUE'})
WITH DISTINCT f.slot AS slot
CALL (slot) {
  MATCH (g:Fact {slot: slot}) WHERE g.holds
  WITH g ORDER BY g.preferred DESC, g.weight DESC, coalesce(g.reportedOn, ''), g.id
  RETURN head(collect(g.id)) AS base, head(collect(g.weight)) AS weight,
    head(collect(coalesce(g.from, ${FIRST}))) AS from, head(collect(coalesce(g.to, ${LAST}))) AS to
}
CALL (slot, base, weight, from, to) {
  MATCH (g:Fact {slot: slot})
  WHERE g.id = base OR g.holds AND g.precision IS NOT NULL AND (g.weight >= ${IS_SO}) = (weight >= ${IS_SO})
    AND coalesce(g.from, ${FIRST}) >= from AND coalesce(g.to, ${LAST}) <= to
  WITH g, coalesce(g.from, ${FIRST}) AS low, coalesce(g.to, ${LAST}) AS high
  ORDER BY high - low, CASE WHEN g.id = base THEN 0 ELSE 1 END, coalesce(g.reportedOn, ''), g.id
  RETURN head(collect(g.id)) AS best, head(collect(low)) AS low, head(collect(high)) AS high
}
MATCH (g:Fact {slot: slot})
SET g.chosen = CASE WHEN g.id = best THEN true END,
  g.refinedBy = CASE WHEN g.id <> best AND g.holds AND g.precision IS NOT NULL
    AND coalesce(g.from, ${FIRST}) <= low AND coalesce(g.to, ${LAST}) >= high THEN best END`,
      ),
    ],
  };
}
