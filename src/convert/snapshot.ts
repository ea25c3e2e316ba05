import type { GraphStore, Row, Value } from '../store/store.ts';

/** What the scripts of the old form made of the graph, read back after each of them. */

export type Properties = { readonly [name: string]: Value };

/** A node with its labels and properties. */
export type OldNode = {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Properties;
};

/** A relationship between nodes of these ids. */
export type OldEdge = {
  readonly a: string;
  readonly type: string;
  readonly b: string;
  readonly properties: Properties;
};

/** The whole graph, ordered. */
export type Snapshot = { readonly nodes: ReadonlyMap<string, OldNode>; readonly edges: readonly OldEdge[] };

const without = (properties: Value | undefined): Properties =>
  Object.fromEntries(Object.entries((properties ?? {}) as Properties).filter(([, value]) => value !== null));

const toNode = ({ id, labels, properties }: Row): OldNode => ({
  id: String(id),
  labels: labels as readonly string[],
  properties: without(properties),
});

const toEdge = ({ a, type, b, properties }: Row): OldEdge => ({
  a: String(a),
  type: String(type),
  b: String(b),
  properties: without(properties),
});

/** A place among texts in the order of their code units. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const keyOf = ({ a, type, b, properties }: OldEdge): string =>
  [
    a,
    type,
    b,
    String(properties.start ?? '').padStart(9, '0'),
    properties.role ?? properties.title ?? '',
  ].join('\0');

/** Reads the graph. */
export async function takeSnapshot(store: GraphStore): Promise<Snapshot> {
  const read = (text: string) => store.read({ text, parameters: {} });
  const nodes = await read(
    'MATCH (n) WHERE n.id IS NOT NULL RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties',
  );
  const edges = await read(
    'MATCH (a)-[r]->(b) WHERE a.id IS NOT NULL AND b.id IS NOT NULL RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS properties',
  );
  const sorted = nodes.map(toNode).sort((a, b) => byText(a.id, b.id));
  return {
    nodes: new Map(sorted.map((node) => [node.id, node])),
    edges: edges.map(toEdge).sort((a, b) => byText(keyOf(a), keyOf(b))),
  };
}
