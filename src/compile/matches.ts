import type { Clause, Expression, Variable } from '../cypher/ast.ts';
import { list, literal, query, TRUE, variable } from '../cypher/build.ts';
import { clauses, expression } from '../cypher/template.ts';
import { invariant } from '../errors.ts';
import { type Reason, reasons } from '../model/candidate/rules.ts';
import { found, type Reading, told } from './answer.ts';
import { planMany } from './field.ts';
import type { Variables } from './input.ts';
import { bound, derivedItems } from './items.ts';
import { inOrderOf, readPage } from './list.ts';
import { planName } from './names.ts';
import { addExpression, byName, planInline, planParts, planThings } from './object.ts';
import type { FieldRequest, Meaning, ReadText } from './plan.ts';

/**
 * `resolve(name:)`: what a text means as a name, told and not taken. The reader of names has read it before the statement
 * runs; the statement shows the things.
 */

/** What was read of the text. */
type Told = (variables: Variables) => ReadText;

/** Plans `resolve(name:)`. */
export function planMatchesOfName(request: FieldRequest): Reading {
  const { scope, selected } = request;
  const { name, types } = selected.arguments;
  invariant(name, 'resolve takes a name');
  const among = types?.present ? (scope.pin(types) as readonly string[]) : undefined;
  const key = planName(scope, name, { argument: 'name', wanted: { types: among }, several: 'told' });
  const read: Told = (variables) => {
    const [text] = (variables[key] as Meaning).texts;
    invariant(text, 'a name that was asked for is read');
    return text;
  };
  return planParts(request, {
    name: () => told(name.read),
    outcome: () => told((variables) => read(variables).reading.kind),
    ambiguous: () => told((variables) => read(variables).reading.kind === 'AMBIGUOUS'),
    matches: (asked) => planMatches(asked, read, among),
    suggestions: (asked) => planSuggestions(asked, read),
  });
}

/** The relationships by which a name names things. */
function planMatches(request: FieldRequest, read: Told, among?: readonly string[]): Reading {
  const { scope } = request;
  const names = variable('r');
  const key = scope.parameter((variables) => read(variables).key);
  const thing = variable('v');
  const labels = among && list(among.map((type) => literal(scope.mapping.label(type))));
  const isAmong = labels ? expression`any(label IN labels(${thing}) WHERE label IN ${labels})` : TRUE;
  const matched = query(
    clauses`MATCH (:Name {key: ${key}})-[${names}:NAMES]->(${thing}:Entity) WHERE ${isAmong} RETURN ${names}`,
  );
  const mapping = { kind: 'cypher' as const, query: matched, column: names, edge: undefined };
  return planMany(request, (typeName) => derivedItems(scope, { mapping, typeName }));
}

/** What a text may mean: the things of the candidates, in their order. */
function planSuggestions(request: FieldRequest, read: Told): Reading {
  const { scope } = request;
  const { size } = readPage(request);
  const candidates = (variables: Variables) => {
    const { reading } = read(variables);
    return reading.kind === 'UNKNOWN' ? reading.candidates.slice(0, size(variables)) : [];
  };
  const ids = scope.parameter((variables) => candidates(variables).map(({ thing }) => thing.id));
  const [item, place] = [variable('v'), variable('i')];
  const part = (tell: (reason: Reason) => unknown) => (asked: FieldRequest) =>
    found(addExpression(asked.row, place), (variables, at) => tell(reasonOf(candidates(variables), at)));
  return planThings(
    request,
    { items: bound(item, thingsOf(ids, item, place)), order: inOrderOf(place), size },
    byName({
      entity: (asked) => planInline(asked, { variable: item }),
      reason: part((reason) => reason),
      because: part((reason) => reasons[reason].words),
      score: part((reason) => reasons[reason].score),
    }),
  );
}

function reasonOf(candidates: readonly { readonly reason: Reason }[], at: number): Reason {
  const candidate = candidates[at];
  invariant(candidate, 'a thing that is suggested is a candidate');
  return candidate.reason;
}

/** Each of some things by its id, with its place among them. */
const thingsOf = (ids: Expression, item: Variable, place: Variable): readonly Clause[] =>
  clauses`UNWIND range(0, size(${ids}) - 1) AS ${place} MATCH (${item}:Entity {id: ${ids}[${place}]})`;
