import { invariant } from '../errors.ts';

/**
 * The only place that writes an identifier into Cypher. Identifiers come from schema.graphql and from counters,
 * never from a request; anything that is not a plain word is refused, so nothing needs escaping.
 */
export function identifier(name: string): string {
  invariant(/^[A-Za-z_][A-Za-z0-9_]*$/.test(name), `"${name}" is no plain identifier`);
  return name;
}

/** `v0.name` */
export function property(variable: string, name: string): string {
  return `${identifier(variable)}.${identifier(name)}`;
}

/** `(v0:Gift)`; without a label `(v0)`. */
export function node(variable: string, label?: string): string {
  return label === undefined ? `(${identifier(variable)})` : `(${identifier(variable)}:${identifier(label)})`;
}

/** `(v0)-[r1:GAVE]->(v1)`, written from `from`. */
export function hop(
  from: string,
  relationship: string,
  type: string,
  direction: 'IN' | 'OUT',
  to: string,
): string {
  const middle = `[${identifier(relationship)}:${identifier(type)}]`;
  const [left, right] = direction === 'OUT' ? ['-', '->'] : ['<-', '-'];
  return `(${identifier(from)})${left}${middle}${right}${to}`;
}

/** `(v0:Person OR v0:Country)`; undefined without labels. */
export function hasLabel(variable: string, labels: readonly string[]): string | undefined {
  if (labels.length === 0) return undefined;
  const tests = labels.map((label) => `${identifier(variable)}:${identifier(label)}`);
  return tests.length === 1 ? tests[0] : `(${tests.join(' OR ')})`;
}
