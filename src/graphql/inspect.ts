import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ServiceError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import {
  keyOf,
  limitError,
  mostOf,
  type Place,
  pathOf,
  placeOf,
  ROOT,
  refusedByParser,
  Written,
} from './limit.ts';

/**
 * The one walk through a document. It merges the fields of each place of the answer, fragments in place, and counts on
 * its way what the limits ask for. For
 *
 *     { people { nodes { ...a name } } }  fragment a on Person { name gave @include(if: $all) { totalCount } }
 *
 * it makes `people → nodes → { name: twice, gave: once, under @include → totalCount }`, from which look-ahead takes
 * what holds for the types and variables of a request, however often it comes.
 *
 * It goes first, before validation: the rules of graphql-js would compare each field with each other one, or run out of
 * stack, before any limit of ours is asked. So it trusts nothing: fragments may be missing, hold themselves, or spread
 * to millions of fields. It takes no more steps than the limits on selections, fields and braces let it; the walk goes
 * on past the other limits, so that a refusal can name the deepest place, and the most frequent alias.
 */

/** A fragment around a field, and the one around that: their types and directives must hold for the field to count. */
export type Way = {
  readonly fragment: SelectionNode;
  readonly condition: string | undefined;
  readonly outer: Way | undefined;
};

/** A field where it stands in an operation: once for each way that leads to it. */
export type Occurrence = {
  readonly node: FieldNode;
  /** The number by which it was met: its rank among the fields of a place, and its name among all of the operation. */
  readonly at: number;
  readonly way: Way | undefined;
  /** That of the field around it. */
  readonly within: Occurrence | undefined;
};

/** All that an operation asks at one place of the answer under one key. */
export type MergedField = { readonly occurrences: readonly Occurrence[]; readonly below: MergedFields };

/** What is asked at one place, by response key. */
export type MergedFields = ReadonlyMap<string, MergedField>;

/** What each operation of a document asks. */
export type Inspected = ReadonlyMap<OperationDefinitionNode, MergedFields>;

type Merging = { readonly occurrences: Occurrence[]; below: MergedFields };

/** A selection set, and the field that has it. */
type Below = { readonly set: SelectionSetNode; readonly within: Occurrence | undefined };

/** Where the walk is, and in how many lists of the schema's own description; undefined outside of it. */
type At = { readonly place: Place; readonly lists: number | undefined };

/** What stands around a selection, and where the fields go. */
type Around = {
  readonly within: Occurrence | undefined;
  readonly way: Way | undefined;
  readonly place: Place;
  readonly level: number;
  readonly fields: Map<string, Merging>;
};

/** Fields of the schema's own description that lead to lists of other parts of it. */
const SCHEMA_LISTS = new Set(['fields', 'inputFields', 'interfaces', 'possibleTypes']);

/** Levels of braces beyond which no document is read, whatever its fields: pages double the depth at most. */
const BRACES_MAX = 60;

/** How many selections all operations of a document may have, for each field that one may. */
const SELECTIONS_PER_FIELD = 4;

/** Refuses a document that goes past a limit, else gives what its operations ask. It need not be valid. */
export function inspect(document: DocumentNode, limits: Limits): Inspected {
  return new Inspection(document, limits).run();
}

/** Refuses a text that goes past a limit. One that does not parse is left to the parser, which says where and why. */
export function inspectDocument(source: string, limits: Limits): void {
  let document: DocumentNode;
  try {
    document = parse(source, { noLocation: true, maxTokens: limits.tokensMax });
  } catch (error) {
    const refused = refusedByParser(error, limits);
    if (refused) throw refused;
    return;
  }
  inspect(document, limits);
}

class Inspection {
  readonly #document: DocumentNode;
  readonly #limits: Limits;
  readonly #written: Written;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  /** The first refusal of an operation; it waits for the end of the walk, for what is written too often is told first. */
  #late: ServiceError | undefined;
  /** The first that the walk met in this operation; its depth is told before that. */
  #met: ServiceError | undefined;
  #selections = 0;
  #fields = 0;
  #deepest = ROOT;

  constructor(document: DocumentNode, limits: Limits) {
    this.#document = document;
    this.#limits = limits;
    this.#written = new Written(limits);
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION)
        this.#fragments.set(definition.name.value, definition);
    }
  }

  run(): Inspected {
    const asked = new Map<OperationDefinitionNode, MergedFields>();
    for (const definition of this.#document.definitions) {
      if (definition.kind === Kind.OPERATION_DEFINITION) asked.set(definition, this.#operation(definition));
    }
    // Validation will refuse what no operation spreads, but it has to read it first.
    for (const fragment of this.#fragments.values()) {
      if (this.#written.meet(fragment)) this.#walk(fragment.selectionSet);
    }
    this.#written.refuse();
    if (this.#late) throw this.#late;
    return asked;
  }

  #operation(operation: OperationDefinitionNode): MergedFields {
    this.#written.directives(operation.directives);
    for (const { directives, defaultValue } of operation.variableDefinitions ?? []) {
      this.#written.directives(directives);
      if (defaultValue) this.#written.value(defaultValue);
    }
    const fields = this.#walk(operation.selectionSet);
    this.#late ??= this.#tooDeep() ?? this.#met ?? this.#tooMuchAtRoot(fields);
    return fields;
  }

  #tooDeep(): ServiceError | undefined {
    const { depthMax } = this.#limits;
    const { depth } = this.#deepest;
    if (depth <= depthMax) return undefined;
    return limitError(`is ${depth} deep at ${pathOf(this.#deepest)}`, depthMax, 'DEPTH_MAX');
  }

  #tooMuchAtRoot(fields: MergedFields): ServiceError | undefined {
    const { rootFieldsMax, introspectionsMax } = this.#limits;
    if (fields.size > rootFieldsMax) {
      const names = [...fields.values()].map(({ occurrences }) => occurrences[0]?.node.name.value ?? '');
      const what = `asks ${fields.size} questions, ${mostOf(names)}`;
      return limitError(what, rootFieldsMax, 'ROOT_FIELDS_MAX');
    }
    const asked = [...fields.values()].flatMap(({ occurrences }) => occurrences);
    const ofSchema = asked.filter(({ node }) => /^__(schema|type)$/.test(node.name.value)).length;
    if (ofSchema <= introspectionsMax) return undefined;
    return limitError(`asks for the schema ${ofSchema} times`, introspectionsMax, 'INTROSPECTIONS_MAX');
  }

  #walk(set: SelectionSetNode): MergedFields {
    this.#fields = 0;
    this.#deepest = ROOT;
    this.#met = undefined;
    return this.#merge([{ set, within: undefined }], { place: ROOT, lists: undefined });
  }

  /** Merges selection sets that stand at one place, and all below. */
  #merge(sets: readonly Below[], { place, lists }: At): MergedFields {
    this.#refuseEndless(sets, place);
    this.#refuseBraces(place.level, place);
    const fields = new Map<string, Merging>();
    for (const { set, within } of sets)
      this.#collect(set, { within, way: undefined, place, level: place.level, fields });
    for (const field of fields.values()) this.#descend(field, { place, lists });
    return fields;
  }

  #descend(field: Merging, { place, lists }: At): void {
    const { occurrences } = field;
    const [first] = occurrences;
    if (!first) return;
    const next = placeOf(place, first.node);
    const { repeatsMax } = this.#limits;
    if (occurrences.length > repeatsMax && !this.#met) {
      const what = `asks for one field ${occurrences.length} times at ${pathOf(next)}`;
      this.#met = limitError(what, repeatsMax, 'REPEATS_MAX');
    }
    const sets = occurrences.flatMap((within) => {
      const set = within.node.selectionSet;
      return set ? [{ set, within }] : [];
    });
    if (sets.length === 0) return;
    const listed = this.#listsAt(field, { place: next, lists });
    if (listed === undefined && next.depth > this.#deepest.depth) this.#deepest = next;
    // In the schema's description of itself steps do not count, lists do.
    const below = listed === undefined ? next : { ...next, depth: place.depth };
    field.below = this.#merge(sets, { place: below, lists: listed });
  }

  /** How many lists of the schema's description a place is in; one within another would give all of it many times over. */
  #listsAt({ occurrences }: Merging, { place, lists }: At): number | undefined {
    if (lists === undefined) return occurrences[0]?.node.name.value.startsWith('__') ? 0 : undefined;
    const listed = lists + (occurrences.some(({ node }) => SCHEMA_LISTS.has(node.name.value)) ? 1 : 0);
    if (listed > 1 && !this.#met) {
      const what = `asks for lists within lists of the schema at ${pathOf(place)}`;
      this.#met = limitError(what, 1, 'INTROSPECTIONS_MAX');
    }
    return listed;
  }

  /** A fragment that holds itself below one of its fields goes round and round; only its depth ends it. */
  #refuseEndless(sets: readonly Below[], place: Place): void {
    const { depthMax } = this.#limits;
    if (place.depth <= depthMax || !sets.some(({ within }) => isEndless(within))) return;
    throw limitError(`is deep without end at ${pathOf(place)}`, depthMax, 'DEPTH_MAX');
  }

  #refuseBraces(level: number, place: Place): void {
    if (level < BRACES_MAX) return;
    const what = `is nested more than ${BRACES_MAX} braces deep at ${pathOf(place)}`;
    throw limitError(what, this.#limits.depthMax, 'DEPTH_MAX');
  }

  /** Puts the fields of a selection set, and of the fragments in it, where they go. */
  #collect(set: SelectionSetNode, around: Around): void {
    for (const node of set.selections) {
      this.#written.meet(node);
      this.#countSelection();
      if (node.kind === Kind.FIELD) this.#add(node, around);
      else if (node.kind === Kind.INLINE_FRAGMENT) this.#collectInline(node, around);
      else this.#collectSpread(node, around);
    }
  }

  #add(node: FieldNode, { fields, way, within }: Around): void {
    const { recursiveSelectionsMax } = this.#limits;
    this.#fields += 1;
    if (this.#fields > recursiveSelectionsMax) {
      const what = `asks for ${this.#fields} fields or more`;
      throw limitError(what, recursiveSelectionsMax, 'RECURSIVE_SELECTIONS_MAX');
    }
    const occurrence = { node, at: this.#selections, way, within };
    const key = keyOf(node);
    const field = fields.get(key);
    if (field) field.occurrences.push(occurrence);
    else fields.set(key, { occurrences: [occurrence], below: NOTHING });
  }

  #collectInline(fragment: InlineFragmentNode, around: Around): void {
    const level = around.level + 1;
    this.#refuseBraces(level, around.place);
    const condition = fragment.typeCondition?.name.value;
    this.#collect(fragment.selectionSet, {
      ...around,
      level,
      way: { fragment, condition, outer: around.way },
    });
  }

  /** A fragment that is not there, or holds itself at the same place, is left to validation. */
  #collectSpread(node: FragmentSpreadNode, around: Around): void {
    const fragment = this.#fragments.get(node.name.value);
    if (!fragment || leadsThrough(around.way, node)) return;
    this.#written.meet(fragment);
    const condition = fragment.typeCondition.name.value;
    this.#collect(fragment.selectionSet, {
      ...around,
      way: { fragment: node, condition, outer: around.way },
    });
  }

  /** Fragments can bring a fragment to one place without bringing a field, and each operation brings them anew. */
  #countSelection(): void {
    const max = SELECTIONS_PER_FIELD * this.#limits.recursiveSelectionsMax;
    this.#selections += 1;
    if (this.#selections <= max) return;
    const what = `has ${this.#selections} selections or more with all its fragments in place`;
    throw limitError(what, max, 'RECURSIVE_SELECTIONS_MAX');
  }
}

const NOTHING: MergedFields = new Map();

/** Whether a fragment is on a way already. */
function leadsThrough(way: Way | undefined, { name }: FragmentSpreadNode): boolean {
  for (let at = way; at; at = at.outer)
    if (at.fragment.kind === Kind.FRAGMENT_SPREAD && at.fragment.name.value === name.value) return true;
  return false;
}

/** Whether one fragment leads to a field twice, which it can only do by holding itself. */
function isEndless(occurrence: Occurrence | undefined): boolean {
  const names = new Set<string>();
  for (let field = occurrence; field; field = field.within) {
    for (let at = field.way; at; at = at.outer) {
      if (at.fragment.kind !== Kind.FRAGMENT_SPREAD) continue;
      if (names.has(at.fragment.name.value)) return true;
      names.add(at.fragment.name.value);
    }
  }
  return false;
}
