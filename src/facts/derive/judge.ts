/**
 * The rule by which a fact is judged, as it stood on a day; the present is a day that never comes. Written once, and printed
 * for facts that join two things (the present alone, since their periods tell the rest) and for each state of a thing.
 */

/** Day that never comes: what is open at its end lasts until then. */
export const NEVER = '9999-12-31';

/** The day since when background knowledge holds. */
export const EVER = '0000-01-01';

/** How sure a status is, the surest first; a denial is none of these. */
const SURE = ['OCCURRED', 'ONGOING', 'HABITUAL', 'PLANNED', 'EXPECTED', 'REQUESTED', 'SPECULATED', 'DOUBTED'];

/** From this weight on something is said to be so, below it only to be planned, sought or feared. */
export const IS_SO = SURE.length - SURE.indexOf('HABITUAL');

const weight = `CASE c.status ${SURE.map((status, index) => `WHEN '${status}' THEN ${SURE.length - index}`).join(' ')} ELSE 0 END`;

/** What background knows is so. */
const ONGOING = SURE.length - SURE.indexOf('ONGOING');

/** 2 where somebody says it in so many words. */
const BASIS = "max(CASE r.basis WHEN 'STATED' THEN 2 ELSE 1 END)";

/** A list of texts as Cypher. */
export const list = (words: readonly string[]): string => `[${words.map((word) => `'${word}'`).join(', ')}]`;

/** All that is judged of a fact on a day: what `TELLS` of it has, and of the present the fact itself. */
export const JUDGED = [
  ...['holds', 'articles', 'sources', 'deniers', 'weight', 'preferred', 'basis', 'status', 'verdict'],
  ...['chosen', 'refinedBy', 'reportedOn', 'lastReportedOn', 'deniedOn', 'withdrawnOn'],
  ...['earliest', 'earliestDay', 'latest', 'latestDay', 'text'],
];

/** `f.status = null, f.verdict = null` */
export const nothing = (of: string, names: readonly string[]): string =>
  names.map((name) => `${of}.${name} = null`).join(', ');

/** Of what a claim says: that it had been published by `day`, and was not taken back then. `~` is later than every day. */
const LIVE = "c.reportedOn <= day AND coalesce(r.withdrawnOn, '~') > day";

/**
 * How many articles and independent sources say so. An article that speaks for itself is one source, one that only quotes
 * stands for those whom it quotes, and articles with a source in common are one. Who expects a thing does not say that it took
 * place: of what happens, only those count who say at least what it is shown as.
 */
const sourcesOf = (which: string, articles: string, sources: string): string => `CALL (f, day, sure) {
  MATCH (f)<-[r:SAYS]-(c:Claim) WHERE ${LIVE} AND ${which}
  UNWIND c.sources AS voice
  WITH c.owner AS owner, collect(DISTINCT voice) AS voices
  WITH owner, [v IN voices WHERE v STARTS WITH 'byline:'] AS own, voices
  WITH owner, CASE WHEN size(own) > 0 THEN [own[0]] ELSE voices END AS voices ORDER BY size(voices), owner
  WITH collect(voices) AS told
  RETURN size(told) AS ${articles}, size([x IN reduce(seen = [], v IN told | CASE WHEN any(y IN v WHERE y IN seen) THEN seen ELSE seen + v + ['#'] END) WHERE x = '#']) AS ${sources}
}`;

/** Of what a claim says of it: that it is so, as surely as it is shown. */
const SAYS_SO = `c.status <> 'DENIED' AND (f.form <> 'HAPPENS' OR ${weight} >= sure % 10)`;

/**
 * Who says `f`, how surely, since when, and who denies it, on `day`; set on `target`. Follows a match that binds all three.
 * A fact that only counts as another is never judged itself.
 */
export const judged = (target: string): string => `CALL (f, day) {
  MATCH (f)<-[r:SAYS]-(c:Claim) WHERE ${LIVE} AND c.status <> 'DENIED'
  RETURN min(c.reportedOn) AS first, max(c.reportedOn) AS last, ${BASIS} AS basis,
    max(CASE WHEN r.preferredOn <= day THEN 10 ELSE 0 END + ${weight}) AS sure
}
${sourcesOf(SAYS_SO, 'articles', 'sources')}
${sourcesOf("c.status = 'DENIED'", 'deniedBy', 'deniers')}
CALL (f, day) { MATCH (f)<-[r:SAYS]-(c:Claim) WHERE ${LIVE} AND c.status = 'DENIED' RETURN min(c.reportedOn) AS deniedOn }
CALL (f, day) {
  MATCH (f)<-[r:SAYS]-(c:Claim) WHERE c.reportedOn <= day AND c.status <> 'DENIED'
  RETURN min(c.reportedOn) AS said, ${BASIS} AS saidBasis, max(CASE WHEN r.withdrawnOn <= day THEN r.withdrawnOn END) AS saidUntil
}
CALL (f, day) {
  MATCH (f)<-[r:SAYS]-(c:Claim) WHERE c.reportedOn <= day AND c.status = 'DENIED'
  RETURN min(c.reportedOn) AS denied, ${BASIS} AS deniedBasis, max(CASE WHEN r.withdrawnOn <= day THEN r.withdrawnOn END) AS deniedUntil
}
CALL (f) { MATCH (f)<-[:SAYS]-(o:Owner) RETURN count(o) AS background }
WITH *, articles + background > 0 AS holds
SET ${target}.holds = holds, ${target}.deniers = deniers,
  ${target}.articles = CASE WHEN holds OR said IS NOT NULL THEN articles ELSE deniedBy END,
  ${target}.sources = CASE WHEN holds OR said IS NOT NULL THEN sources ELSE deniers END,
  ${target}.weight = CASE WHEN articles > 0 THEN sure % 10 WHEN background > 0 THEN ${ONGOING} ELSE 0 END, ${target}.preferred = coalesce(sure >= 10, false),
  ${target}.basis = CASE WHEN basis IS NULL AND background > 0 THEN 'BACKGROUND'
    WHEN coalesce(basis, saidBasis, deniedBasis) = 2 THEN 'STATED' WHEN coalesce(basis, saidBasis, deniedBasis) = 1 THEN 'IMPLIED' END,
  ${target}.reportedOn = CASE WHEN background = 0 THEN coalesce(first, said, denied) END, ${target}.lastReportedOn = last, ${target}.deniedOn = deniedOn,
  ${target}.withdrawnOn = CASE WHEN NOT holds AND (said IS NOT NULL OR deniedBy = 0) THEN coalesce(saidUntil, deniedUntil) END,
  ${target}.status = CASE WHEN articles > 0 THEN ${list([...SURE].reverse())}[sure % 10 - 1] WHEN background > 0 THEN 'ONGOING'
    WHEN said IS NULL AND deniedBy > 0 THEN 'DENIED' ELSE 'WITHDRAWN' END`;

/** How many live claims say that it cannot be so, beside those that deny it; binds `against`. */
const AGAINST = `CALL (f, day) {
  MATCH (f)<-[r:SAYS]-(c:Claim)-[x:CONTRADICTS]-(d:Claim)
  WHERE x.predicate = f.predicate AND x.on <= day AND x.until > day AND ${LIVE} AND d.reportedOn <= day
  RETURN count(d) AS against
}`;

/** The verdict on `f` on `day`, with `rivals` that cannot be true beside it; set on `target`. */
export const verdict = (target: string): string => `${AGAINST}
SET ${target}.verdict = CASE WHEN ${target}.status = 'WITHDRAWN' THEN 'WITHDRAWN'
  WHEN ${target}.basis = 'BACKGROUND' AND ${target}.deniers = 0 THEN null
  WHEN ${target}.holds AND ${target}.deniers + rivals + against > 0 THEN 'DISPUTED'
  WHEN ${target}.sources > 1 THEN 'AGREED' ELSE 'SINGLE_SOURCE' END`;
