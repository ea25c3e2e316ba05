import type { FieldDefinitionNode } from 'graphql';
import { directive, type Fielded, isFielded, nameOf } from './sdl.ts';
import type { Types } from './types.ts';

/**
 * What is computed for each item when asked, agreement and the evidence of a fact, is asked by arguments of a list instead of
 * in its `where`. This file is all that knows so.
 */

/** Whether a field of a type has a condition in its `where`. */
export function filteredInWhere(type: Fielded, field: FieldDefinitionNode): boolean {
  return !(directive(type, 'relationshipProperties') && isComputed(field));
}

const isComputed = (field: FieldDefinitionNode): boolean =>
  !directive(field, 'relationship') && nameOf(field.type) === 'Evidence';

/** The arguments of a root list that ask for what is computed of its items. */
export function computedArguments(of: string, types: Types): string {
  const type = types.byName.get(of);
  const has = (name: string) => isFielded(type) && type.fields?.some((field) => field.name.value === name);
  const agreement = `
    "Only those on which sources agree so, or not at all: what is disputed, what one source alone says."
    agreement: [Verdict!] @having(field: "agreement", key: "verdict") @cost(weight: "1000")`;
  const evidence = `
    "Only those that such evidence states."
    evidence: EvidenceWhere @having(field: "evidence") @cost(weight: "1000")`;
  const stated = has('evidence') && types.sort(of) === 'relationship';
  return `${has('agreement') ? agreement : ''}${stated ? evidence : ''}`;
}
