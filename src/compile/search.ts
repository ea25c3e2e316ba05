import type { Clause, Expression, Variable } from '../cypher/ast.ts';
import { allOf, subcall, variable } from '../cypher/build.ts';
import { clauses, expression } from '../cypher/template.ts';
import { invariant } from '../errors.ts';
import { type SearchedIn, type SearchHit, textIndexes } from '../model/search.ts';
import type { Value } from '../store/store.ts';
import { found as foundPart, type Reading } from './answer.ts';
import { leftIn } from './begin.ts';
import type { Variables } from './input.ts';
import { bound, restricted } from './items.ts';
import { inOrderOf, readPage } from './list.ts';
import { addExpression, byName, planInline, planThings } from './object.ts';
import type { FieldRequest, Scope } from './plan.ts';

/** How many texts of each kind an engine is asked for, as a multiple of the hits wanted. */
const TEXTS_PER_HIT = 10;

/** How many texts of each kind at least where types or a day leave some of them out again. */
const TEXTS_MIN = 1_000;

/** Plans `search(text:)`: the hits of a full-text search are parameters of the statement, which reads what they are of. */
export function planSearch(request: FieldRequest): Reading {
  const { scope, typeName: owner, selected } = request;
  const { text, types } = selected.arguments;
  invariant(text, `${owner}.${selected.name} takes a text`);
  const { size } = readPage(request);
  const hits = `search ${scope.searches.length}`;
  const least = types?.present || scope.asOf !== undefined ? TEXTS_MIN : 0;
  const limit = (variables: Variables) => Math.max(least, size(variables) * TEXTS_PER_HIT);
  scope.searches.push({ hits, text: (variables) => String(text.read(variables)), limit });
  const [item, rank] = [variable('v'), variable('i')];
  const among = types?.present ? scope.parameter((variables) => types.read(variables) as Value) : undefined;
  const found = bound(item, foundBy(scope, { hits, item, rank }));
  const items = among
    ? restricted(found, [expression`any(label IN labels(${item}) WHERE label IN ${among})`])
    : found;
  return planThings(
    request,
    { items, order: inOrderOf(rank), size },
    byName({
      node: (asked) => planInline(asked, { variable: item }),
      score: ({ row }) => foundPart(addExpression(row, rank), partOf(hits, 'score')),
      matched: ({ row }) => foundPart(addExpression(row, rank), partOf(hits, 'matched')),
      text: ({ row }) => foundPart(addExpression(row, rank), partOf(hits, 'text')),
    }),
  );
}

/** The hits of a search, where the variables hold them. */
const hitsIn = (variables: Variables, hits: string) => variables[hits] as readonly SearchHit[];

const partOf = (hits: string, part: 'score' | 'matched' | 'text') => (variables: Variables, at: number) =>
  hitsIn(variables, hits)[at]?.[part] ?? null;

/** A node that a search found, its place among the hits, and where the variables hold these. */
type Hit = { readonly item: Variable; readonly rank: Variable; readonly hits: string };

/** The nodes that the hits are of, each with the place of its best hit. */
function foundBy(scope: Scope, { hits, item, rank }: Hit): readonly Clause[] {
  const index = variable('i');
  // A thing has a variable of its own: as of a day it has a state, and texts have none.
  const [thing, text] = [variable('v'), variable('v')];
  const shown = allOf(leftIn(scope, 'Entity', { variable: thing }));
  const matched: { readonly [place in SearchedIn]: (key: Expression) => readonly Clause[] } = {
    names: (key) => clauses`MATCH (:Name {key: ${key}})-[:NAMES]->(${thing}:Entity) WHERE ${shown}`,
    claims: (key) => clauses`MATCH (${text}:Claim {id: ${key}})`,
    sentences: (key) => clauses`MATCH (${text}:Sentence {id: ${key}})`,
  };
  const branches = (Object.keys(textIndexes) as SearchedIn[]).map((place) => {
    const found = (variables: Variables) =>
      hitsIn(variables, hits)
        .map((hit, at) => ({ hit, at }))
        .filter(({ hit }) => hit.in === place);
    const keys = scope.parameter((variables) => found(variables).map(({ hit }) => hit.key));
    const places = scope.parameter((variables) => found(variables).map(({ at }) => at));
    return [
      ...clauses`UNWIND range(0, size(${keys}) - 1) AS ${index}`,
      ...matched[place](expression`${keys}[${index}]`),
      ...clauses`RETURN ${place === 'names' ? thing : text} AS ${item}, ${places}[${index}] AS ${rank}`,
    ];
  });
  return [subcall(...branches), ...clauses`WITH ${item}, min(${rank}) AS ${rank}`];
}
