import type { Expression } from '../cypher/ast.ts';
import { call, isNotNull, list, literal, negate, operation } from '../cypher/build.ts';
import type { Input } from './input.ts';
import type { Element, Scope } from './plan.ts';
import type { Selected } from './selection.ts';

/**
 * What is denied or taken back is in a list only where it is asked for, by its status or by `withdrawn: true`:
 *
 *     gifts { … }                             MATCH (v0:Gift) WHERE NOT v0.status IN ['DENIED', 'WITHDRAWN']
 *     gifts(where: {status: {…}}) { … }       MATCH (v0:Gift) WHERE v0.status …
 */

/** What holds of items of a list that were not asked for, of types that can be denied or taken back. */
export function leftIn(scope: Scope, typeName: string, { variable }: Element): readonly Expression[] {
  const gone = scope.mapping.gone(typeName);
  if (!gone) return [];
  const status = scope.mapping.read(typeName, variable, gone.property);
  const values = list(gone.values.map(literal));
  if (gone.required) return [isNotNull(status), negate(operation('IN', status, values))];
  return [negate(operation('IN', call('coalesce', status, literal('')), values))];
}

/** Whether a filter names the status by which things are left out. */
export function asksForGone(scope: Scope, typeName: string, where: Input | undefined): boolean {
  const gone = scope.mapping.gone(typeName);
  if (!gone || !where?.present) return false;
  return where.keys().some((key) => {
    const input = where.get(key);
    if (!input?.present) return false;
    if (key === gone.property) return true;
    if (key === 'and' || key === 'or') return input.items().some((one) => asksForGone(scope, typeName, one));
    return key === 'not' && asksForGone(scope, typeName, input);
  });
}

/** Whether a field asks for all that there is: by its nature, an argument, or a filter. */
export function asksForAll(
  scope: Scope,
  owner: string,
  { name, arguments: given }: Selected,
  typeName: string,
): boolean {
  const gone = scope.mapping.gone(typeName);
  if (!gone || scope.mapping.whole(owner, name)) return true;
  const { withdrawn, where } = given;
  if (withdrawn?.present && scope.pin(withdrawn) === true) return true;
  const byArgument = [...scope.mapping.shortcuts(owner, name)].some(
    ([argument, [key]]) => key === gone.property && given[argument]?.present,
  );
  return byArgument || asksForGone(scope, typeName, where);
}
