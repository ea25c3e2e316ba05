import {
  type DirectiveNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type ValueNode,
} from 'graphql';
import type { Limits } from '../limits.ts';
import { limitError, mostOf, tooLong, tooMany } from './refusal.ts';

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
    if (value.kind === Kind.STRING && value.value.length > textMax) throw tooLong(value.value, textMax);
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
