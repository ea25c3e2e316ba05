import type { Clause, Expression, Name, Node } from './ast.ts';
import { fill } from './build.ts';
import { readExpression, readQuery } from './read.ts';

/**
 * Cypher written in the planners where it is easier to read than data, and is data all the same: a piece is read once
 * and filled each time. ``expression`size(${facts})` `` is `call('size', facts)`.
 */

const known = new WeakMap<TemplateStringsArray, Node>();

function filled<T extends Node>(
  strings: TemplateStringsArray,
  values: readonly Expression[],
  read: (text: string, holes: ReadonlySet<string>) => T,
): T {
  const holes = values.map((_, index) => `hole${index}`);
  const text = strings.reduce((all, part, index) => `${all}${holes[index - 1] ?? ''}${part}`);
  const piece = (known.get(strings) as T | undefined) ?? read(text, new Set(holes));
  known.set(strings, piece);
  return fill(piece, Object.fromEntries(values.map((value, index) => [`hole${index}`, value]))).piece;
}

/** An expression. */
export function expression(strings: TemplateStringsArray, ...values: readonly Expression[]): Expression {
  return filled(strings, values, (text, holes) => readExpression(text, { place: text, holes }));
}

/** Clauses one after the other; what stands for a variable can be bound by them. */
export function clauses(
  strings: TemplateStringsArray,
  ...values: readonly (Expression | Name)[]
): readonly Clause[] {
  return filled(strings, values, (text, holes) => readQuery(text, { place: text, holes })).branches[0] ?? [];
}
