import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { type Composite, directivesOf, inheritedDirective, strings } from '../model/directives.ts';
import type { Domain } from '../model/domain/domain.ts';

/**
 * What can be said in this domain: the labels of things, what is declared of them, and the predicates of facts. Read from
 * the schema, so that a type or field that is added there can be said at once:
 *
 *   type Gift implements Entity { item: String, givers: [Actor!]! @relationship(type: "GAVE", direction: IN) … }
 *
 * makes the label Gift, the value `item` (free wording), and the relation GAVE that ends at a Gift.
 */

/** A property that an owner declares of a thing, since no text states it: what we call it, what kind it is. */
export type Declared = {
  readonly name: string;
  readonly type: string;
  readonly list: boolean;
  /** Whether every thing of the label needs one. */
  readonly required: boolean;
  /** The form of its texts, as a regular expression that all of one matches. */
  readonly pattern?: string;
};

/** A label of things: `prefix` begins their ids. */
export type Label = {
  readonly name: string;
  readonly prefix: string;
  readonly declared: readonly Declared[];
  /** Whether claims say of it that it takes place. */
  readonly happens: boolean;
  /** Values of claims that the schema promises of each. */
  readonly promised: readonly string[];
  /** Whether texts call it by nouns alone, as nobody gives an event a name: `the summit` then is one. */
  readonly nouns: boolean;
};

/** How the values of a predicate compete: days by their overlap, exact values by being equal, wordings not at all. */
export type Rule = 'DATE' | 'EXACT' | 'WORDING';

/** A predicate with a value: `type` is the GraphQL scalar of one. */
export type ValuePredicate = {
  readonly name: string;
  readonly rule: Rule;
  readonly type: string;
  readonly labels: readonly string[];
};

/** A qualifier that tells one relation from another between the same two things; `type` is a scalar or an enum. */
export type Qualifier = { readonly name: string; readonly type: string; readonly required: boolean };

/** A predicate between two things: which labels may stand at its ends. */
export type RelationPredicate = {
  readonly name: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly qualifiers: readonly Qualifier[];
};

/** All that can be said in a domain. */
export type Vocabulary = {
  readonly labels: readonly Label[];
  readonly values: readonly ValuePredicate[];
  readonly relations: readonly RelationPredicate[];
  /** The words of every enum of the schema. */
  readonly enums: ReadonlyMap<string, readonly string[]>;
};

/** Every thing is found by these; they are declared as the index of names needs them. */
const WORDS: readonly Declared[] = [
  { name: 'name', type: 'String', list: false, required: true },
  { name: 'aliases', type: 'String', list: true, required: false },
  { name: 'weakAliases', type: 'String', list: true, required: false },
];

type Field = GraphQLField<unknown, unknown>;

const fieldsOf = (type: Composite): readonly Field[] => Object.values(type.getFields());

/** Fields of a type that its interfaces do not have. */
function ownFields(type: GraphQLObjectType): readonly Field[] {
  const shared = new Set(type.getInterfaces().flatMap((one) => Object.keys(one.getFields())));
  return fieldsOf(type).filter((field) => !shared.has(field.name));
}

function thingsOf(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  const entity = schema.getType('Entity');
  return isInterfaceType(entity) ? schema.getPossibleTypes(entity).filter(isObjectType) : [];
}

/** Whether a field is read from a property of the node itself, and no derived one. */
function isProperty(field: Field): boolean {
  const found = directivesOf(field.astNode);
  const named = getNamedType(field.type);
  const isScalar = !isObjectType(named) && !isInterfaceType(named) && !isUnionType(named);
  return isScalar && !['cypher', 'relationship', 'startNode', 'endNode'].some((name) => found.has(name));
}

const isStatus = (field: Field): boolean =>
  field.name === 'status' && getNamedType(field.type).name === 'Status';

const isWord = (field: Field): boolean => WORDS.some(({ name }) => name === field.name);

/** What the schema says of a property that is declared, of the type or of what it shares with others. */
const declaredBy = (type: Composite, { name }: Field) => inheritedDirective(type, name, 'declared');

const isDeclared = (type: Composite, field: Field): boolean => declaredBy(type, field) !== undefined;

const isValue = (type: Composite, field: Field): boolean =>
  directivesOf(field.astNode).has('value') ||
  (isProperty(field) && !isWord(field) && !isDeclared(type, field) && !isStatus(field));

function ruleOf(type: string): Rule {
  if (type === 'FuzzyDate') return 'DATE';
  return type === 'String' ? 'WORDING' : 'EXACT';
}

function declaredOf(type: GraphQLObjectType, field: Field): readonly Declared[] {
  const found = declaredBy(type, field);
  if (!found) return [];
  const one = { name: field.name, type: getNamedType(field.type).name, list: false };
  const pattern = typeof found.pattern === 'string' && { pattern: found.pattern };
  return [{ ...one, required: isNonNullType(field.type), ...pattern }];
}

function labelOf(type: GraphQLObjectType): Label {
  const node = directivesOf(type.astNode).get('node');
  const [name = type.name] = strings(node?.labels, []);
  const declared = fieldsOf(type).flatMap((field) => declaredOf(type, field));
  const prefix = String(node?.prefix ?? name.toLowerCase());
  const happens = ownFields(type).some(isStatus);
  const promised = ownFields(type)
    .filter((field) => isValue(type, field) && isNonNullType(field.type))
    .map((field) => field.name);
  return { name, prefix, declared: [...WORDS, ...declared], happens, promised, nouns: node?.nouns === true };
}

function valuesOf(types: readonly GraphQLObjectType[]): readonly ValuePredicate[] {
  const found = new Map<string, ValuePredicate>();
  for (const type of types) {
    for (const field of ownFields(type).filter((one) => isValue(type, one))) {
      const scalar = getNamedType(field.type).name;
      const labels = [...(found.get(field.name)?.labels ?? []), labelOf(type).name];
      found.set(field.name, { name: field.name, rule: ruleOf(scalar), type: scalar, labels });
    }
  }
  return [...found.values()];
}

/** The type behind a field: of a connection that of its nodes, of an edge type that of the end away from the owner. */
function targetOf(field: Field, direction: string): Composite | undefined {
  let type = getNamedType(field.type);
  const nodes = isObjectType(type) && type.name.endsWith('Connection') ? type.getFields().nodes : undefined;
  if (nodes) type = getNamedType(nodes.type);
  if (isObjectType(type) && directivesOf(type.astNode).has('relationshipProperties')) {
    const away = direction === 'OUT' ? 'endNode' : 'startNode';
    const end = fieldsOf(type).find((one) => directivesOf(one.astNode).has(away));
    if (end) type = getNamedType(end.type);
  }
  return type as Composite;
}

type Ends = { readonly owners: Set<string>; readonly targets: Set<string> };

class Relation {
  readonly from: Ends = { owners: new Set(), targets: new Set() };
  readonly to: Ends = { owners: new Set(), targets: new Set() };
  readonly qualifiers = new Map<string, Qualifier>();
}

/** Who has a field for it may stand at its end; where nobody has one, whom the field at the other end gives. */
const sideOf = ({ owners, targets }: Ends): readonly string[] => [...(owners.size > 0 ? owners : targets)];

class RelationReader {
  readonly #schema: GraphQLSchema;
  readonly #labels: ReadonlyMap<string, string>;
  readonly found = new Map<string, Relation>();

  constructor(schema: GraphQLSchema, types: readonly GraphQLObjectType[]) {
    this.#schema = schema;
    this.#labels = new Map(types.map((type) => [type.name, labelOf(type).name]));
    for (const type of types) for (const field of ownFields(type)) this.#readField(type, field);
  }

  #labelsBehind(type: Composite | undefined): readonly string[] {
    if (!type) return [];
    const types = isObjectType(type) ? [type] : this.#schema.getPossibleTypes(type);
    return types.flatMap((one) => this.#labels.get(one.name) ?? []);
  }

  #readField(type: GraphQLObjectType, field: Field): void {
    const found = directivesOf(field.astNode).get('relationship');
    if (!found) return;
    const { type: name, direction } = found as { type: string; direction: string };
    const relation = this.found.get(name) ?? new Relation();
    this.found.set(name, relation);
    const [own, other] = direction === 'OUT' ? [relation.from, relation.to] : [relation.to, relation.from];
    for (const label of this.#labelsBehind(type)) own.owners.add(label);
    for (const label of this.#labelsBehind(targetOf(field, direction))) other.targets.add(label);
    const properties = found.properties && this.#schema.getType(String(found.properties));
    if (isObjectType(properties)) this.#readQualifiers(relation, properties);
  }

  #readQualifiers(relation: Relation, type: GraphQLObjectType): void {
    for (const field of ownFields(type)) {
      // An alias shows what derive wrote, such as the last day on which somebody said so.
      if (!isProperty(field) || directivesOf(field.astNode).has('alias')) continue;
      const required = isNonNullType(field.type);
      relation.qualifiers.set(field.name, {
        name: field.name,
        type: getNamedType(field.type).name,
        required,
      });
    }
  }
}

/** Relations that no field follows plainly, or whose end a field tells too widely, say what stands at their ends. */
function endsOf(
  schema: GraphQLSchema,
): ReadonlyMap<string, { from: readonly string[]; to: readonly string[] }> {
  const predicates = schema.getType('Predicate');
  const values = isEnumType(predicates) ? predicates.getValues() : [];
  return new Map(
    values.flatMap((value) => {
      const ends = directivesOf(value.astNode).get('ends');
      return ends ? [[value.name, { from: strings(ends.from, []), to: strings(ends.to, []) }] as const] : [];
    }),
  );
}

function relationsOf(
  schema: GraphQLSchema,
  types: readonly GraphQLObjectType[],
): readonly RelationPredicate[] {
  const { found } = new RelationReader(schema, types);
  const told = endsOf(schema);
  const names = [...new Set([...found.keys(), ...told.keys()])];
  return names.map((name) => {
    const relation = found.get(name) ?? new Relation();
    const ends = told.get(name) ?? { from: sideOf(relation.from), to: sideOf(relation.to) };
    return { name, ...ends, qualifiers: [...relation.qualifiers.values()] };
  });
}

/** Reads what can be said from the schema of a domain. */
export function readVocabulary({ schema }: Pick<Domain, 'schema'>): Vocabulary {
  const types = thingsOf(schema);
  const enums = Object.values(schema.getTypeMap()).filter((type): type is GraphQLEnumType =>
    isEnumType(type),
  );
  return {
    labels: types.map(labelOf),
    values: valuesOf(types),
    relations: relationsOf(schema, types),
    enums: new Map(enums.map((one) => [one.name, one.getValues().map(({ name }) => name)])),
  };
}

/** Everything that tells relations of the same ends apart, in this domain, by name. */
export function qualifiersOf({ relations }: Vocabulary): readonly Qualifier[] {
  const all = new Map(
    relations.flatMap(({ qualifiers }) => qualifiers.map((one) => [one.name, one] as const)),
  );
  return [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
