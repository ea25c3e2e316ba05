/** The graph as plain objects, made by a dumb dump of an engine: two statements, everything else is JavaScript. */

export type Properties = { readonly [name: string]: unknown };

export type GraphNode = {
  readonly labels: readonly string[];
  readonly properties: Properties;
  readonly out: Relationship[];
  readonly in: Relationship[];
};

export type Relationship = {
  readonly type: string;
  readonly start: GraphNode;
  readonly end: GraphNode;
  readonly properties: Properties;
};

/** What a list can hold. */
export type Item = GraphNode | Relationship;

export type Graph = {
  readonly nodes: readonly GraphNode[];
  readonly relationships: readonly Relationship[];
  readonly byId: ReadonlyMap<string, GraphNode>;
};

/** Runs one statement and gives its rows. */
export type Query = (text: string) => Promise<readonly { readonly [column: string]: unknown }[]>;

/** Reads the whole graph. */
export async function dumpGraph(query: Query): Promise<Graph> {
  const found = await query(
    'MATCH (n) RETURN id(n) AS inner, labels(n) AS labels, properties(n) AS properties',
  );
  const joins = await query(
    'MATCH (a)-[r]->(b) RETURN id(a) AS source, id(b) AS target, type(r) AS type, properties(r) AS properties',
  );
  const byInner = new Map<unknown, GraphNode>();
  for (const row of found) {
    const [labels, properties] = [row.labels as string[], row.properties as Properties];
    byInner.set(row.inner, { labels, properties, out: [], in: [] });
  }
  const relationships = joins.map((row) => {
    const [start, end] = [byInner.get(row.source), byInner.get(row.target)];
    if (!start || !end) throw new Error('a relationship without an end');
    const made = { type: String(row.type), start, end, properties: row.properties as Properties };
    start.out.push(made);
    end.in.push(made);
    return made;
  });
  const nodes = [...byInner.values()];
  return { nodes, relationships, byId: new Map(nodes.map((node) => [idOf(node), node])) };
}

export const has = (node: GraphNode, label: string): boolean => node.labels.includes(label);

export const idOf = (node: GraphNode): string => String(node.properties.id ?? '');

export const isNode = (item: Item): item is GraphNode => 'labels' in item;

/** The GraphQL type of a node: its label that is not the common one. */
export const typeOf = (node: GraphNode): string => node.labels.find((label) => label !== 'Entity') ?? '';

/** What relationships of one type lead to, by the label asked. */
export function outgoing(node: GraphNode, type: string, label: string): Relationship[] {
  return node.out.filter((r) => r.type === type && has(r.end, label));
}

/** Where relationships of one type come from, by the label asked. */
export function incoming(node: GraphNode, type: string, label: string): Relationship[] {
  return node.in.filter((r) => r.type === type && has(r.start, label));
}

/** All nodes within `most` steps and at least `least`, each once. */
export function reach(
  from: GraphNode,
  next: (node: GraphNode) => readonly GraphNode[],
  [least, most]: readonly [number, number],
): ReadonlySet<GraphNode> {
  const found = new Set<GraphNode>();
  let layer: readonly GraphNode[] = [from];
  for (let distance = 0; distance <= most && layer.length > 0; distance++) {
    if (distance >= least) for (const node of layer) found.add(node);
    layer = [...new Set(layer.flatMap(next))];
  }
  return found;
}
