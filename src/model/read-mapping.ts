import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { checkMapping } from './check.ts';
import { type Arguments, directivesOf, inheritedDirective } from './directives.ts';
import type { FieldMapping, Gone, Mapping, Suggested, TypeMapping } from './mapping.ts';
import { MappingReader } from './mapping-reader.ts';

/** What is no type of the schema. */
const NO_TYPE: TypeMapping = { kind: 'value', sortedBy: [] };

/** What is no field of the schema, `__typename`. */
const NO_FIELD: FieldMapping = { kind: 'property', property: '__typename', rule: undefined };

/** The labels of what several types have in common. */
function sharedIn({ possible, types }: MappingReader): readonly string[] {
  return [...possible.keys()].flatMap((name) => {
    const type = types.get(name);
    return type?.kind === 'node' ? type.labels : [];
  });
}

/** Nodes that sources agree on; a claim that denies something is there all the same. */
const canGo = (type: GraphQLObjectType): boolean =>
  directivesOf(type.astNode).has('node') && type.getInterfaces().some(({ name }) => name === 'Sourced');

/** The status of a type, or of those behind it, some of whose values are @gone. */
function goneOf(schema: GraphQLSchema, type: GraphQLNamedType, read: MappingReader): Gone | undefined {
  const behind = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  for (const one of behind.filter(canGo)) {
    const field = one.getFields().status;
    const status = field && getNamedType(field.type);
    if (!isEnumType(status)) continue;
    const values = status.getValues().filter(({ astNode }) => directivesOf(astNode).has('gone'));
    if (values.length === 0) continue;
    const required = one === type && isNonNullType(field?.type);
    const rule = read.ruleOf('status', type.name);
    return { property: 'status', rule, values: values.map(({ name }) => name), required };
  }
  return undefined;
}

/** The fields with a directive, their own or that of an interface, `Type.field`. */
function fieldsWith(schema: GraphQLSchema, directive: string): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) || isInterfaceType(type),
  );
  const fields = types.flatMap((type) =>
    Object.keys(type.getFields()).flatMap((name) =>
      inheritedDirective(type, name, directive) ? [`${type.name}.${name}`] : [],
    ),
  );
  return new Set(fields);
}

/** What suggests things: the properties, and the relationships that have a title. */
function suggestedIn(schema: GraphQLSchema, { fields }: MappingReader): Suggested {
  const all = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));
  const by = (wanted: string) =>
    all.flatMap(({ type, field }) => {
      const suggests = directivesOf(field.astNode).get('suggests');
      const mapping = fields.get(`${type.name}.${field.name}`);
      return suggests?.by === wanted && mapping?.kind === 'property'
        ? [{ shownAs: type.name, property: mapping.property }]
        : [];
    });
  const relationships = all.flatMap(({ field }): readonly Arguments[] => {
    const relationship = directivesOf(field.astNode).get('relationship');
    return relationship ? [relationship] : [];
  });
  const typesOf = (shownAs: string) =>
    new Set(relationships.filter(({ properties }) => properties === shownAs).map(({ type }) => String(type)));
  return {
    codes: by('CODE').map(({ property }) => property),
    demonyms: by('DEMONYM').map(({ property }) => property),
    titles: by('TITLE').flatMap(({ shownAs, property }) =>
      [...typesOf(shownAs)].map((type) => ({ type, property })),
    ),
  };
}

/** Reads the mapping of a schema built from schema.graphql; what cannot be is refused with its place. */
export function readMapping(schema: GraphQLSchema): Mapping {
  const read = new MappingReader(schema);
  const sharedLabels = sharedIn(read);
  const gone = new Map(
    Object.values(schema.getTypeMap()).map((type) => [type.name, goneOf(schema, type, read)]),
  );
  const [whole, given] = [fieldsWith(schema, 'whole'), fieldsWith(schema, 'value')];
  const type = (name: string): TypeMapping => read.types.get(name) ?? NO_TYPE;
  const label = (name: string): string => {
    const found = type(name);
    return (found.kind === 'node' && found.labels.find((l) => !sharedLabels.includes(l))) || name;
  };
  const typeByLabel = new Map((read.possible.get('Entity') ?? []).map((name) => [label(name), name]));
  const from =
    <T>(map: ReadonlyMap<string, T>) =>
    (typeName: string, fieldName: string): T | undefined =>
      map.get(`${typeName}.${fieldName}`);
  const mapping: Mapping = {
    type,
    field: (typeName, fieldName) => read.fields.get(`${typeName}.${fieldName}`) ?? NO_FIELD,
    rule: (name) => read.rules.get(name) ?? {},
    relations: read.things.relations,
    named: (typeName, fieldName) => read.named.get(`${typeName}.${fieldName}`) ?? new Map(),
    within: from(read.within),
    shortcuts: (typeName, fieldName) => read.shortcuts.get(`${typeName}.${fieldName}`) ?? new Map(),
    cost: (typeName, fieldName, given) => {
      const key = `${typeName}.${fieldName}`;
      const weights = given.map((argument) => read.argumentCosts.get(key)?.get(argument) ?? 0);
      return weights.reduce((sum, weight) => sum + weight, read.costs.get(key) ?? 0);
    },
    conditionCost: (typeName, fieldName) => read.costs.get(`${typeName}.${fieldName}`) ?? 0,
    gone: (name) => gone.get(name),
    whole: (typeName, fieldName) => whole.has(`${typeName}.${fieldName}`),
    given: (typeName, fieldName) => given.has(`${typeName}.${fieldName}`),
    ordered: from(read.ordered),
    statistics: (typeName) => read.statistics.get(typeName),
    interval: from(read.intervals),
    listSize: from(read.listSizes),
    declarer: (typeName, fieldName) => read.declarers.get(`${typeName}.${fieldName}`) ?? typeName,
    possible: (name) => read.possible.get(name) ?? [name],
    label,
    typeOf: (labels) => {
      const own = labels.find((one) => !sharedLabels.includes(one)) ?? '';
      return typeByLabel.get(own) ?? own;
    },
    suggested: suggestedIn(schema, read),
    sharedLabels,
  };
  checkMapping({ schema, mapping, pieces: read.pieces });
  return mapping;
}
