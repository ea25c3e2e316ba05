import { type Graph, type GraphNode, has, typeOf } from './graph.ts';
import { keyOf, keysAsked, type NameMatch, type Names, near } from './names.ts';

/** What an argument that names an entity was taken to mean. */
export type Resolution = {
  readonly argument: string;
  readonly value: string;
  readonly taken: GraphNode | null;
  readonly ambiguous: boolean;
  readonly alternatives: readonly GraphNode[];
};

type First = { readonly first?: number | null };

type Known = { readonly graph: Graph; readonly names: Names };

const ALTERNATIVES_MAX = 10;
const MATCHES = 20;
const SUGGESTIONS = 10;

/** All entities that a name can mean, the most mentioned first. */
function matchesOf({ names }: Known, name: string): readonly NameMatch[] {
  const [key] = keysAsked(name).filter((one) => names.has(one));
  return names.get(key ?? '') ?? [];
}

/** Takes an id, where the text has a colon and is one, or else the first match of a name among some types. */
export function take(known: Known, argument: string, value: string, as: readonly string[]): Resolution {
  const belongs = (node: GraphNode) => as.includes(typeOf(node));
  const byId = value.includes(':') ? known.graph.byId.get(value) : undefined;
  if (byId && has(byId, 'Entity') && belongs(byId)) {
    return { argument, value, taken: byId, ambiguous: false, alternatives: [] };
  }
  const [taken = null, ...others] = matchesOf(known, value)
    .map((match) => match.entity)
    .filter(belongs);
  return {
    argument,
    value,
    taken,
    ambiguous: others.length > 0,
    alternatives: others.slice(0, ALTERNATIVES_MAX),
  };
}

/** Answers `resolve(name:)`. */
export function resolve(known: Known, name: string) {
  const matches = matchesOf(known, name);
  return {
    name,
    ambiguous: matches.length > 1,
    matches: ({ first }: First) => matches.slice(0, first ?? MATCHES),
    suggestions: ({ first }: First) => near(known.names, keyOf(name)).slice(0, first ?? SUGGESTIONS),
  };
}
