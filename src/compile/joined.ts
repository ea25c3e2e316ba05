import { invariant } from '../errors.ts';
import type { FieldMapping } from '../model/mapping.ts';
import { matchPart, narrowed, withEnds } from './cypher.ts';
import { printClauses } from './print.ts';
import { instantiateReported } from './reported.ts';
import { type Element, givenBy, reported, type Scope } from './scope.ts';
import { hopItems } from './source.ts';

/** A field that leads from its owner to other things. */
export type JoinedBy = Extract<FieldMapping, { kind: 'relationship' | 'cypher' }>;

/** A pattern that joins an owner to an item, and the item. */
export type Joined = { readonly pattern: string; readonly element: Element };

/** The patterns that join owner and item; one for each direction where a relationship is followed either way. */
export function joined(scope: Scope, owner: Element, mapping: JoinedBy, to: string): readonly Joined[] {
  if (mapping.kind === 'relationship') {
    const { source, element } = hopItems(scope, owner, mapping, to);
    return [{ pattern: printClauses(source, source.conditions).join(' '), element }];
  }
  const statement = matchPart(mapping.statement);
  if (scope.mapping.type(to).kind === 'relationship') {
    const other = EITHER_WAY.exec(statement)?.[1];
    return other ? eitherWay(scope, owner, other) : [withItsEnds(scope, owner, statement, mapping.column)];
  }
  const piece = instantiateReported(scope, statement, givenBy(scope, owner));
  const item = piece.name(mapping.column);
  return [{ pattern: narrowed(piece.text, reported(scope, item)), element: { variable: item } }];
}

const EITHER_WAY = /^MATCH \(this\)-\[\w+\]-(\(:\w+\))$/;

/** A relationship followed either way, once from each end, so that it is known which end is which. */
function eitherWay(scope: Scope, { variable: self }: Element, other: string): readonly Joined[] {
  const [out, start, into, end] = [scope.fresh('r'), scope.fresh('v'), scope.fresh('r'), scope.fresh('v')];
  const known = (pattern: string, ...variables: string[]) => narrowed(pattern, reported(scope, ...variables));
  return [
    {
      pattern: known(`MATCH (${self})-[${out}]->${other.replace('(', `(${end}`)}`, out, end),
      element: { variable: out, startNode: self, endNode: end },
    },
    {
      pattern: known(`MATCH (${self})<-[${into}]-${other.replace('(', `(${start}`)}`, into, start),
      element: { variable: into, startNode: start, endNode: self },
    },
  ];
}

/** A relationship of a pattern as the item, with its ends. */
function withItsEnds(scope: Scope, owner: Element, statement: string, column: string): Joined {
  const ends = withEnds(statement, column);
  const given = givenBy(scope, owner);
  const piece = instantiateReported(scope, ends.pattern, given);
  const named = (name: string) => given[name] ?? piece.name(name);
  const element = {
    variable: named(column),
    startNode: named(ends.startNode),
    endNode: named(ends.endNode),
  };
  const { variable, startNode, endNode } = element;
  invariant(variable !== column, `${column} is not bound by: ${statement}`);
  return { pattern: narrowed(piece.text, reported(scope, variable, startNode, endNode)), element };
}
