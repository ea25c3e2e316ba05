import {
  type DocumentNode,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type NamedTypeNode,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  specifiedRules,
  typeFromAST,
  type ValidationRule,
  validate,
} from 'graphql';
import type { Compiled } from '../compile/compile.ts';
import type { Variables } from '../compile/input.ts';
import { type Limits, unlimited } from '../limits.ts';
import { type Inspected, inspect, type MergedFields } from './inspect.ts';
import { limitError, refuseLong, tooMany } from './limit.ts';
import type { Question } from './lookahead.ts';

/**
 * What is kept from one request to the next: the documents that were accepted, and below each what was made of its
 * operations. A request of a known document is neither parsed nor validated nor walked; one whose variables have a
 * known shape is not planned either. What remains to be done for it is all here: its variables keep to the limits, and
 * find the statement that was compiled for their shape.
 *
 *     document ─▶ operation ─▶ shape of the variables ─▶ values that are in the text ─▶ Prepared
 */

/** An operation prepared for one shape of variables. */
export type Prepared = Pick<Question, 'ofSchema' | 'keys'> & { readonly compiled: Compiled };

/** The statements of one shape: which inputs their texts depend on, and one statement for each value of these. */
type Family = { readonly pinned: Compiled['plan']['pinned']; readonly byValue: Map<string, Prepared> };

/** One operation of a known document. */
export type Operation = {
  readonly node: OperationDefinitionNode;
  readonly fields: MergedFields;
  /** Gives the shape of variables, by which statements are found. */
  readonly shape: (variables: Variables) => string;
  readonly families: Map<string, Family>;
};

/** A document that may be answered, with its operations by name; one without a name is under the empty one. */
export type Known = {
  readonly id: string;
  readonly document: DocumentNode;
  readonly operations: ReadonlyMap<string, Operation>;
  /** What it takes with all that was made of it. */
  bytes: number;
};

/** Memory for all that is known, in bytes of the heap as they are told below. */
const BYTES_MAX = 12 * 2 ** 20;

/** The part of it that one document may take with all that is made of it. */
const SHARE = 1 / 8;

/**
 * How bytes are told: what a document, a field of it and a statement take was measured, by filling the heap with
 * thousands of each. Syntax trees and plans are far larger than their texts.
 */
const BYTES_PER = { document: 2_000, character: 90, field: 250, statement: 1_000, statementCharacter: 16 };

/** The most mistakes told of one document. */
const VALIDATION_ERRORS_MAX = 5;

/** What documents are held against. */
export type Judging = { readonly introspection: boolean; readonly limits: Limits };

/** The documents that were accepted, the least recently used forgotten first. */
export class KnownDocuments {
  readonly #schema: GraphQLSchema;
  readonly #bytesMax: number;
  readonly #byId = new Map<string, Known>();
  #bytes = 0;

  constructor(schema: GraphQLSchema, bytesMax = BYTES_MAX) {
    this.#schema = schema;
    this.#bytesMax = bytesMax;
  }

  /** The bytes that all of it takes, as they are told. */
  get bytes(): number {
    return this.#bytes;
  }

  /** A document by its id, which is that of its text. */
  find(id: string): Known | undefined {
    const known = this.#byId.get(id);
    if (!known) return undefined;
    this.#byId.delete(id);
    this.#byId.set(id, known);
    return known;
  }

  /**
   * Accepts a document, so that it is known from now on, or gives what is wrong with it. The limits come before the
   * rules of graphql-js, whose work they bound; one that is passed is thrown as an OPERATION_LIMIT.
   */
  accept(id: string, document: DocumentNode, { introspection, limits }: Judging): readonly GraphQLError[] {
    const inspected = inspect(document, limits);
    const rules = introspection ? specifiedRules : lockedRules;
    const errors = validate(this.#schema, document, rules, { maxErrors: VALIDATION_ERRORS_MAX });
    if (errors.length === 0) this.add(id, document, inspected);
    return errors.map(asRefusal);
  }

  /** Keeps a document that is valid, unless it is too large for that; one that nobody inspected is taken as ours. */
  add(id: string, document: DocumentNode, inspected: Inspected = inspect(document, unlimited)): Known {
    const before = this.#byId.get(id);
    if (before) return before;
    const operations = [...inspected].map(([node, fields]) => this.#operation(node, fields));
    const byName = new Map(operations.map((operation) => [operation.node.name?.value ?? '', operation]));
    const known: Known = { id, document, operations: byName, bytes: bytesOf(document, inspected) };
    if (known.bytes > SHARE * this.#bytesMax) return known;
    this.#byId.set(id, known);
    this.#grow(known.bytes);
    return known;
  }

  /** What was prepared for the shape of these variables, or is prepared now. */
  prepared(
    { known, operation }: { readonly known: Known; readonly operation: Operation },
    variables: Variables,
    prepare: () => Prepared,
  ): Prepared {
    const shape = operation.shape(variables);
    const family = operation.families.get(shape);
    const found = family?.byValue.get(valuesOf(family.pinned, variables));
    if (found) return found;
    const made = prepare();
    const { pinned } = made.compiled.plan;
    const among = family ?? { pinned, byValue: new Map<string, Prepared>() };
    operation.families.set(shape, among);
    among.byValue.set(valuesOf(pinned, variables), made);
    this.#charge(known, shape, made);
    return made;
  }

  #operation(node: OperationDefinitionNode, fields: MergedFields): Operation {
    return { node, fields, shape: createShape(this.#schema, node), families: new Map() };
  }

  /** Adds a statement to what its document takes. Where that is more than its share, its statements go, not others. */
  #charge(known: Known, { length }: string, { compiled: { text = '' } }: Prepared): void {
    if (this.#byId.get(known.id) !== known) return;
    const bytes = BYTES_PER.statement + length + BYTES_PER.statementCharacter * text.length;
    known.bytes += bytes;
    this.#grow(bytes);
    if (known.bytes <= SHARE * this.#bytesMax) return;
    this.#forget(known);
    for (const { families } of known.operations.values()) families.clear();
  }

  #grow(bytes: number): void {
    this.#bytes += bytes;
    for (const oldest of this.#byId.values()) {
      if (this.#bytes <= this.#bytesMax) return;
      this.#forget(oldest);
    }
  }

  #forget(known: Known): void {
    this.#byId.delete(known.id);
    this.#bytes -= known.bytes;
  }
}

/** Where the schema is not to be known, it cannot be asked for either. */
const lockedRules: readonly ValidationRule[] = [...specifiedRules, NoSchemaIntrospectionCustomRule];

function asRefusal(error: GraphQLError): GraphQLError {
  const { message, nodes } = error;
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' };
  return new GraphQLError(message, { ...(nodes && { nodes }), originalError: error, extensions });
}

function bytesOf({ loc }: DocumentNode, inspected: Inspected): number {
  let fields = 0;
  const count = (asked: MergedFields): void => {
    for (const { occurrences, below } of asked.values()) {
      fields += occurrences.length;
      count(below);
    }
  };
  for (const asked of inspected.values()) count(asked);
  return BYTES_PER.document + BYTES_PER.character * (loc?.end ?? 0) + BYTES_PER.field * fields;
}

function valuesOf(pinned: Family['pinned'], variables: Variables): string {
  return pinned.length === 0 ? '' : JSON.stringify(pinned.map((input) => input.read(variables)));
}

/**
 * The shape of variables: which are there, which keys their objects have, what their enums and booleans are. Requests
 * of one operation and one shape share a statement; texts and numbers never count. `($n: Int, $where: GiftWhere)` with
 * `{ n: 5, where: { name: { eq: "x" } } }` has the shape `v;{name:{eq:v}}`.
 */
export function createShape(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Operation['shape'] {
  const declared = variableDefinitions.map(({ variable, type }) => ({
    name: variable.name.value,
    type: typeFromAST(schema, type as NamedTypeNode) as GraphQLInputType | undefined,
  }));
  return (variables) =>
    declared.map(({ name, type }) => (type ? valueShape(type, variables[name]) : '?')).join(';');
}

function valueShape(type: GraphQLInputType, value: unknown): string {
  if (value === undefined) return 'u';
  if (value === null) return 'n';
  if (isNonNullType(type)) return valueShape(type.ofType, value);
  if (isListType(type)) return listShape(type.ofType, value);
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const entries = Object.entries(value).map(([key, inner]) => {
      const field = fields[key];
      return `${key}:${field ? valueShape(field.type, inner) : '?'}`;
    });
    return `{${entries.join()}}`;
  }
  if (isEnumType(type) || typeof value === 'boolean') return String(value);
  return 'v';
}

/** Lists of plain values are one parameter; lists of objects shape the statement item by item. */
function listShape(type: GraphQLInputType, value: unknown): string {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (!Array.isArray(value) || !isInputObjectType(inner)) return 'l';
  return `[${value.map((item) => valueShape(type, item)).join()}]`;
}

/** Refuses variables that are nested too deep, hold too many conditions, or a list or a text that is too long. */
export function inspectVariables(variables: unknown, limits: Limits): void {
  const { inputDepthMax, conditionsMax, itemsMax, textMax } = limits;
  let level = [variables].filter(isContainer);
  let objects = 0;
  // The variables themselves are no value of an argument: level 0.
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > inputDepthMax)
      throw limitError('has variables nested deeper', inputDepthMax, 'INPUT_DEPTH_MAX');
    if (depth > 0) objects += level.filter((value) => !Array.isArray(value)).length;
    if (objects > conditionsMax)
      throw limitError(`has variables of ${objects} objects or more`, conditionsMax, 'CONDITIONS_MAX');
    const deeper: object[] = [];
    for (const value of level) {
      if (Array.isArray(value) && value.length > itemsMax) throw tooMany(value, itemsMax);
      for (const inner of Object.values(value)) {
        if (typeof inner === 'string' && inner.length > textMax) refuseLong(inner, textMax);
        if (isContainer(inner)) deeper.push(inner);
      }
    }
    level = deeper;
  }
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;
