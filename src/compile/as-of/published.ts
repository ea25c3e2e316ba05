import type { Expression, HopPattern, Name, NodePattern } from '../../cypher/ast.ts';
import { allOf, call, equal, list, literal, operation, property, variable } from '../../cypher/build.ts';
import { expression } from '../../cypher/template.ts';

/** What must hold of a part of a pattern on a day, and what a fact was then. */

type Bound<Part> = Part & { readonly variable: Name };

/** `any(i IN range(0, size(r.since) - 1) WHERE r.since[i] <= $p0 AND r.until[i] > $p0)`, of each of several in a row. */
export const heldOn = (part: Bound<HopPattern>, day: Expression): Expression =>
  ofEach(part, (one) => {
    const index = variable('i');
    const period = expression`any(${index} IN range(0, size(${one}.since) - 1) WHERE ${one}.since[${index}] <= ${day} AND ${one}.until[${index}] > ${day})`;
    return allOf([period, saidBy(one, part.types)]);
  });

/** A test of a hop, or of each of several one after the other. */
function ofEach({ variable: one, length }: Bound<HopPattern>, test: (one: Name) => Expression): Expression {
  if (length === undefined) return test(one);
  const item = variable('s');
  return { kind: 'quantifier', quantifier: 'all', item, list: one, where: test(item) };
}

/** Of what is WAS_SAID now, its predicate is one of those asked for. */
function saidBy(one: Name, types: readonly string[]): Expression {
  const predicate = property(one, 'predicate');
  const names = types.map((type) => literal(type));
  const [only, ...others] = names;
  const own = only && others.length === 0 ? equal(predicate, only) : operation('IN', predicate, list(names));
  return operation('OR', operation('IS NULL', predicate), own);
}

/** Whatever else a pattern binds must have been reported. */
export const partReported = (part: Bound<NodePattern | HopPattern>, day: Expression): Expression =>
  part.kind === 'node'
    ? reportedBy(part.variable, day, sinceOf(part.labels))
    : ofEach(part, (one) => reportedBy(one, day, REPORTED));

const REPORTED = ['reportedOn'];

/** What tells since when a node is there: of a fact, whose `reportedOn` is of those who still say so, the first day of all. */
function sinceOf(labels: readonly string[]): readonly string[] {
  if (labels.length === 0) return ['firstOn', 'reportedOn'];
  return labels.includes('Fact') ? ['firstOn'] : REPORTED;
}

/** `coalesce(v0.reportedOn, '') <= $p0` */
const reportedBy = (name: Name, day: Expression, since: readonly string[]): Expression =>
  operation('<=', call('coalesce', ...since.map((one) => property(name, one)), literal('')), day);

/** Properties of facts whose lists hold an empty text where there is no value. */
const EMPTY = new Set(['verdict', 'reportedOn', 'lastReportedOn', 'withdrawnOn', 'refinedBy']);

/** `r.statusThen[size([d IN r.days WHERE d <= $p0]) - 1]`; what is put together of several facts has no days. */
export function since(own: Expression, name: string, day: Expression): Expression {
  const [days, one] = [property(own, 'days'), variable('d')];
  const then = expression`${property(own, `${name}Then`)}[size([${one} IN ${days} WHERE ${one} <= ${day}]) - 1]`;
  const told = EMPTY.has(name) ? expression`CASE WHEN ${then} <> '' THEN ${then} END` : then;
  return expression`CASE WHEN ${days} IS NULL THEN ${property(own, name)} ELSE ${told} END`;
}
