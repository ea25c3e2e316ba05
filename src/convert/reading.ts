import type { Vocabulary } from '../facts/vocabulary.ts';
import type { OldEdge, OldNode, Properties, Snapshot } from './snapshot.ts';

/** The graph after one of the old scripts: what was new in it, and who could have written it. */
export type Stage = { readonly file: string; readonly snapshot: Snapshot; readonly before: Snapshot };

/** A claim of the old form: what it is about, and the article that it is of. */
export type OldClaim = {
  readonly id: string;
  readonly article: string;
  readonly properties: Properties;
  readonly about: readonly string[];
};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Questions to the old graph that the conversion asks again and again. */
export class Reading {
  readonly stages: readonly Stage[];
  readonly last: Snapshot;
  readonly claims: ReadonlyMap<string, OldClaim>;
  readonly #labels: ReadonlyMap<string, Vocabulary['labels'][number]>;

  constructor(stages: readonly Stage[], vocabulary: Vocabulary) {
    const last = stages.at(-1)?.snapshot;
    if (!last) throw new Error('invariant broken: no script to convert');
    this.stages = stages;
    this.last = last;
    this.#labels = new Map(vocabulary.labels.map((label) => [label.name, label]));
    this.claims = this.#readClaims();
  }

  edges(type: string): readonly OldEdge[] {
    return this.last.edges.filter((edge) => edge.type === type);
  }

  /** Nodes of the files at hand that have this label. */
  nodes(label: string): readonly OldNode[] {
    return [...this.last.nodes.values()].filter(
      ({ id, labels }) => labels.includes(label) && this.stageOf(id),
    );
  }

  /** The label of a thing, if the vocabulary has it. */
  labelOf(id: string): Vocabulary['labels'][number] | undefined {
    const labels = this.last.nodes.get(id)?.labels ?? [];
    return labels.map((name) => this.#labels.get(name)).find((label) => label !== undefined);
  }

  /** The stage in which a node came up; none if it was there before all of them. */
  stageOf(id: string): Stage | undefined {
    return this.stages.find(({ snapshot, before }) => snapshot.nodes.has(id) && !before.nodes.has(id));
  }

  /** The articles that came up in a stage. */
  articlesOf(stage: Stage): readonly string[] {
    return this.nodes('Article').flatMap(({ id }) => (this.stageOf(id) === stage ? [id] : []));
  }

  /** What an article says of itself. */
  article(id: string): Properties {
    return this.last.nodes.get(id)?.properties ?? {};
  }

  claimsAbout(id: string): readonly OldClaim[] {
    return [...this.claims.values()].filter(({ about }) => about.includes(id));
  }

  #readClaims(): ReadonlyMap<string, OldClaim> {
    const articleOf = new Map(this.edges('IN_ARTICLE').map(({ a, b }) => [a, b]));
    const stated = new Map(this.edges('STATED_IN').map(({ a, b }) => [a, articleOf.get(b)]));
    const about = new Map<string, string[]>();
    for (const { a, b } of this.edges('ABOUT')) about.set(a, [...(about.get(a) ?? []), b]);
    return new Map(
      this.nodes('Claim').map(({ id, properties }) => {
        const article = stated.get(id) ?? id.replace(/^claim:(.*):[^:]*$/, 'article:$1');
        return [id, { id, article, properties, about: about.get(id) ?? [] }];
      }),
    );
  }
}

/** A property that is a text. */
export const textOf = (properties: Properties, name: string): string | undefined => text(properties[name]);

/** Whether what a claim says is said to be so, rather than denied. */
export const affirms = ({ properties }: OldClaim): boolean => properties.status !== 'DENIED';
