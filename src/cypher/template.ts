import type { Clause, Expression, Name, Node } from './ast.ts';
import { fill } from './build.ts';
import { type Reading, readExpression, readQuery } from './read.ts';

/**
 * Cypher written in the planners where it is easier to read than data, and is data all the same: a piece is read once
 * and filled each time. ``expression`size(${facts})` `` is `call('size', facts)`.
 */

const known = new WeakMap<TemplateStringsArray, Node>();

function filled<T extends Node>(
  strings: TemplateStringsArray,
  values: readonly Expression[],
  read: (text: string, reading: Reading) => T,
): T {
  const piece = (known.get(strings) as T | undefined) ?? readOnce(strings, read);
  const given: { [hole: string]: Expression } = {};
  for (const [index, value] of values.entries()) given[`hole${index}`] = value;
  return fill(piece, given).piece;
}

function readOnce<T extends Node>(
  strings: TemplateStringsArray,
  read: (text: string, reading: Reading) => T,
): T {
  const holes = strings.slice(1).map((_, index) => `hole${index}`);
  const text = strings.reduce((all, part, index) => `${all}${holes[index - 1] ?? ''}${part}`);
  const piece = read(text, { place: text, holes: new Set(holes) });
  known.set(strings, piece);
  return piece;
}

/** An expression. */
export function expression(strings: TemplateStringsArray, ...values: readonly Expression[]): Expression {
  return filled(strings, values, readExpression);
}

/** Clauses one after the other; what stands for a variable can be bound by them. */
export function clauses(
  strings: TemplateStringsArray,
  ...values: readonly (Expression | Name)[]
): readonly Clause[] {
  return filled(strings, values, readQuery).branches[0] ?? [];
}
