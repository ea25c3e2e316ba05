import type { FieldDefinitionNode } from 'graphql';
import { directive, directivesOf, type Fielded, nameOf, textOf } from './sdl.ts';

/**
 * Values of a node that claims give, and what they were on a day.
 *
 * `object: String @value` is told since `objectReportedOn`. A fuzzy date is read from properties beside each other: `date`, `dateMin`
 * and `dateMax` (the first and last day that it can mean), `datePrecision`, `dateBasis` and `dateText`. It is told since
 * `dateReportedOn`; what was told before stands in `dates`, `dateMins` and so on, each from the day in `dateDays` on.
 *
 * A date may be that of another node, the nearest on a path that has one: `@dated(path: "(this)-[:PART_OF*0..8]->(dated:Event)" …)`
 * gives `MATCH path = … WITH dated, length(path) AS distance ORDER BY distance, dated.id LIMIT 1 RETURN {edtf: dated.date …}`.
 */

/** The properties of a date beside its value, the lists of what they were, and the keys under which FuzzyDate reads them. */
const PARTS = [
  ['', 's', 'edtf'],
  ['Min', 'Mins', 'earliest'],
  ['Max', 'Maxs', 'latest'],
  ['Precision', 'Precisions', 'precision'],
  ['Basis', 'Bases', 'basis'],
  ['Text', undefined, 'text'],
] as const;

/** The type with what its values were, and its dates found. */
export function valued<T extends Fielded>(type: T): T {
  if (!directive(type, 'node')) return type;
  const said = (field: FieldDefinitionNode) => [...directivesOf(saidOf(field)), ...(field.directives ?? [])];
  return { ...type, fields: (type.fields ?? []).map((field) => ({ ...field, directives: said(field) })) };
}

function saidOf(field: FieldDefinitionNode): string {
  const name = field.name.value;
  const isValue = directive(field, 'value') !== undefined;
  if (nameOf(field.type) !== 'FuzzyDate')
    return isValue ? `@asOf(expression: "CASE WHEN ${told(name)} THEN this.${name} END")` : '';
  if (directive(field, 'cypher')) return isValue ? histories(name) : '';
  if (!directive(field, 'dated')) return `${histories(name)} ${ownDate(name)}`;
  return `${isValue ? histories(name) : ''} ${distantDate(field)}`;
}

const told = (name: string): string => `coalesce(this.${name}ReportedOn, '') <= asOf`;

/** What each property of the date was on a day: what it is now, or the last that was told until then. */
function histories(name: string): string {
  const earlier = (many: string) =>
    `ELSE head([i IN range(size(coalesce(this.${name}Days, [])) - 1, 0, -1) WHERE this.${name}Days[i] <= asOf | this.${name}${many}[i]]) `;
  return PARTS.map(([part, many]) => {
    const expression = `CASE WHEN ${told(name)} THEN this.${name}${part} ${many ? earlier(many) : ''}END`;
    return `@asOf(property: "${name}${part}", expression: "${expression}")`;
  }).join(' ');
}

/** `edtf: dated.date, earliest: dated.dateMin, …` */
const partsOf = (owner: string, name: string): string =>
  PARTS.map(([part, , key]) => `${key}: ${owner}.${name}${part}`).join(', ');

/** How a date of the node itself is read and compared. */
function ownDate(name: string): string {
  const more = `inherited: false, property: '${name}', event: this.id`;
  const present = `WHERE this.${name} IS NOT NULL`;
  return `@cypher(statement: "WITH this ${present} RETURN {${partsOf('this', name)}, ${more}} AS date", columnName: "date")
    @interval(match: "${present}", earliest: "this.${name}Min", latest: "this.${name}Max")`;
}

/** How the nearest date on a path is read, and compared: there is no nearer one. */
function distantDate(field: FieldDefinitionNode): string {
  const { found, way } = pathOf(field);
  const more = "inherited: distance > 0, property: 'date', event: dated.id";
  const nearer = `length(way) < length(path) OR (length(way) = length(path) AND other.id < dated.id)`;
  const none = `NOT EXISTS { MATCH way = ${way} WHERE other.date IS NOT NULL AND (${nearer}) }`;
  return `@cypher(statement: "${found} ${NEAREST} RETURN {${partsOf('dated', 'date')}, ${more}} AS date", columnName: "date")
    @interval(match: "${found} AND ${none}", earliest: "dated.dateMin", latest: "dated.dateMax")`;
}

const NEAREST = 'WITH dated, length(path) AS distance ORDER BY distance, dated.id LIMIT 1';

function pathOf(field: FieldDefinitionNode) {
  const [path, way, where] = ['path', 'way', 'where'].map((name) => textOf(field, 'dated', name) ?? '');
  return { found: `MATCH path = ${path} WHERE dated.date IS NOT NULL AND (${where})`, way };
}

/** The statement that finds the days of a thing, as far as they are counted by. */
export function daysOf(type: Fielded): string | undefined {
  const date = type.fields?.find((field) => nameOf(field.type) === 'FuzzyDate');
  if (!date) return undefined;
  if (directive(date, 'dated'))
    return `${pathOf(date).found} ${NEAREST} RETURN {earliest: dated.dateMin, latest: dated.dateMax} AS date`;
  const name = date.name.value;
  return `WITH this WHERE this.${name} IS NOT NULL RETURN {earliest: this.${name}Min, latest: this.${name}Max} AS date`;
}
