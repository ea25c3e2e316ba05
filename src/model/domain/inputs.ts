import type { EnumTypeDefinitionNode, FieldDefinitionNode } from 'graphql';
import { computedFilter, conditionCost } from './derived.ts';
import { directive, type Fielded, isFielded, isList, nameOf } from './sdl.ts';
import type { Types } from './types.ts';
import { manyOf } from './words.ts';

/**
 * The inputs of lists. `type Office { title: String! holder: Person! @startNode }` gives
 * `input OfficeWhere { title: TextFilter holder: PersonWhere and: [OfficeWhere!] … }`,
 * `input OfficeListFilter { some: OfficeWhere … }` and `input OfficeOrder @oneOf { title: Direction }`.
 */

/** The operators of a comparison, with what each means and what it takes; `*` stands for the type compared. */
type Operators = { readonly [name: string]: readonly [meaning: string, type: string] };

const EXISTS: Operators = { exists: ['Has a value, or has none.', 'Boolean'] };
const ONE: Operators = { eq: ['Is this one.', '*'], in: ['Is one of these.', '[*!]'] };
const NUMBER: Operators = {
  eq: ['Equals.', '*'],
  in: ['Is one of these.', '[*!]'],
  gt: ['Is greater.', '*'],
  gte: ['Is greater or equal.', '*'],
  lt: ['Is less.', '*'],
  lte: ['Is less or equal.', '*'],
  ...EXISTS,
};
const DAY: Operators = {
  eq: ['Is this day.', '*'],
  in: ['Is one of these.', '[*!]'],
  gt: ['Is later.', '*'],
  gte: ['Is this day or later.', '*'],
  lt: ['Is earlier.', '*'],
  lte: ['Is this day or earlier.', '*'],
  ...EXISTS,
};
const TEXT: Operators = {
  eq: ['Equals.', '*'],
  in: ['Equals one of these.', '[*!]'],
  contains: ['Contains.', '*'],
  startsWith: ['Starts with.', '*'],
  ...EXISTS,
};
const FUZZY: Operators = {
  during: ['May lie in the interval.', 'DateRange'],
  certainly: ['Given with `during` alone: true asks what must lie in the interval.', 'Boolean'],
  exists: ['Has a date, or has none.', 'Boolean'],
};

/** How values are compared: the name of the filter, what it says of itself, its operators, and whether it can be negated. */
type Comparison = { readonly filter: string; readonly meaning: string; readonly operators: Operators };

const COMPARISONS: { readonly [type: string]: Comparison } = {
  ID: { filter: 'IDFilter', meaning: 'Compares an id.', operators: ONE },
  String: { filter: 'TextFilter', meaning: 'Compares text without regard to case.', operators: TEXT },
  Int: { filter: 'IntFilter', meaning: 'Compares a whole number.', operators: NUMBER },
  Float: { filter: 'FloatFilter', meaning: 'Compares a number.', operators: NUMBER },
  Date: { filter: 'DateFilter', meaning: 'Compares a day.', operators: DAY },
  Boolean: {
    filter: 'BooleanFilter',
    meaning: 'Compares a truth value.',
    operators: { eq: ['Equals.', '*'] },
  },
  FuzzyDate: {
    filter: 'FuzzyDateFilter',
    meaning: 'Compares a fuzzy date as the interval it can mean.',
    operators: FUZZY,
  },
  '[String]': {
    filter: 'TextListFilter',
    meaning: 'Compares a list of texts without regard to case.',
    operators: { includes: ['One of them equals.', 'String'] },
  },
};

const DATE_RANGE = `"An interval of days, both ends included; an end that is left out, or null, is open." input DateRange {
  "The first day." from: Date = null
  "The last day." to: Date = null
}`;

/** An input that an argument or another input needs, and the names of those that it needs itself. */
export type Input = { readonly text: string; readonly needs: readonly string[] };

/** The input of that name, which must follow by rule: `PersonWhere`, `PersonListFilter`, `PersonOrder`, `StatusFilter`, `IDFilter`. */
export function inputOf(name: string, types: Types): Input | undefined {
  const [type] = Object.keys(COMPARISONS).filter((one) => COMPARISONS[one]?.filter === name);
  const comparison = COMPARISONS[type ?? ''];
  if (comparison) {
    const needs = comparison.operators === FUZZY ? ['DateRange'] : [];
    return { text: comparisonText(comparison, type ?? ''), needs };
  }
  if (name === 'DateRange') return { text: DATE_RANGE, needs: [] };
  const subject = (suffix: string) =>
    name.endsWith(suffix) ? types.byName.get(name.slice(0, -suffix.length)) : undefined;
  const [compared, asked, ordered] = [subject('ListFilter'), subject('Where'), subject('Order')];
  if (isFielded(compared)) return { text: listFilterText(compared), needs: [`${compared.name.value}Where`] };
  if (isFielded(asked)) return whereInput(asked, types);
  if (isFielded(ordered)) return { text: orderText(ordered, types), needs: [] };
  const listed = subject('Filter');
  return listed && { text: enumFilterText(listed as EnumTypeDefinitionNode), needs: [] };
}

function comparisonText({ filter, meaning, operators }: Comparison, type: string): string {
  const lines = Object.entries(operators).map(
    ([name, [what, takes]]) => `"${what}" ${name}: ${takes.replace('*', type)}`,
  );
  if (type !== 'Boolean') lines.push(`"Has a value, and another one." not: ${filter}`);
  return `"${meaning}" input ${filter} { ${lines.join(' ')} }`;
}

function enumFilterText({ name: { value: type } }: EnumTypeDefinitionNode): string {
  return comparisonText(
    { filter: `${type}Filter`, meaning: `Compares one of ${type}.`, operators: ONE },
    type,
  );
}

function listFilterText(type: Fielded): string {
  const where = `${type.name.value}Where`;
  return `"Compares the ${manyOf(type)} of a list." input ${type.name.value}ListFilter {
    "At least one is so; {} asks whether any is stated." some: ${where}
    "Some are stated, and each is stated to be otherwise; {} asks that none is stated." none: ${where}
    "Some are stated, and all are so." all: ${where}
    "Exactly one is so." single: ${where}
  }`;
}

function whereInput(type: Fielded, types: Types): Input {
  const where = `${type.name.value}Where`;
  const fields = (type.fields ?? []).flatMap((field) => {
    const filter = filterOf(field, types);
    const cost = conditionCost(type, field, filter === computedFilter(field, types));
    return filter ? [[field.name.value, filter, cost] as const] : [];
  });
  const typed = kindsOf(type, types).map((name) => ['type', `${name}Filter`, ''] as const);
  const compared = [...fields, ...typed];
  const lines = compared.map(([name, filter, cost]) => `"Compares \`${name}\`." ${name}: ${filter}${cost}`);
  const text = `"Which ${manyOf(type)}: all conditions hold." input ${where} { ${lines.join(' ')}
    "All of these hold." and: [${where}!]
    "One of these holds." or: [${where}!]
    "This is stated to be otherwise: where nothing is stated, neither it nor this holds." not: ${where}
  }`;
  return { text, needs: compared.map(([, filter]) => filter) };
}

/** The enum of the types behind an interface, where it has such an enum. */
function kindsOf({ name: { value } }: Fielded, types: Types): readonly string[] {
  return types.isEnum(`${value}Type`) ? [`${value}Type`] : [];
}

/** The name of the input that compares a field; nothing for what cannot be compared. */
function filterOf(field: FieldDefinitionNode, types: Types): string | undefined {
  if (directive(field, 'unfiltered') || directive(field, 'quote')) return undefined;
  const name = nameOf(field.type);
  const listed = types.listed(field);
  if (listed) return `${types.shownAs(listed.of)}ListFilter`;
  if (isList(field.type)) return COMPARISONS[`[${name}]`]?.filter;
  if (types.isEnum(name)) return `${name}Filter`;
  if (COMPARISONS[name]) return COMPARISONS[name].filter;
  if (types.sort(name) === 'value') return computedFilter(field, types);
  return `${types.shownAs(name)}Where`;
}

function orderText(type: Fielded, types: Types): string {
  const fields = orderedBy(type, types).map((name) => `"By \`${name}\`." ${name}: Direction`);
  return `"One thing to order ${manyOf(type)} by." input ${type.name.value}Order @oneOf { ${fields.join(' ')} }`;
}

/** The fields that hold one value which has an order; the id, which always tells, is the last resort. */
export function orderedBy(type: Fielded, types: Types): readonly string[] {
  const names = (type.fields ?? [])
    .filter((field) => isOrdered(field, types))
    .map((field) => field.name.value);
  return [...names.filter((name) => name !== 'id'), ...names.filter((name) => name === 'id')];
}

function isOrdered(field: FieldDefinitionNode, types: Types): boolean {
  const name = nameOf(field.type);
  const without = ['unfiltered', 'unordered', 'quote'].some((one) => directive(field, one));
  if (without || isList(field.type) || name === 'Boolean') return false;
  const value = types.byName.get(name);
  const isSorted = value !== undefined && isFielded(value) && directive(value, 'sorted') !== undefined;
  return types.isEnum(name) || isSorted || COMPARISONS[name] !== undefined;
}
