import { HAPPENS } from '../ids.ts';
import { EVER } from './judge.ts';
import { type Section, sameThings, step, told } from './section.ts';

/**
 * Since when things are there: since an owner declares them, and what takes place since somebody says or denies that it does.
 * An article may speak of a summit that only a later one tells of; before that one there is nothing to tell of it:
 *
 *   1 May  declares event:summit, and that gift:bell was GIVEN_DURING it
 *   4 May  event:summit happens
 *   reportedOn of the summit is 4 May, and so is the first day of the GIVEN_DURING
 */
export const there: Section = {
  title: 'Since when things are there; a fact is told and holds since its ends are there',
  statements: [
    step(`MATCH (f:Fact {stale: true, form: 'HAPPENS'})-[:SUBJECT]->(e:Entity) SET e.stale = true`),
    told(
      'Null is from the start.',
      `MATCH (e:Entity {stale: true})
CALL (e) {
  ${sameThings('m.id = e.id OR e.sameAs IS NULL')}
  MATCH (m)<-[:DECLARES]-(o:Owner)
  RETURN min(coalesce(o.publishedOn, '${EVER}')) AS declaredOn
}
WITH e, declaredOn, e.id + '|${HAPPENS}' AS slot
CALL (slot) { MATCH (f:Fact {slot: slot})<-[:SAYS]-(w) RETURN min(coalesce(w.reportedOn, '${EVER}')) AS toldOn }
WITH e, CASE WHEN toldOn > declaredOn THEN toldOn ELSE declaredOn END AS day
WHERE day <> coalesce(e.reportedOn, '${EVER}')
SET e.reportedOn = CASE WHEN day <> '${EVER}' THEN day END, e.moved = true`,
    ),
    step('MATCH (e:Entity {stale: true, moved: true})<-[:SUBJECT]-(f:Fact) SET f.stale = true'),
    step('MATCH (e:Entity {stale: true, moved: true})<-[:OBJECT]-(f:Fact) SET f.stale = true'),
    step('MATCH (e:Entity {stale: true, moved: true}) REMOVE e.moved'),
  ],
};

/** The day since when both ends of `f` are there, as `there`. */
export const endsThere = `CALL (f) {
  MATCH (f)-[:SUBJECT|OBJECT]->(e:Entity)
  RETURN max(coalesce(e.reportedOn, '${EVER}')) AS there
}`;
