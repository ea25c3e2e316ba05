import { ServiceError } from '../errors.ts';
import { textIndexes } from '../model/search.ts';
import {
  type GraphStore,
  type Row,
  type Statement,
  StatementError,
  type Transaction,
} from '../store/store.ts';
import { checkIntegrity } from './integrity.ts';
import { type Corpus, type CorpusFolders, readCorpus } from './read.ts';
import { loadTexts } from './texts.ts';

/** What to load, and into what. */
export type LoadSettings = CorpusFolders & {
  readonly store: GraphStore;
  /** Whether to throw away first what the graph holds, so that what the scripts no longer say is gone. */
  readonly rebuild?: boolean;
};

/** What a load did, and what the graph holds after it. */
export type LoadReport = {
  readonly statements: number;
  /** Articles whose text was found and holds. */
  readonly texts: number;
  readonly articles: number;
  /** Nodes by label; `Entity`, which several share, is left out. */
  readonly nodes: { readonly [label: string]: number };
  readonly relationships: { readonly [type: string]: number };
  /** Nodes and relationships without the derived index of names. */
  readonly nodeCount: number;
  readonly relationshipCount: number;
  /** The hash of the scripts and texts, as kept on every Article. */
  readonly corpus: string;
  readonly ms: number;
};

/** A statement with the place of its first line. */
type Placed = { readonly statement: Statement; readonly file: string; readonly line: number };

/** Every node has one of these. */
const labels = ['Name', 'Claim', 'Sentence', 'Article', 'Entity'] as const;

const schemaCommand = /^(CREATE|DROP)\s+(\w+\s+)?(CONSTRAINT|INDEX)\b/i;

const statement = (text: string, parameters: Statement['parameters'] = {}): Statement => ({
  text,
  parameters,
});

function place(corpus: Corpus): Placed[] {
  return corpus.scripts.flatMap(({ path, statements }) =>
    statements.map(({ text, line }) => ({ statement: statement(text), file: path, line })),
  );
}

/** Runs `run` on the statements; a refused one is a SCRIPT_FAILED that names its place. */
async function atPlace<T>(
  placed: readonly Placed[],
  run: (statements: readonly Statement[]) => Promise<T>,
): Promise<T> {
  try {
    return await run(placed.map((p) => p.statement));
  } catch (error) {
    const at = error instanceof StatementError ? placed[error.index] : undefined;
    if (!at || !(error instanceof StatementError)) throw error;
    const line = at.line + (error.line ?? 1) - 1;
    throw new ServiceError('SCRIPT_FAILED', `${at.file}:${line}: ${error.message}`, {
      hint: 'Mend the script. The graph is as it was before.',
      cause: error,
    });
  }
}

/** When each node was first recorded: what a rebuild must not forget. */
async function clear(tx: Transaction): Promise<Row[]> {
  const recorded = await tx.run(
    labels.map((label) =>
      statement(
        `MATCH (n:${label}) WHERE n.recordedAt IS NOT NULL RETURN n.id AS id, n.recordedAt AS recordedAt`,
      ),
    ),
  );
  await tx.run(labels.map((label) => statement(`MATCH (n:${label}) DETACH DELETE n`)));
  return recorded.flat();
}

async function restoreRecordedAt(tx: Transaction, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const text = (label: string) =>
    `UNWIND $rows AS row MATCH (n:${label} {id: row.id}) SET n.recordedAt = row.recordedAt`;
  await tx.run(labels.filter((l) => l !== 'Name').map((label) => statement(text(label), { rows })));
}

type Counts = { readonly [name: string]: number };

const toCounts = (rows: readonly Row[] = []): Counts =>
  Object.fromEntries(rows.map(({ name, count }) => [String(name), Number(count)]));

const sum = (counts: Counts, except: string): number =>
  Object.entries(counts).reduce((total, [name, count]) => (name === except ? total : total + count), 0);

async function count(tx: Transaction) {
  const [nodes, relationships] = await tx.run([
    statement(`MATCH (n) UNWIND labels(n) AS name WITH name WHERE name <> 'Entity'
RETURN name, count(*) AS count ORDER BY name`),
    statement('MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS count ORDER BY name'),
  ]);
  const byLabel = toCounts(nodes);
  const byType = toCounts(relationships);
  return {
    articles: byLabel.Article ?? 0,
    nodes: byLabel,
    relationships: byType,
    nodeCount: sum(byLabel, 'Name'),
    relationshipCount: sum(byType, 'NAMES'),
  };
}

function loadCorpus(corpus: Corpus, settings: LoadSettings): Promise<LoadReport> {
  return settings.store.replace((store) => loadInto(corpus, { ...settings, store }));
}

async function loadInto(corpus: Corpus, { store, rebuild }: LoadSettings): Promise<LoadReport> {
  const started = performance.now();
  const placed = place(corpus);
  const isSchema = (p: Placed) => schemaCommand.test(p.statement.text);
  await atPlace(placed.filter(isSchema), (statements) => store.define(statements));
  const data = placed.filter((p) => !isSchema(p));
  const done = await store.transaction(async (tx) => {
    const recorded = rebuild ? await clear(tx) : [];
    await atPlace(data, (statements) => tx.run(statements));
    await restoreRecordedAt(tx, recorded);
    const texts = await loadTexts(tx, corpus.texts);
    await tx.run([statement('MATCH (a:Article) SET a.corpus = $corpus', { corpus: corpus.hash })]);
    await checkIntegrity(tx);
    return { texts, ...(await count(tx)) };
  });
  await store.defineText(Object.values(textIndexes));
  const ms = Math.round(performance.now() - started);
  return { statements: placed.length, ...done, corpus: corpus.hash, ms };
}

/**
 * Loads the scripts and the texts of articles in one transaction (schema commands before it), with every check of
 * the graph's integrity inside: it is loaded whole and sound, or stays as it was. Loading twice changes nothing.
 */
export async function loadGraph(settings: LoadSettings): Promise<LoadReport> {
  return loadCorpus(await readCorpus(settings), settings);
}

async function isCurrent(store: GraphStore, corpus: Corpus): Promise<boolean> {
  const rows = await store.read(statement('MATCH (a:Article) RETURN DISTINCT a.corpus AS corpus LIMIT 2'));
  return rows.length === 1 && rows[0]?.corpus === corpus.hash;
}

/**
 * Rebuilds the graph when it is empty or was made from other scripts or texts than those at hand;
 * gives nothing when it is up to date.
 */
export async function loadIfOutdated(settings: LoadSettings): Promise<LoadReport | undefined> {
  const corpus = await readCorpus(settings);
  if (await isCurrent(settings.store, corpus)) return undefined;
  return loadCorpus(corpus, { ...settings, rebuild: true });
}
