import { createHash } from 'node:crypto';
import type { Reader, Value } from '../../src/store/store.ts';

/** When an owner was loaded, and from which file, is not part of what the graph says. */
const BOOKKEEPING = new Set(['recordedAt', 'scriptSha256']);

type Properties = { readonly [name: string]: Value };

/** Properties in the order of their names; one without a value is one that is not there. */
function plain(properties: Value | undefined): string {
  const kept = Object.entries((properties ?? {}) as Properties)
    .filter(([name, value]) => value !== null && !BOOKKEEPING.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(kept);
}

/** The whole graph as lines, the same for the same graph on every engine. */
export async function dumpGraph(store: Reader): Promise<readonly string[]> {
  const read = (text: string) => store.read({ text, parameters: {} });
  const nodes = await read(
    'MATCH (n) WHERE NOT n:Attested RETURN labels(n) AS labels, properties(n) AS properties',
  );
  const edges = await read(
    'MATCH (a)-[r]->(b) RETURN coalesce(a.id, a.key) AS a, type(r) AS type, coalesce(b.id, b.key) AS b, properties(r) AS properties',
  );
  return [
    ...nodes.map(
      ({ labels, properties }) => `(${[...(labels as string[])].sort().join(':')} ${plain(properties)})`,
    ),
    ...edges.map(({ a, type, b, properties }) => `${a} -[${type} ${plain(properties)}]-> ${b}`),
  ].sort();
}

/** One hash of the whole graph. */
export async function hashGraph(store: Reader): Promise<string> {
  return createHash('sha256')
    .update((await dumpGraph(store)).join('\n'))
    .digest('hex');
}
