import { gql } from 'graphql-tag';
import type { Graph } from '../export/graph.ts';
import { listAt, type Told } from '../model/told.ts';
import { proposeProperties } from './extend.ts';

/** What fields of a client suggest while something is written into them: things, types and properties of ours. */

type Suggested = { readonly id: string; readonly name: string; readonly notable?: readonly Suggested[] };

/** Suggests by what was written so far. */
export type Suggesting = (graph: Graph, prefix: string) => Promise<readonly Suggested[]>;

const THINGS = gql(`query Suggest($name: String!) {
  resolve(name: $name) {
    matches { entity { __typename id name } }
    suggestions { entity { __typename id name } }
  }
  entities(where: { name: { startsWith: $name } }, orderBy: [{ name: ASC }], first: 10) { nodes { __typename id name } }
}`);

/** Things that bear the name, that are called so as far as it is written, and that it is like. */
export const suggestedThings: Suggesting = async (graph, prefix) => {
  if (prefix.trim() === '') return [];
  const told = await graph.ask(THINGS, { name: prefix });
  const entities = [
    ...listAt(told, 'resolve', 'matches').map(({ entity }) => entity as Told),
    ...listAt(told, 'entities'),
    ...listAt(told, 'resolve', 'suggestions').map(({ entity }) => entity as Told),
  ];
  const things = new Map(
    entities.map(({ __typename, id, name }) => [String(id), thing(__typename, id, name)]),
  );
  return [...things.values()];
};

function thing(type: unknown, id: unknown, name: unknown): Suggested {
  const of = String(type);
  return { id: String(id), name: String(name), notable: [{ id: of, name: of }] };
}

const startsWith =
  (prefix: string) =>
  (one: Suggested): boolean =>
    one.name.toLowerCase().startsWith(prefix.trim().toLowerCase());

/** Types of things. */
export const suggestedTypes: Suggesting = async ({ catalog }, prefix) =>
  catalog.types.map(({ name }) => ({ id: name, name })).filter(startsWith(prefix));

/** Properties that candidates are held against, and that can be added. */
export const suggestedProperties: Suggesting = async (graph, prefix) =>
  proposeProperties(graph, undefined).properties.filter(startsWith(prefix));
