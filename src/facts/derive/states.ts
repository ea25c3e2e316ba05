import { HAPPENS } from '../ids.ts';
import type { ValuePredicate, Vocabulary } from '../vocabulary.ts';
import { valueNames } from './facts.ts';
import { daysOfRelations, FIRST, kept, LAST } from './history.ts';
import { EVER, IS_SO, JUDGED, judged, list, NEVER, nothing, verdict } from './judge.ts';
import { copied, given, type Section, type Step, step, told } from './section.ts';

/**
 * States of things: (Entity)-[:WAS]->(State {id, entity, from, until, status, date …}), one for each period between days on
 * which something was said, taken back or judged of its values. The thing itself has what its last state has.
 */

const low = (fact: string): string => `coalesce(${fact}.earliestDay, ${FIRST})`;
const high = (fact: string): string => `coalesce(${fact}.latestDay, ${LAST})`;

const converted: { readonly [type: string]: string } = {
  Int: 'toInteger(value)',
  Float: 'toFloat(value)',
  Boolean: "value = 'true'",
};

/** What a property of a thing tells of the fact that it shows, by the name of the property: of the fact, or of its judgement. */
function shown({ rule }: ValuePredicate): readonly (readonly [suffix: string, of: string])[] {
  const always = [
    ['Fact', 'f.id'],
    ['Verdict', 't.verdict'],
    ['Articles', 't.articles'],
    ['Sources', 't.sources'],
  ] as const;
  if (rule !== 'DATE') return always;
  return [
    ...always,
    ...([
      ['Min', 't.earliest'],
      ['MinDay', 't.earliestDay'],
      ['Max', 't.latest'],
      ['MaxDay', 't.latestDay'],
      ['Sort', 'coalesce(t.earliestDay, t.latestDay, f.sortKey)'],
      ['Precision', 'f.precision'],
      ['Words', 'f.words'],
      ['Start', 'f.start'],
      ['StartInexact', 'f.startInexact'],
      ['End', 'f.end'],
      ['EndInexact', 'f.endInexact'],
      ['Uncertain', 'f.uncertain'],
      ['Approximate', 'f.approximate'],
      ['Basis', 't.basis'],
      ['Text', 't.text'],
    ] as const),
  ];
}

/** What an event or gift tells of the fact that it happens: its own status and verdict. */
const happening = [
  ...['status', 'verdict', 'articles', 'sources', 'withdrawnOn'].map((name) => [name, `t.${name}`] as const),
  ['fact', 'f.id'],
] as const;

/** Everything that a state tells, which its thing has too. */
const propertiesOf = ({ values }: Vocabulary): readonly string[] => [
  ...happening.map(([name]) => name),
  ...values.flatMap((value) => [value.name, ...shown(value).map(([suffix]) => `${value.name}${suffix}`)]),
];

const predicatesOf = (vocabulary: Vocabulary): string =>
  list([HAPPENS, ...vocabulary.values.map(({ name }) => name)]);

/** The labels of things of which values are told, or that they happen. */
const tellingOf = ({ labels, values }: Vocabulary): readonly string[] =>
  labels
    .filter(({ name, happens }) => happens || values.some((value) => value.labels.includes(name)))
    .map(({ name }) => name);

/** A state for each day in `day` of things `e`. */
const STATE = `MERGE (s:State {id: e.id + '@' + day}) SET s.entity = e.id, s.from = day, s.stale = true
MERGE (e)-[:WAS]->(s)`;

function periods(vocabulary: Vocabulary): readonly Step[] {
  const facts = `UNWIND ${predicatesOf(vocabulary)} AS predicate`;
  const canTell = tellingOf(vocabulary)
    .map((label) => `e:${label}`)
    .join(' OR ');
  return [
    told(
      'A thing is there since it is declared, and so is its first state.',
      'MATCH (e:Entity {stale: true}) SET e.restate = true',
    ),
    step("MATCH (f:Fact {stale: true, form: 'VALUE'})-[:SUBJECT]->(e:Entity) SET e.restate = true"),
    step("MATCH (f:Fact {stale: true, form: 'HAPPENS'})-[:SUBJECT]->(e:Entity) SET e.restate = true"),
    step(
      `MATCH (e:Entity {restate: true})-[:WAS]->(:State {until: '${NEVER}'}) SET ${nothing('e', propertiesOf(vocabulary))}`,
    ),
    step('MATCH (e:Entity {restate: true})-[:WAS]->(s:State) DETACH DELETE s'),
    step(`MATCH (e:Entity {restate: true})
WITH e, coalesce(e.reportedOn, '${EVER}') AS day
${STATE}`),
    step(`MATCH (e:Entity {restate: true}) WHERE ${canTell}
${facts}
WITH e, e.id + '|' + predicate AS slot
MATCH (f:Fact {slot: slot})<-[r:SAYS]-(w) WHERE f.countsAs IS NULL
UNWIND [coalesce(w.reportedOn, '${EVER}'), r.withdrawnOn, r.preferredOn] AS day
WITH DISTINCT e, day WHERE day IS NOT NULL
${STATE}`),
    step(`MATCH (e:Entity {restate: true}) WHERE ${canTell}
${facts}
WITH e, e.id + '|' + predicate AS slot
MATCH (f:Fact {slot: slot})<-[:SAYS]-(:Claim)-[x:CONTRADICTS]-(d:Claim) WHERE f.countsAs IS NULL
UNWIND [x.on, x.until, d.reportedOn] AS day
WITH DISTINCT e, day WHERE day < '${NEVER}'
${STATE}`),
    told(
      'Before it is declared there is nothing to tell.',
      `MATCH (e:Entity {restate: true})-[:WAS]->(s:State) WHERE s.from < coalesce(e.reportedOn, '${EVER}') DETACH DELETE s`,
    ),
    told(
      'What had been said by the day of a state, whatever became of it.',
      `MATCH (e:Entity {restate: true}) WHERE ${canTell}
MATCH (e)-[:WAS]->(s:State)
${facts}
WITH s, e.id + '|' + predicate AS slot
MATCH (f:Fact {slot: slot})<-[:SAYS]-(w)
WITH s, f, min(coalesce(w.reportedOn, '${EVER}')) AS first WHERE first <= s.from
CREATE (s)-[:TELLS]->(f)`,
    ),
    step(`MATCH (e:Entity {restate: true})-[:WAS]->(s:State)
WITH e, s.from AS day ORDER BY e.id, day
WITH e, collect(day) + ['${NEVER}'] AS days
UNWIND range(0, size(days) - 2) AS i
WITH e.id + '@' + days[i] AS id, days[i + 1] AS until
MATCH (s:State {id: id}) SET s.until = until`),
  ];
}

/** Whether what `w` says by `r` stands on `day`: background always, a claim while it is not taken back, and no denial. */
const STANDS = "coalesce(r.withdrawnOn, '~') > day AND coalesce(w.status, '') <> 'DENIED'";
const SAID = `MATCH (f)<-[r:SAYS]-(w) WHERE coalesce(w.reportedOn, '${EVER}') <= day`;

const bound = (end: 'earliest' | 'latest', order: string): string => `CALL (f, day, live) {
  ${SAID} AND (live = 0 OR ${STANDS})
  WITH r ORDER BY r.${end}Day${order}
  RETURN head(collect(r.${end}Day)) AS ${end}Day, head(collect(r.${end})) AS ${end}
}`;

/** The days that a date can mean: what all who say it leave; of those who took it back only where nobody else says it. */
const DAYS = `MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact)
WHERE f.precision IS NOT NULL
WITH t, f, s.from AS day
CALL (f, day) { ${SAID} AND ${STANDS} RETURN count(r) AS live }
${bound('earliest', ' DESC')}
${bound('latest', '')}
CALL (f, day) {
  ${SAID} AND ${STANDS} AND r.text IS NOT NULL
  WITH r.text AS text ORDER BY coalesce(w.reportedOn, '${EVER}'), w.id RETURN head(collect(text)) AS text
}
SET t.earliestDay = earliestDay, t.earliest = earliest, t.latestDay = latestDay, t.latest = latest, t.text = text`;

/** That one of two facts is said to be so and the other only planned, sought or feared. */
const sameSurety = (a: string, b: string): string => `(${a} >= ${IS_SO}) = (${b} >= ${IS_SO})`;

function choices(vocabulary: Vocabulary): readonly Step[] {
  return [
    told(
      'Exact values compete by being others, dates by having no day in common, wordings not at all. A plan and what became of\n// it do not compete.',
      `MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact)
WITH s, t, f, s.from AS day, f.predicate IN ${list(valueNames(vocabulary, 'DATE', 'EXACT'))} AS competes
CALL (s, t, f, competes) {
  MATCH (s)-[u:TELLS]->(g:Fact)
  WHERE competes AND g.slot = f.slot AND g.id <> f.id AND u.holds AND ${sameSurety('u.weight', 't.weight')}
    AND (f.precision IS NULL OR u.latestDay < t.earliestDay OR u.earliestDay > t.latestDay)
  RETURN count(g) AS rivals
}
${verdict('t')}`,
    ),
    told(
      'Of several values the first one stands: preferred, then surest, then told first. A finer date inside it takes its place.',
      `MATCH (s:State {stale: true})-[:TELLS]->(f:Fact) WHERE f.form = 'VALUE'
WITH DISTINCT s, f.slot AS slot
CALL (s, slot) {
  MATCH (s)-[u:TELLS]->(g:Fact) WHERE g.slot = slot AND u.holds
  WITH g, u ORDER BY u.preferred DESC, u.weight DESC, coalesce(u.reportedOn, ''), g.id
  RETURN head(collect(g.id)) AS base, head(collect(u.weight)) AS weight, head(collect(${low('u')})) AS first, head(collect(${high('u')})) AS last
}
CALL (s, slot, base, weight, first, last) {
  MATCH (s)-[u:TELLS]->(g:Fact)
  WHERE g.slot = slot AND (g.id = base OR u.holds AND g.precision IS NOT NULL AND ${sameSurety('u.weight', 'weight')}
    AND ${low('u')} >= first AND ${high('u')} <= last)
  WITH g, ${low('u')} AS low, ${high('u')} AS high, coalesce(u.reportedOn, '') AS day
  ORDER BY high - low, day, g.id
  RETURN head(collect(g.id)) AS best, head(collect(low)) AS low, head(collect(high)) AS high
}
MATCH (s)-[u:TELLS]->(g:Fact) WHERE g.slot = slot
SET u.chosen = CASE WHEN g.id = best THEN true END,
  u.refinedBy = CASE WHEN g.id <> best AND u.holds AND g.precision IS NOT NULL AND ${low('u')} <= low AND ${high('u')} >= high THEN best END`,
    ),
  ];
}

/** What the last state has, its thing has. */
const shownOf = (names: readonly string[]): string => `WITH s WHERE s.until = '${NEVER}'
MATCH (s)<-[:WAS]-(e:Entity)
SET ${copied('e', 's', names)}`;

/** What a state has of one of its values. */
function value(predicate: ValuePredicate): Step {
  const { name, type } = predicate;
  const chosen = (of: string, as: string) => `max(CASE WHEN t.chosen THEN ${of} END) AS ${as}`;
  const parts = shown(predicate);
  return step(`MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact) WHERE f.predicate = '${name}'
WITH s, ${[chosen('f.value', 'value'), ...parts.map(([suffix, of]) => chosen(of, `its${suffix}`))].join(', ')}
SET ${given('s', [[name, converted[type] ?? 'value'], ...parts.map(([suffix]) => [`${name}${suffix}`, `its${suffix}`] as const)])}
${shownOf([name, ...parts.map(([suffix]) => `${name}${suffix}`)])}`);
}

/** Of things that claims give values of, or say that they happen: what they were like, and are. */
export function states(vocabulary: Vocabulary): Section {
  return {
    title: 'States: what a thing was like between days that changed it; the last is what it is',
    statements: [
      ...periods(vocabulary),
      ...daysOfRelations,
      step(`MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact)
WITH t, f, s.from AS day
${judged('t')}`),
      ...(valueNames(vocabulary, 'DATE').length > 0 ? [step(DAYS)] : []),
      ...choices(vocabulary),
      told(
        'The present judgement of a fact is that of the last state of its thing.',
        `MATCH (s:State {stale: true, until: '${NEVER}'})-[:TELLS]->(f:Fact) WHERE f.days IS NOT NULL
SET ${nothing('f', JUDGED)}`,
      ),
      step(`MATCH (s:State {stale: true, until: '${NEVER}'})-[t:TELLS]->(f:Fact)
SET f += properties(t), f.competes = f.predicate IN ${list(valueNames(vocabulary, 'DATE', 'EXACT'))}`),
      step(`MATCH (s:State {stale: true})-[t:TELLS]->(f:Fact) WHERE f.form = 'HAPPENS'
SET ${given('s', happening)}
${shownOf(happening.map(([name]) => name))}`),
      ...vocabulary.values.map(value),
      ...kept,
      step('MATCH (s:State {stale: true}) REMOVE s.stale'),
      step('MATCH (e:Entity {restate: true}) REMOVE e.restate'),
    ],
  };
}
