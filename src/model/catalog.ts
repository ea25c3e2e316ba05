/**
 * The things of the domain as a list: which types of nodes there are, which fields each holds, and which facts join
 * them. Files, tables, tools and pages are made from it, so that a type or a field written in the schema stands in all
 * of them. `type Treaty implements Entity & Node { … signedOn: Date  parties: CountryConnection! }` gives
 * `{ name: 'Treaty', list: 'treaties', fields: [{ name: 'signedOn', type: 'date', … }], links: [{ name: 'parties', … }] }`.
 */
import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import type { Expression } from '../cypher/ast.ts';
import type { Composite } from './directives.ts';
import type { Mapping } from './mapping.ts';

/** What a field of the domain holds; a `period` is a date as uncertain as the texts tell it. */
export type ValueType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'period' | 'list';

/** A field that holds a value. */
export type ValueField = {
  readonly name: string;
  readonly type: ValueType;
  /** Its description in the schema. */
  readonly about: string;
  /** What it may be, where the schema lists that. */
  readonly values: readonly string[] | null;
  /** Whether it is of the thing itself: the date of a gift is that of its giving. */
  readonly own: boolean;
};

/** A field that leads to other nodes of the domain over one relationship. */
export type Link = {
  readonly name: string;
  readonly about: string;
  readonly list: boolean;
  /** The field of the relationship's own type that holds the node at its other end, such as `country` of an office. */
  readonly end: string | null;
};

/** A type of nodes of the domain: a person, a country, an event. */
export type NodeType = {
  readonly name: string;
  readonly about: string;
  /** The field of the root that lists its nodes: `people`. */
  readonly list: string;
  /** What it holds besides `id` and `name`, in the order of the schema. */
  readonly fields: readonly ValueField[];
  readonly links: readonly Link[];
};

/** A label of the graph, and the property that identifies its nodes. */
export type Label = { readonly label: string; readonly key: 'id' | 'key' };

/** What a schema speaks of. */
export type Catalog = {
  /** The types of the domain, in the order of the schema. */
  readonly types: readonly NodeType[];
  readonly type: (name: string) => NodeType | undefined;
  /** The names of the facts that join them, in alphabetical order. */
  readonly predicates: readonly string[];
  /** The names of the facts that tell of one thing alone: that it takes place, and its values. */
  readonly properties: readonly string[];
  /** What a fact holds of the relationship that rests on it, and that tells it apart from others, such as a role. */
  readonly fact: readonly ValueField[];
  /** The field of a fact that tells the day of a relationship, by predicate: `lastReportedOn` where an office has `asOf`. */
  readonly days: ReadonlyMap<string, string>;
  /** How sure the texts can be of what has a status. */
  readonly statuses: readonly string[];
  /** Every label that tells a type of nodes, those of the domain first, the index of names last. */
  readonly labels: readonly Label[];
  /** The properties that tell apart relationships of one type between the same two nodes, by relationship type. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
};

/** The interface of all that facts are about. */
export const ENTITY = 'Entity';

/** What no type of the schema stands for: who tells things, what was judged of them, and what they were at other times. */
const behind = ['Owner', 'Judgement', 'State'];

/** Reads the catalog of a schema. */
export function readCatalog(schema: GraphQLSchema, mapping: Mapping): Catalog {
  const types = mapping
    .possible(ENTITY)
    .map((name) => schema.getType(name))
    .filter((type) => isObjectType(type))
    .flatMap((type) => nodeTypeOf(schema, mapping, type) ?? []);
  const byName = new Map(types.map((type) => [type.name, type]));
  const predicates = enumOf(schema, 'Predicate');
  const status = types.flatMap(({ fields }) => fields.find(({ name }) => name === 'status') ?? []);
  const nodes = Object.keys(schema.getTypeMap()).filter((name) => {
    return mapping.type(name).kind === 'node' && isObjectType(schema.getType(name));
  });
  const labels = [...new Set([...byName.keys(), ...nodes])].map((name) => mapping.label(name));
  return {
    types,
    type: (name) => byName.get(name),
    predicates: predicates.filter(isRelation).sort(),
    properties: predicates.filter((predicate) => !isRelation(predicate)),
    fact: factFields(schema, mapping),
    days: daysOf(schema, mapping),
    statuses: [...new Set(status.flatMap(({ values }) => values ?? []))],
    labels: [
      ...[...labels, ...behind].map((label): Label => ({ label, key: 'id' })),
      { label: 'Name', key: 'key' },
    ],
    keys: keysOf(schema, mapping),
  };
}

/** A relation is in capitals, `MADE_IN`; a property is not, `endDate`. */
const isRelation = (predicate: string): boolean => predicate === predicate.toUpperCase();

function enumOf(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  return isEnumType(type) ? valuesOf(type) : [];
}

/** Fields that a fact shares with a relationship that rests on one, those apart that all such have. */
function factFields(schema: GraphQLSchema, mapping: Mapping): ValueField[] {
  const [fact, attested] = [schema.getType('Fact'), schema.getType('Attested')];
  if (!isObjectType(fact) || !isInterfaceType(attested)) return [];
  const edges = schema.getPossibleTypes(attested).filter((type) => type !== fact);
  const told = new Set(edges.flatMap((type) => Object.keys(type.getFields())));
  return Object.values(fact.getFields())
    .filter(({ name }) => told.has(name) && !(name in attested.getFields()))
    .flatMap((field) => valueFieldOf(mapping, 'Fact', field) ?? []);
}

function valuesOf(type: GraphQLEnumType): string[] {
  return type.getValues().map((value) => value.name);
}

function nodeTypeOf(schema: GraphQLSchema, mapping: Mapping, type: Composite): NodeType | undefined {
  const list = rootListOf(schema, mapping, type.name);
  if (list === undefined) return undefined;
  const entity = schema.getType(ENTITY);
  const common = isInterfaceType(entity) ? entity.getFields() : {};
  const fields = Object.values(type.getFields());
  return {
    name: type.name,
    about: type.description ?? '',
    list,
    fields: fields.flatMap((field) => valueFieldOf(mapping, type.name, field) ?? []),
    links: fields.flatMap((field) => (field.name in common ? [] : (linkOf(mapping, type, field) ?? []))),
  };
}

/** The root list that holds every node of a type in no order of its own. */
function rootListOf(schema: GraphQLSchema, mapping: Mapping, typeName: string): string | undefined {
  const query = schema.getQueryType();
  return Object.values(query?.getFields() ?? {}).find((field) => {
    const ordered = query && mapping.ordered(query.name, field.name);
    return nodesOf(field)?.name === typeName && ordered === undefined;
  })?.name;
}

/** The type of the nodes of a connection. */
function nodesOf(field: GraphQLField<unknown, unknown>) {
  const type = getNamedType(field.type);
  const nodes = isObjectType(type) && type.name.endsWith('Connection') ? type.getFields().nodes : undefined;
  return nodes && getNamedType(nodes.type);
}

const scalars: { readonly [name: string]: ValueType } = {
  Int: 'integer',
  Float: 'number',
  Boolean: 'boolean',
  Date: 'date',
  FuzzyDate: 'period',
};

function valueFieldOf(
  mapping: Mapping,
  owner: string,
  field: GraphQLField<unknown, unknown>,
): ValueField | undefined {
  if (field.name === 'id' || field.name === 'name') return undefined;
  const type = getNamedType(field.type);
  const isPeriod = scalars[type.name] === 'period';
  if (!isLeafType(type) && !isPeriod) return undefined;
  const list = isListType(getNullableType(field.type));
  return {
    name: field.name,
    type: list ? 'list' : (scalars[type.name] ?? 'string'),
    about: field.description ?? '',
    values: isEnumType(type) ? valuesOf(type) : null,
    own: !isPeriod || mapping.given(owner, field.name),
  };
}

function linkOf(mapping: Mapping, owner: Composite, field: GraphQLField<unknown, unknown>): Link | undefined {
  const found = mapping.field(owner.name, field.name);
  if (found.kind !== 'relationship') return undefined;
  const nodes = nodesOf(field);
  const type = nodes ?? getNamedType(field.type);
  const link = { name: field.name, about: field.description ?? '', list: nodes !== undefined };
  if (isObjectType(type) && mapping.type(type.name).kind === 'relationship') {
    const end = endOf(mapping, type, found.direction === 'OUT' ? 'endNode' : 'startNode');
    return end === undefined ? undefined : { ...link, end };
  }
  const entities = mapping.possible(ENTITY);
  const leadsToThem = mapping.possible(type.name).every((name) => entities.includes(name));
  return leadsToThem ? { ...link, end: null } : undefined;
}

function endOf(mapping: Mapping, type: Composite, end: 'startNode' | 'endNode'): string | undefined {
  return Object.values(type.getFields()).find(({ name }) => {
    const found = mapping.field(type.name, name);
    return found.kind === 'endpoint' && found.end === end;
  })?.name;
}

/** A relationship that is shown as a type of its own, and that type. */
type Shown = { readonly predicate: string; readonly as: GraphQLObjectType };

/** The relationships that fields show as types of their own, from every field that does. */
function shownRelationships(schema: GraphQLSchema, mapping: Mapping): Shown[] {
  const owners = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  return owners.flatMap((owner) =>
    Object.values(owner.getFields()).flatMap((field) => {
      const found = mapping.field(owner.name, field.name);
      const as = nodesOf(field) ?? getNamedType(field.type);
      const isShown =
        found.kind === 'relationship' && isObjectType(as) && mapping.type(as.name).kind === 'relationship';
      return isShown ? [{ predicate: found.type, as }] : [];
    }),
  );
}

/** `this.role` in the order of a relationship's type tells two of them between the same nodes apart. */
function keysOf(schema: GraphQLSchema, mapping: Mapping): Map<string, readonly string[]> {
  const keys = shownRelationships(schema, mapping).map(({ predicate, as }) => {
    const type = mapping.type(as.name);
    const order = type.kind === 'relationship' ? type.order : [];
    return [predicate, order.flatMap((key) => ownProperty(key) ?? [])] as const;
  });
  return new Map([['WAS_SAID', ['fact']], ...keys]);
}

/** A day that the type of a relationship shows is the fact's, which has it under the name of the property. */
function daysOf(schema: GraphQLSchema, mapping: Mapping): Map<string, string> {
  const fact = schema.getType('Fact');
  const told = isObjectType(fact) ? fact.getFields() : {};
  return new Map(
    shownRelationships(schema, mapping).flatMap(({ predicate, as }) => {
      const [first] = Object.values(as.getFields()).flatMap(({ name, type }) => {
        const found = mapping.field(as.name, name);
        const isDay = scalars[getNamedType(type).name] === 'date' && found.kind === 'property';
        return isDay && found.property in told ? [found.property] : [];
      });
      return first === undefined ? [] : [[predicate, first] as const];
    }),
  );
}

function ownProperty(key: Expression): string | undefined {
  const isOwn = key.kind === 'property' && key.of.kind === 'hole' && key.of.name === 'this';
  return isOwn ? key.name : undefined;
}
