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
  variable,
} from '../cypher/build.ts';
import { expression } from '../cypher/template.ts';
import { invariant, ServiceError } from '../errors.ts';
import type { FieldMapping, Joining } from '../model/mapping.ts';
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
  const mapping = scope.field(typeName, key);
  if (!fieldOf(subject, key)) return typeTest(subject, input);
  switch (mapping.kind) {
    case 'property': {
      if (mapping.rule !== undefined && scope.mapping.rule(mapping.rule).isName)
        return nameComparisons(subject, { ...mapping, key }, input);
      const value = property(element.variable, mapping.property, mapping.rule ?? element.rule);
      return comparisons(scope, operandOf(subject, key, value), input);
    }
    case 'expression': {
      const value = fill(mapping.expression, given(scope, element)).piece;
      return comparisons(scope, operandOf(subject, key, value), input);
    }
    case 'endpoint':
      return planFilter(
        {
          scope,
          typeName: target(subject, key),
          element: { variable: endOf(element, mapping.end) },
          at: keysTo(subject, key),
        },
        input,
      );
    case 'stored': {
      const stored = { ...element, rule: mapping.rule };
      const at = keysTo(subject, key);
      const own = planFilter({ scope, typeName: target(subject, key), element: stored, at }, input);
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

/** The keys that lead to a key of a filter. */
const keysTo = ({ at = 'where' }: Subject, key: string): string => `${at}.${key}`;

/** A field that names its owner. */
type NameField = { readonly key: string; readonly property: string; readonly rule: string | undefined };

/** The operators that ask for a name as a whole. */
const NAMED: ReadonlySet<string> = new Set(['eq', 'in']);

/** `name: {eq: "US"}` asks for what the name means: `v0.id IN $p0`; for a part of a name its text is looked through. */
function nameComparisons(subject: Subject, field: NameField, input: Input): Expression {
  const { scope, element, typeName, within } = subject;
  const text = property(element.variable, field.property, field.rule ?? element.rule);
  const operand = operandOf(subject, field.key, text);
  return allOf(
    input.keys().map((operator) => {
      const asked = required(input, operator);
      if (operator === 'not') return negate(nameComparisons(subject, field, asked));
      if (!NAMED.has(operator)) return comparison(scope, operand, [operator, asked]);
      const wanted = { types: within ? undefined : typesMeant(scope, typeName), strong: within?.strong };
      const argument = keysTo(subject, field.key);
      const ids = scope.parameter(meantBy(planName(scope, asked, { argument, wanted, several: 'any' })));
      if (within) return joinedTo(scope, element, { patterns: within.patterns, ids });
      return operation('IN', property(element.variable, 'id'), ids);
    }),
  );
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

function operandOf(subject: Subject, key: string, value: Expression): Operand {
  const type = fieldOf(subject, key)?.type;
  invariant(type, `${subject.typeName} has no field ${key}`);
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
  const { scope, element, typeName } = subject;
  const declared = scope.mapping.interval(typeName, leading.key);
  if (declared) return interval({ scope, element, declared }, input);
  if (!leading.listed) return quantified(subject, leading, ['some', input]);
  return allOf(
    input.keys().flatMap((quantifier) => {
      const where = input.get(quantifier);
      return where?.present ? [quantified(subject, leading, [quantifier, where])] : [];
    }),
  );
}

/** What a filter on what a field leads to asks of. */
function itemOf(subject: Subject, { key, to }: Leading, element: Element): Subject {
  const { scope, typeName } = subject;
  const within = scope.mapping.within(typeName, key);
  return { scope, typeName: to, element, at: keysTo(subject, key), within };
}

type Quantified = readonly [quantifier: string, where: Input];

function quantified(subject: Subject, leading: Leading, [quantifier, where]: Quantified): Expression {
  const { scope, element } = subject;
  const { mapping, to } = leading;
  const found = joining(scope, { owner: element, mapping, typeName: to });
  if (!found) return counted(subject, leading, [quantifier, where]);
  const ways = found.map(({ match: way, element: item }) => {
    const test = planFilter(itemOf(subject, leading, item), where);
    const seen = [...conjuncts(way.where), ...seenBy(subject, leading, { item, where })];
    return {
      way: { element: item, match: { ...way, where: seen.length > 0 ? allOf(seen) : undefined } },
      test: quantifier === 'all' ? negate(test) : test,
    };
  });
  if (ways.some(({ test }) => isComputed(test))) return counted(subject, leading, [quantifier, where]);
  if (quantifier === 'single' && repeats(mapping)) return singleDistinct(subject, leading, where);
  const matches = ways.flatMap(({ way, test }) => meeting(way.match, test));
  if (quantifier === 'single') return exactlyOne(matches);
  const any = anyOf(matches.map((one) => subquery('EXISTS', [one])));
  return quantifier === 'some' ? any : negate(any);
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
function meeting(found: Match, test: Expression): readonly Match[] {
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
    const test = planFilter(itemOf(subject, leading, one.element), where);
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
function counted(subject: Subject, leading: Leading, [quantifier, where]: Quantified): Expression {
  const { scope, element } = subject;
  const { mapping, to } = leading;
  const owned = { owner: element, typeName: to };
  const items =
    mapping.kind === 'cypher'
      ? derivedItems(scope, { ...owned, mapping })
      : hopItems(scope, { ...owned, mapping });
  const test = planFilter(itemOf(subject, leading, items.element), where);
  const asked = quantifier === 'all' ? negate(test) : test;
  const item = items.element.variable;
  const count = variable('k');
  const seen = seenBy(subject, leading, { item: items.element, where });
  const clauses = holding(restricted(items, [...seen, ...conjuncts(asked)]));
  const one = query([...clauses, returning(returned(distinctCall('count', item), count))]);
  const computed: Expression = { kind: 'computed', query: one, column: count };
  if (quantifier === 'single') return equal(computed, literal(1));
  return operation(quantifier === 'some' ? '>' : '=', computed, literal(0));
}
