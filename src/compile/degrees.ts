import type { Statistics } from '../store/store.ts';

/** Relationships that are followed: of which types, all where none is named; which ways; how the node was come by. */
export type Asked = {
  readonly types: readonly string[];
  readonly outgoing: readonly boolean[];
  readonly met: 'given' | 'scanned' | 'reached';
};

/** How a graph is made up, ready to be looked up; a label or none, for which all nodes stand. */
export type Degrees = {
  readonly nodes: (label: string | undefined) => number;
  /** How many things there are: a list of them is no longer. */
  readonly things: number;
  /** How many relationships so many nodes have together; no more than there are, unless nodes come more than once. */
  readonly follow: (rows: number, label: string | undefined, asked: Asked) => number;
  /** The label that most of what lies at the other end has. */
  readonly far: (label: string | undefined, asked: Omit<Asked, 'met'>) => string | undefined;
};

const made = new WeakMap<Statistics, Degrees>();

/** What is looked up in statistics, made once for each. */
export function degreesOf(statistics: Statistics): Degrees {
  const found = made.get(statistics) ?? tableOf(statistics);
  made.set(statistics, found);
  return found;
}

/** Relationships of one type, one way, of nodes of one label: how many, of how many nodes, the most of one, and where to. */
type Entry = { edges: number; nodes: number; largest: number; far: string; farEdges: number };

/** Stands for all labels, and for all types. */
const ANY = '';

/** Labels that several types share tell less of a node than its own. */
const SHARED: ReadonlySet<string> = new Set(['Entity', 'Owner']);

const ownOf = (labels: readonly string[]): string =>
  labels.find((label) => !SHARED.has(label)) ?? labels[0] ?? ANY;

function tableOf({ nodes, hops, largest }: Statistics): Degrees {
  const entries = new Map<string, Entry>();
  const all = Object.values(nodes).reduce((sum, count) => sum + count, 0);
  const countOf = (label: string | undefined) => (label === undefined ? all : (nodes[label] ?? 0));
  const entriesOf = (labels: readonly string[], type: string, outgoing: boolean) =>
    [ANY, ...labels].flatMap((label) =>
      [type, ANY].map((one) => entryAt(entries, `${label} ${one} ${outgoing}`)),
    );
  for (const { start, type, end, count } of hops) {
    for (const entry of entriesOf(start, type, true)) addHop(entry, count, ownOf(end));
    for (const entry of entriesOf(end, type, false)) addHop(entry, count, ownOf(start));
  }
  for (const { labels, type, outgoing, degree } of largest) {
    for (const entry of entriesOf(labels, type, outgoing)) {
      entry.largest = Math.max(entry.largest, degree);
      entry.nodes += countOf(ownOf(labels));
    }
  }
  const found = (label: string | undefined, { types, outgoing }: Omit<Asked, 'met'>): readonly Entry[] =>
    (types.length > 0 ? types : [ANY])
      .flatMap((type) => outgoing.map((way) => entries.get(`${label ?? ANY} ${type} ${way}`)))
      .filter((entry) => entry !== undefined);
  return {
    nodes: countOf,
    things: nodes.Entity ?? all,
    follow: (rows, label, asked) => {
      const by = { rows, met: asked.met, count: label && countOf(label) };
      return found(label, asked).reduce((sum, entry) => sum + followed(entry, by), 0);
    },
    far: (label, asked) => found(label, asked)[0]?.far,
  };
}

function entryAt(entries: Map<string, Entry>, key: string): Entry {
  const entry = entries.get(key) ?? { edges: 0, nodes: 0, largest: 0, far: ANY, farEdges: 0 };
  entries.set(key, entry);
  return entry;
}

function addHop(entry: Entry, count: number, far: string): void {
  entry.edges += count;
  if (count <= entry.farEdges) return;
  entry.farEdges = count;
  entry.far = far;
}

type Followed = {
  readonly rows: number;
  readonly met: Asked['met'];
  readonly count: number | '' | undefined;
};

/** Where no label is known, of the nodes that have such relationships at all. */
function followed({ edges, nodes, largest }: Entry, { rows, met, count }: Followed): number {
  const average = edges / Math.max(1, count || nodes);
  if (met === 'scanned') return rows * average;
  const degree = met === 'given' ? largest : Math.sqrt(average * largest);
  return Math.min(rows * degree, Math.max(edges, rows * average));
}
