import type { Vocabulary } from '../vocabulary.ts';
import { history } from './history.ts';
import { EVER, JUDGED, NEVER, nothing } from './judge.ts';
import { type Section, step, told } from './section.ts';
import { endsThere } from './there.ts';

/** Which facts have to be judged anew. This closes the set: nothing else can change. */
export const staleFacts: Section = {
  title: 'Facts that have to be judged anew: said by a stale claim, or contradicted by one',
  statements: [
    step('MATCH (c:Claim {stale: true})-[:SAYS]->(f:Fact) SET f.stale = true'),
    step(
      'MATCH (c:Claim {stale: true})-[:CONTRADICTS]-(o:Claim) MATCH (o)-[:SAYS]->(f:Fact) SET f.stale = true',
    ),
  ],
};

/** What is derived of every fact, and is nothing where it only counts as another. */
const DERIVED = [...JUDGED, 'since', 'until', 'firstOn', 'competes', ...history];

/** The periods in which facts held. */
export const relations: Section = {
  title: 'Facts: when they held',
  statements: [
    told(
      'What counts as another fact is nothing by itself.',
      `MATCH (f:Fact {stale: true}) WHERE f.countsAs IS NOT NULL
SET ${nothing('f', DERIVED)}, f.holds = false`,
    ),
    told(
      'It held while some claim said so that was not taken back: since[i] to until[i], the periods of all claims made one.',
      `MATCH (f:Fact {stale: true}) WHERE f.countsAs IS NULL
${endsThere}
CALL (f, there) {
  MATCH (f)<-[r:SAYS]-(w)
  WITH coalesce(w.reportedOn, '${EVER}') AS said, coalesce(r.withdrawnOn, '${NEVER}') AS high, coalesce(w.status, '') AS status, there
  WITH CASE WHEN said < there THEN there ELSE said END AS low, high, status
  WHERE status <> 'DENIED' AND low < high
  WITH low, high ORDER BY low, high
  WITH collect(low) AS lows, collect(high) AS highs
  RETURN reduce(ends = [], i IN range(0, size(lows) - 1) |
    CASE WHEN size(ends) = 0 OR lows[i] > ends[size(ends) - 1] THEN ends + [lows[i], highs[i]]
      WHEN highs[i] > ends[size(ends) - 1] THEN ends[0..size(ends) - 1] + [highs[i]] ELSE ends END) AS ends
}
CALL (f) { MATCH (f)<-[:SAYS]-(w) RETURN min(coalesce(w.reportedOn, '${EVER}')) AS said }
SET f.holds = false, f.firstOn = CASE WHEN said < there THEN there ELSE said END, f.since = [i IN range(0, size(ends) - 1) WHERE i % 2 = 0 | ends[i]],
  f.until = [i IN range(0, size(ends) - 1) WHERE i % 2 = 1 | ends[i]]`,
    ),
  ],
};

/** The names of value predicates of these rules. */
export const valueNames = ({ values }: Vocabulary, ...rules: readonly string[]): readonly string[] =>
  values.filter(({ rule }) => rules.includes(rule)).map(({ name }) => name);
