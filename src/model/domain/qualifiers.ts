import type { FieldDefinitionNode, TypeDefinitionNode } from 'graphql';
import { definitionsOf, directive, type Fielded, isFielded, joinedByName, nameOf, textOf } from './sdl.ts';
import { Types } from './types.ts';

/**
 * A fact has what tells relationships of its kind apart. `type Attendance implements Attested { "The grade." grade: Float … }`,
 * which a field shows by `@relationship(type: "ATTENDS", …, properties: "Attendance")`, gives
 * `extend type Fact { "The grade, on ATTENDS." grade: Float }`.
 */

type Named = ReadonlyMap<string, TypeDefinitionNode>;

/** What has its value from elsewhere tells nothing apart. */
const DERIVED = ['startNode', 'endNode', 'alias', 'cypher', 'quote'] as const;

/** All types, with what facts have by the types of relationships that rest on them. */
export function withQualifiers(types: Named): Named {
  const fact = types.get('Fact');
  if (!isFielded(fact)) return types;
  const found = new Types(types);
  const resting = found
    .implementors('Attested')
    .filter(({ name }) => found.sort(name.value) === 'relationship');
  const texts = resting.flatMap((type) =>
    qualifiersOf(type, found).map((field) => textFor(field, followedAs(type, found))),
  );
  if (texts.length === 0) return types;
  const made = texts.flatMap((text) => definitionsOf(`type Fact { ${text} }`)).filter(isFielded);
  const fields = made.reduce((all, one) => joinedByName(all, one.fields), fact.fields ?? []);
  return new Map([...types, ['Fact', { ...fact, fields }]]);
}

/** The values that a type of relationships has of its own. */
function qualifiersOf(type: Fielded, types: Types): readonly FieldDefinitionNode[] {
  return (type.fields ?? []).filter(
    (field) =>
      !types.isInherited(type, field.name.value) &&
      !types.isComposite(nameOf(field.type)) &&
      !DERIVED.some((name) => directive(field, name)),
  );
}

/** The types of relationship that are shown as this type. */
function followedAs({ name }: Fielded, types: Types): readonly string[] {
  const fields = types.fielded().flatMap((type) => type.fields ?? []);
  const shown = fields.filter((field) => textOf(field, 'relationship', 'properties') === name.value);
  return [...new Set(shown.flatMap((field) => textOf(field, 'relationship', 'type') ?? []))];
}

function textFor({ description, name, type }: FieldDefinitionNode, on: readonly string[]): string {
  const said = `${(description?.value ?? '').replace(/\.$/, '')}, on ${on.join(' or ')}.`;
  return `${JSON.stringify(said)} ${name.value}: ${nameOf(type)}`;
}
