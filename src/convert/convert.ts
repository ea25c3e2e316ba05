import { basename, extname } from 'node:path';
import { ServiceError } from '../errors.ts';
import { HAPPENS } from '../facts/ids.ts';
import type { Vocabulary } from '../facts/vocabulary.ts';
import { formsOf } from '../script/forms.ts';
import { Owners } from '../script/owners.ts';
import { printScript } from '../script/script.ts';
import { splitScript } from '../script/split.ts';
import { type GraphStore, StatementError } from '../store/store.ts';
import { FactsOfOld } from './facts.ts';
import { Reading, type Stage, textOf } from './reading.ts';
import { type OldNode, type Snapshot, takeSnapshot } from './snapshot.ts';

/**
 * Scripts of the form of before facts followed from claims, in the form of today. The old scripts are run on a graph of
 * their own, one after the other, and what each did is read back: a script could say anything in Cypher, so only the graph
 * that it makes tells what it said.
 */

/** A script by its name. */
export type ScriptFile = { readonly name: string; readonly text: string };

/** A script that was converted, and the file that it comes from. */
export type Converted = ScriptFile & { readonly source: string };

/** What a conversion needs: an empty store, or one with the scripts that the old ones stand on; and the domain. */
export type ConvertSettings = { readonly store: GraphStore; readonly vocabulary: Vocabulary };

/** The old form kept one span for a claim and a sentence; in the new one each is a relationship of its own. */
const ONE_SPAN =
  /MERGE (\(\w+\)-\[(\w+):STATED_IN)(\]->\(\w+\))\s+SET \2\.start\s*=\s*([\w.]+),\s*\2\.end\s*=\s*([\w.]+)/g;

async function runOld({ name, text }: ScriptFile, store: GraphStore): Promise<void> {
  const statements = splitScript(text.replace(ONE_SPAN, 'MERGE $1 {start: $4, end: $5}$3'));
  try {
    await store.write(statements.map((one) => ({ text: one.text, parameters: {} })));
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    const line = (statements[error.index]?.line ?? 1) + (error.line ?? 1) - 1;
    throw new ServiceError('SCRIPT_FAILED', `${name}:${line}: ${error.message}`, {
      hint: 'Convert it together with the scripts that it stands on.',
      cause: error,
    });
  }
}

const base = (file: string): string => basename(file, extname(file)).replace(/^\d+-/, '');
const numberOf = (file: string): string => /^\d+-/.exec(basename(file))?.[0] ?? '';

const words = (node: OldNode | undefined, name: string): readonly string[] => {
  const list = node?.properties[name];
  return Array.isArray(list) ? list.map(String) : [];
};

class Conversion {
  readonly #reading: Reading;
  readonly #vocabulary: Vocabulary;
  readonly #owners: Owners;
  /** Owners by the file that they came up in. */
  readonly #files = new Map<string, string>();

  constructor(stages: readonly Stage[], vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#owners = new Owners(formsOf(vocabulary));
    this.#reading = new Reading(stages, vocabulary);
  }

  convert(): readonly Converted[] {
    this.#refuseUnknown();
    for (const stage of this.#reading.stages) {
      for (const id of this.#reading.articlesOf(stage)) this.#article(id, stage);
    }
    this.#texts();
    const background = (stage: Stage) => this.#backgroundOf(stage);
    new FactsOfOld(this.#reading, this.#owners, { vocabulary: this.#vocabulary, background }).convert();
    this.#about();
    this.#contradictions();
    for (const stage of this.#reading.stages) this.#ranks(stage);
    for (const stage of this.#reading.stages) this.#declare(stage);
    return this.#print();
  }

  /** What the schema does not know has no place in the new form, and must not be lost in silence. */
  #refuseUnknown(): void {
    const relations = new Set([...this.#vocabulary.relations.map(({ name }) => name), 'SAME_AS']);
    const isThing = (id: string) => this.#reading.last.nodes.get(id)?.labels.includes('Entity');
    const nodes = [...this.#reading.last.nodes.values()]
      .filter(({ id, labels }) => labels.includes('Entity') && !this.#reading.labelOf(id))
      .map(
        ({ id, labels }) =>
          `${id} is a ${labels.filter((label) => label !== 'Entity').join(', ') || 'thing without a label'}`,
      );
    const edges = this.#reading.last.edges
      .filter(({ a, type, b }) => !relations.has(type) && isThing(a) && isThing(b))
      .map(({ a, type, b }) => `${a} ${type} ${b}`);
    const [first] = [...nodes, ...edges];
    if (first === undefined) return;
    throw new ServiceError('GRAPH_INVALID', `${first}, which schema.graphql does not know.`, {
      hint: 'Add the type or the relationship there, or mend the script. Nothing was converted.',
    });
  }

  #article(id: string, { file }: Stage): void {
    const { title, subtitle, byline, publishedOn, language, url, textSha256, length } =
      this.#reading.article(id);
    const cells = { title, subtitle, byline, publishedOn, language, url, textSha256, length };
    this.#owners.open(id, 'Article', cells as Parameters<Owners['open']>[2]);
    this.#files.set(id, file);
  }

  #backgroundOf({ file }: Stage): string {
    const id = `background:${base(file)}`;
    this.#owners.open(id, 'Background');
    this.#files.set(id, file);
    return id;
  }

  /** Sentences, claims, spans, sources and mentions are as they were. */
  #texts(): void {
    const articleOf = new Map(this.#reading.edges('IN_ARTICLE').map(({ a, b }) => [a, b]));
    const sentences = [...this.#reading.nodes('Sentence')].sort(
      (a, b) => Number(a.properties.seq) - Number(b.properties.seq),
    );
    for (const { id, properties } of sentences) {
      this.#owners.add(articleOf.get(id) ?? '', 'sentences', {
        ...this.#picked('sentences', properties),
        id,
      });
    }
    for (const { id, article, properties } of this.#reading.claims.values()) {
      this.#owners.add(article, 'claims', { ...this.#picked('claims', properties), id });
    }
    for (const { a, b, properties } of this.#reading.edges('STATED_IN')) {
      const spans = this.#picked('evidence', properties);
      this.#owners.add(this.#articleOf(a), 'evidence', { ...spans, claim: a, sentence: b });
    }
    for (const { a, b, properties } of this.#reading.edges('ATTRIBUTED_TO')) {
      const cells = this.#picked('sources', properties);
      this.#owners.add(this.#articleOf(a), 'sources', { ...cells, claim: a, entity: b });
      this.#owners.use(this.#articleOf(a), [b]);
    }
    for (const { a, b, properties } of this.#reading.edges('MENTIONS')) {
      const { key, ...cells } = this.#picked('mentions', properties);
      this.#owners.add(articleOf.get(a) ?? '', 'mentions', { ...cells, sentence: a, entity: b });
      this.#owners.use(articleOf.get(a) ?? '', [b]);
    }
  }

  #articleOf(claim: string): string {
    return this.#reading.claims.get(claim)?.article ?? '';
  }

  /** The properties that a table has columns for. */
  #picked(form: string, properties: OldNode['properties']): Parameters<Owners['add']>[2] {
    const columns = formsOf(this.#vocabulary).find(({ name }) => name === form)?.columns ?? [];
    return Object.fromEntries(columns.map(({ name }) => [name, properties[name]])) as Parameters<
      Owners['add']
    >[2];
  }

  /** What a claim is about follows from its facts; what no fact of it covers stays. */
  #about(): void {
    for (const { id, article, about } of this.#reading.claims.values()) {
      const facts = [HAPPENS, 'relations', 'values', 'dates'].flatMap((form) =>
        this.#owners.rows(article, form),
      );
      const covered = new Set(
        facts.filter(({ claim }) => claim === id).flatMap(({ subject, object }) => [subject, object]),
      );
      for (const entity of about.filter((one) => !covered.has(one))) {
        this.#owners.add(article, 'about', { claim: id, entity });
        this.#owners.use(article, [entity]);
      }
    }
  }

  #contradictions(): void {
    const known = new Set(this.#vocabulary.values.map(({ name }) => name));
    for (const { a, b, properties } of this.#reading.edges('CONTRADICTS')) {
      const on =
        textOf(properties, 'on') ?? textOf(this.#reading.claims.get(a)?.properties ?? {}, 'property') ?? '';
      const article = this.#articleOf(a);
      const predicate = known.has(on) ? on : HAPPENS;
      const day = textOf(this.#reading.article(article), 'publishedOn');
      this.#owners.add(article, 'judgements', { kind: 'CONTRADICTS', by: a, target: b, on: day, predicate });
    }
  }

  /** A rank that a script set is a judgement of its article, since the day of it. */
  #ranks(stage: Stage): void {
    for (const { id, properties } of stage.snapshot.nodes.values()) {
      const claim = this.#reading.claims.get(id);
      const was = stage.before.nodes.get(id)?.properties.rank ?? 'NORMAL';
      if (!claim || properties.rank === undefined || properties.rank === was) continue;
      const article = stage.before.nodes.has(id) ? this.#reading.articlesOf(stage)[0] : claim.article;
      if (article === undefined) continue;
      const on = textOf(this.#reading.article(article), 'publishedOn');
      const cells = { ...this.#rankJudgement(id, article, String(properties.rank)), target: id, on };
      if (cells.kind) this.#owners.add(article, 'judgements', cells);
    }
  }

  #rankJudgement(
    target: string,
    article: string,
    rank: string,
  ): { kind?: string; by?: string; predicate?: string } {
    if (rank === 'PREFERRED') return { kind: 'PREFERS' };
    if (rank !== 'DEPRECATED') return {};
    const by = this.#reading
      .edges('CONTRADICTS')
      .find(({ a, b }) => b === target && this.#articleOf(a) === article)?.a;
    const predicate = textOf(this.#reading.claims.get(by ?? '')?.properties ?? {}, 'property');
    if (by === undefined || this.#articleOf(target) === article) return { kind: 'WITHDRAWS' };
    return predicate === undefined ? { kind: 'RETRACTS', by } : { kind: 'CORRECTS', by, predicate };
  }

  /** Everything that an owner uses is declared by it; the words stand with the first that came with them. */
  #declare(stage: Stage): void {
    const articles = this.#reading.articlesOf(stage);
    for (const node of this.#changed(stage)) {
      const label = this.#reading.labelOf(node.id);
      if (!label) continue;
      const owner =
        articles.find((id) => this.#owners.uses(id).has(node.id)) ?? articles[0] ?? this.#backgroundOf(stage);
      this.#owners.add(owner, `things ${label.name}`, this.#newWords(node, stage));
    }
    const owners = this.#owners.ids().filter((id) => this.#files.get(id) === stage.file);
    for (const owner of owners) {
      for (const id of this.#owners.uses(owner)) {
        const label = this.#reading.labelOf(id);
        const rows = label ? this.#owners.rows(owner, `things ${label.name}`) : [];
        if (label && !rows.some((row) => row.id === id))
          this.#owners.add(owner, `things ${label.name}`, { id });
      }
    }
  }

  /** Things that came up in a stage, or got other words in it. */
  #changed({ snapshot, before }: Stage): readonly OldNode[] {
    const declared = [
      ...new Set(this.#vocabulary.labels.flatMap((label) => label.declared.map(({ name }) => name))),
    ];
    return [...snapshot.nodes.values()].filter((node) => {
      if (!node.labels.includes('Entity')) return false;
      const old = before.nodes.get(node.id);
      return (
        !old ||
        declared.some(
          (name) => JSON.stringify(node.properties[name]) !== JSON.stringify(old.properties[name]),
        )
      );
    });
  }

  #newWords(node: OldNode, { before }: Stage): Parameters<Owners['add']>[2] {
    const old = before.nodes.get(node.id);
    const cells = (this.#reading.labelOf(node.id)?.declared ?? []).map(({ name, list }) => {
      const value = node.properties[name];
      if (!list) return [name, value === old?.properties[name] ? undefined : value];
      const added = words(node, name).filter((word) => !words(old, name).includes(word));
      return [name, added.length > 0 ? added : undefined];
    });
    return { id: node.id, ...Object.fromEntries(cells) };
  }

  #print(): readonly Converted[] {
    return this.#owners.ids().map((id) => {
      const file = this.#files.get(id) ?? '';
      const own = this.#owners.ids().filter((one) => this.#files.get(one) === file);
      const key = id.slice(id.indexOf(':') + 1);
      const name = own.length === 1 ? basename(file) : `${numberOf(file)}${key}.cypher`;
      const comment = `${basename(name, '.cypher')}: what ${id} says.`;
      return { name, source: file, text: printScript(this.#owners.script(id), comment) };
    });
  }
}

/** Converts scripts of the old form, in the order given; a script of several articles becomes several. */
export async function convertScripts(
  files: readonly ScriptFile[],
  settings: ConvertSettings,
): Promise<readonly Converted[]> {
  const { store, vocabulary } = settings;
  let before: Snapshot = await takeSnapshot(store);
  const stages: Stage[] = [];
  for (const file of files) {
    await runOld(file, store);
    const snapshot = await takeSnapshot(store);
    stages.push({ file: file.name, snapshot, before });
    before = snapshot;
  }
  return new Conversion(stages, vocabulary).convert();
}
