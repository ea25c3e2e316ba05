import { invariant } from '../errors.ts';
import { MATCHES_OF_KEY, NEAR_KEYS, nameKey, nearPrefix } from '../model/naming.ts';
import type { Input } from './input.ts';
import { buildObject, planMany } from './object.ts';
import { readPage } from './page.ts';
import type { List, Reading } from './plan.ts';
import { instantiateReported } from './reported.ts';
import type { FieldRequest } from './row.ts';
import { derivedItems } from './source.ts';

/** Plans `resolve(name:)`: all that a name can mean, and what is near where it means nothing. */
export function planMatchesOfName({ scope, row, selected }: FieldRequest): Reading {
  const name = selected.arguments.name;
  invariant(name, 'resolve takes a name');
  const text = (variables: Parameters<Input['read']>[0]) => String(name.read(variables));
  const key = scope.parameter((variables) => nameKey(text(variables)));
  const object = buildObject({ scope, row, element: null, selection: selected.selection }, (asked) => {
    switch (asked.selected.name) {
      case '__typename':
        return { kind: 'typename' };
      case 'name':
        return { kind: 'variable', read: text };
      case 'ambiguous': {
        const { text: match } = instantiateReported(scope, MATCHES_OF_KEY.replace('$key', key), {});
        const count = `COUNT { ${match} } > 1`;
        return { kind: 'value', cell: row.addExpression(count), shape: 'required' };
      }
      case 'matches':
        return planMatches(asked, key);
      case 'suggestions':
        return planSuggestions(asked, key, text);
    }
    invariant(false, `${asked.typeName}.${asked.selected.name} is not planned`);
  });
  return { kind: 'here', object };
}

function planMatches(request: FieldRequest, key: string): Reading {
  const statement = `${MATCHES_OF_KEY.replace('$key', key)} RETURN r`;
  const mapping = { kind: 'cypher' as const, statement, column: 'r', edge: false };
  return planMany(request, (to) => derivedItems(request.scope, null, mapping, to));
}

/** Names near to one that nothing has; ranked when the answer is read. */
function planSuggestions(
  request: FieldRequest,
  key: string,
  text: (variables: Parameters<Input['read']>[0]) => string,
): Reading {
  const { scope, row, typeName, selected } = request;
  const coordinate = `${typeName}.${selected.name}`;
  const page = readPage(request);
  const prefix = scope.parameter((variables) => nearPrefix(nameKey(text(variables))));
  const column = scope.fresh('v');
  const near = NEAR_KEYS.replaceAll('$key', key).replaceAll('$prefix', prefix);
  const piece = instantiateReported(scope, near, {});
  const list: List = {
    coordinate,
    column: scope.fresh('h'),
    imports: [],
    source: {
      clauses: [piece.text, { project: `${piece.name('near')}.key AS ${column}`, distinct: true }],
      binds: [column],
      conditions: [],
      repeats: false,
    },
    computed: [],
    order: [{ expression: column, descending: false, nullable: false }],
    seek: [],
    backward: false,
    limit: scope.parameter(() => scope.limits.pageSizeMax),
    size: page.size,
    cells: [{ kind: 'expression', text: column }],
  };
  const cell = row.addList(list);
  return { kind: 'near', cell, name: text, size: page.size };
}
