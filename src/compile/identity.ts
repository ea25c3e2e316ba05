import { ServiceError } from '../errors.ts';
import { isId } from '../model/naming.ts';
import type { Value } from '../store/store.ts';

/** An id, or a list of ids, in the form that ids have; anything else is refused. */
export function checkId(value: unknown): Value {
  for (const id of Array.isArray(value) ? value : [value]) {
    if (typeof id === 'string' && isId(id)) continue;
    throw new ServiceError('BAD_ID', `"${String(id).slice(0, 100)}" is not an id.`, {
      hint: 'Ids look like person:vladimir-putin; to look something up by name, use the name argument or resolve(name:).',
    });
  }
  return value as Value;
}
