import type { FieldDefinitionNode } from 'graphql';
import { directive, type Fielded, isFielded, nameOf } from './sdl.ts';
import type { Types } from './types.ts';

/**
 * What is computed for each item when asked, agreement and the evidence of a fact: it is filtered in `where` like
 * anything else, costs more there, and has an argument of its own that is short for the filter most asked for.
 */

/** What a condition on a field costs besides the items of its list. */
const COST = '@cost(weight: "1000")';

/** The input that filters by what a field derives, as agreement is; of other fields undefined. */
export function computedFilter(field: FieldDefinitionNode, types: Types): string | undefined {
  const name = nameOf(field.type);
  return isFielded(types.byName.get(name)) && types.sort(name) === 'value' ? `${name}Where` : undefined;
}

/** The directive with what a condition costs; nothing for one that a match answers. */
export function conditionCost(type: Fielded, field: FieldDefinitionNode, isComputed: boolean): string {
  const stated = !directive(field, 'relationship') && nameOf(field.type) === 'Evidence';
  const computed =
    (isComputed && !directive(field, 'stored')) || (stated && directive(type, 'relationshipProperties'));
  return computed ? ` ${COST}` : '';
}

/** The arguments of a root list that are short for what is asked most of what is computed. */
export function computedArguments(of: string, types: Types): string {
  const type = types.byName.get(of);
  const has = (name: string) => isFielded(type) && type.fields?.some((field) => field.name.value === name);
  const agreement = `
    "Only those on which sources agree so, or not at all: what is disputed, what one source alone says."
    agreement: [Verdict!] @where(path: ["agreement", "verdict", "in"]) ${COST}`;
  const evidence = `
    "Only those that such evidence states."
    evidence: EvidenceWhere @where(path: ["evidence", "some"]) ${COST}`;
  const stated = has('evidence') && types.sort(of) === 'relationship';
  return `${has('agreement') ? agreement : ''}${stated ? evidence : ''}`;
}
