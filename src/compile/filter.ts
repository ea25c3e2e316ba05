import { type GraphQLField, type GraphQLInputField, getNamedType, isNonNullType } from 'graphql';
import type { Expression } from '../cypher/ast.ts';
import {
  allOf,
  anyOf,
  call,
  column,
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
  returning,
  subquery,
  TRUE,
  variable,
} from '../cypher/build.ts';
import { expression } from '../cypher/template.ts';
import { invariant, ServiceError } from '../errors.ts';
import type { Joining } from '../model/mapping.ts';
import type { Value } from '../store/store.ts';
import { asksForGone, leftIn } from './begin.ts';
import { checkId, type Input, required } from './input.ts';
import { interval } from './interval.ts';
import {
  endOf,
  type Followed,
  followed,
  given,
  holding,
  type Items,
  isComputed,
  matched,
  restricted,
} from './items.ts';
import { joinedTo, meantBy, planName, typesMeant } from './names.ts';
import type { Element, Scope } from './plan.ts';

/**
 * `where` as Cypher that is true or false, never null: what can be absent is tested for presence first.
 *
 *     where: {gave: {some: {item: {eq: "rifle"}}}, not: {agreement: {verdict: {in: [DISPUTED]}}}}
 *     EXISTS { MATCH (v0)-[r1:GAVE]->(v2:Gift) WHERE toLower(v2.item) = toLower($p0) } AND k3 > 0
 *
 * A condition has three values: it is so, it is stated otherwise, or nothing is stated, and then neither it nor its
 * negation holds. So `not` turns no Cypher round, but asks for what is stated otherwise, down to the values:
 *
 *     madeIn: {name: {eq: "Russia"}}         EXISTS { (v0)-[:MADE_IN]->(v1) WHERE v1.name = $p0 }
 *     not: {madeIn: {name: {eq: "Russia"}}}  EXISTS { (v0)-[:MADE_IN]->(v1) } AND NOT EXISTS { … WHERE NOT v1.name <> $p0 }
 *
 * Where a match finds what a field leads to, EXISTS asks for it; where more than a match does, as for agreement, the
 * condition refers to a value, `k3`, that `holding` computes beside each item.
 */

/** What a filter asks of: a bound thing, the type whose fields the filter names, and whether they are to be otherwise. */
export type Subject = {
  readonly scope: Scope;
  readonly typeName: string;
  readonly element: Element;
  readonly denied?: boolean;
  /** The keys that lead to the filter; `where` where it is left out. */
  readonly at?: string;
  /** How the thing can lie in what a name means, of a list whose items do. */
  readonly within?: Joining | undefined;
};

type Denied = Pick<Subject, 'denied'>;

/** The same thing, asked for what is otherwise. */
const turned = <S extends Denied>(subject: S): S => ({ ...subject, denied: !subject.denied });

/** All of some conditions; denied, one of them is otherwise. */
const every = ({ denied }: Denied, tests: readonly Expression[]): Expression =>
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
  const type = scope.schema.getType(typeName);
  const field = type && 'getFields' in type ? type.getFields()[key] : undefined;
  if (!field) return typeTest(subject, input);
  const mapping = scope.field(typeName, key);
  const at = keysTo(subject, key);
  const below = (element: Element) =>
    planFilter({ ...subject, typeName: nodeTypeOf(field), element, at, within: undefined }, input);
  const plain = (value: Expression) => comparisons(subject, operandOf(field, value), input);
  switch (mapping.kind) {
    case 'property': {
      const value = property(element.variable, mapping.property, mapping.rule ?? element.rule);
      const isName = mapping.rule !== undefined && scope.mapping.rule(mapping.rule).isName;
      return isName ? names(subject, { operand: operandOf(field, value), at }, input) : plain(value);
    }
    case 'expression':
      return plain(fill(mapping.expression, given(scope, element)).piece);
    case 'endpoint':
      return below({ variable: endOf(element, mapping.end) });
    case 'stored': {
      const own = below({ ...element, rule: mapping.rule });
      if (!mapping.present || isNonNullType(field.type)) return own;
      return allOf([fill(mapping.present, given(scope, element)).piece, own]);
    }
    case 'relationship':
    case 'cypher':
      return related(subject, field, input);
    case 'quote':
      throw new ServiceError('BAD_USER_INPUT', `${typeName}.${key} cannot be filtered by.`);
  }
}

/** The keys that lead to a key of a filter. */
const keysTo = ({ at = 'where' }: Subject, key: string): string => `${at}.${key}`;

/** The operators that ask for a name as a whole. */
const NAMED: ReadonlySet<string> = new Set(['eq', 'in']);

/** A name as text, and the keys that lead to it. */
type NameOperand = { readonly operand: Operand; readonly at: string };

/** `name: {eq: "US"}` asks for what the name means: `v0.id IN $p0`; for a part of a name its text is looked through. */
function names(subject: Subject, name: NameOperand, input: Input): Expression {
  const { scope, element, typeName, within, denied } = subject;
  const tests = input.keys().map((operator) => {
    const asked = required(input, operator);
    if (operator === 'not') return names(turned(subject), name, asked);
    if (!NAMED.has(operator)) return comparison(subject, name.operand, [operator, asked]);
    const wanted = { types: within ? undefined : typesMeant(scope, typeName), strong: within?.strong };
    const key = planName(scope, asked, { argument: name.at, wanted, several: 'any' });
    const ids = scope.parameter(meantBy(key));
    const test = within
      ? joinedTo(scope, element, { patterns: within.patterns, ids })
      : operation('IN', property(element.variable, 'id'), ids);
    return denied ? negate(test) : test;
  });
  return every(subject, tests);
}

type Field = GraphQLField<unknown, unknown> | GraphQLInputField;

/** The type at the far end of a field: the node type of a connection, else the field's own. */
function nodeTypeOf({ type }: Field): string {
  const named = getNamedType(type);
  const nodes = 'getFields' in named ? named.getFields().nodes : undefined;
  return nodes ? getNamedType(nodes.type).name : named.name;
}

/** `type: {in: [Person]}` on an interface: the label tells. */
function typeTest(subject: Subject, input: Input): Expression {
  const { scope, element, denied } = subject;
  const own = call('labels', element.variable);
  const tests = input.keys().map((operator) => {
    const value = required(input, operator);
    if (operator === 'not') return typeTest(turned(subject), value);
    const wanted = scope.parameter((variables) => value.read(variables) as Value);
    const one = operation('IN', wanted, own);
    const test = operator === 'eq' ? one : expression`any(label IN ${own} WHERE label IN ${wanted})`;
    return denied ? negate(test) : test;
  });
  return every(subject, tests);
}

type Operand = {
  readonly value: Expression;
  readonly nullable: boolean;
  readonly sort: 'id' | 'text' | 'list' | 'plain';
};

function operandOf({ type }: Field, value: Expression): Operand {
  const name = String(type).replace('!', '');
  const sort = name === 'ID' ? 'id' : name === 'String' ? 'text' : name.startsWith('[') ? 'list' : 'plain';
  return { value, nullable: !isNonNullType(type), sort };
}

type Compared = Pick<Subject, 'scope' | 'denied'>;

function comparisons(compared: Compared, operand: Operand, input: Input): Expression {
  const keys = input.keys();
  return every(
    compared,
    keys.map((operator) => comparison(compared, operand, [operator, required(input, operator)])),
  );
}

/** The operators of a text that no index answers: all texts are looked through. */
const IN_TEXTS: ReadonlySet<string> = new Set(['contains', 'startsWith']);
const ORDERED: { readonly [operator: string]: string } = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

type Operator = readonly [name: string, asked: Input];

function comparison(compared: Compared, operand: Operand, [operator, asked]: Operator): Expression {
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

/** A field that leads on, and the filter that what it leads to is asked. */
type Asked = Followed & {
  readonly where: Input;
  /** Whether it also leads to what lists leave out. */
  readonly whole: boolean;
  readonly at: string;
  readonly within: Joining | undefined;
};

/** What must hold of one that it leads to. */
type Test = (item: Subject) => Expression;

/** `gave: {some: {…}}` gives `EXISTS { MATCH (v0)-[r1:GAVE]->(v2:Gift) WHERE … }`; of one thing there is no `some`. */
function related(subject: Subject, field: Field, input: Input): Expression {
  const { scope, typeName, element, denied } = subject;
  const declared = scope.mapping.interval(typeName, field.name);
  if (declared) return interval({ scope, element, declared, denied }, input);
  const mapping = scope.field(typeName, field.name);
  invariant(mapping.kind === 'relationship' || mapping.kind === 'cypher', `${field.name} leads nowhere`);
  const isList = /^\[|Connection/.test(String(field.type));
  const whole = !isList || scope.mapping.whole(typeName, field.name);
  const within = scope.mapping.within(typeName, field.name);
  const at = keysTo(subject, field.name);
  const lead = { owner: element, mapping, typeName: nodeTypeOf(field), whole, at, within };
  if (!isList) return quantified(subject, 'some', { ...lead, where: input });
  const keys = input.keys();
  return every(
    subject,
    keys.map((key) => quantified(subject, key, { ...lead, where: required(input, key) })),
  );
}

/** A list is what is stated: of an empty one nothing is so and nothing otherwise, and `{}` asks whether it is empty. */
function quantified({ scope, denied = false }: Subject, quantifier: string, asked: Asked): Expression {
  const some = (test: Test) => someOf(scope, asked, test);
  const so: Test = (item) => planFilter(item, asked.where);
  const otherwise: Test = (item) => planFilter(turned(item), asked.where);
  const any = () => some(() => TRUE);
  if (quantifier === 'single') {
    const one = exactlyOne(scope, asked, so);
    return denied ? allOf([any(), negate(one)]) : one;
  }
  if (quantifier === (denied ? 'none' : 'some')) return some(so);
  if (quantifier === 'all' && denied) return some(otherwise);
  if (quantifier !== 'all' && asked.where.keys().length === 0) return negate(any());
  const each = quantifier === 'all' ? so : otherwise;
  return allOf([any(), negate(some((item) => negate(each(item))))]);
}

/** That a test holds of one at least. */
function someOf(scope: Scope, asked: Asked, test: Test): Expression {
  const ways = matchedBy(scope, asked, test);
  if (!ways) return operation('>', counted(scope, asked, test), literal(0));
  return anyOf(ways.map((items) => subquery('EXISTS', holding(items))));
}

/** That it holds of one alone, which a match that can find an item twice does not tell. */
function exactlyOne(scope: Scope, asked: Asked, test: Test): Expression {
  const ways = matchedBy(scope, asked, test);
  const [only] = ways ?? [];
  if (!ways || ways.length > 1 || isRepeating(asked)) return equal(counted(scope, asked, test), literal(1));
  return only ? equal(subquery('COUNT', holding(only)), literal(1)) : FALSE;
}

/** The items of which a test can hold, where a match finds them all. */
function matchedBy(scope: Scope, asked: Asked, test: Test): readonly Items[] | undefined {
  const ways = matched(scope, asked)?.map((items) => meeting(scope, { items, asked }, test));
  if (ways?.some(({ conditions }) => conditions.some(isComputed))) return undefined;
  return ways?.filter(({ conditions }) => !conditions.some(isFalse));
}

const isFalse = (test: Expression): boolean => test.kind === 'literal' && test.value === false;

type Led = { readonly items: Items; readonly asked: Asked };

/** Items of which a test holds: none of what the list leaves out, unless the filter asks for it. */
function meeting(scope: Scope, { items, asked }: Led, test: Test): Items {
  const { typeName, where, whole, at, within } = asked;
  const seen = whole || asksForGone(scope, typeName, where) ? [] : leftIn(scope, typeName, items.element);
  return restricted(items, [
    ...seen,
    ...conjuncts(test({ scope, typeName, element: items.element, at, within })),
  ]);
}

/** Whether a match can find an item twice. */
function isRepeating({ mapping }: Followed): boolean {
  const last = mapping.kind === 'cypher' ? mapping.query.branches[0]?.at(-1) : undefined;
  return last?.kind === 'return' && last.distinct === true;
}

/**
 * What more than a match finds is counted beside each item:
 * `CALL (r0) { UNWIND coalesce(r0.claims, []) AS id_1 MATCH … WHERE … RETURN count(DISTINCT stated_2) AS k3 }`.
 */
function counted(scope: Scope, asked: Asked, test: Test): Expression {
  const items = meeting(scope, { items: followed(scope, asked), asked }, test);
  const count = variable('k');
  const all = column(distinctCall('count', items.element.variable), count);
  return { kind: 'computed', query: query([...holding(items), returning(all)]), column: count };
}
