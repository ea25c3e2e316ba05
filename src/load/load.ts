import { compileArticle } from '../article/compile.ts';
import { type Grammar, grammarOf } from '../article/grammar.ts';
import { readArticle } from '../article/read-article.ts';
import { Findings } from '../article/source.ts';
import { ServiceError } from '../errors.ts';
import { derivation } from '../facts/derive/derive.ts';
import { readVocabulary, type Vocabulary } from '../facts/vocabulary.ts';
import { schemaScript } from '../model/domain/constraints.ts';
import type { Domain } from '../model/domain/domain.ts';
import { textIndexes } from '../model/search.ts';
import { type Finding, inOrder, printFinding } from '../script/finding.ts';
import { type OwnerScript, type ReadScript, readScript } from '../script/script.ts';
import { splitScript } from '../script/split.ts';
import type { GraphStore, Row, Statement, Transaction } from '../store/store.ts';
import { checkScript } from './check/script.ts';
import { type Corpus, type CorpusFolders, type CorpusScript, hashOf, readCorpus } from './read.ts';
import { sentenceTexts } from './texts.ts';
import { declaredBy, type Load, removalOf, writesOf } from './write.ts';

/** What to load, and into what. */
export type LoadSettings = CorpusFolders & {
  readonly store: GraphStore;
  readonly domain: Domain;
  /** Whether to throw away first what the graph holds, and to make all of it anew. */
  readonly rebuild?: boolean;
};

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

const statement = (text: string, parameters: Statement['parameters'] = {}): Statement => ({
  text,
  parameters,
});

/** What can be said, and the forms in which it is written. */
type Language = Pick<Grammar, 'vocabulary' | 'forms'> & { readonly grammar: Grammar };

/** Constraints and indexes of a domain, one by one. */
export function schemaCommands({ types }: Domain): readonly Statement[] {
  return splitScript(schemaScript(types)).map(({ text }) => statement(text));
}

/** How many findings one error tells. */
const FINDINGS_MAX = 100;

const HINT = 'Mend the scripts. The graph is as it was before.';

function refuse(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const shown = inOrder(findings).slice(0, FINDINGS_MAX).map(printFinding);
  const more = findings.length - shown.length;
  const all = [...shown, ...(more > 0 ? [`And ${more} more.`] : [])].join('\n');
  throw new ServiceError(
    'GRAPH_INVALID',
    findings.length === 1 ? all : `${findings.length} findings:\n${all}`,
    { hint: HINT },
  );
}

/** A script and what it was read from. */
type Source = { readonly file: string; readonly text: string; readonly script: OwnerScript };

const keyOf = (id: string): string => id.slice(id.indexOf(':') + 1);

/** What the corpus says: the owners whose hash is not among those known, and the ids of all. */
type Said = { readonly changed: readonly Load[]; readonly ids: ReadonlySet<string>; readonly texts: number };

/** The id that a script gives its owner, read without the rest: all that is asked of one that has not changed. */
const OWNER = /MERGE \(o:Owner:\w+ \{id: row\.id\}\)/;
const FIRST_ROW = /UNWIND\s+\[\s*\{\s*id:\s*'([^'\\]+)'/;

function ownerOf({ text, article }: CorpusScript): string | undefined {
  if (article) return `article:${article.key}`;
  return OWNER.test(text) ? FIRST_ROW.exec(text)?.[1] : undefined;
}

/** What an owner says, as its script: read, or compiled from the file of an article. */
function readOne({ file, text, article }: CorpusScript, { forms, grammar }: Language): ReadScript {
  if (!article) return readScript(file, text, forms);
  const findings = new Findings(file);
  const read = readArticle(article, grammar, findings);
  const errors = findings.all.filter(({ level }) => level === 'error');
  return read && errors.length === 0
    ? { script: compileArticle(read, grammar, file), findings: [] }
    : { findings: errors };
}

/** Reads and checks what is not known yet; all that is wrong is one GRAPH_INVALID. */
function readSaid(corpus: Corpus, known: ReadonlyMap<string, string>, language: Language): Said {
  const { vocabulary } = language;
  const made = hashOf(...derivation(vocabulary));
  const ids = new Set<string>();
  const findings: Finding[] = [];
  const sources: (Source & { sha256: string })[] = [];
  for (const one of corpus.scripts) {
    const { file, text } = one;
    const id = ownerOf(one);
    const sha256 = hashOf(made, text, corpus.texts.get(keyOf(id ?? '')) ?? '');
    if (id !== undefined && !ids.has(id) && known.get(id) === sha256) {
      ids.add(id);
      continue;
    }
    const { script, findings: wrong } = readOne(one, language);
    findings.push(...wrong);
    if (!script) continue;
    findings.push(...checkScript(script, vocabulary));
    if (ids.has(script.id)) findings.push({ file, line: 1, sentence: `${script.id} has a script already.` });
    ids.add(script.id);
    sources.push({ file, text, script, sha256 });
  }
  refuse(findings);
  const changed = sources.map(({ script, sha256 }) => ({ script, sha256, texts: textsOf(script, corpus) }));
  const texts = [...ids].filter((id) => id.startsWith('article:') && corpus.texts.has(keyOf(id))).length;
  return { changed, ids, texts };
}

function textsOf(script: OwnerScript, { texts }: Corpus): Load['texts'] {
  const text = script.kind === 'Article' ? texts.get(keyOf(script.id)) : undefined;
  return text === undefined ? [] : sentenceTexts(script, text, `${keyOf(script.id)}.txt`);
}

async function knownOwners(
  read: (query: Statement) => Promise<readonly Row[]>,
): Promise<ReadonlyMap<string, string>> {
  const rows = await read(statement('MATCH (o:Owner) RETURN o.id AS id, o.scriptSha256 AS sha256'));
  return new Map(rows.map(({ id, sha256 }) => [String(id), String(sha256 ?? '')]));
}

/** Every node has one of these. */
const LABELS = ['Name', 'State', 'Fact', 'Judgement', 'Claim', 'Sentence', 'Owner', 'Article', 'Entity'];

/** Things of the old form lie in a graph that has articles which are no owners. */
async function isOld(tx: Transaction): Promise<boolean> {
  const [rows = []] = await tx.run([
    statement('MATCH (a:Article) WHERE NOT a:Owner RETURN a.id AS id LIMIT 1'),
  ]);
  return rows.length > 0;
}

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
  tx: Transaction,
  names: readonly string[],
  text: (name: string) => string,
): Promise<Counts> {
  const results = await tx.run(names.map((name) => statement(text(name))));
  const counts = names.map((name, at) => [name, Number(results[at]?.[0]?.count ?? 0)] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

const sum = (counts: Counts, except: string): number =>
  Object.entries(counts).reduce((total, [name, count]) => (name === except ? total : total + count), 0);

async function count(tx: Transaction, { labels, relations }: Vocabulary) {
  const own = LABELS.filter((label) => label !== 'Owner' && label !== 'Entity');
  const nodes = await countEach(
    tx,
    [...own, 'Background', 'Ledger', ...labels.map(({ name }) => name)],
    (name) => `MATCH (n:${name}) RETURN count(n) AS count`,
  );
  const relationships = await countEach(
    tx,
    [...TYPES, ...relations.map(({ name }) => name)],
    (name) => `MATCH ()-[r:${name}]->() RETURN count(r) AS count`,
  );
  return {
    articles: nodes.Article ?? 0,
    nodes,
    relationships,
    nodeCount: sum(nodes, 'Name'),
    relationshipCount: sum(relationships, 'NAMES'),
  };
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

async function writeSaid(
  tx: Transaction,
  said: Said & { gone: readonly string[] },
  { vocabulary, forms }: Language,
): Promise<void> {
  const out = [...said.gone, ...said.changed.map(({ script }) => script.id)];
  const before = await declaredBy(tx, out);
  await tx.run(removalOf(out));
  await tx.run(writesOf(said.changed, forms));
  await tx.run(derivation(vocabulary).map((text) => statement(text)));
  const after = await declaredBy(
    tx,
    said.changed.map(({ script }) => script.id),
  );
  await checkThings(tx, [...new Set([...before, ...after])], vocabulary);
}

function loadCorpus(corpus: Corpus, settings: LoadSettings): Promise<LoadReport> {
  return settings.store.replace((store) => loadInto(corpus, { ...settings, store }));
}

async function loadInto(corpus: Corpus, settings: LoadSettings): Promise<LoadReport> {
  const started = performance.now();
  const { store, domain, rebuild } = settings;
  const grammar = grammarOf(domain);
  const { vocabulary, forms } = grammar;
  await store.define(schemaCommands(domain));
  const done = await store.transaction(async (tx) => {
    if (rebuild || (await isOld(tx)))
      await tx.run(LABELS.map((label) => statement(`MATCH (n:${label}) DETACH DELETE n`)));
    const known = await knownOwners(async (query) => (await tx.run([query]))[0] ?? []);
    const said = readSaid(corpus, known, { vocabulary, forms, grammar });
    const gone = [...known.keys()].filter((id) => !said.ids.has(id));
    if (said.changed.length + gone.length > 0)
      await writeSaid(tx, { ...said, gone }, { vocabulary, forms, grammar });
    return {
      written: said.changed.length,
      removed: gone.length,
      texts: said.texts,
      ...(await count(tx, vocabulary)),
    };
  });
  await store.defineText(Object.values(textIndexes));
  return { ...done, ms: Math.round(performance.now() - started) };
}

/**
 * Loads the scripts and the texts of articles in one transaction (schema commands before it): what changed is checked and
 * written, what is gone is taken out, and what follows is derived. The graph is loaded whole and sound, or stays as it was.
 */
export async function loadGraph(settings: LoadSettings): Promise<LoadReport> {
  return loadCorpus(await readCorpus(settings), settings);
}

/** Loads what has changed since; gives nothing when the graph is up to date. */
export async function loadIfOutdated(settings: LoadSettings): Promise<LoadReport | undefined> {
  const corpus = await readCorpus(settings);
  const { store, domain } = settings;
  const known = await knownOwners((query) => store.read(query));
  const made = hashOf(...derivation(readVocabulary(domain)));
  const isCurrent =
    corpus.scripts.length === known.size &&
    corpus.scripts.every((one) => {
      const id = ownerOf(one) ?? '';
      return known.get(id) === hashOf(made, one.text, corpus.texts.get(keyOf(id)) ?? '');
    });
  return isCurrent ? undefined : loadCorpus(corpus, settings);
}
