import type { Row, Statement } from './store.ts';

/**
 * A look at what a graph holds, cheap enough for every minute: how many nodes and relationships there are of each label and
 * type, which servers keep counts of, and whether two nodes bear one id. Constraints are not believed: servers have been
 * seen with duplicates under one, after a rebuild that failed.
 */

/** How many there are: `{'()': 1_250, '(:Person)': 36, '[]': 4_000, '[:SAYS]': 90}`. */
export type Counts = { readonly [pattern: string]: number };

/** Runs a statement where the graph is looked at, in a transaction or not. */
export type Run = (statement: Statement) => Promise<Row[]>;

const statement = (text: string): Statement => ({ text, parameters: {} });

/** Every label and type that there ever was. */
const NAMES = statement(`CALL () { CALL db.labels() YIELD label RETURN collect(label) AS labels }
CALL () { CALL db.relationshipTypes() YIELD relationshipType RETURN collect(relationshipType) AS types }
RETURN labels, types`);

const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

function countingOf(labels: readonly string[], types: readonly string[]) {
  const nodes = ['()', ...labels.map((label) => `(:${label})`)];
  const relationships = ['[]', ...types.map((type) => `[:${type}]`)];
  const parts = [
    ...['(n)', ...labels.map((label) => `(n:${quoted(label)})`)].map((node) => [node, 'n'] as const),
    ...['[r]', ...types.map((type) => `[r:${quoted(type)}]`)].map((one) => [`()-${one}->()`, 'r'] as const),
  ];
  const texts = parts.map(
    ([pattern, name], at) => `MATCH ${pattern} RETURN ${at} AS at, count(${name}) AS count`,
  );
  const text = `CALL () {\n${texts.join('\nUNION ALL\n')}\n}\nRETURN at, count`;
  return { patterns: [...nodes, ...relationships], text };
}

/** Counts all that the graph holds; what there is none of is left out. */
export async function countAll(run: Run): Promise<Counts> {
  const [names] = await run(NAMES);
  const sorted = (list: unknown) => (list as readonly string[]).toSorted();
  const { patterns, text } = countingOf(sorted(names?.labels), sorted(names?.types));
  const counts = new Map((await run(statement(text))).map(({ at, count }) => [Number(at), Number(count)]));
  const pairs = patterns.map((pattern, at) => [pattern, counts.get(at) ?? 0] as const);
  return Object.fromEntries(pairs.filter(([, count]) => count > 0));
}

/** What of a graph is not as it was counted, as the middle of a sentence; undefined when all is. */
export function differenceOf(found: Counts, wanted: Counts): string | undefined {
  const patterns = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  // What bears a name says more than the sums.
  const inOrder = [...patterns].sort((a, b) => Number(a.length === 2) - Number(b.length === 2));
  const odd = inOrder.find((pattern) => (found[pattern] ?? 0) !== (wanted[pattern] ?? 0));
  return odd && `it holds ${found[odd] ?? 0} ${odd}, ${wanted[odd] ?? 0} of them made by the last load`;
}

const DUPLICATE =
  statement(`MATCH (n) WITH labels(n) AS labels, coalesce(n.id, n.key) AS id, count(*) AS count WHERE count > 1 OR id IS NULL
RETURN labels, id, count ORDER BY id LIMIT 1`);

/** What bears the id of another, or none; as the middle of a sentence. */
export async function duplicateIn(run: Run): Promise<string | undefined> {
  const [row] = await run(DUPLICATE);
  if (!row) return undefined;
  const label = (row.labels as readonly string[])[0] ?? 'node';
  return row.id === null ? `a ${label} has no id` : `${row.count} nodes ${label} have the id ${row.id}`;
}
