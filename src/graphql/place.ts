import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

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

const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

const stepOf = ({ name }: FieldNode): number => (PAGING.has(name.value) ? 0 : 1);

/** The place that a field leads to. */
export function placeOf(within: Place, node: FieldNode): Place {
  return { key: keyOf(node), within, depth: within.depth + stepOf(node), level: within.level + 1 };
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

/** How many steps deep a selection goes, and by which keys. */
export type Deepest = { readonly depth: number; readonly path: string };

type Deep = { readonly depth: number; readonly key: string; readonly next: Deep | undefined };

/**
 * Finds the deepest place of a selection, each fragment looked through once. Where a fragment holds itself there is
 * none; it is then left out in itself.
 */
export function deepestOf(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Deepest {
  const known = new Map<string, Deep | undefined>();
  const ofSet = ({ selections }: SelectionSetNode): Deep | undefined => {
    let deepest: Deep | undefined;
    for (const node of selections) {
      const deep =
        node.kind === Kind.FIELD
          ? ofField(node)
          : node.kind === Kind.INLINE_FRAGMENT
            ? ofSet(node.selectionSet)
            : ofFragment(node.name.value);
      if (deep && deep.depth > (deepest?.depth ?? 0)) deepest = deep;
    }
    return deepest;
  };
  const ofField = (node: FieldNode): Deep | undefined => {
    if (!node.selectionSet || node.name.value.startsWith('__')) return undefined;
    const next = ofSet(node.selectionSet);
    return { depth: stepOf(node) + (next?.depth ?? 0), key: keyOf(node), next };
  };
  const ofFragment = (name: string): Deep | undefined => {
    if (known.has(name)) return known.get(name);
    known.set(name, undefined);
    const fragment = fragments.get(name);
    const deep = fragment && ofSet(fragment.selectionSet);
    known.set(name, deep);
    return deep;
  };
  const found = ofSet(set);
  const keys: string[] = [];
  for (let deep = found; deep; deep = deep.next) keys.push(deep.key);
  return { depth: found?.depth ?? 0, path: showPath(keys) };
}
