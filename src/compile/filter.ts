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
 * `where` as Cypher that is true or false, never null, so that a filter and its negation share out the list:
 * what can be absent is tested for presence first.
 *
 *     where: {gave: {some: {item: {eq: "rifle"}}}, not: {agreement: {verdict: {in: [DISPUTED]}}}}
 *     EXISTS { MATCH (v0)-[r1:GAVE]->(v2:Gift) WHERE toLower(v2.item) = toLower($p0) } AND NOT k3 > 0
 *
 * Where a match finds what a field leads to, EXISTS asks for it; where more than a match does, as for agreement, the
 * condition refers to a value, `k3`, that `holding` computes beside each item.
 */

/** What a filter asks of: a bound thing, and the type whose fields the filter names. */
export type Subject = {
  readonly scope: Scope;
  readonly typeName: string;
  readonly element: Element;
  /** The keys that lead to the filter; `where` where it is left out. */
  readonly at?: string;
  /** How the thing can lie in what a name means, of a list whose items do. */
  readonly within?: Joining | undefined;
};

/** `where: {name: {contains: "kim"}}` gives `toLower(v0.name) CONTAINS toLower($p0) AND v0.name IS NOT NULL`. */
export function planFilter(subject: Subject, where: Input): Expression {
  const tests = where.keys().flatMap((key) => {
    const input = where.get(key);
    return input?.present ? [planCondition(subject, key, input)] : [];
  });
  return allOf(tests);
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
  if (key === 'and') return allOf(input.items().map((item) => planFilter(subject, item)));
  if (key === 'or') return anyOf(input.items().map((item) => planFilter(subject, item)));
  if (key === 'not') return negate(planFilter(subject, input));
  const type = scope.schema.getType(typeName);
  const field = type && 'getFields' in type ? type.getFields()[key] : undefined;
  if (!field) return typeTest(subject, input);
  const mapping = scope.field(typeName, key);
  const at = keysTo(subject, key);
  const below = (element: Element) => planFilter({ scope, typeName: nodeTypeOf(field), element, at }, input);
  const plain = (value: Expression) => comparisons(scope, operandOf(field, value), input);
  switch (mapping.kind) {
    case 'property': {
      const operand = operandOf(
        field,
        property(element.variable, mapping.property, mapping.rule ?? element.rule),
      );
      const isName = mapping.rule !== undefined && scope.mapping.rule(mapping.rule).isName;
      return isName ? names(subject, { operand, at }, input) : comparisons(scope, operand, input);
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
  const { scope, element, typeName, within } = subject;
  return allOf(
    input.keys().map((operator) => {
      const asked = required(input, operator);
      if (operator === 'not') return negate(names(subject, name, asked));
      if (!NAMED.has(operator)) return comparison(scope, name.operand, [operator, asked]);
      const wanted = { types: within ? undefined : typesMeant(scope, typeName), strong: within?.strong };
      const key = planName(scope, asked, { argument: name.at, wanted, several: 'any' });
      const ids = scope.parameter(meantBy(key));
      if (within) return joinedTo(scope, element, { patterns: within.patterns, ids });
      return operation('IN', property(element.variable, 'id'), ids);
    }),
  );
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
  const { scope, element } = subject;
  const own = call('labels', element.variable);
  return allOf(
    input.keys().map((operator) => {
      const value = required(input, operator);
      if (operator === 'not') return negate(typeTest(subject, value));
      const wanted = scope.parameter((variables) => value.read(variables) as Value);
      return operator === 'eq'
        ? operation('IN', wanted, own)
        : expression`any(label IN ${own} WHERE label IN ${wanted})`;
    }),
  );
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

function comparisons(scope: Scope, operand: Operand, input: Input): Expression {
  return allOf(
    input.keys().map((operator) => comparison(scope, operand, [operator, required(input, operator)])),
  );
}

/** The operators of a text that no index answers: all texts are looked through. */
const IN_TEXTS: ReadonlySet<string> = new Set(['contains', 'startsWith']);
const ORDERED: { readonly [operator: string]: string } = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

function comparison(scope: Scope, operand: Operand, [operator, asked]: readonly [string, Input]): Expression {
  const { value, nullable, sort } = operand;
  if (operator === 'not') return negate(comparisons(scope, operand, asked));
  if (operator === 'exists') return asked.value === true ? isNotNull(value) : isNull(value);
  const read = sort === 'id' ? (v: unknown) => checkId(v) : (v: unknown) => v as Value;
  const parameter = scope.parameter((variables) => read(asked.read(variables)));
  const test = compare(operand, operator, parameter);
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

/** A field that leads on, and how many of what it leads to must be so. */
type Asked = Followed & {
  readonly quantifier: string;
  readonly where: Input;
  /** Whether it also leads to what lists leave out. */
  readonly whole: boolean;
  readonly at: string;
  readonly within: Joining | undefined;
};

/** `gave: {some: {…}}` gives `EXISTS { MATCH (v0)-[r1:GAVE]->(v2:Gift) WHERE … }`; of one thing there is no `some`. */
function related(subject: Subject, field: Field, input: Input): Expression {
  const { scope, typeName, element } = subject;
  const declared = scope.mapping.interval(typeName, field.name);
  if (declared) return interval({ scope, element, declared }, input);
  const mapping = scope.field(typeName, field.name);
  invariant(mapping.kind === 'relationship' || mapping.kind === 'cypher', `${field.name} leads nowhere`);
  const isList = /^\[|Connection/.test(String(field.type));
  const whole = !isList || scope.mapping.whole(typeName, field.name);
  const within = scope.mapping.within(typeName, field.name);
  const at = keysTo(subject, field.name);
  const lead = { owner: element, mapping, typeName: nodeTypeOf(field), whole, at, within };
  if (!isList) return quantified(scope, { ...lead, quantifier: 'some', where: input });
  return allOf(
    input.keys().flatMap((quantifier) => {
      const where = input.get(quantifier);
      return where?.present ? [quantified(scope, { ...lead, quantifier, where })] : [];
    }),
  );
}

function quantified(scope: Scope, asked: Asked): Expression {
  const { quantifier } = asked;
  const ways = matched(scope, asked)?.map((items) => meeting(scope, items, asked));
  if (!ways || ways.some(({ conditions }) => conditions.some(isComputed))) return counted(scope, asked);
  if (quantifier === 'single' && (ways.length > 1 || isRepeating(asked))) return counted(scope, asked);
  const possible = ways.filter(({ conditions }) => !conditions.some(isFalse));
  const [only] = possible;
  if (quantifier === 'single') return only ? equal(subquery('COUNT', holding(only)), literal(1)) : FALSE;
  const any = anyOf(possible.map((items) => subquery('EXISTS', holding(items))));
  return quantifier === 'some' ? any : negate(any);
}

const isFalse = (test: Expression): boolean => test.kind === 'literal' && test.value === false;

/** Items that meet a condition, or fail to where all must meet it: none of what the list leaves out, unless it is asked for. */
function meeting(scope: Scope, items: Items, asked: Asked): Items {
  const { typeName, quantifier, where, whole, at, within } = asked;
  const test = planFilter({ scope, typeName, element: items.element, at, within }, where);
  const seen = whole || asksForGone(scope, typeName, where) ? [] : leftIn(scope, typeName, items.element);
  return restricted(items, [...seen, quantifier === 'all' ? negate(test) : test]);
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
function counted(scope: Scope, asked: Asked): Expression {
  const items = meeting(scope, followed(scope, asked), asked);
  const count = variable('k');
  const all = column(distinctCall('count', items.element.variable), count);
  const one = query([...holding(items), returning(all)]);
  const computed: Expression = { kind: 'computed', query: one, column: count };
  if (asked.quantifier === 'single') return equal(computed, literal(1));
  return operation(asked.quantifier === 'some' ? '>' : '=', computed, literal(0));
}
