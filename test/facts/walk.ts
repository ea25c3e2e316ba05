import {
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** Questions that ask for every field of every type. */

/** How far a walk leads from an item: its own fields, and what these lead to by their leaves. */
const DEPTH = 2;

/** More than any list of a test has. */
const ALL = 'first: 500';

/** How much of a value a difference shows. */
const SHOWN = 200;

type Field = GraphQLField<unknown, unknown>;

const needsNothing = ({ args }: Field): boolean =>
  args.every(({ type, defaultValue }) => !isNonNullType(type) || defaultValue !== undefined);

const isConnection = (type: GraphQLOutputType): boolean => getNamedType(type).name.endsWith('Connection');

/** Arguments that give the whole of a list, with what is denied or taken back. */
function argumentsOf({ args }: Field, more: readonly string[]): string {
  const has = (name: string) => args.some((argument) => argument.name === name);
  const given = [...(has('first') ? [ALL] : []), ...(has('withdrawn') ? ['withdrawn: true'] : []), ...more];
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function selectionOf(schema: GraphQLSchema, type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (!isObjectType(named)) {
    const possible = isInterfaceType(named) ? schema.getImplementations(named).objects : named.getTypes();
    return `{ __typename ${possible.map((one) => `... on ${one.name} ${selectionOf(schema, one, depth)}`).join(' ')} }`;
  }
  const fields = Object.values(named.getFields()).filter(
    (field) => needsNothing(field) && (depth > 0 || isLeafType(getNamedType(field.type))),
  );
  // A field of two types can differ in what it gives, so it has a key of its own in each.
  const asked = fields.map((field) => `${named.name}_${field.name}: ${fieldOf(schema, field, depth - 1)}`);
  return `{ __typename ${asked.join(' ')} }`;
}

function fieldOf(schema: GraphQLSchema, field: Field, depth: number, more: readonly string[] = []): string {
  const given = `${field.name}${argumentsOf(field, more)}`;
  const connection = getNamedType(field.type);
  if (!isConnection(field.type) || !isObjectType(connection))
    return `${given} ${selectionOf(schema, field.type, depth)}`;
  const edge = connection.getFields().edges?.type;
  return `${given} { totalCount edges ${edge ? selectionOf(schema, edge, depth + 1) : ''} }`;
}

/** What a list holds: things of one type are followed further than those of any. */
function depthOf({ type }: Field): number {
  const connection = getNamedType(type);
  const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
  return nodes && isObjectType(getNamedType(nodes.type)) ? DEPTH : 1;
}

/** One question for each list of the root, by the name of the list. */
export function walks(schema: GraphQLSchema, more: readonly string[] = []): ReadonlyMap<string, string> {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const lists = roots.filter((field) => needsNothing(field) && isConnection(field.type));
  return new Map(
    lists.map((field) => [field.name, `{ ${fieldOf(schema, field, depthOf(field) - 1, more)} }`]),
  );
}

/** Where two answers differ, each place with both: `edges.0.Gift_quantity: 12, not 10`. */
export function apart(one: unknown, other: unknown, path = ''): readonly string[] {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  const both = [one, other].every((value) => typeof value === 'object' && value !== null);
  const sizes = [one, other].map((value) => (Array.isArray(value) ? value.length : 0));
  if (!both || sizes[0] !== sizes[1])
    return [
      `${path}: ${JSON.stringify(one)?.slice(0, SHOWN)}, not ${JSON.stringify(other)?.slice(0, SHOWN)}`,
    ];
  const [mine, theirs] = [one, other] as { readonly [key: string]: unknown }[];
  return Object.keys(mine ?? {}).flatMap((key) => apart(mine?.[key], theirs?.[key], `${path}.${key}`));
}
