import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type ValueNode,
} from 'graphql';
import { isCursor } from '../compile/input.ts';
import { ServiceError } from '../errors.ts';
import type { Limits } from '../limits.ts';

/**
 * What the limits on documents count, and what their refusals say: where in the answer, of which field most, past which
 * limit.
 */

/** Fields that only page through a list: they lead to no other thing. */
export const PAGING: ReadonlySet<string> = new Set(['nodes', 'edges', 'node', 'pageInfo']);

/** A place of the answer: its response key, the place that it is in, and how many steps and braces lead to it. */
export type Place = {
  readonly key: string;
  readonly within: Place | undefined;
  readonly depth: number;
  readonly level: number;
};

/** The answer itself. */
export const ROOT: Place = { key: '', within: undefined, depth: 0, level: 0 };

/** The response key of a field: its alias, else its name. */
export const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** The place that a field leads to. */
export function placeOf(within: Place, node: FieldNode): Place {
  const step = PAGING.has(node.name.value) ? 0 : 1;
  return { key: keyOf(node), within, depth: within.depth + step, level: within.level + 1 };
}

/** The most characters of a place or a name in a refusal: keys are the client's, and of any length. */
const SHOWN_MAX = 200;

const shown = (text: string): string => (text.length > SHOWN_MAX ? `…${text.slice(-SHOWN_MAX)}` : text);

/** The end of `events.nodes.partOf.nodes`, the keys on the way to a place. */
export function showPath(keys: readonly string[]): string {
  return shown(keys.join('.'));
}

/** The path of a place. */
export function pathOf(place: Place): string {
  const keys: string[] = [];
  for (let at = place; at.within; at = at.within) keys.unshift(at.key);
  return showPath(keys);
}

/** Which name there is most: `90 for person`. */
export function mostOf(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [[name, count] = ['', 0]] = [...counts].sort(([, a], [, b]) => b - a);
  return `${count} for ${shown(name)}`;
}

/** The refusal of an operation that goes past a limit, which it names. */
export function limitError(what: string, max: number, name: string): ServiceError {
  return new ServiceError('OPERATION_LIMIT', `The operation ${what}; the service takes ${max} (${name}).`, {
    hint: `Ask for less, or in several operations; ${name} sets the limit.`,
  });
}

/** The refusal of a list among the values of a request that is too long. */
export function tooMany({ length }: readonly unknown[], max: number): ServiceError {
  return limitError(`has a list of ${length} items`, max, 'ITEMS_MAX');
}

/** Refuses a text among the values of a request that is too long, unless it is a cursor: that is as long as it was given out. */
export function refuseLong(text: string, max: number): void {
  if (isCursor(text)) return;
  throw limitError(`has a text of ${text.length} characters`, max, 'TEXT_MAX');
}

/** The refusal of what the parser gave up for its size; nothing where the text is at fault. */
export function refusedByParser(
  error: unknown,
  { depthMax, tokensMax }: Pick<Limits, 'depthMax' | 'tokensMax'>,
): ServiceError | undefined {
  const words = String(error);
  if (/Maximum call stack/.test(words))
    return limitError('is nested too deep to be read', depthMax, 'DEPTH_MAX');
  if (!/more th[ae][nt] \d+ tokens/.test(words)) return undefined;
  return limitError('has more tokens', tokensMax, 'TOKENS_MAX');
}

/** Counts what is written in a document: each thing once, however often fragments bring it to the answer. */
export class Written {
  readonly #limits: Limits;
  readonly #met = new Set<SelectionNode | FragmentDefinitionNode>();
  /** The names of the fields that have an alias. */
  readonly #aliased: string[] = [];
  #directives = 0;
  #objects = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Counts a selection or the head of a fragment, unless it was met before. Refuses values that are too large. */
  meet(node: SelectionNode | FragmentDefinitionNode): boolean {
    if (this.#met.has(node)) return false;
    this.#met.add(node);
    this.directives(node.directives);
    if (node.kind !== Kind.FIELD) return true;
    if (node.alias) this.#aliased.push(node.name.value);
    for (const argument of node.arguments ?? []) this.value(argument.value);
    return true;
  }

  /** Counts directives and their values. */
  directives(directives: readonly DirectiveNode[] | undefined): void {
    for (const directive of directives ?? []) {
      this.#directives += 1;
      for (const argument of directive.arguments ?? []) this.value(argument.value);
    }
  }

  /** Counts the objects of a value; refuses one that is nested too deep, or has a list or a text that is too long. */
  value(value: ValueNode, depth = 1): void {
    const { inputDepthMax, itemsMax, textMax } = this.#limits;
    if (value.kind === Kind.STRING && value.value.length > textMax) refuseLong(value.value, textMax);
    if (value.kind !== Kind.LIST && value.kind !== Kind.OBJECT) return;
    if (depth > inputDepthMax) throw limitError('has values nested deeper', inputDepthMax, 'INPUT_DEPTH_MAX');
    if (value.kind === Kind.LIST) {
      if (value.values.length > itemsMax) throw tooMany(value.values, itemsMax);
      for (const item of value.values) this.value(item, depth + 1);
      return;
    }
    this.#objects += 1;
    for (const field of value.fields) this.value(field.value, depth + 1);
  }

  /** Refuses what is written too often. */
  refuse(): void {
    const { aliasesMax, directivesMax, conditionsMax } = this.#limits;
    const aliases = this.#aliased.length;
    if (aliases > aliasesMax)
      throw limitError(`has ${aliases} aliases, ${mostOf(this.#aliased)}`, aliasesMax, 'ALIASES_MAX');
    if (this.#directives > directivesMax)
      throw limitError(`has ${this.#directives} directives`, directivesMax, 'DIRECTIVES_MAX');
    if (this.#objects > conditionsMax)
      throw limitError(`has values of ${this.#objects} objects`, conditionsMax, 'CONDITIONS_MAX');
  }
}
