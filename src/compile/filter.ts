import { getNamedType, isNonNullType } from 'graphql';
import { invariant, ServiceError } from '../errors.ts';
import type { Value } from '../store/store.ts';
import { narrowed } from './cypher.ts';
import { property } from './identifiers.ts';
import { checkId } from './identity.ts';
import { type Input, required } from './input.ts';
import { interval } from './interval.ts';
import { type JoinedBy, joined } from './joined.ts';
import { allOf, anyOf, negate } from './logic.ts';
import { propertyOf } from './property.ts';
import { instantiateReported } from './reported.ts';
import { type Element, givenBy, type Scope } from './scope.ts';
import { endOf } from './source.ts';

/**
 * `where` as Cypher that is true or false, never null, so that a filter and its negation share out the list:
 * what can be absent is tested for presence first.
 */

/** What a filter asks of: a bound thing, and the type whose fields the filter names. */
export type Subject = { readonly scope: Scope; readonly typeName: string; readonly element: Element };

/** `where: {name: {contains: "kim"}}` gives `(toLower(v0.name) CONTAINS toLower($p0) AND v0.name IS NOT NULL)`. */
export function planFilter(subject: Subject, where: Input): string {
  const tests = where.keys().flatMap((key) => {
    const input = where.get(key);
    return input?.present ? [planCondition(subject, key, input)] : [];
  });
  return allOf(tests);
}

function planCondition(subject: Subject, key: string, input: Input): string {
  const { scope, typeName, element } = subject;
  if (key === 'and') return allOf(input.items().map((item) => planFilter(subject, item)));
  if (key === 'or') return anyOf(input.items().map((item) => planFilter(subject, item)));
  if (key === 'not') return negate(planFilter(subject, input));
  const mapping = scope.mapping.field(typeName, key);
  if (!fieldOf(subject, key)) return typeTest(subject, input);
  switch (mapping.kind) {
    case 'property': {
      const text = propertyOf(scope, element, mapping);
      return comparisons(scope, operandOf(subject, key, text), input);
    }
    case 'expression': {
      const { text } = instantiateReported(scope, mapping.expression, givenBy(scope, element));
      return comparisons(scope, operandOf(subject, key, text), input);
    }
    case 'endpoint':
      return planFilter(
        { scope, typeName: target(subject, key), element: { variable: endOf(element, mapping.end) } },
        input,
      );
    case 'relationship':
    case 'cypher':
      return related(subject, { key, mapping, to: target(subject, key) }, input);
    case 'quote':
      throw new ServiceError('BAD_USER_INPUT', `${typeName}.${key} cannot be filtered by.`);
  }
}

function fieldOf({ scope, typeName }: Subject, key: string) {
  const type = scope.schema.getType(typeName);
  invariant(type && 'getFields' in type, `${typeName} has no fields`);
  return type.getFields()[key];
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
function typeTest(subject: Subject, input: Input): string {
  const { scope, element } = subject;
  const own = `labels(${element.variable})`;
  return allOf(
    input.keys().map((operator) => {
      const value = required(input, operator);
      if (operator === 'not') return negate(typeTest(subject, value));
      const wanted = scope.parameter((variables) => value.read(variables) as Value);
      return operator === 'eq' ? `${wanted} IN ${own}` : `any(label IN ${own} WHERE label IN ${wanted})`;
    }),
  );
}

type Operand = {
  readonly text: string;
  readonly nullable: boolean;
  readonly sort: 'id' | 'text' | 'list' | 'plain';
};

function operandOf(subject: Subject, key: string, text: string): Operand {
  const type = fieldOf(subject, key)?.type;
  invariant(type, `${subject.typeName} has no field ${key}`);
  const name = String(type).replace('!', '');
  const sort = name === 'ID' ? 'id' : name === 'String' ? 'text' : name.startsWith('[') ? 'list' : 'plain';
  return { text, nullable: !isNonNullType(type), sort };
}

function comparisons(scope: Scope, operand: Operand, input: Input): string {
  return allOf(
    input.keys().map((operator) => comparison(scope, operand, [operator, required(input, operator)])),
  );
}

/** The operators of a text that no index answers: all texts are looked through. */
const IN_TEXTS: ReadonlySet<string> = new Set(['contains', 'startsWith']);
const ORDERED: { readonly [operator: string]: string } = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

function comparison(scope: Scope, operand: Operand, [operator, value]: readonly [string, Input]): string {
  if (operator === 'not') return negate(comparisons(scope, operand, value));
  if (operator === 'exists') return `${operand.text} IS ${value.value === true ? 'NOT NULL' : 'NULL'}`;
  const read = operand.sort === 'id' ? (v: unknown) => checkId(v) : (v: unknown) => v as Value;
  const parameter = scope.parameter((variables) => read(value.read(variables)));
  const test = compare(operand, operator, parameter);
  if (operand.nullable) return `(${operand.text} IS NOT NULL AND ${test})`;
  // It is always there, but Neo4j reads all texts out of an index, in half the time, only when told so.
  return operand.sort === 'text' && IN_TEXTS.has(operator)
    ? `(${test} AND ${operand.text} IS NOT NULL)`
    : test;
}

function compare(operand: Operand, operator: string, parameter: string): string {
  const { text, sort } = operand;
  if (sort === 'list') {
    return `any(item IN coalesce(${text}, []) WHERE toLower(item) = toLower(${parameter}))`;
  }
  const [left, right] = sort === 'text' ? [`toLower(${text})`, `toLower(${parameter})`] : [text, parameter];
  if (operator === 'eq') return `${left} = ${right}`;
  if (operator === 'in') {
    return sort === 'text' ? `${left} IN [item IN ${parameter} | toLower(item)]` : `${left} IN ${parameter}`;
  }
  if (operator === 'contains') return `${left} CONTAINS ${right}`;
  if (operator === 'startsWith') return `${left} STARTS WITH ${right}`;
  const ordered = ORDERED[operator];
  invariant(ordered, `an operator ${operator} passed validation`);
  return `${left} ${ordered} ${right}`;
}

/** A field that leads on: how, and to which type. */
type Leading = { readonly key: string; readonly mapping: JoinedBy; readonly to: string };

/** `gave: {some: {…}}` gives `EXISTS { MATCH (v0)-[r:GAVE]->(v1:Gift) WHERE … }`. */
function related(subject: Subject, leading: Leading, input: Input): string {
  const { key, mapping, to } = leading;
  const { scope, element } = subject;
  if (mapping.kind === 'cypher' && scope.mapping.type(to).kind === 'value') {
    const declared = scope.mapping.interval(subject.typeName, key);
    invariant(declared, `${subject.typeName}.${key} says nothing of its interval`);
    return interval({ scope, element, declared }, input);
  }
  const type = String(fieldOf(subject, key)?.type);
  const single = !type.includes('Connection') && !type.startsWith('[');
  if (single) return quantified(subject, leading, ['some', input]);
  return allOf(
    input.keys().flatMap((quantifier) => {
      const where = input.get(quantifier);
      return where?.present ? [quantified(subject, leading, [quantifier, where])] : [];
    }),
  );
}

function quantified(
  subject: Subject,
  leading: Leading,
  [quantifier, where]: readonly [string, Input],
): string {
  const { mapping, to } = leading;
  if (quantifier === 'single' && mapping.kind === 'cypher' && /\bDISTINCT\b/.test(mapping.statement)) {
    return singleDistinct(subject, leading, where);
  }
  const patterns = patternsOf(subject, leading).flatMap(({ pattern, element }) => {
    const test = planFilter({ scope: subject.scope, typeName: to, element }, where);
    return matching(pattern, quantifier === 'all' ? negate(test) : test);
  });
  if (quantifier === 'single') {
    if (patterns.length === 0) return 'false';
    return `${patterns.map((pattern) => `COUNT ${pattern}`).join(' + ')} = 1`;
  }
  const any = anyOf(patterns.map((pattern) => `EXISTS ${pattern}`));
  return quantifier === 'some' ? any : negate(any);
}

/** A pattern with a condition, in braces; nothing where the condition never holds. */
function matching(pattern: string, test: string): string[] {
  if (test === 'false') return [];
  if (test === 'true') return [`{ ${pattern} }`];
  return [`{ ${narrowed(pattern, [test])} }`];
}

const patternsOf = ({ scope, element }: Subject, { mapping, to }: Leading) =>
  joined(scope, element, mapping, to);

/** Where a pattern can find an item twice: there is one, and no other. */
function singleDistinct(subject: Subject, leading: Leading, where: Input): string {
  const found = () => {
    const [one] = patternsOf(subject, leading);
    invariant(one, 'a list without a pattern');
    const test = planFilter({ scope: subject.scope, typeName: leading.to, element: one.element }, where);
    return { text: narrowed(one.pattern, [test]), id: property(one.element.variable, 'id') };
  };
  const [one, other] = [found(), found()];
  return `EXISTS { ${one.text} AND NOT EXISTS { ${other.text} AND ${other.id} <> ${one.id} } }`;
}
