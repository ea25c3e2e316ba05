import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
} from 'graphql';

/** The types among which an argument names something: those that the schema says, else those of the field. */
export function typesFor(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  argument: GraphQLArgument,
): readonly string[] {
  if (argument.name === 'where') return [];
  const named = argument.astNode?.directives?.find((one) => one.name.value === 'named');
  const as = named?.arguments?.find((one) => one.name.value === 'as')?.value;
  const type = as?.kind === 'StringValue' ? schema.getType(as.value) : getNamedType(field.type);
  if (isAbstractType(type)) return schema.getPossibleTypes(type).map((one) => one.name);
  return type ? [type.name] : [];
}

/** The types that a fragment can have where another stands: the type itself first. */
export function overlapping(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
): readonly GraphQLCompositeType[] {
  const all = Object.values(schema.getTypeMap()).filter(isCompositeType);
  const possible = (one: GraphQLCompositeType) => (isObjectType(one) ? [one] : schema.getPossibleTypes(one));
  const mine = possible(type);
  return [
    type,
    ...all.filter((one) => one !== type && possible(one).some((object) => mine.includes(object))),
  ];
}

/** Parts of a list, as its edges and pages are, do not lead deeper. */
export function isPart(type: GraphQLNamedType, below: GraphQLNamedType): boolean {
  return /(Connection|Edge)$/.test(type.name) || /(Edge|PageInfo)$/.test(below.name);
}
