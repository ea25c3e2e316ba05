import { invariant } from '../errors.ts';

/**
 * Cypher written in schema.graphql, put to use: its own variables get fresh names, so that the same piece can
 * stand in a statement many times, and `this`, `named`, `startNode` and `endNode` become the variables at hand.
 */

const TOKEN = /'(?:[^'\\]|\\.)*'|(?<![.\w$`])[a-z]\w*/g;
const DECLARED = [/[([]\s*([a-z]\w*)\s*(?=[:)\]{])/g, /\b([a-z]\w*)\s*=\s*\(/g, /\bAS\s+([a-z]\w*)/g];
/** What stands for variables that Cypher of the schema leaves open. */
type Given = { readonly [name: string]: string | undefined };

const GIVEN = new Set(['this', 'named', 'startNode', 'endNode', 'asOf']);

/** The variables that a piece of Cypher declares itself. */
function declared(text: string, given: Given): Set<string> {
  const names = DECLARED.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
  return new Set(names.filter((name) => name !== '' && !GIVEN.has(name) && !Object.hasOwn(given, name)));
}

/**
 * Replaces variables of a piece of Cypher: those of `given` by their values, its own by fresh ones.
 * `MATCH (this)-[fact]-(:Entity) RETURN fact` with `{this: 'v0'}` gives `MATCH (v0)-[fact_1]-(:Entity) RETURN fact_1`.
 */
export function instantiate(
  text: string,
  given: Given,
  fresh: (name: string) => string,
): { readonly text: string; readonly name: (own: string) => string } {
  const renamed = new Map([...declared(text, given)].map((name) => [name, fresh(name)]));
  const replaced = text.replace(TOKEN, (token, offset: number) => {
    if (token.startsWith("'") || isKeyOrFunction(text, offset, token.length)) return token;
    const value = Object.hasOwn(given, token) ? given[token] : undefined;
    if (value === undefined && !GIVEN.has(token)) return renamed.get(token) ?? token;
    invariant(value, `nothing stands for "${token}" in: ${text}`);
    return value;
  });
  return { text: replaced, name: (own) => renamed.get(own) ?? own };
}

/** `claims` in `{claims: x}` is a key, `coalesce` in `coalesce(x)` a function; `met` in `(met:Person)` is neither. */
function isKeyOrFunction(text: string, offset: number, length: number): boolean {
  const before = text.slice(0, offset).trimEnd().at(-1);
  const after = text.slice(offset + length).trimStart();
  if (after.startsWith('(')) return text[offset + length] === '(';
  return after.startsWith(':') && (before === '{' || before === ',');
}

/** A MATCH or WITH of which more must hold; what it asks already stands in parentheses where it has an OR. */
export function narrowed(clause: string, conditions: readonly string[]): string {
  if (conditions.length === 0) return clause;
  return `${clause} ${clause.includes(' WHERE ') ? 'AND' : 'WHERE'} ${conditions.join(' AND ')}`;
}

/** The MATCH (and WHERE) that a statement starts with, without what it computes afterwards. */
export function matchPart(statement: string): string {
  const end = /\b(?:UNWIND|WITH|RETURN)\b/.exec(statement)?.index ?? statement.length;
  return statement.slice(0, end).trim();
}

/** A node or a relationship of a pattern. */
export const SEGMENT = /\([^)]*\)|<?-\[[^\]]*\]->?|<?-->?/g;

/** The same pattern written from its other end: `(a)-[:X]->(b)` gives `(b)<-[:X]-(a)`. */
export function reversePattern(pattern: string): string {
  const segments = pattern.match(SEGMENT) ?? [];
  invariant(segments.join('') === pattern, `not a plain pattern: ${pattern}`);
  return segments
    .reverse()
    .map((segment) => (segment.startsWith('(') ? segment : reverseArrow(segment)))
    .join('');
}

/** A pattern in which both ends of a relationship have names: `(a)-[r:X]->(:B)` gives `(a)-[r:X]->(r_other:B)`. */
export function withEnds(pattern: string, relationship: string) {
  const segments = pattern.match(SEGMENT) ?? [];
  const at = segments.findIndex((segment) => new RegExp(`\\[${relationship}\\b`).test(segment));
  const [left, arrow, right] = segments.slice(at - 1, at + 2);
  invariant(left && arrow && right, `no ${relationship} in: ${pattern}`);
  const one = withName(left, () => `${relationship}_one`);
  const other = withName(right, () => `${relationship}_other`);
  const [startNode, endNode] = arrow.startsWith('<') ? [other.name, one.name] : [one.name, other.name];
  const before = segments.slice(0, at - 1).join('');
  const found = `${before}${left}${arrow}${right}`;
  return { pattern: pattern.replace(found, `${before}${one.text}${arrow}${other.text}`), startNode, endNode };
}

/** A node of a pattern with a name: its own, else the one that is made for it. */
export function withName(
  segment: string,
  make: () => string,
): { readonly text: string; readonly name: string } {
  const own = /^\(\s*([a-z]\w*)/.exec(segment)?.[1];
  if (own) return { text: segment, name: own };
  const name = make();
  return { text: segment.replace('(', `(${name}`), name };
}

function reverseArrow(segment: string): string {
  const body = segment.replace(/^<?-/, '').replace(/->?$/, '');
  const [into, out] = [segment.startsWith('<'), segment.endsWith('>')];
  return `${out ? '<-' : '-'}${body}${into ? '->' : '-'}`;
}
