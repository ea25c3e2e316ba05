import { type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode } from 'graphql';
import { directive, type Fielded, fieldsOf, interfacesOf, isFielded, joinedByName, textOf } from './sdl.ts';
import type { Types } from './types.ts';
import { continued, lowerFirst, manyOf, pluralOf, spaced, upperFirst } from './words.ts';

/**
 * The questions that follow from the types: `type Treaty implements Entity` can be listed (`treaties`) and looked up
 * (`treaty(id:, name:)`), and what is counted in groups has a question too (`giftStats(by:)`).
 */

/** The root with what is asked by rule; what is written there stands. */
export function rooted(query: ObjectTypeDefinitionNode, types: Types): ObjectTypeDefinitionNode {
  const nodes = types.fielded().filter(({ name }) => types.sort(name.value) === 'node');
  const concrete = nodes.filter(({ kind }) => kind === Kind.OBJECT_TYPE_DEFINITION);
  const fields: readonly FieldDefinitionNode[] = [
    ...nodes.flatMap((type) => fieldsOf(listOf(type))),
    ...concrete.flatMap((type) => fieldsOf(lookUpOf(type, types))),
    ...types.fielded().flatMap((type) => statisticsOf(type, types)),
  ];
  return { ...query, fields: joinedByName(query.fields, fields) };
}

function listOf(type: Fielded): string {
  return `"${upperFirst(manyOf(type))}: ${continued(type)}" ${pluralOf(type)}: [${type.name.value}!]!`;
}

function lookUpOf(type: Fielded, types: Types): string {
  const { value: name } = type.name;
  const one = spaced(name);
  if (!types.isEntity(name)) return `"One ${one}, by id." ${lowerFirst(name)}("Its id." id: ID!): ${name}`;
  return `"One ${one}, by id or by name; a name that several bear is refused." ${lowerFirst(name)}(
    "Its id." id: ID
    "A name that it alone of its type bears, or its id." name: String @named(as: "${name}", pattern: "(this)")
  ): ${name}`;
}

const hasStatus = ({ fields }: Fielded): boolean =>
  fields?.some(({ name }) => name.value === 'status') ?? false;

/** What is counted where the request does not say: nobody means plans, wishes and fears by how many there were. */
const SURE = `"Only those of these statuses, as it stands no plan is counted, unless \`where\` names a status or groups are by it; null is any."
    status: [Status!] = [OCCURRED, ONGOING, HABITUAL] @where(path: ["status", "in"])`;

function statisticsOf(type: Fielded, types: Types): readonly FieldDefinitionNode[] {
  const of = textOf(type, 'statistics', 'of');
  const counted = types.byName.get(of ?? '');
  if (of === undefined || !counted || !type.fields?.some((field) => directive(field, 'dimension'))) return [];
  const isSure = isFielded(counted) && interfacesOf(counted).includes('Sourced') && hasStatus(counted);
  return fieldsOf(`"${upperFirst(manyOf(counted))} counted in groups, the largest first." ${lowerFirst(of)}Stats(
    "What to group by; by several at once, each group has one value of each." by: [${of}Dimension!]!
    ${isSure ? SURE : ''}
    "Which of them are counted: all conditions hold." where: ${of}Where
    "How many groups at most." first: Int
  ): [${type.name.value}!]! @cost(weight: "1000") @listSize(assumedSize: 100, slicingArguments: ["first"])`);
}
