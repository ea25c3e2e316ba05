import type { Reader, Row, Statistics } from './store.ts';

/** What the price of work is made from beside the counts of nodes; statements that go through all relationships. */
export type Degrees = Omit<Statistics, 'nodes'>;

/** Counts it, once for a graph. */
export async function readDegrees(store: Reader): Promise<Degrees> {
  const read = (text: string) => store.read({ text, parameters: {} });
  const hops = await read(
    'MATCH (a)-[r]->(b) RETURN labels(a) AS start, type(r) AS type, labels(b) AS end, count(*) AS count',
  );
  const largest = [await read(largestBy('-[r]->')), await read(largestBy('<-[r]-'))];
  return {
    hops: inOrder(hops.map(hopOf)),
    largest: inOrder(largest.flatMap((rows, index) => rows.map((row) => largestOf(row, index === 0)))),
  };
}

const largestBy = (hop: string): string =>
  `MATCH (a)${hop}() WITH a, type(r) AS type, count(*) AS degree RETURN labels(a) AS labels, type, max(degree) AS degree`;

const labelsOf = (value: unknown): readonly string[] => [...(value as readonly string[])].sort();

const hopOf = ({ start, type, end, count }: Row): Statistics['hops'][number] => ({
  start: labelsOf(start),
  type: String(type),
  end: labelsOf(end),
  count: Number(count),
});

const largestOf = ({ labels, type, degree }: Row, outgoing: boolean): Statistics['largest'][number] => ({
  labels: labelsOf(labels),
  type: String(type),
  outgoing,
  degree: Number(degree),
});

/** The same graph gives the same file, in whichever order an engine groups. */
const inOrder = <T>(items: readonly T[]): readonly T[] =>
  [...items].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
