import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** Each field of each type of the schema, with an operation that asks for it. */
export function coordinates(
  schema: GraphQLSchema,
): readonly { readonly coordinate: string; readonly query: string }[] {
  const ways = waysTo(schema);
  return [...ways].flatMap(([type, wrap]) =>
    Object.values(type.getFields()).map((field) => ({
      coordinate: `${type.name}.${field.name}`,
      query: `{ ${wrap(asked(field))} }`,
    })),
  );
}

type Wrap = (inner: string) => string;

/** How to come to each type: the shortest way from the root. */
function waysTo(schema: GraphQLSchema): Map<GraphQLObjectType, Wrap> {
  const query = schema.getQueryType();
  const ways = new Map<GraphQLObjectType, Wrap>();
  if (!query) return ways;
  ways.set(query, (inner) => inner);
  for (const [type, wrap] of ways) {
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      const types = isAbstractType(named)
        ? schema.getPossibleTypes(named)
        : isObjectType(named)
          ? [named]
          : [];
      for (const found of types) {
        if (ways.has(found)) continue;
        const inside: Wrap = isAbstractType(named)
          ? (inner) => `... on ${found.name} { ${inner} }`
          : (inner) => inner;
        ways.set(found, (inner) => wrap(`${field.name}${values(field)} { ${inside(inner)} }`));
      }
    }
  }
  return ways;
}

function asked(field: GraphQLField<unknown, unknown>): string {
  return `${field.name}${values(field)}${isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''}`;
}

/** A value for each argument that must have one, and small pages. */
function values(field: GraphQLField<unknown, unknown>): string {
  const given = field.args.flatMap((argument) => {
    if (argument.name === 'first') return ['first: 1'];
    // One thing is asked for by id or by name.
    if (argument.name === 'name' && field.args.some(({ name }) => name === 'id')) return ['name: "x"'];
    if (!isNonNullType(argument.type) || argument.defaultValue !== undefined) return [];
    const type = getNullableType(argument.type);
    const named = getNamedType(type);
    const one = isEnumType(named) ? named.getValues()[0]?.name : named.name === 'Int' ? '1' : '"person:x"';
    return [`${argument.name}: ${isListType(type) ? `[${one}]` : one}`];
  });
  return given.length > 0 ? `(${given.join(', ')})` : '';
}
