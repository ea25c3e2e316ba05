import type { Vocabulary } from '../facts/vocabulary.ts';
import type { Reader } from '../store/store.ts';

/** What a load did, and what the graph holds after it. */
export type LoadReport = {
  /** Owners that were written, because they are new or have changed. */
  readonly written: number;
  /** Owners that were taken out, because their scripts are gone. */
  readonly removed: number;
  /** Articles whose text was found and holds. */
  readonly texts: number;
  readonly articles: number;
  /** Nodes by label; `Entity` and `Owner`, which several share, are left out. */
  readonly nodes: { readonly [label: string]: number };
  readonly relationships: { readonly [type: string]: number };
  /** Nodes and relationships without the derived index of names. */
  readonly nodeCount: number;
  readonly relationshipCount: number;
  readonly ms: number;
};

/** Every node has one of these. */
export const LABELS = [
  'Name',
  'State',
  'Fact',
  'Judgement',
  'Claim',
  'Sentence',
  'Owner',
  'Article',
  'Entity',
];

/** Nodes by label or relationships by type. */
type Counts = { readonly [name: string]: number };

/** Relationships that every domain has. */
const TYPES = [
  ...[
    'IN_ARTICLE',
    'STATED_IN',
    'MENTIONS',
    'ATTRIBUTED_TO',
    'ABOUT',
    'DECLARES',
    'SAYS',
    'SUBJECT',
    'OBJECT',
  ],
  ...['RETRACTS', 'CORRECTS', 'CONTRADICTS', 'SAME_AS', 'COUNTS_AS', 'WAS', 'WAS_SAID', 'NAMES'],
];

/** Counted name by name, which engines keep counts of, so that a load does not walk over the graph. */
async function countEach(
  store: Reader,
  names: readonly string[],
  pattern: (name: string) => string,
): Promise<Counts> {
  const parts = names.map((name) => `MATCH ${pattern(name)} RETURN '${name}' AS name, count(x) AS count`);
  const rows = await store.read({ text: parts.join('\nUNION ALL\n'), parameters: {} });
  const pairs = rows.map(({ name, count }) => [String(name), Number(count)] as const);
  return Object.fromEntries(pairs.filter(([, count]) => count > 0));
}

const sum = (counts: Counts, except: string): number =>
  Object.entries(counts).reduce((total, [name, count]) => (name === except ? total : total + count), 0);

/** What the graph holds. */
export async function countGraph(store: Reader, { labels, relations }: Vocabulary) {
  const own = LABELS.filter((label) => label !== 'Owner' && label !== 'Entity');
  const nodes = await countEach(
    store,
    [...own, 'Background', 'Ledger', ...labels.map(({ name }) => name)],
    (name) => `(x:${name})`,
  );
  const relationships = await countEach(
    store,
    [...TYPES, ...relations.map(({ name }) => name)],
    (name) => `()-[x:${name}]->()`,
  );
  return {
    articles: nodes.Article ?? 0,
    nodes,
    relationships,
    nodeCount: sum(nodes, 'Name'),
    relationshipCount: sum(relationships, 'NAMES'),
  };
}
