/** What the names that a tool was given were taken for, in words that keep a wrong guess out of the answer. */

type Entity = { readonly id: string; readonly name: string };

/** How GraphQL took an argument that names an entity. */
export type Resolution = {
  readonly argument: string;
  readonly value: string;
  readonly taken: Entity | null;
  readonly alternatives: readonly Entity[];
};

/** Notes on names that are unknown or can mean several. */
export function notesOn(resolved: readonly Resolution[]): string[] {
  return resolved.flatMap(({ value, taken, alternatives }) => {
    if (!taken) {
      return `Nothing in the graph is called "${value}"; search_entities may find how it is written here.`;
    }
    if (alternatives.length === 0) return [];
    const others = alternatives.map(({ name, id }) => `${name} (${id})`).join(', ');
    return `"${value}" was taken for ${taken.name}; it can also mean ${others}. Give an id to choose.`;
  });
}

/** What an empty list means, so that nobody takes silence for a denial. */
export function noteOnNone(what: string): string {
  return `The articles state no such ${what}. Answer that it is not stated, not that there was none.`;
}
