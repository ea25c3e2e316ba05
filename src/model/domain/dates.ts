import type { FieldDefinitionNode } from 'graphql';
import { directive, directivesOf, type Fielded, nameOf } from './sdl.ts';

/**
 * A fuzzy date of a node that says nothing of where it comes from is read from properties beside each other: `date`, `dateMin`
 * and `dateMax` (the first and last day that it can mean), `datePrecision`, `dateBasis` and `dateText`, and of the fact that
 * gives it `dateFact`, `dateVerdict`, `dateArticles` and `dateSources`. One that is derived by Cypher says @value where it has
 * these properties too.
 */

/** The properties of a date beside its value, and the keys under which FuzzyDate reads them. */
const PARTS = [
  ['', 'edtf'],
  ['Min', 'earliest'],
  ['Max', 'latest'],
  ['Precision', 'precision'],
  ['Basis', 'basis'],
  ['Text', 'text'],
  ['Fact', 'fact'],
  ['Verdict', 'verdict'],
  ['Articles', 'articles'],
  ['Sources', 'sources'],
] as const;

/** The type with its dates found: by rule, where they say nothing of it. */
export function dated<T extends Fielded>(type: T): T {
  if (!directive(type, 'node')) return type;
  const fields = (type.fields ?? []).map((field) =>
    nameOf(field.type) === 'FuzzyDate' ? found(field) : field,
  );
  return { ...type, fields };
}

function found(field: FieldDefinitionNode): FieldDefinitionNode {
  if (directive(field, 'cypher')) return field;
  const directives = directivesOf(`@value ${reading(field.name.value)}`);
  return { ...field, directives: [...directives, ...(field.directives ?? [])] };
}

/** How the date is read and compared. */
function reading(name: string): string {
  const parts = PARTS.map(([part, key]) => `${key}: this.${name}${part}`).join(', ');
  const present = `WHERE this.${name} IS NOT NULL`;
  return `@cypher(statement: "WITH this ${present} RETURN {${parts}, inherited: false} AS date", columnName: "date")
    @interval(match: "${present}", earliest: "this.${name}Min", latest: "this.${name}Max")`;
}
