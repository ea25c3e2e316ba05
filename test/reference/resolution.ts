import { type Graph, type GraphNode, has, typeOf } from './graph.ts';
import { keysAsked, type NameMatch, type Names } from './names.ts';

type First = { readonly first?: number | null };

type Known = { readonly graph: Graph; readonly names: Names };

const MATCHES = 20;

/** All entities that bear a name. */
function matchesOf({ names }: Known, name: string): readonly NameMatch[] {
  const [key] = keysAsked(name).filter((one) => names.has(one));
  return names.get(key ?? '') ?? [];
}

/** What an argument or a filter names things as: their types, and those that only a name that identifies means. */
export type NamedAs = { readonly as?: readonly string[]; readonly strong?: readonly string[] | undefined };

/** Everything that a text means: what has it as id, else whatever bears the name. */
export function meant(known: Known, text: string, { as, strong = [] }: NamedAs): readonly GraphNode[] {
  const belongs = (node: GraphNode) => as === undefined || as.includes(typeOf(node));
  const byId = known.graph.byId.get(text.trim());
  if (byId && has(byId, 'Entity')) return [byId].filter(belongs);
  const matches = matchesOf(known, text).filter(
    ({ entity, weak }) => !weak || !strong.includes(typeOf(entity)),
  );
  return matches.map(({ entity }) => entity).filter(belongs);
}

/** The one thing that a text means; null where nothing or several do. */
export function theOne(known: Known, text: string, as: readonly string[]): GraphNode | null {
  const [only = null, ...others] = meant(known, text, { as });
  return others.length > 0 ? null : only;
}

/** Answers `resolve(name:, types:)`, but for what the name is like. */
export function resolve(known: Known, name: string, types?: readonly string[] | null) {
  const as = types ?? undefined;
  const matches = matchesOf(known, name).filter(({ entity }) => !as || as.includes(typeOf(entity)));
  const [only, ...others] = meant(known, name, as ? { as } : {});
  const none = as && meant(known, name, {}).length > 0 ? 'OTHER_TYPE' : 'UNKNOWN';
  return {
    name,
    outcome: !only ? none : others.length > 0 ? 'AMBIGUOUS' : 'TAKEN',
    ambiguous: others.length > 0,
    matches: ({ first }: First) => matches.slice(0, first ?? MATCHES),
  };
}
