import { grammarOf } from '../article/grammar.ts';
import { ServiceError } from '../errors.ts';
import { derivation } from '../facts/derive/derive.ts';
import { readVocabulary, type Vocabulary } from '../facts/vocabulary.ts';
import { schemaScript } from '../model/domain/constraints.ts';
import type { Domain } from '../model/domain/domain.ts';
import { textIndexes } from '../model/search.ts';
import { splitScript } from '../script/split.ts';
import {
  type GraphStore,
  generationHash,
  type Reader,
  type Statement,
  StatementError,
  type Transaction,
} from '../store/store.ts';
import { type Corpus, type CorpusFolders, readCorpus } from './read.ts';
import { countGraph, LABELS, type LoadReport } from './report.ts';
import { HINT, type Language, ownersOf, readSaid } from './said.ts';
import { declaredBy, type Load, removalOf, rowCount, writesOf } from './write.ts';

export type { LoadReport };

/** What to load, and into what. */
export type LoadSettings = CorpusFolders & {
  readonly store: GraphStore;
  readonly domain: Domain;
  /** Whether to write all of it anew; where the graph is damaged, after it was emptied. */
  readonly rebuild?: boolean;
  /** Whether owners whose scripts are gone may go from a graph on a server. */
  readonly prune?: boolean;
  /** Whether a graph on a server that scripts alone have filled may be taken over. */
  readonly adopt?: boolean;
  readonly onProgress?: (progress: Progress) => void;
};

/** How far a load is: so many owners of all that have changed; or that it waits for another load to end. */
export type Progress = { readonly written: number; readonly of: number } | 'waiting';

const statement = (text: string, parameters: Statement['parameters'] = {}): Statement => ({
  text,
  parameters,
});

/** Constraints and indexes of a domain, one by one. */
export function schemaCommands({ types }: Domain): readonly Statement[] {
  return splitScript(schemaScript(types)).map(({ text }) => statement(text));
}

async function knownOwners(store: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await store.read(statement('MATCH (o:Owner) RETURN o.id AS id, o.scriptSha256 AS sha256'));
  return new Map(rows.map(({ id, sha256 }) => [String(id), String(sha256 ?? '')]));
}

/** Things of the old form lie in a graph that has articles which are no owners: nothing knows how to take them out. */
async function refuseOld(store: Reader): Promise<void> {
  const old = 'MATCH (a:Article) WHERE NOT a:Owner RETURN a.id AS id LIMIT 1';
  if ((await store.read(statement(old))).length === 0) return;
  throw new ServiceError('STORE_NOT_OURS', 'The graph is of an earlier form, whose articles own nothing.', {
    hint: 'Empty the database, then run attested load.',
  });
}

/** Things that changed and lack what the schema promises of each: nobody who declares them gives it. */
async function checkThings(tx: Transaction, ids: readonly string[], vocabulary: Vocabulary): Promise<void> {
  const results = await tx.run(
    vocabulary.labels.map(({ name, declared, happens, promised }) => {
      const names = [...declared.filter((one) => one.required).map((one) => one.name), ...promised];
      const required = names.map((one) => [one, one] as const);
      const missing = [...required, ...(happens ? [['fact', 'that it happens'] as const] : [])].map(
        ([property, words]) => `CASE WHEN e.${property} IS NULL THEN ['${words}'] ELSE [] END`,
      );
      return statement(
        `UNWIND $ids AS id MATCH (e:${name} {id: id}) WHERE e.sameAs IS NULL WITH e, ${missing.join(' + ')} AS missing WHERE size(missing) > 0
RETURN e.id AS id, missing ORDER BY id LIMIT 100`,
        { ids },
      );
    }),
  );
  const found = results.flat().map(({ id, missing }) => `${id} (${(missing as string[]).join(', ')})`);
  if (found.length === 0) return;
  throw new ServiceError('GRAPH_INVALID', `Nobody says what is asked of each thing: ${found.join('; ')}.`, {
    hint: HINT,
  });
}

/** Owners that are written in one transaction, and those that go. `again` are in the graph already, in another form. */
type Part = { readonly changed: readonly Load[]; readonly gone: readonly string[] };

/** What to write, and what is known of it. */
type Change = Part & { readonly known: ReadonlyMap<string, string>; readonly language: Language };

async function writePart(
  tx: Transaction,
  { changed, gone }: Part,
  { known, language }: Change,
): Promise<void> {
  const { vocabulary, forms } = language;
  const ids = changed.map(({ script }) => script.id);
  const out = [...gone, ...ids.filter((id) => known.has(id))];
  const before = await declaredBy(tx, out);
  await tx.run([
    ...removalOf(out),
    ...writesOf(changed, forms),
    ...derivation(vocabulary).map((text) => statement(text)),
  ]);
  const after = await declaredBy(tx, ids);
  await checkThings(tx, [...new Set([...before, ...after])], vocabulary);
}

/** About how many rows of scripts a server takes in one transaction: readers wait while it is committed. */
const ROWS_AT_ONCE = 20_000;

/** The parts in which a change is written: an engine of our own takes it as a whole. */
function partsOf({ changed, gone }: Part, isShared: boolean): readonly Part[] {
  const parts: Load[][] = [[]];
  let rows = 0;
  for (const load of changed) {
    const more = rowCount(load);
    if (isShared && rows > 0 && rows + more > ROWS_AT_ONCE) {
      parts.push([]);
      rows = 0;
    }
    parts.at(-1)?.push(load);
    rows += more;
  }
  return parts.map((part, at) => ({ changed: part, gone: at === parts.length - 1 ? gone : [] }));
}

/**
 * Writes part by part, each sound by itself. A part can lack what a later one gives, as the name of a thing: then
 * both are written together.
 */
async function writeParts(store: GraphStore, change: Change, onProgress: LoadSettings['onProgress']) {
  const parts = partsOf(change, store.shared !== undefined);
  let written = 0;
  let waiting: readonly Load[] = [];
  for (const [at, part] of parts.entries()) {
    const whole = { ...part, changed: [...waiting, ...part.changed] };
    try {
      await store.transaction((tx) => writePart(tx, whole, change));
    } catch (error) {
      if (at === parts.length - 1) throw written > 0 ? partly(error, written) : error;
      if (!isInvalid(error)) throw error;
      waiting = whole.changed;
      continue;
    }
    waiting = [];
    written += whole.changed.length;
    onProgress?.({ written, of: change.changed.length });
  }
}

const isInvalid = (error: unknown): error is ServiceError =>
  error instanceof ServiceError && error.code === 'GRAPH_INVALID';

/** The graph is sound, but not as it was before: that is said. */
function partly(error: unknown, written: number): unknown {
  if (!isInvalid(error)) return error;
  const hint = `Mend the scripts and load again; ${written} of them are in the graph already, which is sound.`;
  return new ServiceError(error.code, error.message, { hint, cause: error });
}

function refuseGone(gone: readonly string[], { store, prune }: LoadSettings): void {
  if (gone.length === 0 || prune || !store.shared) return;
  const shown = [...gone].sort().slice(0, 10).join(', ');
  const more = gone.length > 10 ? ` and ${gone.length - 10} more` : '';
  throw new ServiceError('PRUNE_NEEDED', `${gone.length} would go from the graph: ${shown}${more}.`, {
    hint: 'Run attested load --prune if that is meant, else set CORPUS_DIR to the folders that have their files.',
  });
}

async function loadInto(corpus: Corpus, settings: LoadSettings): Promise<LoadReport> {
  const started = performance.now();
  const { store, domain, rebuild } = settings;
  const language = grammarOf(domain);
  const { vocabulary } = language;
  await refuseOld(store);
  const known = await knownOwners(store);
  const said = readSaid(corpus, rebuild ? new Map() : known, language);
  const gone = [...known.keys()].filter((id) => !said.ids.has(id));
  refuseGone(gone, settings);
  await writeAll(settings, { changed: said.changed, gone, known, language }).catch((error: unknown) => {
    throw error instanceof StatementError ? refused(error) : error;
  });
  return {
    written: said.changed.length,
    removed: gone.length,
    texts: said.texts,
    ...(await countGraph(store, vocabulary)),
    ms: Math.round(performance.now() - started),
  };
}

/** All statements of a load are ours: what an engine refuses of them is no fault of a script. */
function refused(error: StatementError): ServiceError {
  return new ServiceError(
    'STORE_ERROR',
    `The graph engine refused a statement of attested: ${error.message}`,
    {
      hint: 'Nothing is wrong with the scripts; the engine is another one, or another version, than those in docs/engines.md.',
      cause: error,
    },
  );
}

async function writeAll(settings: LoadSettings, change: Change): Promise<void> {
  const { store, domain, onProgress } = settings;
  if (change.changed.length + change.gone.length === 0) return;
  await store.define(schemaCommands(domain));
  await writeParts(store, change, onProgress);
  await store.defineText(Object.values(textIndexes));
}

/**
 * Loads the scripts and the texts of articles: what changed is checked and written, what is gone is taken out, and what
 * follows is derived. An engine of our own takes all in one transaction; a server takes many articles in parts, each of
 * which leaves a sound graph. What is wrong with a script or a text is told before anything is written.
 */
export async function loadGraph(settings: LoadSettings): Promise<LoadReport> {
  return loadCorpus(await readCorpus(settings), settings);
}

function loadCorpus(corpus: Corpus, settings: LoadSettings): Promise<LoadReport> {
  const { store, adopt = false, rebuild = false, onProgress } = settings;
  const claim = { labels: LABELS, adopt, rebuild, onWait: () => onProgress?.('waiting') };
  return store.replace((one) => loadInto(corpus, { ...settings, store: one }), claim);
}

/** Loads what has changed since; gives nothing when the graph is up to date. */
export async function loadIfOutdated(settings: LoadSettings): Promise<LoadReport | undefined> {
  const corpus = await readCorpus(settings);
  const known = await knownOwners(settings.store);
  const owners = ownersOf(corpus, readVocabulary(settings.domain));
  const isCurrent =
    corpus.scripts.length === known.size && [...owners].every(([id, sha256]) => known.get(id) === sha256);
  return isCurrent ? undefined : loadCorpus(corpus, settings);
}

/** The hash that a graph made of this corpus has, as `generationOf` reads it. */
export async function corpusHash(settings: CorpusFolders & Pick<LoadSettings, 'domain'>): Promise<string> {
  const owners = ownersOf(await readCorpus(settings), readVocabulary(settings.domain));
  return generationHash([...owners].map(([id, sha256]) => `${id} ${sha256}`).sort());
}
