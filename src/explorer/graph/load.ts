import { ask } from '../ask.ts';
import { text as amongDocument } from '../documents/among.graphql';
import { text as aroundDocument } from '../documents/around.graphql';
import { text as sizeDocument } from '../documents/size.graphql';
import { text as thingsDocument } from '../documents/things.graphql';
import { text as wholeDocument } from '../documents/whole.graphql';
import type { ThingType } from '../looks.ts';
import type { Status } from '../words.ts';
import { ELEMENTS_MAX, type Fact, type Graph, ownFactId, type Thing, type ThingDate } from './model.ts';

/** Fetches things and facts from `/graphql` and keeps what has come. */

type RawThing = {
  readonly __typename: ThingType;
  readonly id: string;
  readonly name: string;
  readonly facts: { readonly totalCount: number };
  readonly status?: Status;
  readonly kind?: string;
  readonly date?: ThingDate | null;
};
type RawFact = Omit<Fact, 'subject' | 'object'> & {
  readonly subject: RawThing;
  readonly object: RawThing;
};
type Page = {
  readonly nodes: readonly RawFact[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

/** How many facts one step of expansion brings. */
const STEP = 40;
/** How many ids one question names at most: the service takes no longer list (`ITEMS_MAX`). */
const IDS_MAX = 500;
/** The fewest facts worth a question of their own. */
const PAGE_MIN = 10;

/** The things and facts fetched so far. */
export class Loaded implements Graph {
  readonly things = new Map<string, Thing>();
  readonly facts = new Map<string, Fact>();
  /** How many there are in the service, loaded or not. */
  totals = { things: 0, facts: 0 };
  /** How far the facts of a thing have been read, step by step. */
  private readonly read = new Map<string, string | null>();

  /** Fetches all when it fits on the screen, else what surrounds who is in most events, and then `steps`. */
  async start(steps: readonly string[]): Promise<void> {
    const { entities, facts, eventStats } = await ask<{
      entities: { totalCount: number };
      facts: { totalCount: number };
      eventStats?: readonly { actor: { id: string } | null }[];
    }>(sizeDocument);
    this.totals = { things: entities.totalCount, facts: facts.totalCount };
    if (entities.totalCount + facts.totalCount <= ELEMENTS_MAX) return this.whole();
    const actors = (eventStats ?? []).flatMap(({ actor }) => (actor ? [actor.id] : []));
    for (const step of [...actors, ...steps]) {
      if (step.startsWith('=')) await this.include([step.slice(1)]);
      else await this.around(step);
    }
  }

  private async whole(): Promise<void> {
    const { entities, facts } = await ask<{
      entities: { nodes: readonly RawThing[] };
      facts: { nodes: readonly RawFact[] };
    }>(wholeDocument);
    for (const thing of entities.nodes) this.addThing(thing);
    for (const fact of facts.nodes) this.addFact(fact);
    this.recount();
  }

  /** Fetches facts of a thing that are not here yet, as many as one step brings. */
  async around(id: string): Promise<void> {
    const before = this.facts.size;
    for (let rest = STEP; rest > 0; rest = STEP - (this.facts.size - before)) {
      const after = this.read.get(id) ?? null;
      const { facts } = await ask<{ facts: Page }>(aroundDocument, {
        id,
        first: Math.max(rest, PAGE_MIN),
        after,
      });
      for (const fact of facts.nodes) {
        this.addThing(fact.subject);
        this.addThing(fact.object);
        this.addFact(fact);
      }
      this.read.set(id, facts.pageInfo.endCursor ?? after);
      if (!facts.pageInfo.hasNextPage) break;
    }
    await this.among();
  }

  /** Fetches things by id, and how they hang together with those that are here; gives those that were not here. */
  async include(wanted: readonly string[]): Promise<readonly string[]> {
    const missing = wanted.filter((id) => !this.things.has(id));
    if (missing.length === 0) return [];
    const { nodes } = await ask<{ nodes: readonly (RawThing | null)[] }>(thingsDocument, { ids: missing });
    for (const thing of nodes) if (thing?.name) this.addThing(thing);
    await this.among();
    return missing.filter((id) => this.things.has(id));
  }

  /** Fetches the facts between things that are here, however many: a request takes so many ids, and gives so many facts. */
  private async among(): Promise<void> {
    const ids = [...this.things.keys()];
    const parts = Array.from({ length: Math.ceil(ids.length / IDS_MAX) }, (_, at) =>
      ids.slice(at * IDS_MAX, (at + 1) * IDS_MAX),
    );
    for (const subjects of parts) for (const objects of parts) await this.between(subjects, objects);
    this.recount();
  }

  private async between(subjects: readonly string[], objects: readonly string[]): Promise<void> {
    let after: string | null = null;
    do {
      const { facts }: { facts: Page } = await ask(amongDocument, { subjects, objects, after });
      for (const fact of facts.nodes) this.addFact(fact);
      after = facts.pageInfo.hasNextPage ? facts.pageInfo.endCursor : null;
    } while (after !== null);
  }

  /** Counts anew what of each thing is not loaded. */
  private recount(): void {
    const loaded = new Map<string, number>();
    for (const { subject, object } of this.facts.values()) {
      for (const id of new Set([subject, object])) loaded.set(id, (loaded.get(id) ?? 0) + 1);
    }
    for (const [id, thing] of this.things) {
      this.things.set(id, { ...thing, more: Math.max(0, thing.total - (loaded.get(id) ?? 0)) });
    }
  }

  private addThing({ __typename, facts, ...thing }: RawThing): void {
    const total = facts.totalCount;
    this.things.set(thing.id, { ...thing, type: __typename, total, more: total });
  }

  private addFact({ subject, object, ...fact }: RawFact): void {
    const id = ownFactId(fact.id);
    this.facts.set(id, { ...fact, id, subject: subject.id, object: object.id });
  }
}
