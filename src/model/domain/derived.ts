import type { FieldDefinitionNode } from 'graphql';
import { directive, type Fielded, interfacesOf, isFielded, nameOf } from './sdl.ts';
import type { Types } from './types.ts';

/**
 * What rests on facts, or says them: its status and agreement are filtered in `where` like anything else, and a root list of it
 * has arguments that are short for the filters most asked for, and one for what lists leave out. What is computed for each
 * item costs more.
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

const STATUS = `"Only those of these statuses, so that a plan is not taken for a fact; denied and taken back too where named."
    status: [Status!] @where(path: ["status", "in"])`;

const WITHDRAWN = `"Also what is denied alone, and what was taken back."
    withdrawn: Boolean`;

/** The arguments of a root list by how sure, what nobody says any more, and what sources agree on. */
export function factArguments(of: string, types: Types): string {
  const type = types.byName.get(of);
  if (types.sort(of) !== 'node' || !isFielded(type)) return '';
  const rests = (one: Fielded) =>
    types.sort(one.name.value) === 'node' && interfacesOf(one).includes('Sourced');
  const hasStatus = type.fields?.some(({ name }) => name.value === 'status');
  const canGo = rests(type) || types.implementors(of).some(rests);
  return [hasStatus && STATUS, canGo && WITHDRAWN, rests(type) && AGREEMENT].filter(Boolean).join(' ');
}
