import { gql } from 'graphql-tag';
import { ServiceError } from '../errors.ts';
import { type Graph, onceFor } from '../export/graph.ts';
import { nameKey } from '../model/name.ts';
import { listAt, type Told, textOf } from '../model/told.ts';
import { readValues } from './extend.ts';

/**
 * Queries of reconciliation: whom a name means, graded, by the one reader of names. What a name is sure of is a match; all
 * else is a candidate, with a score that other columns of the row raise or lower.
 *
 *     a name that it alone bears    100, a match
 *     a name that may mean it        80
 *     a text that is no name         70 at most, by the reason why it may be meant
 *     a name of what is of another type than asked for, 30 at most
 *     a value of another column      a third less where none agrees; of several bearers the only one that all agree with is a match
 */

type Query = {
  readonly query?: unknown;
  readonly type?: unknown;
  readonly limit?: unknown;
  readonly properties?: unknown;
};

/** What another column of the row says. */
type Property = { readonly pid: string; readonly values: readonly string[] };

type Candidate = {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly description: string | null;
  readonly score: number;
  /** Whether the text is a name of it, and not only like one. */
  readonly named: boolean;
};

const QUERIES_MAX = 100;
const LIMIT_MAX = 50;

const SCORES = { strong: 100, weak: 80, suggested: 0.7, otherType: 0.3 };

/** What a name can mean, and what is said of each. */
const matchesOf = onceFor(({ catalog }) => {
  const types = catalog.types.filter(({ fields }) => fields.some(({ name }) => name === 'description'));
  const described = types.map(({ name }) => `... on ${name} { about${name}: description }`).join(' ');
  const entity = `entity { __typename id name ${described} }`;
  return gql(`query Matches($name: String!, $types: [EntityType!]) {
  resolve(name: $name, types: $types) { outcome matches(first: ${LIMIT_MAX}) { weak ${entity} } suggestions { score ${entity} } }
}`);
});

/** Answers a batch of queries: for each its candidates, the likeliest first. */
export async function answerQueries(graph: Graph, text: unknown, baseUrl: string) {
  const answers: [string, object][] = [];
  for (const [name, query] of readQueries(graph, text)) {
    answers.push([name, { result: await answerQuery(graph, query, baseUrl) }]);
  }
  return Object.fromEntries(answers);
}

function readQueries({ terms }: Graph, text: unknown): [string, Query][] {
  const fault = new ServiceError(
    'BAD_USER_INPUT',
    'The field queries is not a batch of reconciliation queries.',
    {
      hint: `Write queries={"q0": {"query": "${terms.examples.name}"}}.`,
    },
  );
  let batch: unknown;
  try {
    batch = JSON.parse(String(text));
  } catch {
    throw fault;
  }
  if (typeof batch !== 'object' || batch === null || Array.isArray(batch)) throw fault;
  const entries = Object.entries(batch as Record<string, Query | null>);
  if (!entries.every(([, query]) => isQuery(query))) throw fault;
  if (entries.length <= QUERIES_MAX) return entries as [string, Query][];
  throw new ServiceError('BAD_USER_INPUT', `There are ${entries.length} queries in one batch.`, {
    hint: `Send at most ${QUERIES_MAX} at once.`,
  });
}

/** Whether what is asked for is a text of whole characters, or nothing: a list or an object has no name. */
function isQuery(asked: Query | null): boolean {
  if (typeof asked !== 'object' || asked === null) return false;
  const { query } = asked;
  return typeof query === 'string'
    ? Buffer.from(query).toString() === query
    : ['number', 'undefined'].includes(typeof query);
}

async function answerQuery(graph: Graph, query: Query, baseUrl: string) {
  const asked = [query.type ?? []].flat().map(String);
  const types = asked.filter((type) => graph.catalog.type(type));
  if (asked.length > 0 && types.length === 0) return [];
  const name = String(query.query ?? '');
  const found = await candidatesFor(graph, name, types.length > 0 ? types : null);
  const graded = await grade(graph, found, { properties: propertiesOf(query), baseUrl });
  const { limit } = query;
  const most = Math.min(typeof limit === 'number' && limit > 0 ? limit : LIMIT_MAX, LIMIT_MAX);
  const match = matchAmong(graded);
  return graded.slice(0, most).map(({ candidate: { id, name, description, type }, score }) => ({
    id,
    name,
    ...(description === null ? {} : { description }),
    score,
    match: id === match,
    type: [{ id: type, name: type }],
  }));
}

async function candidatesFor(
  graph: Graph,
  name: string,
  types: readonly string[] | null,
): Promise<readonly Candidate[]> {
  const told = await graph.ask(matchesOf(graph), { name, types });
  const { outcome } = told.resolve as Told;
  if (types === null || outcome !== 'OTHER_TYPE') return candidatesIn(told);
  // What it is, not what it may stand for.
  const all = await candidatesFor(graph, name, null);
  const others = all.filter(({ score }) => score === all[0]?.score);
  return others.map((one) => ({ ...one, score: one.score * SCORES.otherType, named: false }));
}

function candidatesIn(told: Told): readonly Candidate[] {
  const matches = listAt(told, 'resolve', 'matches').map(({ weak, entity }) =>
    candidateOf(entity as Told, weak === true ? SCORES.weak : SCORES.strong, true),
  );
  const suggested = listAt(told, 'resolve', 'suggestions').map(({ score, entity }) =>
    candidateOf(entity as Told, Number(score) * SCORES.suggested, false),
  );
  return [...matches, ...suggested].sort((a, b) => b.score - a.score);
}

function candidateOf({ __typename, id, name, ...about }: Told, score: number, named: boolean): Candidate {
  const type = String(__typename);
  const description = textOf(about[`about${type}`]);
  return { type, id: String(id), name: String(name), description, score, named };
}

/** What the other columns of a row say; what is not in the form of the protocol says nothing. */
function propertiesOf({ properties }: Query): readonly Property[] {
  return (Array.isArray(properties) ? properties : []).flatMap(
    (one: { pid?: unknown; v?: unknown } | null) => {
      if (typeof one?.pid !== 'string') return [];
      const values = [one.v ?? []]
        .flat()
        .map((value: unknown) => textIn(value))
        .filter((text) => text !== '');
      return values.length > 0 ? [{ pid: one.pid, values }] : [];
    },
  );
}

const textIn = (value: unknown): string =>
  typeof value === 'object' && value !== null ? String((value as { id?: unknown }).id ?? '') : String(value);

type Graded = { readonly candidate: Candidate; readonly score: number; readonly agrees: boolean };

/** Candidates with what the other columns say of them: each that no value of theirs agrees with takes its share of a third. */
async function grade(
  graph: Graph,
  candidates: readonly Candidate[],
  { properties, baseUrl }: { readonly properties: readonly Property[]; readonly baseUrl: string },
): Promise<readonly Graded[]> {
  const pids = properties.map(({ pid }) => pid);
  const ids = candidates.map(({ id }) => id);
  const known = pids.length > 0 ? await readValues(graph, { ids, pids }, baseUrl) : undefined;
  const graded = candidates.map((candidate): Graded => {
    const others = properties.filter(({ pid, values }) => {
      const own = known?.get(candidate.id)?.[pid] ?? [];
      return !values.some((value) => own.some((one) => one === value || nameKey(one) === nameKey(value)));
    });
    const share = properties.length === 0 ? 0 : others.length / properties.length;
    return { candidate, score: rounded(candidate.score * (1 - share / 3)), agrees: others.length === 0 };
  });
  return graded.sort((a, b) => b.score - a.score);
}

const rounded = (score: number): number => Math.round(score * 10) / 10;

/** The one that is sure: it alone bears the name, strongly; or the columns agree with it alone of all that bear the name. */
function matchAmong(graded: readonly Graded[]): string | undefined {
  const named = graded.filter(({ candidate }) => candidate.named);
  const agreeing = named.filter(({ agrees }) => agrees);
  const [only, ...others] = agreeing;
  if (!only || others.length > 0) return undefined;
  const isDecided = named.length > 1 || only.candidate.score === SCORES.strong;
  return isDecided ? only.candidate.id : undefined;
}
