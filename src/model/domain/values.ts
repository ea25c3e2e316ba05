import type { FieldDefinitionNode } from 'graphql';
import { directive, directivesOf, type Fielded, nameOf, textOf } from './sdl.ts';

/**
 * Dates of a node that claims give.
 *
 * A fuzzy date is read from properties beside each other: `date`, `dateWords`, `dateMin` and `dateMax` (the first and last day
 * that it can mean, and as numbers `dateMinDay` and `dateMaxDay`), `dateBasis` and so on, and of the fact that gives it
 * `dateFact`, `dateVerdict`, `dateArticles` and `dateSources`. A date of another node that has these properties too says @value.
 *
 * A date may be that of another node, the nearest on a path that has one: `@dated(path: "(this)-[:PART_OF*0..8]->(dated:Event)" …)`
 * gives `MATCH path = … WITH dated, length(path) AS distance ORDER BY distance, dated.id LIMIT 1 RETURN {edtf: dated.date …}`.
 */

/** The properties of a date beside its value, and the keys under which FuzzyDate reads them. */
const PARTS = [
  ['', 'edtf'],
  ['Words', 'words'],
  ['Min', 'earliest'],
  ['Max', 'latest'],
  ['MaxDay', 'latestDay'],
  ['Sort', 'sort'],
  ['Start', 'start'],
  ['End', 'end'],
  ['Precision', 'precision'],
  ['Basis', 'basis'],
  ['Text', 'text'],
  ['Fact', 'fact'],
  ['Verdict', 'verdict'],
  ['Articles', 'articles'],
  ['Sources', 'sources'],
] as const;

/** Those that are absent where they are false. */
const FLAGS = [
  ['StartInexact', 'startInexact'],
  ['EndInexact', 'endInexact'],
  ['Uncertain', 'uncertain'],
  ['Approximate', 'approximate'],
] as const;

/** What things are counted by: the days as texts, and as what compares. */
const DAYS = [
  ['Min', 'earliest'],
  ['Max', 'latest'],
  ['MinDay', 'first'],
  ['MaxDay', 'last'],
] as const;

/** Days beyond every date, for ends that are open or unknown: such an end is after all days, or before them. */
const [FIRST, LAST] = [-9_000_000_000_000_000, 9_000_000_000_000_000];

/** The type with its dates found. */
export function valued<T extends Fielded>(type: T): T {
  if (!directive(type, 'node')) return type;
  const found = (field: FieldDefinitionNode) => [
    ...directivesOf(foundBy(field)),
    ...(field.directives ?? []),
  ];
  return { ...type, fields: (type.fields ?? []).map((field) => ({ ...field, directives: found(field) })) };
}

function foundBy(field: FieldDefinitionNode): string {
  if (nameOf(field.type) !== 'FuzzyDate' || directive(field, 'cypher')) return '';
  return directive(field, 'dated') ? distantDate(field) : `@value ${ownDate(field.name.value)}`;
}

/** `edtf: dated.date, earliest: dated.dateMin, …` */
const partsOf = (owner: string, name: string): string =>
  [
    ...PARTS.map(([part, key]) => `${key}: ${owner}.${name}${part}`),
    ...FLAGS.map(([part, key]) => `${key}: coalesce(${owner}.${name}${part}, false)`),
  ].join(', ');

/** The days that a date can mean, as `@interval` takes them. */
const boundsOf = (owner: string, name: string): string =>
  `earliest: "coalesce(${owner}.${name}MinDay, ${FIRST})", latest: "coalesce(${owner}.${name}MaxDay, ${LAST})"`;

/** How a date of the node itself is read and compared. */
function ownDate(name: string): string {
  const present = `WHERE this.${name} IS NOT NULL`;
  return `@cypher(statement: "WITH this ${present} RETURN {${partsOf('this', name)}, inherited: false} AS date")
    @interval(match: "${present}", ${boundsOf('this', name)})`;
}

/** How the nearest date on a path is read, and compared: there is no nearer one. */
function distantDate(field: FieldDefinitionNode): string {
  const { found, way } = pathOf(field);
  const nearer = `length(way) < length(path) OR (length(way) = length(path) AND other.id < dated.id)`;
  const none = `NOT EXISTS { MATCH way = ${way} WHERE other.date IS NOT NULL AND (${nearer}) }`;
  return `@cypher(statement: "${found} ${NEAREST} RETURN {${partsOf('dated', 'date')}, inherited: distance > 0} AS date")
    @interval(match: "${found} AND ${none}", ${boundsOf('dated', 'date')})`;
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
  const name = date.name.value;
  return directive(date, 'dated')
    ? `${pathOf(date).found} ${NEAREST} RETURN ${countedOf('dated', 'date')} AS date`
    : `WITH this WHERE this.${name} IS NOT NULL RETURN ${countedOf('this', name)} AS date`;
}

const countedOf = (owner: string, name: string): string =>
  `{${DAYS.map(([part, key]) => `${key}: ${owner}.${name}${part}`).join(', ')}}`;
