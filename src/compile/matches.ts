import { invariant } from '../errors.ts';
import { MATCHES_OF_KEY, NEAR_KEYS, nameKey, nearPrefix } from '../model/naming.ts';
import type { Input } from './input.ts';
import { buildObject, planMany } from './object.ts';
import { readPage } from './page.ts';
import type { List, Reading } from './plan.ts';
import { instantiateReported } from './reported.ts';
import type { RowBuilder } from './row.ts';
import type { Scope } from './scope.ts';
import type { Selected } from './selection.ts';
import { derivedItems } from './source.ts';

/** Plans `resolve(name:)`: all that a name can mean, and what is near where it means nothing. */
export function planMatchesOfName(scope: Scope, row: RowBuilder, selected: Selected): Reading {
  const name = selected.arguments.name;
  invariant(name, 'resolve takes a name');
  const text = (variables: Parameters<Input['read']>[0]) => String(name.read(variables));
  const key = scope.parameter((variables) => nameKey(text(variables)));
  const object = buildObject(
    scope,
    null,
    selected.selection,
    (into, typeName, field) => {
      switch (field.name) {
        case '__typename':
          return { kind: 'typename' };
        case 'name':
          return { kind: 'variable', read: text };
        case 'ambiguous': {
          const { text: match } = instantiateReported(scope, MATCHES_OF_KEY.replace('$key', key), {});
          const count = `COUNT { ${match} } > 1`;
          return { kind: 'value', cell: into.addExpression(count), shape: 'required' };
        }
        case 'matches':
          return planMatches(scope, into, typeName, field, key);
        case 'suggestions':
          return planSuggestions(scope, into, typeName, field, key, text);
      }
      invariant(false, `${typeName}.${field.name} is not planned`);
    },
    row,
  );
  return { kind: 'here', object };
}

function planMatches(scope: Scope, row: RowBuilder, typeName: string, field: Selected, key: string): Reading {
  const statement = `${MATCHES_OF_KEY.replace('$key', key)} RETURN r`;
  const mapping = { kind: 'cypher' as const, statement, column: 'r', edge: false };
  return planMany(scope, row, typeName, field, (to) => derivedItems(scope, null, mapping, to));
}

/** Names near to one that nothing has; ranked when the answer is read. */
function planSuggestions(
  scope: Scope,
  row: RowBuilder,
  typeName: string,
  field: Selected,
  key: string,
  text: (variables: Parameters<Input['read']>[0]) => string,
): Reading {
  const coordinate = `${typeName}.${field.name}`;
  const size = scope.mapping.listSize(typeName, field.name);
  const page = readPage(scope, coordinate, field.arguments, size?.assumedSize ?? 10);
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
