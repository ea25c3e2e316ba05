import { getNamedType, isNonNullType } from 'graphql';
import type { Expression, Match } from '../cypher/ast.ts';
import {
  allOf,
  anyOf,
  call,
  conjuncts,
  distinctCall,
  equal,
  FALSE,
  fill,
  isNotNull,
  isNull,
  literal,
  negate,
  operation,
  property,
  query,
  column as returned,
  returning,
  subquery,
  TRUE,
  variable,
} from '../cypher/build.ts';
import { expression } from '../cypher/template.ts';
import { invariant, ServiceError } from '../errors.ts';
import type { FieldMapping } from '../model/mapping.ts';
import type { Value } from '../store/store.ts';
import { asksForGone, leftIn } from './begin.ts';
import { checkId, type Input, required } from './input.ts';
import { interval } from './interval.ts';
import {
  derivedItems,
  endOf,
  given,
  holding,
  hopItems,
  isComputed,
  type Joined,
  joining,
  restricted,
} from './items.ts';
import type { Element, Scope } from './plan.ts';

/**
 * `where` as Cypher that is true or false, never null: what can be absent is tested for presence first.
 *
 *     where: {gave: {some: {item: {eq: "rifle"}}}, not: {agreement: {verdict: {in: [DISPUTED]}}}}
 *     EXISTS { MATCH (v0)-[r1:GAVE]->(v2:Gift) WHERE toLower(v2.item) = toLower($p0) } AND NOT k3 > 0
 *
 * A condition has three values: it is so, it is stated otherwise, or nothing is stated, and then neither it nor its
 * negation holds. So a condition is planned for what it denies too: `not` asks no Cypher to be turned round, but for
 * what is stated otherwise, down to the values. What is made in Russia, and what is made elsewhere:
 *
 *     madeIn: {name: {eq: "Russia"}}         EXISTS { MATCH (v0)-[:MADE_IN]->(v1) WHERE v1.name = $p0 }
 *     not: {madeIn: {name: {eq: "Russia"}}}  EXISTS { MATCH (v0)-[:MADE_IN]->(v1) } AND NOT EXISTS { … WHERE v1.name = $p0 }
 *
 * Where a match finds what a field leads to, EXISTS asks for it; where more than a match does, as for agreement, the
 * condition refers to a value, `k3`, that `holding` computes beside each item.
 */

/** What a filter asks of: a bound thing, the type whose fields the filter names, and whether they must be otherwise. */
export type Subject = {
  readonly scope: Scope;
  readonly typeName: string;
  readonly element: Element;
  readonly denied?: boolean;
};

/** What denies a condition asks of the same thing. */
const turned = <S extends { readonly denied?: boolean }>(subject: S): S => ({
  ...subject,
  denied: !subject.denied,
});

/** All of some conditions; denied, one of them is otherwise. */
const every = ({ denied }: Pick<Subject, 'denied'>, tests: readonly Expression[]): Expression =>
  denied ? anyOf(tests) : allOf(tests);

/** `where: {name: {contains: "kim"}}` gives `toLower(v0.name) CONTAINS toLower($p0) AND v0.name IS NOT NULL`. */
export function planFilter(subject: Subject, where: Input): Expression {
  const tests = where.keys().map((key) => planCondition(subject, key, required(where, key)));
  return every(subject, tests);
}

/** What a filter asks of items, one by one; nothing where it asks nothing. */
export function conditionsOf(subject: Subject, where: Input | undefined): readonly Expression[] {
  if (!where?.present) return [];
  const test = planFilter(subject, where);
  // a planner that knows the answer to be empty can fail on the rest: it is not told
  return test.kind === 'literal' && test.value === false
    ? [subject.scope.parameter(() => false)]
    : conjuncts(test);
}

function planCondition(subject: Subject, key: string, input: Input): Expression {
  const { scope, typeName, element } = subject;
  const planned = () => input.items().map((item) => planFilter(subject, item));
  if (key === 'and') return every(subject, planned());
  if (key === 'or') return every(turned(subject), planned());
  if (key === 'not') return planFilter(turned(subject), input);
  const mapping = scope.field(typeName, key);
  if (!fieldOf(subject, key)) return typeTest(subject, input);
  switch (mapping.kind) {
    case 'property': {
      const value = property(element.variable, mapping.property, mapping.rule ?? element.rule);
      return comparisons(subject, operandOf(subject, key, value), input);
    }
    case 'expression': {
      const value = fill(mapping.expression, given(scope, element)).piece;
      return comparisons(subject, operandOf(subject, key, value), input);
    }
    case 'endpoint': {
      const end = { variable: endOf(element, mapping.end) };
      return planFilter({ ...subject, typeName: target(subject, key), element: end }, input);
    }
    case 'stored': {
      const stored = { ...element, rule: mapping.rule };
      const own = planFilter({ ...subject, typeName: target(subject, key), element: stored }, input);
      if (!mapping.present || isNonNullType(fieldOf(subject, key)?.type)) return own;
      return allOf([fill(mapping.present, given(scope, element)).piece, own]);
    }
    case 'relationship':
    case 'cypher':
      return related(
        subject,
        { key, mapping, to: target(subject, key), listed: isList(subject, key) },
        input,
      );
    case 'quote':
      throw new ServiceError('BAD_USER_INPUT', `${typeName}.${key} cannot be filtered by.`);
  }
}

function fieldOf({ scope, typeName }: Subject, key: string) {
  const type = scope.schema.getType(typeName);
  invariant(type && 'getFields' in type, `${typeName} has no fields`);
  return type.getFields()[key];
}

function isList(subject: Subject, key: string): boolean {
  const type = String(fieldOf(subject, key)?.type);
  return type.includes('Connection') || type.startsWith('[');
}

/** The type at the far end of a field: the node type of a connection, else the field's own. */
function target(subject: Subject, key: string): string {
  const field = fieldOf(subject, key);
  invariant(field, `${subject.typeName} has no field ${key}`);
  const type = getNamedType(field.type);
  const nodes = 'getFields' in type ? type.getFields().nodes : undefined;
  return nodes ? getNamedType(nodes.type).name : type.name;
}

/** `type: {in: [Person]}` on an interface: the label tells. */
function typeTest(subject: Subject, input: Input): Expression {
  const { scope, element, denied } = subject;
  const own = call('labels', element.variable);
  const tests = input.keys().map((operator) => {
    const value = required(input, operator);
    if (operator === 'not') return typeTest(turned(subject), value);
    const wanted = scope.parameter((variables) => value.read(variables) as Value);
    const test =
      operator === 'eq'
        ? operation('IN', wanted, own)
        : expression`any(label IN ${own} WHERE label IN ${wanted})`;
    return denied ? negate(test) : test;
  });
  return every(subject, tests);
}

type Operand = {
  readonly value: Expression;
  readonly nullable: boolean;
  readonly sort: 'id' | 'text' | 'list' | 'plain';
};

function operandOf(subject: Subject, key: string, value: Expression): Operand {
  const type = fieldOf(subject, key)?.type;
  invariant(type, `${subject.typeName} has no field ${key}`);
  const name = String(type).replace('!', '');
  const sort = name === 'ID' ? 'id' : name === 'String' ? 'text' : name.startsWith('[') ? 'list' : 'plain';
  return { value, nullable: !isNonNullType(type), sort };
}

type Compared = Pick<Subject, 'scope' | 'denied'>;

function comparisons(compared: Compared, operand: Operand, input: Input): Expression {
  const tests = input
    .keys()
    .map((operator) => comparison(compared, operand, [operator, required(input, operator)]));
  return every(compared, tests);
}

/** The operators of a text that no index answers: all texts are looked through. */
const IN_TEXTS: ReadonlySet<string> = new Set(['contains', 'startsWith']);
const ORDERED: { readonly [operator: string]: string } = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

function comparison(
  compared: Compared,
  operand: Operand,
  [operator, asked]: readonly [string, Input],
): Expression {
  const { scope, denied = false } = compared;
  const { value, nullable, sort } = operand;
  if (operator === 'not') return comparisons(turned(compared), operand, asked);
  if (operator === 'exists') return (asked.value === true) !== denied ? isNotNull(value) : isNull(value);
  const read = sort === 'id' ? (v: unknown) => checkId(v) : (v: unknown) => v as Value;
  const parameter = scope.parameter((variables) => read(asked.read(variables)));
  const so = compare(operand, operator, parameter);
  const test = denied ? negate(so) : so;
  if (nullable) return allOf([isNotNull(value), test]);
  // It is always there, but Neo4j reads all texts out of an index, in half the time, only when told so.
  return sort === 'text' && IN_TEXTS.has(operator) ? allOf([test, isNotNull(value)]) : test;
}

function compare({ value, sort }: Operand, operator: string, parameter: Expression): Expression {
  if (sort === 'list')
    return expression`any(item IN coalesce(${value}, []) WHERE toLower(item) = toLower(${parameter}))`;
  const text = sort === 'text';
  const [left, right] = text ? [call('toLower', value), call('toLower', parameter)] : [value, parameter];
  if (operator === 'eq') return equal(left, right);
  if (operator === 'in')
    return operation('IN', left, text ? expression`[item IN ${parameter} | toLower(item)]` : parameter);
  if (operator === 'contains') return operation('CONTAINS', left, right);
  if (operator === 'startsWith') return operation('STARTS WITH', left, right);
  const ordered = ORDERED[operator];
  invariant(ordered, `an operator ${operator} passed validation`);
  return operation(ordered, left, right);
}

/** A field that leads on: how, and to which type. */
type Leading = {
  readonly key: string;
  readonly mapping: Extract<FieldMapping, { kind: 'relationship' | 'cypher' }>;
  readonly to: string;
  /** Whether it is a list, and not one thing. */
  readonly listed: boolean;
};

/** `gave: {some: {…}}` gives `EXISTS { MATCH (v0)-[r1:GAVE]->(v2:Gift) WHERE … }`. */
function related(subject: Subject, leading: Leading, input: Input): Expression {
  const { scope, element, typeName, denied } = subject;
  const declared = scope.mapping.interval(typeName, leading.key);
  if (declared) return interval({ scope, element, declared, denied }, input);
  if (!leading.listed) return quantified(subject, leading, ['some', input]);
  const tests = input
    .keys()
    .map((quantifier) => quantified(subject, leading, [quantifier, required(input, quantifier)]));
  return every(subject, tests);
}

type Quantified = readonly [quantifier: string, where: Input];

/** A list is what is stated: of an empty one nothing is so and nothing otherwise, and `{}` asks whether it is empty. */
function quantified(subject: Subject, leading: Leading, [quantifier, where]: Quantified): Expression {
  const { denied = false } = subject;
  const some = (test: Test) => meeting(subject, leading, { where, test });
  const so: Test = (item) => planFilter(item, where);
  const otherwise: Test = (item) => planFilter(turned(item), where);
  const any = () => some(() => TRUE);
  if (quantifier === 'single') {
    const one = onlyOne(subject, leading, where);
    return denied ? allOf([any(), negate(one)]) : one;
  }
  if (quantifier === (denied ? 'none' : 'some')) return some(so);
  if (quantifier === 'all' && denied) return some(otherwise);
  const [first] = where.keys();
  if (quantifier !== 'all' && first === undefined) return negate(any());
  const wanted = quantifier === 'all' ? so : otherwise;
  return allOf([any(), negate(some((item) => negate(wanted(item))))]);
}

/** What is asked of an item of a list. */
type Test = (item: Subject) => Expression;
type Asked = { readonly where: Input; readonly test: Test };

/** The matches that find the items of a list for which a test holds; undefined where more than a match is needed. */
function matchesOf(subject: Subject, leading: Leading, { where, test }: Asked): readonly Match[] | undefined {
  const { scope, element } = subject;
  const { mapping, to: typeName } = leading;
  const ways = joining(scope, { owner: element, mapping, typeName })?.map(({ match: way, element: item }) => {
    const seen = [...conjuncts(way.where), ...seenBy(subject, leading, { item, where })];
    const found = { ...way, where: seen.length > 0 ? allOf(seen) : undefined };
    return { found, test: test({ scope, typeName, element: item }) };
  });
  return ways?.some((one) => isComputed(one.test))
    ? undefined
    : ways?.flatMap((one) => holdingIn(one.found, one.test));
}

/** That a test holds of some item of a list. */
function meeting(subject: Subject, leading: Leading, asked: Asked): Expression {
  const matches = matchesOf(subject, leading, asked);
  if (!matches) return operation('>', counted(subject, leading, asked), literal(0));
  return anyOf(matches.map((one) => subquery('EXISTS', [one])));
}

/** That a filter holds of exactly one item of a list. */
function onlyOne(subject: Subject, leading: Leading, where: Input): Expression {
  const asked: Asked = { where, test: (item) => planFilter(item, where) };
  const matches = matchesOf(subject, leading, asked);
  if (!matches) return equal(counted(subject, leading, asked), literal(1));
  return repeats(leading.mapping) ? singleDistinct(subject, leading, where) : exactlyOne(matches);
}

/** What a filter sees of a list: not what the list leaves out, unless the filter asks for it. */
function seenBy(
  { scope, typeName }: Subject,
  { key, to, listed }: Leading,
  { item, where }: { readonly item: Element; readonly where: Input },
): readonly Expression[] {
  const whole = !listed || scope.mapping.whole(typeName, key) || asksForGone(scope, to, where);
  return whole ? [] : leftIn(scope, to, item);
}

/** A match with a condition; nothing where that never holds. */
function holdingIn(found: Match, test: Expression): readonly Match[] {
  if (test === FALSE || (test.kind === 'literal' && test.value === false)) return [];
  return [{ ...found, where: allOf([...conjuncts(found.where), test]) }].map(withoutTruth);
}

/** A WHERE that asks nothing is left out. */
const withoutTruth = (one: Match): Match =>
  one.where?.kind === 'literal' ? { ...one, where: undefined } : one;

function exactlyOne(matches: readonly Match[]): Expression {
  const [first, ...others] = matches.map((one) => subquery('COUNT', [one]));
  if (!first) return FALSE;
  return equal(
    others.reduce<Expression>((sum, one) => operation('+', sum, one), first),
    literal(1),
  );
}

/** Whether a match can find an item twice. */
function repeats(mapping: Leading['mapping']): boolean {
  const last = mapping.kind === 'cypher' ? mapping.query.branches[0]?.at(-1) : undefined;
  return last?.kind === 'return' && last.distinct === true;
}

/** Where a match can find an item twice: there is one, and no other. */
function singleDistinct(subject: Subject, leading: Leading, where: Input): Expression {
  const { scope, element } = subject;
  const { mapping, to } = leading;
  const find = (): Joined & { readonly tests: readonly Expression[] } => {
    const [one] = joining(scope, { owner: element, mapping, typeName: to }) ?? [];
    invariant(one, 'a list without a pattern');
    const test = planFilter({ scope, typeName: to, element: one.element }, where);
    const seen = seenBy(subject, leading, { item: one.element, where });
    return { ...one, tests: [...conjuncts(one.match.where), ...seen, ...conjuncts(test)] };
  };
  const [one, other] = [find(), find()];
  const itself = ({ variable }: Element) =>
    scope.mapping.type(to).kind === 'relationship' ? variable : property(variable, 'id');
  const apart = operation('<>', itself(other.element), itself(one.element));
  const second = subquery('EXISTS', [{ ...other.match, where: allOf([...other.tests, apart]) }]);
  return subquery('EXISTS', [{ ...one.match, where: allOf([...one.tests, negate(second)]) }]);
}

/**
 * What more than a match finds is counted beside each item:
 * `CALL (r0) { UNWIND coalesce(r0.claims, []) AS id_1 MATCH … WHERE … RETURN count(DISTINCT stated_2) AS k3 }`.
 */
function counted(subject: Subject, leading: Leading, { where, test }: Asked): Expression {
  const { scope, element } = subject;
  const { mapping, to } = leading;
  const owned = { owner: element, typeName: to };
  const items =
    mapping.kind === 'cypher'
      ? derivedItems(scope, { ...owned, mapping })
      : hopItems(scope, { ...owned, mapping });
  const asked = test({ scope, typeName: to, element: items.element });
  const item = items.element.variable;
  const count = variable('k');
  const seen = seenBy(subject, leading, { item: items.element, where });
  const clauses = holding(restricted(items, [...seen, ...conjuncts(asked)]));
  const one = query([...clauses, returning(returned(distinctCall('count', item), count))]);
  return { kind: 'computed', query: one, column: count };
}
