import {
  type ASTNode,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Expression, Match, Name, Node, Pattern, Query } from '../cypher/ast.ts';
import { call, columnsOf, hole, property, rewrite } from '../cypher/build.ts';
import { type Reading, readExpression, readPattern, readQuery } from '../cypher/read.ts';
import { ServiceError } from '../errors.ts';
import type { Piece } from './check.ts';
import {
  type Arguments,
  type Composite,
  directivesOf,
  everyDirective,
  inheritedDirective,
  placeOf,
  strings,
} from './directives.ts';
import type {
  Dimension,
  Direction,
  End,
  FieldMapping,
  Interval,
  Joining,
  ListSize,
  NamedArgument,
  PropertyRule,
  Statistics,
  TypeMapping,
} from './mapping.ts';
import { readThings, type Things } from './things.ts';

/** What may stand open in Cypher of any directive: the owner, and the day of the request. */
const OWNER = ['this', 'asOf'];
const ENDS = ['startNode', 'endNode'];
const GROUPED = [...OWNER, 'key', 'date'];

/** Where a piece of Cypher stands, and what is open in it. */
type Place = {
  readonly name: string;
  readonly node: ASTNode | null | undefined;
  readonly holes: readonly string[];
};

/** All that the directives of a schema say, read once. */
export class MappingReader {
  readonly types = new Map<string, TypeMapping>();
  readonly fields = new Map<string, FieldMapping>();
  readonly rules = new Map<string, PropertyRule>();
  readonly named = new Map<string, ReadonlyMap<string, NamedArgument>>();
  readonly within = new Map<string, Joining>();
  readonly shortcuts = new Map<string, ReadonlyMap<string, readonly string[]>>();
  readonly intervals = new Map<string, Interval>();
  readonly ordered = new Map<string, string>();
  readonly statistics = new Map<string, Statistics>();
  readonly costs = new Map<string, number>();
  readonly argumentCosts = new Map<string, ReadonlyMap<string, number>>();
  readonly listSizes = new Map<string, ListSize>();
  readonly declarers = new Map<string, string>();
  readonly possible = new Map<string, readonly string[]>();
  readonly things: Things;
  /** All Cypher that was read, with its places. */
  readonly pieces: Piece[] = [];
  /** Mappings by what the schema says, so that what says the same is the same. */
  readonly #known = new Map<string, FieldMapping>();

  constructor(schema: GraphQLSchema) {
    const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    const composites = types.filter((type) => isObjectType(type) || isInterfaceType(type));
    this.things = readThings(schema);
    for (const type of composites) this.#readHistories(type);
    for (const type of types) {
      this.types.set(type.name, this.#type(type));
      if (isInterfaceType(type) || isUnionType(type))
        this.possible.set(
          type.name,
          schema.getPossibleTypes(type).map(({ name }) => name),
        );
    }
    for (const type of composites) this.#readFields(type);
    for (const type of types) if (isInputObjectType(type)) this.#readConditions(type);
    for (const type of composites) if (isObjectType(type)) this.#readStatistics(type);
  }

  /** Reads a piece, and keeps it to be checked against all of the schema. */
  #read<T extends Node>(read: (text: string, reading: Reading) => T, text: unknown, at: Place): T {
    const piece = read(String(text), { place: placeOf(at.name, at.node), holes: new Set(at.holes) });
    this.pieces.push({ name: at.name, at: at.node, piece });
    return piece;
  }

  /** What a property that Cypher of the schema reads was on a day; see @asOf. */
  #readHistories(type: Composite): void {
    for (const field of Object.values(type.getFields())) {
      const at = { name: `${type.name}.${field.name}`, node: field.astNode, holes: OWNER };
      for (const { property: read, expression } of everyDirective(field.astNode, 'asOf')) {
        const name = String(read ?? directivesOf(field.astNode).get('alias')?.property ?? field.name);
        const then = this.#read(readExpression, expression, at);
        const own = property(hole('this'), name);
        this.rules.set(readIn(name), { history: read === undefined ? call('coalesce', then, own) : then });
      }
    }
  }

  /** Cypher of the schema, of whose properties those that passes have to know of name their rule; `of` is the owner's type. */
  #put<T extends Expression | Query | Pattern>(piece: T, of: string): T {
    const bound = this.things.boundIn(piece);
    const typeOf = (one: Expression) =>
      one.kind === 'hole' && one.name === 'this' ? of : (bound.get(one as Name) ?? '');
    const put = <P>(part: P): P =>
      rewrite(part, (one) => {
        if (one.kind !== 'property') return undefined;
        const rule = this.ruleOf(one.name, typeOf(one.of));
        return rule === undefined ? undefined : property(put(one.of), one.name, rule);
      });
    return put(piece);
  }

  /** The rule by which a property of a type is read, unless its field has one of its own. */
  ruleOf(name: string, typeName: string): string | undefined {
    return this.rules.has(readIn(name)) ? readIn(name) : this.things.ruleOf(typeName, name);
  }

  #expressions(texts: readonly string[], at: Place, of: string): readonly Expression[] {
    return texts.map((text) => this.#put(this.#read(readExpression, text, at), of));
  }

  #type(type: GraphQLNamedType): TypeMapping {
    const found = directivesOf(type.astNode as GraphQLObjectType['astNode']);
    const at = { name: type.name, node: type.astNode };
    const node = found.get('node');
    if (node) {
      const order = this.#expressions(strings(node.order, ['this.id']), { ...at, holes: OWNER }, type.name);
      return { kind: 'node', labels: strings(node.labels, []), order, mergedInto: mergedIntoOf(type) };
    }
    const relationship = found.get('relationshipProperties');
    if (!relationship) return { kind: 'value', sortedBy: strings(found.get('sorted')?.by, []) };
    const order = this.#expressions(
      strings(relationship.order, []),
      { ...at, holes: [...OWNER, ...ENDS] },
      type.name,
    );
    return { kind: 'relationship', order };
  }

  /** The directive of the field, else that of the interface that declares it. */
  #field(type: Composite, fieldName: string): FieldMapping {
    for (const owner of [type, ...type.getInterfaces()]) {
      const field = owner.getFields()[fieldName];
      const mapping = field && this.#own(owner, field, type);
      if (mapping) return mapping;
    }
    const isName = inheritedDirective(type, fieldName, 'name') !== undefined;
    const key = JSON.stringify([this.things.ruleOf(type.name, 'status'), fieldName, isName]);
    return this.#once(key, () => this.#property(type, fieldName, fieldName));
  }

  #once(key: string, make: () => FieldMapping): FieldMapping {
    const known = this.#known.get(key) ?? Object.freeze(make());
    this.#known.set(key, known);
    return known;
  }

  /** What the field of a type says, or of an interface of `of`. */
  #own(type: Composite, field: GraphQLField<unknown, unknown>, of: Composite): FieldMapping | undefined {
    const found = directivesOf(field.astNode);
    const saying = MAPPING.filter((name) => found.has(name));
    if (saying.length === 0) return undefined;
    const related = this.types.get(type.name)?.kind === 'relationship';
    const isName = inheritedDirective(type, field.name, 'name') !== undefined;
    const all = saying.map((name) => [name, found.get(name)]);
    const kept = this.things.ruleOf(of.name, 'status');
    const stands = this.types.get(of.name)?.kind;
    const key = JSON.stringify([related, stands, kept, found.has('alias') ? '' : field.name, isName, all]);
    return this.#once(key, () => this.#directed(type, field, { found, of }));
  }

  #directed(
    type: Composite,
    field: GraphQLField<unknown, unknown>,
    { found, of }: { found: ReadonlyMap<string, Arguments>; of: Composite },
  ): FieldMapping {
    const cypher = found.get('cypher');
    const stored = found.get('stored');
    if (stored) return this.#stored(type, field, { stored, of });
    const ofNode = this.types.get(of.name)?.kind === 'node' ? cypher?.ofNode : undefined;
    if (cypher) return this.#derived(type, field, ofNode ?? cypher.statement);
    const end = ENDS.find((one) => found.has(one)) as End | undefined;
    const relationship = found.get('relationship');
    if (relationship) {
      const { type: name, direction } = relationship as { type: string; direction: Direction };
      return { kind: 'relationship', type: name, direction, ...(end && { from: end }) };
    }
    if (end) return { kind: 'endpoint', end };
    const quote = found.get('quote');
    if (quote) return { kind: 'quote', sentence: quote.sentence === 'START_NODE' ? 'startNode' : 'endNode' };
    const named = found.get('alias')?.property as string | undefined;
    return this.#property(type, field.name, named ?? field.name);
  }

  #stored(
    type: Composite,
    field: GraphQLField<unknown, unknown>,
    { stored, of }: { stored: Arguments; of: Composite },
  ): FieldMapping {
    const at = { name: `${type.name}.${field.name}`, node: field.astNode, holes: OWNER };
    const present = stored.present === undefined ? undefined : this.#read(readExpression, stored.present, at);
    return {
      kind: 'stored',
      present: present && this.#put(present, type.name),
      rule: this.things.ruleOf(of.name, 'verdict'),
    };
  }

  #property(type: Composite, fieldName: string, name: string): FieldMapping {
    const node = type.getFields()[fieldName]?.astNode;
    const isName = inheritedDirective(type, fieldName, 'name') !== undefined;
    const history = everyDirective(node, 'asOf').find((one) => one.property === undefined);
    const at = { name: `${type.name}.${fieldName}`, node };
    const rule = `${name} of ${type.name}`;
    this.rules.set(rule, {
      ...(history && { history: this.#read(readExpression, history.expression, { ...at, holes: OWNER }) }),
      ...(isName && { isName }),
    });
    const known = history || isName ? rule : this.things.ruleOf(type.name, name);
    return { kind: 'property', property: name, rule: known };
  }

  /** A statement that only computes is an expression: `RETURN type(this) AS predicate`. Else its first column is shown. */
  #derived(type: Composite, field: GraphQLField<unknown, unknown>, statement: unknown): FieldMapping {
    const name = `${type.name}.${field.name}`;
    const ends = this.types.get(type.name)?.kind === 'relationship' ? ENDS : [];
    const named = field.args
      .filter(({ astNode }) => directivesOf(astNode).has('named'))
      .map(({ name }) => name);
    const holes = [...OWNER, ...ends, ...named];
    const query = this.#put(
      this.#read(readQuery, statement, { name, node: field.astNode, holes }),
      type.name,
    );
    const [only, ...others] = query.branches[0] ?? [];
    const bare = only?.kind === 'return' && others.length === 0 ? only.columns[0]?.value : undefined;
    if (bare && bare.kind !== 'map') return { kind: 'expression', expression: bare };
    const [column] = columnsOf(query);
    if (column) return { kind: 'cypher', query, column, edge: columnOf(query, 'edge') };
    const place = placeOf(name, field.astNode);
    throw new ServiceError('DOMAIN_INVALID', `The Cypher of ${place} returns no column.`, {
      hint: 'End the statement with RETURN and what the field shows.',
    });
  }

  #readFields(type: Composite): void {
    for (const field of Object.values(type.getFields())) {
      const key = `${type.name}.${field.name}`;
      const found = directivesOf(field.astNode);
      this.fields.set(key, this.#field(type, field.name));
      const size = inheritedDirective(type, field.name, 'listSize');
      if (size)
        this.listSizes.set(key, {
          assumedSize: Number(size.assumedSize ?? 0),
          slicingArguments: strings(size.slicingArguments, []),
        });
      const from = type.getInterfaces().find((one) => field.name in one.getFields());
      if (from) this.declarers.set(key, from.name);
      const [interval, cost, ordered] = ['interval', 'cost', 'ordered'].map((name) => found.get(name));
      if (interval)
        this.intervals.set(
          key,
          this.#interval({ name: key, node: field.astNode, holes: OWNER, type: type.name }, interval),
        );
      if (cost) this.costs.set(key, Number(cost.weight));
      if (ordered) this.ordered.set(key, String(ordered.by));
      this.#readArguments(key, field);
    }
  }

  #readConditions(type: GraphQLInputObjectType): void {
    for (const { name, astNode } of Object.values(type.getFields())) {
      const cost = directivesOf(astNode).get('cost');
      if (cost) this.costs.set(`${type.name}.${name}`, Number(cost.weight));
    }
  }

  #readArguments(key: string, field: GraphQLField<unknown, unknown>): void {
    const at = { name: key, node: field.astNode, holes: ['this', 'named'] };
    const joining = ({ pattern, strong }: Arguments): Joining => ({
      patterns: [pattern].flat().map((one) => this.#read(readPattern, one, at)),
      strong: strings(strong, []),
    });
    const named = argumentsWith(field, 'named', (found) => ({ as: String(found.as), ...joining(found) }));
    const within = directivesOf(field.astNode).get('within');
    if (within) this.within.set(key, joining(within));
    if (named.size > 0) this.named.set(key, named);
    const shortcuts = argumentsWith(field, 'where', ({ path }) => strings(path, []));
    if (shortcuts.size > 0) this.shortcuts.set(key, shortcuts);
    const weights = argumentsWith(field, 'cost', ({ weight }) => Number(weight));
    if (weights.size > 0) this.argumentCosts.set(key, weights);
  }

  /** Match and bounds are read as one query, since they speak of the same variables. */
  #interval(at: Place & { readonly type: string }, { match, earliest, latest }: Arguments): Interval {
    const own = String(match).trimStart().startsWith('WHERE') ? `WITH this ${match}` : String(match);
    const text = `${own} RETURN ${earliest} AS earliest, ${latest} AS latest`;
    const query = this.#put(this.#read(readQuery, text, at), at.type);
    const [first, last] = query.branches[0] ?? [];
    const days = last?.kind === 'return' ? last.columns.map(({ value }) => value) : [];
    const [from, to] = days;
    if ((first?.kind !== 'match' && first?.kind !== 'with') || !from || !to)
      throw new ServiceError(
        'DOMAIN_INVALID',
        `The @interval of ${placeOf(at.name, at.node)} is neither one MATCH nor a WHERE.`,
      );
    return {
      match: first.kind === 'match' ? first : undefined,
      where: first.where,
      earliest: from,
      latest: to,
    };
  }

  #readStatistics(type: GraphQLObjectType): void {
    const found = directivesOf(type.astNode).get('statistics');
    if (!found) return;
    const at = { name: type.name, node: type.astNode, holes: OWNER };
    const date = this.#put(this.#read(readQuery, found.date, at), String(found.of));
    const dimensions = Object.values(type.getFields()).flatMap((field) => {
      const dimension = directivesOf(field.astNode).get('dimension');
      const place = { name: `${type.name}.${field.name}`, node: field.astNode, holes: GROUPED };
      return dimension ? [[field.name, this.#dimension(String(found.of), dimension, place)] as const] : [];
    });
    this.statistics.set(type.name, { of: String(found.of), date, dimensions: new Map(dimensions) });
  }

  /** A key that is a property of what is counted, `this.status`, is that of the type's own field. */
  #dimension(of: string, { match, key }: Arguments, at: Place): Dimension {
    const found = match === undefined ? undefined : this.#matchOf(of, match, at);
    if (key === undefined) return { match: found, key: undefined };
    const read = this.#put(this.#read(readExpression, key, at), of);
    const own = read.kind === 'property' && read.of.kind === 'hole' && read.of.name === 'this';
    const field = own ? this.fields.get(`${of}.${read.name}`) : undefined;
    const value = field?.kind === 'property' ? property(hole('this'), field.property, field.rule) : read;
    return { match: found, key: value };
  }

  /** A pattern that finds a key, and what must hold of it. */
  #matchOf(of: string, match: unknown, at: Place): Match {
    const query = this.#put(this.#read(readQuery, `MATCH ${match} RETURN key`, at), of);
    const [found, ...others] = query.branches[0] ?? [];
    if (found?.kind === 'match' && others.length === 1) return found;
    throw new ServiceError(
      'DOMAIN_INVALID',
      `The @dimension of ${placeOf(at.name, at.node)} is not one MATCH.`,
    );
  }
}

/** The rule of a property that Cypher of the schema reads, of whatever it is. */
const readIn = (name: string): string => `${name} in Cypher`;

/** The directives that say where a field comes from. */
const MAPPING = ['cypher', 'stored', 'startNode', 'endNode', 'relationship', 'quote', 'alias', 'asOf'];

const columnOf = (query: Query, name: string): Name | undefined =>
  columnsOf(query).find(
    (one) => (one.kind === 'hole' ? one.name : one.hint) === (one.kind === 'hole' ? name : `${name}_`),
  );

/** The property by which nodes of a type, or of an interface of it, count as others. */
function mergedIntoOf(type: GraphQLNamedType): string | undefined {
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  const found = [type, ...type.getInterfaces()].map(
    ({ astNode }) => directivesOf(astNode).get('node')?.mergedInto,
  );
  return found.find((one) => typeof one === 'string');
}

function argumentsWith<T>(
  field: GraphQLField<unknown, unknown>,
  directive: string,
  read: (found: Arguments) => T,
) {
  const found = new Map<string, T>();
  for (const argument of field.args) {
    const values = directivesOf(argument.astNode).get(directive);
    if (values) found.set(argument.name, read(values));
  }
  return found;
}
