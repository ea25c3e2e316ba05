import type { FieldNode } from 'graphql';

/** Fields that only page through a list: they lead to no other thing. */
export const PAGING: ReadonlySet<string> = new Set(['nodes', 'edges', 'node', 'pageInfo']);

/** A place of the answer: its response key, the place that it is in, and how many steps and braces lead to it. */
export type Place = {
  readonly key: string;
  readonly within: Place | undefined;
  readonly depth: number;
  readonly level: number;
};

/** The answer itself. */
export const ROOT: Place = { key: '', within: undefined, depth: 0, level: 0 };

/** The response key of a field: its alias, else its name. */
export const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** The place that a field leads to. */
export function placeOf(within: Place, node: FieldNode): Place {
  const step = PAGING.has(node.name.value) ? 0 : 1;
  return { key: keyOf(node), within, depth: within.depth + step, level: within.level + 1 };
}

/** The most characters of a place or a name in a refusal: keys are the client's, and of any length. */
const SHOWN_MAX = 200;

const shown = (text: string): string => (text.length > SHOWN_MAX ? `…${text.slice(-SHOWN_MAX)}` : text);

/** The end of `events.nodes.partOf.nodes`, the keys on the way to a place. */
export function showPath(keys: readonly string[]): string {
  return shown(keys.join('.'));
}

/** The path of a place. */
export function pathOf(place: Place): string {
  const keys: string[] = [];
  for (let at = place; at.within; at = at.within) keys.unshift(at.key);
  return showPath(keys);
}

/** Which name there is most: `90 for person`. */
export function mostOf(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [[name, count] = ['', 0]] = [...counts].sort(([, a], [, b]) => b - a);
  return `${count} for ${shown(name)}`;
}
