import type { Derived } from '../reference/derive.ts';
import { type Graph, type GraphNode, has, idOf, type Properties } from '../reference/graph.ts';
import type { Thing } from '../reference/things.ts';
import type { Weighed } from '../reference/verdicts.ts';

/**
 * A derived graph as lines, one for each property that has a value, so that two of them can be compared and a difference
 * reads by itself:
 *
 *   fact:gift:bell|quantity|10 verdict "DISPUTED"
 *   gift:bell quantity 10
 *   person:ada -GAVE fact:person:ada|GAVE|gift:bell-> gift:bell status "OCCURRED"
 */

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const linesOf = (of: string, properties: Properties): readonly string[] =>
  Object.entries(properties).flatMap(([name, value]) =>
    isEmpty(value) ? [] : [`${of} ${name} ${JSON.stringify(value)}`],
  );

const pick = (properties: Properties, names: readonly string[]): Properties =>
  Object.fromEntries(names.map((name) => [name, properties[name]]));

/** Values of these are numbers on the thing. */
const NUMBERS = ['quantity', 'ordinal'];
const DATES = ['date', 'endDate'];

const ON_EDGES = ['basis', 'status', 'verdict', 'articles', 'sources', 'reportedOn'];
const ON_FACTS = [...ON_EDGES, 'holds', 'withdrawnOn', 'chosen', 'refinedBy'];
const ON_DATES = ['earliest', 'latest', 'text'];
/** What the first that says so decides for all days after, and what changes from day to day. */
const FOREVER = ['name', 'kind', 'isoCode', 'demonym', 'named'];
const FROM_DAY_TO_DAY = ['status', 'verdict'];
const ON_THINGS = [...FOREVER, ...FROM_DAY_TO_DAY, 'aliases', 'weakAliases'];
const ON_CLAIMS = ['rank', 'withdrawnOn'];
const ON_SAYINGS = ['withdrawnOn', 'preferredOn'];
const JUDGED = ['RETRACTS', 'CORRECTS', 'CONTRADICTS'];

const isDate = (predicate: unknown): boolean => DATES.includes(String(predicate));

const ofFact = (fact: Properties): readonly string[] =>
  linesOf(String(fact.id), pick(fact, [...ON_FACTS, ...(isDate(fact.predicate) ? ON_DATES : [])]));

const ofEdge = (type: string, [from, to]: readonly [string, string], edge: Properties): readonly string[] =>
  linesOf(`${from} -${type} ${edge.fact}-> ${to}`, pick(edge, [...ON_EDGES, 'role', 'title']));

const ofName = (key: string, thing: string, called: Properties): readonly string[] =>
  linesOf(`name ${key} -> ${thing}`, pick(called, ['weak', 'mentions', 'reportedOn']));

const ofValue = (thing: string, predicate: string, value: Properties): readonly string[] => {
  const more = isDate(predicate) ? ['Min', 'Max', 'Basis', 'Text'] : [];
  return linesOf(
    thing,
    pick(
      value,
      ['', 'Fact', 'Verdict', ...more].map((end) => `${predicate}${end}`),
    ),
  );
};

/** What the oracle says of a fact, by the names that the graph has for it. */
function propertiesOf({ fact, chosen, ...weighed }: Weighed): Properties {
  return { ...fact.properties, ...weighed, id: fact.id, predicate: fact.predicate, chosen: chosen || null };
}

function shownOf(weighed: Weighed): readonly string[] {
  const { fact, chosen, verdict, earliest, latest, basis, text } = weighed;
  const { predicate, value, subject } = fact;
  if (!chosen) return [];
  const shown = NUMBERS.includes(predicate) ? Number(value) : value;
  const named = {
    '': shown,
    Fact: fact.id,
    Verdict: verdict,
    Min: earliest,
    Max: latest,
    Basis: basis,
    Text: text,
  };
  const properties = Object.entries(named).map(([end, one]) => [`${predicate}${end}`, one]);
  return ofValue(subject, predicate, Object.fromEntries(properties));
}

function edgeOf(weighed: Weighed): readonly string[] {
  const { fact, holds } = weighed;
  if (!holds || fact.object === null) return [];
  return ofEdge(fact.predicate, [fact.subject, fact.object], { ...propertiesOf(weighed), fact: fact.id });
}

function thingOf({ id, properties, names }: Thing, { facts }: Derived): readonly string[] {
  const { status, verdict } = facts.get(`fact:${id}|happens`) ?? {};
  const called = names.flatMap(({ key, since, ...one }) =>
    ofName(key, id, { ...one, reportedOn: since || null }),
  );
  return [...linesOf(id, pick({ ...properties, status, verdict }, ON_THINGS)), ...called];
}

function claimsOf({ owned, judgements, facts }: Derived): readonly string[] {
  const known = new Set(owned.claims.map(({ id }) => id));
  const ranks = owned.claims.flatMap((claim) => {
    const withdrawnOn = judgements.withdrawnOn(claim);
    const preferred = judgements.preferredOn(claim) !== null;
    const rank = withdrawnOn !== null ? 'DEPRECATED' : preferred ? 'PREFERRED' : 'NORMAL';
    return linesOf(claim.id, { rank, withdrawnOn });
  });
  const said = [...facts.values()].flatMap(({ fact, saying, denying, withdrawn }) =>
    [...saying, ...denying, ...withdrawn].flatMap(({ claim, ...one }) =>
      claim ? linesOf(`${claim.id} says ${fact.id}`, pick(one, ON_SAYINGS)) : [],
    ),
  );
  const judged = judgements
    .of(...JUDGED)
    .flatMap(({ kind, by, target, predicate }) =>
      known.has(by ?? '') && known.has(target)
        ? [`${by} ${kind} ${target} ${predicate ?? 'as a whole'}`]
        : [],
    );
  return [...ranks, ...said, ...judged];
}

const sorted = (lines: readonly string[]): readonly string[] => [...new Set(lines)].sort();

/** The lines of what the graph keeps for every day: what is there, what holds, what a thing is like and is called. */
export function linesOfDay(derived: Derived): readonly string[] {
  const facts = [...derived.facts.values()];
  return sorted([
    ...facts.flatMap((one) => [`${one.fact.id} is told`, ...shownOf(one)]),
    ...facts.filter(({ holds }) => holds).map(({ fact }) => `${fact.id} holds`),
    ...[...derived.things.values()].flatMap(({ id, properties }) => {
      const { status, verdict } = derived.facts.get(`fact:${id}|happens`) ?? {};
      return [`${id} is there`, ...linesOf(id, pick({ ...properties, status, verdict }, ON_THINGS))];
    }),
  ]);
}

/** The lines that the oracle derives. */
export function linesDerived(derived: Derived): readonly string[] {
  const facts = [...derived.facts.values()];
  return sorted([
    ...facts.flatMap((one) => [...ofFact(propertiesOf(one)), ...shownOf(one), ...edgeOf(one)]),
    ...[...derived.things.values()].flatMap((thing) => thingOf(thing, derived)),
    ...claimsOf(derived),
  ]);
}

/** Things and facts that stand for another are no part of what people see. */
const isSeen = ({ properties: { sameAs, countsAs } }: GraphNode): boolean =>
  isEmpty(sameAs) && isEmpty(countsAs);

/** The values that a thing, or a state of one, is shown to have. */
function valuesOf(thing: string, properties: Properties): readonly string[] {
  const predicates = Object.keys(properties).flatMap((name) =>
    name.endsWith('Fact') && name !== 'happensFact' ? [name.slice(0, -'Fact'.length)] : [],
  );
  return predicates.flatMap((predicate) => ofValue(thing, predicate, properties));
}

function linesOfNode(node: GraphNode): readonly string[] {
  const { properties } = node;
  if (has(node, 'Fact')) return ofFact(properties);
  if (has(node, 'Claim')) return linesOf(idOf(node), pick(properties, ON_CLAIMS));
  if (!has(node, 'Entity')) return [];
  return [...linesOf(idOf(node), pick(properties, ON_THINGS)), ...valuesOf(idOf(node), properties)];
}

/** The lines of a graph that the engine derived. */
export function linesIn({ nodes, relationships }: Graph): readonly string[] {
  const edges = relationships.flatMap(({ type, start, end, properties }): readonly string[] => {
    if (!isSeen(start) || !isSeen(end) || type === 'WAS_SAID') return [];
    if (type === 'NAMES') return ofName(String(start.properties.key), idOf(end), properties);
    if (type === 'SAYS' && has(start, 'Claim'))
      return linesOf(`${idOf(start)} says ${idOf(end)}`, pick(properties, ON_SAYINGS));
    if (JUDGED.includes(type))
      return [`${idOf(start)} ${type} ${idOf(end)} ${properties.predicate ?? 'as a whole'}`];
    return typeof properties.fact === 'string' ? ofEdge(type, [idOf(start), idOf(end)], properties) : [];
  });
  return sorted([...nodes.filter(isSeen).flatMap(linesOfNode), ...edges]);
}

type Periods = { readonly since?: unknown; readonly until?: unknown };

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

const isDuring = ({ since, until }: Periods, day: string): boolean =>
  list(since).some((from, at) => from <= day && (list(until)[at] ?? '') > day);

/** Those of some names that were known by a day, which stand beside them. */
const knownOn = (names: unknown, days: unknown, day: string): readonly string[] =>
  list(names).filter((_, at) => (list(days)[at] ?? '') <= day);

function stateOn(thing: GraphNode, day: string): readonly string[] {
  const states = thing.out.filter((r) => r.type === 'WAS').map((r) => r.end.properties);
  const { aliases, weakAliases, aliasDays, weakAliasDays } = thing.properties;
  const called = {
    aliases: knownOn(aliases, aliasDays, day),
    weakAliases: knownOn(weakAliases, weakAliasDays, day),
  };
  return states
    .filter(({ from, until }) => String(from) <= day && String(until) > day)
    .flatMap((state) => [
      `${idOf(thing)} is there`,
      ...linesOf(
        idOf(thing),
        pick({ ...pick(thing.properties, FOREVER), ...pick(state, FROM_DAY_TO_DAY), ...called }, ON_THINGS),
      ),
      ...valuesOf(idOf(thing), state),
    ]);
}

/** What the graph tells of a day. */
export function linesOn({ nodes, relationships }: Graph, day: string): readonly string[] {
  const seen = nodes.filter(isSeen);
  const facts = seen.filter((node) => has(node, 'Fact'));
  const edges = new Set(
    relationships
      .map(({ properties }) => properties)
      .filter((one) => isDuring(one, day))
      .map(({ fact }) => fact),
  );
  const holding = facts.filter(
    ({ properties }) =>
      isDuring(properties, day) && (properties.form !== 'RELATION' || edges.has(properties.id)),
  );
  return sorted([
    ...facts
      .filter(({ properties }) => String(properties.firstOn) <= day)
      .map((fact) => `${idOf(fact)} is told`),
    ...holding.map((fact) => `${idOf(fact)} holds`),
    ...seen.filter((node) => has(node, 'Entity')).flatMap((thing) => stateOn(thing, day)),
  ]);
}
