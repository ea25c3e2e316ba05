import {
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { ServiceError } from '../errors.ts';
import { deepestOf, mostOf, type Place, pathOf, placeOf, ROOT } from './place.ts';

/**
 * Looks over a request before Apollo does: its rules would compare each field with each other one, or run out of
 * stack, before any limit of ours is asked. All that is done here is linear in what RECURSIVE_SELECTIONS_MAX allows.
 */

/** The limits of what a request may hold. */
export type InspectLimits = {
  readonly tokensMax: number;
  readonly depthMax: number;
  readonly recursiveSelectionsMax: number;
  readonly aliasesMax: number;
  readonly rootFieldsMax: number;
  readonly repeatsMax: number;
  readonly directivesMax: number;
  readonly introspectionsMax: number;
  readonly inputDepthMax: number;
  readonly conditionsMax: number;
  readonly itemsMax: number;
  readonly textMax: number;
};

/** Fields of the schema's own description that lead to lists of other parts of it. */
const SCHEMA_LISTS = new Set(['fields', 'inputFields', 'interfaces', 'possibleTypes']);

/** Levels of braces beyond which no document is read, whatever its fields: pages double the depth at most. */
const BRACES_MAX = 60;

/** The refusal of an operation that goes past a limit, which it names. */
export function limitError(what: string, max: number, name: string): ServiceError {
  return new ServiceError('OPERATION_LIMIT', `The operation ${what}; the service takes ${max} (${name}).`, {
    hint: `Ask for less, or in several operations; ${name} sets the limit.`,
  });
}

/** Refuses a document that goes past a limit. One that does not parse is left to Apollo, which says where and why. */
export function inspectDocument(source: string, limits: InspectLimits): void {
  const document = read(source, limits);
  if (document) new Inspection(document, limits).run();
}

/** Refuses variables that are nested too deep, hold too many conditions, or a list or a text that is too long. */
export function inspectVariables(variables: unknown, limits: InspectLimits): void {
  let level = [variables].filter(isContainer);
  let objects = 0;
  // The variables themselves are no value of an argument: level 0.
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.inputDepthMax) {
      throw limitError('has variables nested deeper', limits.inputDepthMax, 'INPUT_DEPTH_MAX');
    }
    if (depth > 0) objects += level.filter((value) => !Array.isArray(value)).length;
    if (objects > limits.conditionsMax) {
      throw limitError(`has variables of ${objects} objects or more`, limits.conditionsMax, 'CONDITIONS_MAX');
    }
    for (const value of level) if (Array.isArray(value)) refuseItems(value.length, limits);
    const values = level.flatMap((value): unknown[] => Object.values(value as object));
    for (const value of values) if (typeof value === 'string') refuseText(value, limits);
    level = values.filter(isContainer);
  }
}

function refuseItems(count: number, { itemsMax }: InspectLimits): void {
  if (count > itemsMax) throw limitError(`has a list of ${count} items`, itemsMax, 'ITEMS_MAX');
}

function refuseText({ length }: string, { textMax }: InspectLimits): void {
  if (length > textMax) throw limitError(`has a text of ${length} characters`, textMax, 'TEXT_MAX');
}

const isContainer = (value: unknown): boolean => typeof value === 'object' && value !== null;

function read(source: string, { tokensMax, depthMax }: InspectLimits): DocumentNode | undefined {
  try {
    return parse(source, { noLocation: true, maxTokens: tokensMax });
  } catch (error) {
    if (error instanceof RangeError) throw limitError('is nested too deep to be read', depthMax, 'DEPTH_MAX');
    if (/more th[ae][nt] \d+ tokens/.test(String(error))) {
      throw limitError('has more tokens', tokensMax, 'TOKENS_MAX');
    }
    return undefined;
  }
}

class Inspection {
  readonly #document: DocumentNode;
  readonly #limits: InspectLimits;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #counts = new Map<string, number>();
  /** The names of the fields that have an alias. */
  readonly #aliased: string[] = [];
  #directives = 0;
  #objects = 0;

  constructor(document: DocumentNode, limits: InspectLimits) {
    this.#document = document;
    this.#limits = limits;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION)
        this.#fragments.set(definition.name.value, definition);
    }
  }

  run(): void {
    for (const definition of this.#document.definitions) this.#definition(definition);
    const { aliasesMax } = this.#limits;
    if (this.#aliased.length > aliasesMax) {
      const what = `has ${this.#aliased.length} aliases, ${mostOf(this.#aliased)}`;
      throw limitError(what, aliasesMax, 'ALIASES_MAX');
    }
    this.#refuse('has', this.#directives, 'directives', this.#limits.directivesMax, 'DIRECTIVES_MAX');
    this.#refuse('has values of', this.#objects, 'objects', this.#limits.conditionsMax, 'CONDITIONS_MAX');
    for (const definition of this.#document.definitions) {
      if (definition.kind === Kind.OPERATION_DEFINITION) this.#operation(definition);
    }
  }

  #refuse(verb: string, count: number, noun: string, max: number, name: string): void {
    if (count > max) throw limitError(`${verb} ${count} ${noun}`, max, name);
  }

  /** Counts what is written, each thing once. */
  #definition(definition: ASTNode): void {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      this.#directivesOf(definition.directives);
      for (const variable of definition.variableDefinitions ?? []) {
        this.#directivesOf(variable.directives);
        if (variable.defaultValue) this.#value(variable.defaultValue, 1);
      }
      this.#written(definition.selectionSet, ROOT);
    } else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      this.#directivesOf(definition.directives);
      this.#written(definition.selectionSet, ROOT);
    }
  }

  #written(set: SelectionSetNode, place: Place): void {
    this.#refuseBraces(place);
    for (const node of set.selections) {
      this.#directivesOf(node.directives);
      if (node.kind === Kind.FIELD) {
        if (node.alias) this.#aliased.push(node.name.value);
        for (const argument of node.arguments ?? []) this.#value(argument.value, 1);
        if (node.selectionSet) this.#written(node.selectionSet, placeOf(place, node));
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        this.#written(node.selectionSet, { ...place, level: place.level + 1 });
      }
    }
  }

  #refuseBraces(place: Place): void {
    if (place.level < BRACES_MAX) return;
    const what = `is nested more than ${BRACES_MAX} braces deep at ${pathOf(place)}`;
    throw limitError(what, this.#limits.depthMax, 'DEPTH_MAX');
  }

  #directivesOf(directives: readonly DirectiveNode[] | undefined): void {
    for (const directive of directives ?? []) {
      this.#directives += 1;
      for (const argument of directive.arguments ?? []) this.#value(argument.value, 1);
    }
  }

  #value(value: ValueNode, depth: number): void {
    if (value.kind === Kind.STRING) refuseText(value.value, this.#limits);
    if (value.kind !== Kind.LIST && value.kind !== Kind.OBJECT) return;
    const { inputDepthMax } = this.#limits;
    if (depth > inputDepthMax) throw limitError('has values nested deeper', inputDepthMax, 'INPUT_DEPTH_MAX');
    if (value.kind === Kind.LIST) {
      refuseItems(value.values.length, this.#limits);
      for (const item of value.values) this.#value(item, depth + 1);
      return;
    }
    this.#objects += 1;
    for (const field of value.fields) this.#value(field.value, depth + 1);
  }

  #operation(operation: OperationDefinitionNode): void {
    const { recursiveSelectionsMax } = this.#limits;
    const count = this.#selections(operation.selectionSet);
    this.#refuse('asks for', count, 'fields', recursiveSelectionsMax, 'RECURSIVE_SELECTIONS_MAX');
    const { depth, path } = deepestOf(operation.selectionSet, this.#fragments);
    const { depthMax, rootFieldsMax } = this.#limits;
    if (depth > depthMax) throw limitError(`is ${depth} deep at ${path}`, depthMax, 'DEPTH_MAX');
    const fields = this.#merged([operation.selectionSet], ROOT);
    if (fields.size > rootFieldsMax) {
      const names = [...fields.values()].map(([node]) => node?.name.value ?? '');
      throw limitError(`asks ${fields.size} questions, ${mostOf(names)}`, rootFieldsMax, 'ROOT_FIELDS_MAX');
    }
    const schema = [...fields.values()].flat().filter(({ name }) => /^__(schema|type)$/.test(name.value));
    const { introspectionsMax } = this.#limits;
    this.#refuse('asks for the schema', schema.length, 'times', introspectionsMax, 'INTROSPECTIONS_MAX');
  }

  /** How many fields there are with all fragments in place; a fragment that holds itself is left to validation. */
  #selections(set: SelectionSetNode): number {
    return set.selections.reduce((sum, node) => {
      if (node.kind !== Kind.FRAGMENT_SPREAD) {
        const own = node.kind === Kind.FIELD ? 1 : 0;
        return sum + own + (node.selectionSet ? this.#selections(node.selectionSet) : 0);
      }
      const name = node.name.value;
      const known = this.#counts.get(name);
      if (known !== undefined) return sum + known;
      this.#counts.set(name, 0);
      const fragment = this.#fragments.get(name);
      const count = fragment ? this.#selections(fragment.selectionSet) : 0;
      this.#counts.set(name, count);
      return sum + count;
    }, 0);
  }

  /** Goes through the answer place by place: how often each is asked for. */
  #merged(sets: readonly SelectionSetNode[], place: Place): Map<string, FieldNode[]> {
    const { depthMax } = this.#limits;
    // How deep it is was told before: what gets here goes round and round in a fragment that holds itself.
    if (place.depth > depthMax) {
      throw limitError(`is deep without end at ${pathOf(place)}`, depthMax, 'DEPTH_MAX');
    }
    this.#refuseBraces(place);
    const fields = new Map<string, FieldNode[]>();
    for (const set of sets) this.#collect(set, fields, new Set());
    for (const nodes of fields.values()) {
      const [first] = nodes;
      if (!first) continue;
      const next = placeOf(place, first);
      this.#refuseRepeats(nodes, next);
      const below = nodes.flatMap((node) => node.selectionSet ?? []);
      if (below.length === 0) continue;
      if (first.name.value.startsWith('__')) this.#schema(below, 0, next);
      else this.#merged(below, next);
    }
    return fields;
  }

  #refuseRepeats({ length }: readonly FieldNode[], place: Place): void {
    const { repeatsMax } = this.#limits;
    if (length <= repeatsMax) return;
    throw limitError(`asks for one field ${length} times at ${pathOf(place)}`, repeatsMax, 'REPEATS_MAX');
  }

  /** The schema's description of itself: one list of fields within another would give all of it many times over. */
  #schema(sets: readonly SelectionSetNode[], lists: number, place: Place): void {
    const fields = new Map<string, FieldNode[]>();
    for (const set of sets) this.#collect(set, fields, new Set());
    for (const nodes of fields.values()) {
      const next = nodes[0] ? placeOf(place, nodes[0]) : place;
      this.#refuseRepeats(nodes, next);
      const below = nodes.flatMap((node) => node.selectionSet ?? []);
      const listed = lists + (nodes.some(({ name }) => SCHEMA_LISTS.has(name.value)) ? 1 : 0);
      if (listed > 1) {
        const what = `asks for lists within lists of the schema at ${pathOf(next)}`;
        throw limitError(what, 1, 'INTROSPECTIONS_MAX');
      }
      if (below.length > 0) this.#schema(below, listed, next);
    }
  }

  #collect(set: SelectionSetNode, fields: Map<string, FieldNode[]>, spread: Set<string>): void {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const nodes = fields.get(key);
        if (nodes) nodes.push(node);
        else fields.set(key, [node]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        this.#collect(node.selectionSet, fields, spread);
      } else if (!spread.has(node.name.value)) {
        const inside = new Set(spread).add(node.name.value);
        const fragment = this.#fragments.get(node.name.value);
        if (fragment) this.#collect(fragment.selectionSet, fields, inside);
      }
    }
  }
}
