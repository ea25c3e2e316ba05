import { directive, type Fielded, fieldsOf, joinedByName, textOf } from './sdl.ts';
import type { Types } from './types.ts';
import { constant, lowerFirst, manyOf } from './words.ts';

/** How things are counted in groups: `type GiftStatistics @statistics(of: "Gift")` has a `GiftDimension` for each @dimension. */

/** The type with what every group has: how many there are, and the first and last day of them. */
export function counted<T extends Fielded>(type: T): T {
  if (textOf(type, 'statistics', 'of') === undefined) return type;
  const always = fieldsOf(`
    "How many there are." count: Int!
    "The first day that one of them can mean." first: Date
    "The last day that one of them can mean." last: Date`);
  return { ...type, fields: joinedByName(type.fields, always) };
}

/** What a type of groups can be grouped by. */
export function dimensionText(type: Fielded, types: Types): string {
  const of = types.byName.get(textOf(type, 'statistics', 'of') ?? '');
  if (!of) return '';
  const values = (type.fields ?? [])
    .filter((field) => directive(field, 'dimension'))
    .map(
      (field) =>
        `"By ${lowerFirst(field.description?.value ?? '').replaceAll('"', "'")}" ${constant(field.name.value)}`,
    );
  return `"What ${manyOf(of)} can be grouped by." enum ${of.name.value}Dimension { ${values.join(' ')} }`;
}
