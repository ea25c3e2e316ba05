/** A part of the derivation: what it does, and its statements in order, each with the comment above it, if it has one. */
export type Section = { readonly title: string; readonly statements: readonly Step[] };

/** One statement that stands alone, without parameters. */
export type Step = { readonly comment?: string; readonly cypher: string };

/** A statement that needs no comment. */
export const step = (cypher: string): Step => ({ cypher: cypher.trim() });

/** A statement with what has to be known of it. */
export const told = (comment: string, cypher: string): Step => ({ comment, cypher: cypher.trim() });

/** How many SAME_AS lie between two things that are one, at most. */
export const SAME_AS_MAX = 8;

/** Everything that is the same thing as `e`, itself among them, as `m`. */
export const sameThings = (where = ''): string =>
  `MATCH (e)-[:SAME_AS*0..${SAME_AS_MAX}]-(m:Entity)${where && ` WHERE ${where}`}\n  WITH DISTINCT e, m`;

/** `f += {status: t.status, verdict: t.verdict}`: engines set many properties at once in less time than one by one. */
export const given = (to: string, values: readonly (readonly [name: string, value: string])[]): string =>
  `${to} += {${values.map(([name, value]) => `${name}: ${value}`).join(', ')}}`;

/** The same, of what is called alike at another place. */
export const copied = (to: string, from: string, names: readonly string[]): string =>
  given(
    to,
    names.map((name) => [name, `${from}.${name}`] as const),
  );
