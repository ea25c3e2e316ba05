import type { FieldDefinitionNode } from 'graphql';
import { directive, type Fielded, interfacesOf, isFielded, nameOf } from './sdl.ts';
import type { Types } from './types.ts';

/**
 * What rests on facts: its status and agreement are filtered in `where` like anything else, and a root list of it has arguments
 * that are short for the filters most asked for, and one for what lists leave out. What is computed for each item costs more.
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
  const computed = isComputed && directive(field, 'cypher');
  return computed || (stated && directive(type, 'relationshipProperties')) ? ` ${COST}` : '';
}

const AGREEMENT = `"Only those on which sources agree so, or not at all: what is disputed, what one source alone says."
    agreement: [Verdict!] @where(path: ["agreement", "verdict", "in"])`;

const STATUS = `"Only those of these statuses, so that a plan is not taken for a fact; also what is denied or was taken back."
    status: [Status!] @where(path: ["status", "in"])`;

const WITHDRAWN = `"Also what is denied alone, and what was taken back."
    withdrawn: Boolean`;

/** The arguments of a root list of what rests on facts: how sure, what nobody says any more, and what sources agree on. */
export function factArguments(of: string, types: Types): string {
  const rests = (name: string) =>
    types.sort(name) === 'node' && interfacesOf(types.byName.get(name)).includes('Sourced');
  if (rests(of)) return `${STATUS} ${WITHDRAWN} ${AGREEMENT}`;
  return types.implementors(of).some(({ name }) => rests(name.value)) ? WITHDRAWN : '';
}
