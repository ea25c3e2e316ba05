import type { FieldDefinitionNode, TypeDefinitionNode } from 'graphql';
import {
  definitionsOf,
  directive,
  type Fielded,
  isEnum,
  isFielded,
  joinedByName,
  nameOf,
  textOf,
} from './sdl.ts';
import { Types } from './types.ts';
import { continued, manyOf, spaced, upperFirst, withArticle } from './words.ts';

/**
 * Enums of what a domain consists of: `EntityType` and `SearchType` of its types, `Predicate` of the relationships between its
 * entities. What the core or a vocabulary says of a value stands; one that it says nothing of is described by the field that
 * follows the relationship.
 */

type Named = ReadonlyMap<string, TypeDefinitionNode>;

/** All types, with these enums. */
export function withEnums(types: Named): Named {
  const found = new Types(types);
  const entities = found.implementors('Entity');
  const kinds = entities.map((type) => value(withArticle(spaced(type.name.value)), type.name.value));
  const searched = entities.map((type) => value(manyOf(type), type.name.value));
  const made = [
    ['EntityType', kinds],
    ['SearchType', searched],
    ['Predicate', [...predicates(found), ...properties(found)]],
  ] as const;
  return made.reduce<Named>((all, [name, values]) => withValues(all, name, values), types);
}

const value = (said: string, name: string): string =>
  `${JSON.stringify(upperFirst(said).replace(/\.?$/, '.'))} ${name}`;

/** The types, one enum of which has these values too, behind those that are written. */
function withValues(types: Named, name: string, values: readonly string[]): Named {
  const type = types.get(name);
  if (!isEnum(type) || values.length === 0) return types;
  const [made] = definitionsOf(`enum ${name} { ${values.join(' ')} }`);
  return new Map([
    ...types,
    [name, { ...type, values: joinedByName(type.values, isEnum(made) ? made.values : []) }],
  ]);
}

/** A value for each type of relationship that leads from an entity to an entity. */
function predicates(types: Types): readonly string[] {
  const entities = types.implementors('Entity');
  const outward = entities.flatMap((type) =>
    (type.fields ?? []).map((field) => ({ type, field, direction: 'OUT' })),
  );
  const all = [...outward, ...outward.map((one) => ({ ...one, direction: 'IN' }))];
  const named = all.flatMap(({ type, field, direction }) => {
    const name = textOf(field, 'relationship', 'type');
    const follows = textOf(field, 'relationship', 'direction') === direction;
    return name !== undefined && follows && joinsEntities(field, types)
      ? [[name, value(said(type, field), name)] as const]
      : [];
  });
  return [...new Map([...named].reverse()).values()].reverse();
}

/** A value for each property that claims give a value of, and one for whether things take place. */
function properties(types: Types): readonly string[] {
  const entities = types.implementors('Entity');
  const shared = new Set(
    (types.byName.get('Entity') as Fielded | undefined)?.fields?.map(({ name }) => name.value),
  );
  const given = entities.flatMap((type) =>
    (type.fields ?? [])
      .filter((field) => !shared.has(field.name.value) && isGiven(field, types))
      .map((field) => [field.name.value, value(said(type, field), field.name.value)] as const),
  );
  const happen = entities.some((type) => type.fields?.some(isStatus));
  return [...(happen ? [value('it takes place', HAPPENS)] : []), ...new Map([...given].reverse()).values()];
}

/** The predicate of what takes place. */
const HAPPENS = 'happens';

const isStatus = (field: FieldDefinitionNode): boolean =>
  field.name.value === 'status' && nameOf(field.type) === 'Status';

/** Whether claims give the field a value: it is a property of the thing, which no owner declares. */
function isGiven(field: FieldDefinitionNode, types: Types): boolean {
  if (directive(field, 'value')) return true;
  const derived = ['cypher', 'relationship', 'declared', 'stored'].some((name) => directive(field, name));
  const scalar = !isFielded(types.byName.get(nameOf(field.type)));
  return scalar && !derived && !isStatus(field) && field.name.value !== 'weakAliases';
}

const said = (type: Fielded, field: FieldDefinitionNode): string =>
  `Of ${withArticle(spaced(type.name.value))}: ${continued(field)}`;

/** Whether a field leads to entities, or to relationships that join two of them. */
function joinsEntities(field: FieldDefinitionNode, types: Types): boolean {
  const far = types.byName.get(nameOf(field.type));
  if (!far || types.isEntity(types.shownAs(far.name.value))) return far !== undefined;
  const ends = isFielded(far)
    ? (far.fields ?? []).filter((one) => directive(one, 'startNode') || directive(one, 'endNode'))
    : [];
  return ends.length > 0 && ends.every((end) => types.isEntity(types.shownAs(nameOf(end.type))));
}
