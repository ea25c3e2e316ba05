import type { FieldDefinitionNode } from 'graphql';
import { directive, directivesOf, type Fielded, nameOf } from './sdl.ts';

/**
 * A fuzzy date of a node that says nothing of where it comes from is read from properties beside each other: `date`, `dateMin`
 * and `dateMax` (the first and last day that it can mean), `datePrecision`, `dateBasis` and `dateText`. Since when it is told
 * stands in `dateReportedOn`; what was told before, in `dates`, `dateMins` and so on, each from the day in `dateDays` on.
 * One that is derived by Cypher says @value where it has these properties too.
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

/** The type with its dates found: by rule, where they say nothing of it. */
export function dated<T extends Fielded>(type: T): T {
  if (!directive(type, 'node')) return type;
  const fields = (type.fields ?? []).map((field) =>
    nameOf(field.type) === 'FuzzyDate' ? found(field) : field,
  );
  return { ...type, fields };
}

function found(field: FieldDefinitionNode): FieldDefinitionNode {
  const name = field.name.value;
  const derived = directive(field, 'cypher') !== undefined;
  if (derived && !directive(field, 'value')) return field;
  const given = field.directives?.filter((one) => one.name.value !== 'value') ?? [];
  return {
    ...field,
    directives: [...directivesOf(`${histories(name)} ${derived ? '' : reading(name)}`), ...given],
  };
}

/** What each property of the date was on a day: what it is now, or the last that was told until then. */
function histories(name: string): string {
  const earlier = (many: string) =>
    `ELSE head([i IN range(size(coalesce(this.${name}Days, [])) - 1, 0, -1) WHERE this.${name}Days[i] <= asOf | this.${name}${many}[i]]) `;
  return PARTS.map(([part, many]) => {
    const expression = `CASE WHEN coalesce(this.${name}ReportedOn, '') <= asOf THEN this.${name}${part} ${many ? earlier(many) : ''}END`;
    return `@asOf(property: "${name}${part}", expression: "${expression}")`;
  }).join(' ');
}

/** How the date is read and compared. */
function reading(name: string): string {
  const parts = PARTS.map(([part, , key]) => `${key}: this.${name}${part}`).join(', ');
  const more = `inherited: false, property: '${name}', event: this.id`;
  const present = `WHERE this.${name} IS NOT NULL`;
  return `@cypher(statement: "WITH this ${present} RETURN {${parts}, ${more}} AS date", columnName: "date")
    @interval(match: "${present}", earliest: "this.${name}Min", latest: "this.${name}Max")`;
}
