import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import {
  type Arguments,
  type Composite,
  directivesOf,
  everyDirective,
  inheritedDirective,
  strings,
} from './directives.ts';

/**
 * How the types and fields of schema.graphql stand for nodes, relationships and properties of the graph,
 * read from the directives beside them. The only place that knows what the directives mean.
 */

/** Which way a relationship is followed from the owner of a field. */
export type Direction = 'IN' | 'OUT';

/** Which end of a relationship. */
export type End = 'startNode' | 'endNode';

/** What a type stands for. */
export type TypeMapping =
  | { readonly kind: 'node'; readonly labels: readonly string[]; readonly order: readonly string[] }
  | { readonly kind: 'relationship'; readonly order: readonly string[] }
  | { readonly kind: 'value' };

/** Where a field comes from. */
export type FieldMapping =
  | {
      readonly kind: 'property';
      readonly property: string;
      readonly edtf?: 'EARLIEST' | 'LATEST';
      readonly asOf?: string;
    }
  | { readonly kind: 'expression'; readonly expression: string }
  | { readonly kind: 'quote'; readonly sentence: End }
  | {
      readonly kind: 'relationship';
      readonly type: string;
      readonly direction: Direction;
      readonly from?: End;
    }
  | { readonly kind: 'cypher'; readonly statement: string; readonly column: string; readonly edge: boolean }
  | { readonly kind: 'endpoint'; readonly end: End };

/** An argument that names an entity: the type it is resolved among, and the ways in which the match joins `this`. */
export type NamedArgument = { readonly as: string; readonly patterns: readonly string[] };

/** An argument that keeps items by what a derived field says of them: the field, and of one value the key. */
export type Having = { readonly field: string; readonly key?: string };

/** How a fuzzy date is compared: a pattern over `this` that ends in its WHERE, or the WHERE alone; its first and last day. */
export type Interval = { readonly match: string; readonly earliest: string; readonly latest: string };

/** A type that counts nodes of type `of` in groups: how their days are found, and what its fields group by. */
export type Statistics = {
  readonly of: string;
  readonly date: string;
  readonly dimensions: ReadonlyMap<string, { readonly match?: string; readonly key?: string }>;
};

/** The items of a list when no argument says how many, and the arguments that say. */
export type ListSize = { readonly assumedSize: number; readonly slicingArguments: readonly string[] };

/** The mapping of a whole schema. */
export type Mapping = {
  /** What the type stands for. A union or interface without labels is a `value` here. */
  type(name: string): TypeMapping;
  /** Where the field comes from; undeclared, it is the property of its own name. */
  field(typeName: string, fieldName: string): FieldMapping;
  /** The arguments of a field that name entities. */
  named(typeName: string, fieldName: string): ReadonlyMap<string, NamedArgument>;
  /** The arguments of a field that are short for a filter, with the path of keys into `where`. */
  shortcuts(typeName: string, fieldName: string): ReadonlyMap<string, readonly string[]>;
  /** The arguments of a field that keep items by what a derived field of theirs says. */
  having(typeName: string, fieldName: string): ReadonlyMap<string, Having>;
  /** How a fuzzy date is compared. */
  interval(typeName: string, fieldName: string): Interval | undefined;
  /** The field that orders a list where the request does not. */
  ordered(typeName: string, fieldName: string): string | undefined;
  /** How an index finds the owner of a text: a pattern over `this`, and `key`, the text folded as names are. */
  indexed(typeName: string, fieldName: string): string | undefined;
  /** Properties of objects of which the graph keeps what they were, as Cypher; see @asOf. */
  readonly histories: ReadonlyMap<string, string>;
  /** Properties of which the graph keeps what was told of them when, as Cypher; see @asOf. */
  readonly toldThen: ReadonlyMap<string, string>;
  /** What a type counts in groups. */
  statistics(typeName: string): Statistics | undefined;
  listSize(typeName: string, fieldName: string): ListSize | undefined;
  /** The type that declares a field: the interface that it comes from, else the type itself. */
  declarer(typeName: string, fieldName: string): string;
  /** What a field with these arguments costs besides the items that it gives, from @cost. */
  cost(typeName: string, fieldName: string, given: readonly string[]): number;
  /** The concrete types behind a type, in the order of the schema. */
  possible(name: string): readonly string[];
  /** The label that tells a concrete type from the others. */
  label(name: string): string;
  /** Labels that several types share: never the one that tells a type. */
  readonly sharedLabels: readonly string[];
};

function readType(type: GraphQLNamedType): TypeMapping {
  const found = directivesOf(type.astNode as GraphQLObjectType['astNode']);
  const node = found.get('node');
  if (node)
    return { kind: 'node', labels: strings(node.labels, []), order: strings(node.order, ['this.id']) };
  const relationship = found.get('relationshipProperties');
  if (relationship) return { kind: 'relationship', order: strings(relationship.order, []) };
  return { kind: 'value' };
}

/** Cypher of the schema, which may stand on several lines there, on one. */
const oneLine = (cypher: unknown): string => String(cypher).replace(/\s+/g, ' ').trim();

/** A statement that only computes is an expression: `RETURN type(this) AS predicate`. */
function readCypher(found: Arguments): FieldMapping {
  const statement = oneLine(found.statement);
  const column = String(found.columnName);
  const bare = new RegExp(`^RETURN (.+) AS ${column}$`).exec(statement);
  if (bare?.[1] && !bare[1].startsWith('{')) return { kind: 'expression', expression: bare[1] };
  return { kind: 'cypher', statement, column, edge: /\bRETURN\b.*\bedge\b/.test(statement) };
}

function readField(field: GraphQLField<unknown, unknown>): FieldMapping | undefined {
  const found = directivesOf(field.astNode);
  const cypher = found.get('cypher');
  if (cypher) return readCypher(cypher);
  const end: End | undefined = found.has('startNode')
    ? 'startNode'
    : found.has('endNode')
      ? 'endNode'
      : undefined;
  const relationship = found.get('relationship');
  if (relationship) {
    const { type, direction } = relationship as { type: string; direction: Direction };
    return { kind: 'relationship', type, direction, ...(end && { from: end }) };
  }
  if (end) return { kind: 'endpoint', end };
  const quote = found.get('quote');
  if (quote) return { kind: 'quote', sentence: quote.sentence === 'START_NODE' ? 'startNode' : 'endNode' };
  const property = found.get('alias')?.property as string | undefined;
  const edtf = found.get('edtf')?.bound as 'EARLIEST' | 'LATEST' | undefined;
  const told = found.get('asOf')?.expression;
  const asOf = told === undefined ? undefined : oneLine(told);
  if (property === undefined && edtf === undefined && asOf === undefined) return undefined;
  const name = property ?? field.name;
  return { kind: 'property', property: name, ...(edtf && { edtf }), ...(asOf !== undefined && { asOf }) };
}

function readInterval(found: Arguments): Interval {
  return {
    match: oneLine(found.match),
    earliest: String(found.earliest),
    latest: String(found.latest),
  };
}

function readStatistics(type: GraphQLObjectType): Statistics | undefined {
  const found = directivesOf(type.astNode).get('statistics');
  if (!found) return undefined;
  const dimensions = Object.values(type.getFields()).flatMap((field) => {
    const dimension = directivesOf(field.astNode).get('dimension');
    return dimension ? [[field.name, dimension as { match?: string; key?: string }] as const] : [];
  });
  return { of: String(found.of), date: oneLine(found.date), dimensions: new Map(dimensions) };
}

/** The directive of the field, else that of the interface that declares it. */
function inherited(type: Composite, fieldName: string): FieldMapping {
  for (const owner of [type, ...type.getInterfaces()]) {
    const field = owner.getFields()[fieldName];
    const mapping = field && readField(field);
    if (mapping) return mapping;
  }
  return { kind: 'property', property: fieldName };
}

function readListSize(type: Composite, fieldName: string): ListSize | undefined {
  const found = inheritedDirective(type, fieldName, 'listSize');
  return (
    found && {
      assumedSize: Number(found.assumedSize ?? 0),
      slicingArguments: strings(found.slicingArguments, []),
    }
  );
}

function readArguments<T>(
  field: GraphQLField<unknown, unknown>,
  directive: string,
  read: (a: Arguments) => T,
) {
  const found = new Map<string, T>();
  for (const argument of field.args) {
    const values = directivesOf(argument.astNode).get(directive);
    if (values) found.set(argument.name, read(values));
  }
  return found;
}

class MappingReader {
  readonly types = new Map<string, TypeMapping>();
  readonly fields = new Map<string, FieldMapping>();
  readonly named = new Map<string, ReadonlyMap<string, NamedArgument>>();
  readonly shortcuts = new Map<string, ReadonlyMap<string, readonly string[]>>();
  readonly having = new Map<string, ReadonlyMap<string, Having>>();
  readonly intervals = new Map<string, Interval>();
  readonly ordered = new Map<string, string>();
  readonly indexed = new Map<string, string>();
  readonly histories = new Map<string, string>();
  readonly toldThen = new Map<string, string>();
  readonly statistics = new Map<string, Statistics>();
  readonly costs = new Map<string, number>();
  readonly argumentCosts = new Map<string, ReadonlyMap<string, number>>();
  readonly listSizes = new Map<string, ListSize>();
  readonly declarers = new Map<string, string>();
  readonly possible = new Map<string, readonly string[]>();

  constructor(schema: GraphQLSchema) {
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__')) continue;
      this.types.set(type.name, readType(type));
      if (isInterfaceType(type) || isUnionType(type)) {
        this.possible.set(
          type.name,
          schema.getPossibleTypes(type).map((t) => t.name),
        );
      }
      if (isObjectType(type) || isInterfaceType(type)) this.readFields(type);
      const statistics = isObjectType(type) ? readStatistics(type) : undefined;
      if (statistics) this.statistics.set(type.name, statistics);
    }
  }

  private readFields(type: Composite): void {
    for (const field of Object.values(type.getFields())) {
      const key = `${type.name}.${field.name}`;
      const mapping = inherited(type, field.name);
      this.fields.set(key, mapping);
      if (isObjectType(type) && mapping.kind === 'property' && mapping.asOf !== undefined)
        this.histories.set(mapping.property, mapping.asOf);
      const size = readListSize(type, field.name);
      if (size) this.listSizes.set(key, size);
      const from = type.getInterfaces().find((one) => field.name in one.getFields());
      if (from) this.declarers.set(key, from.name);
      const interval = directivesOf(field.astNode).get('interval');
      if (interval) this.intervals.set(key, readInterval(interval));
      const cost = directivesOf(field.astNode).get('cost');
      if (cost) this.costs.set(key, Number(cost.weight));
      const ordered = directivesOf(field.astNode).get('ordered');
      if (ordered) this.ordered.set(key, String(ordered.by));
      for (const { property, expression } of everyDirective(field.astNode, 'asOf'))
        if (property) this.toldThen.set(String(property), oneLine(expression));
      const indexed = inheritedDirective(type, field.name, 'indexed');
      if (indexed) this.indexed.set(key, String(indexed.match));
      const named = readArguments(field, 'named', ({ as, pattern }) => ({
        as: String(as),
        patterns: [pattern].flat().map(String),
      }));
      if (named.size > 0) this.named.set(key, named);
      const shortcuts = readArguments(field, 'where', (a) => strings(a.path, []));
      if (shortcuts.size > 0) this.shortcuts.set(key, shortcuts);
      const having = readArguments(field, 'having', ({ field: of, key: part }) => ({
        field: String(of),
        ...(typeof part === 'string' && { key: part }),
      }));
      if (having.size > 0) this.having.set(key, having);
      const weights = readArguments(field, 'cost', ({ weight }) => Number(weight));
      if (weights.size > 0) this.argumentCosts.set(key, weights);
    }
  }
}

/** Reads the mapping of a schema built from schema.graphql. */
export function readMapping(schema: GraphQLSchema): Mapping {
  const read = new MappingReader(schema);
  const sharedLabels = [...read.possible.keys()].flatMap((name) => {
    const type = read.types.get(name);
    return type?.kind === 'node' ? type.labels : [];
  });
  const type = (name: string): TypeMapping => read.types.get(name) ?? { kind: 'value' };
  return {
    type,
    field: (typeName, fieldName) =>
      read.fields.get(`${typeName}.${fieldName}`) ?? { kind: 'property', property: fieldName },
    named: (typeName, fieldName) => read.named.get(`${typeName}.${fieldName}`) ?? new Map(),
    shortcuts: (typeName, fieldName) => read.shortcuts.get(`${typeName}.${fieldName}`) ?? new Map(),
    having: (typeName, fieldName) => read.having.get(`${typeName}.${fieldName}`) ?? new Map(),
    cost: (typeName, fieldName, given) => {
      const key = `${typeName}.${fieldName}`;
      const weights = given.map((argument) => read.argumentCosts.get(key)?.get(argument) ?? 0);
      return weights.reduce((sum, weight) => sum + weight, read.costs.get(key) ?? 0);
    },
    indexed: (typeName, fieldName) => read.indexed.get(`${typeName}.${fieldName}`),
    histories: read.histories,
    toldThen: read.toldThen,
    ordered: (typeName, fieldName) => read.ordered.get(`${typeName}.${fieldName}`),
    statistics: (typeName) => read.statistics.get(typeName),
    interval: (typeName, fieldName) => read.intervals.get(`${typeName}.${fieldName}`),
    listSize: (typeName, fieldName) => read.listSizes.get(`${typeName}.${fieldName}`),
    declarer: (typeName, fieldName) => read.declarers.get(`${typeName}.${fieldName}`) ?? typeName,
    possible: (name) => read.possible.get(name) ?? [name],
    label: (name) => {
      const mapping = type(name);
      return (mapping.kind === 'node' && mapping.labels.find((l) => !sharedLabels.includes(l))) || name;
    },
    sharedLabels,
  };
}
