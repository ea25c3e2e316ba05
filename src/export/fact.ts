import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';
import { listAt, type Told, textOf } from '../model/told.ts';
import { type DateSpan, spanOf } from './dates.ts';
import { CLAIMS_MAX, dateFieldOf, hasStatus, selected } from './documents.ts';
import { type Claim, claimShelf } from './evidence.ts';
import { type Graph, onceFor, pagesOf, type Variables } from './graph.ts';
import { Shelf } from './shelf.ts';

/**
 * The one record of a fact that every file, table and page is written from: what is told of what, how sure, who says so
 * and where, who says otherwise. A page of facts tells claims and things by their ids alone; these are read once and kept,
 * since the same stand behind and at the ends of many:
 *
 *   fact:event:fair|HAS_PLACE|place:quay   { subject, predicate: HAS_PLACE, object, status: OCCURRED, claims: [{ spans … }] }
 *   fact:event:fair|purpose|to trade       { subject, predicate: purpose, value: 'to trade', … }
 *   fact:event:fair|happens                { subject, predicate: happens, … }
 */

/** A thing at the end of a fact. */
export type Thing = {
  readonly id: string;
  readonly type: string;
  /** Its name, never empty. */
  readonly label: string;
  readonly date: DateSpan | null;
  /** How sure the texts are that it takes place, of what does. */
  readonly status: string | null;
};

/** What is told of a thing: that it takes place, that it has a value, or how it is related to another. */
export type Fact = {
  /** Its id, the same as `Fact.id` of the schema, behind which it has an address. */
  readonly id: string;
  readonly subject: Thing;
  /** GAVE, INVOLVED_IN, happens, date … */
  readonly predicate: string;
  /** The other thing, of a relation. */
  readonly object: Thing | null;
  /** The value, of a property. */
  readonly value: string | null;
  /** What tells it from others of one predicate between the same two: a role, a title. */
  readonly qualifiers: readonly string[];
  readonly status: string;
  /** AGREED, SINGLE_SOURCE, DISPUTED or WITHDRAWN; null where no text speaks of it. */
  readonly verdict: string | null;
  readonly basis: string | null;
  /** The days of the first and the last who say so. */
  readonly reportedOn: string | null;
  readonly lastReportedOn: string | null;
  /** Its day, or the date of the event that it is about. */
  readonly date: DateSpan | null;
  /** Who says so. */
  readonly claims: readonly Claim[];
  /** Who says otherwise or denies it. */
  readonly against: readonly Claim[];
};

/** A fact that joins two things. */
export type Relation = Fact & { readonly object: Thing };

/** Whether a fact joins two things. */
export const isRelation = (fact: Fact): fact is Relation => fact.object !== null;

/** Whether texts tell of something as real: nobody shall take a plan, a fear or what is denied for a fact. */
export const isReal = (status: string | null): boolean =>
  status === null || ['OCCURRED', 'ONGOING', 'HABITUAL'].includes(status);

/**
 * How sure the texts are of a fact and of what it is about: an invitation that took place tells of a visit, and is no visit.
 * So the least sure of the fact and its ends.
 */
export function surenessOf({ status, subject, object }: Fact): string {
  const unsure = [status, object?.status ?? null, subject.status].find((one) => !isReal(one));
  return unsure ?? status;
}

/** What is asked of facts, page by page. */
export const factDocuments = onceFor(({ catalog }) => {
  const own = [...new Set([...catalog.fact.map(selected), ...catalog.days.values()])].join(' ');
  const ids = `nodes { id }`;
  const whole = `id predicate value status basis reportedOn lastReportedOn ${own} agreement { verdict }
      claims(first: ${CLAIMS_MAX}, orderBy: [{id: ASC}]) { ${ids} }`;
  const page = (name: string, selection: string) =>
    gql(`query ${name}($where: FactWhere, $first: Int!, $after: String) {
  list: facts(where: $where, first: $first, after: $after) {
    nodes { ${selection} subject { id } object { id } }
    pageInfo { hasNextPage endCursor }
  }
}`);
  return {
    whole: page('Facts', whole),
    ends: page('FactEnds', ''),
    against: gql(`query Against($where: FactWhere, $first: Int!) {
  list: facts(where: $where, first: $first) {
    nodes { id denials(first: ${CLAIMS_MAX}) { ${ids} } agreement { contradicting(first: ${CLAIMS_MAX}) { id } } }
  }
}`),
    count: gql`
      query CountFacts($where: FactWhere) {
        list: facts(where: $where, first: 0) {
          totalCount
        }
      }
    `,
  };
});

/** Things by id, whatever their types; the date and status of each type come under names of their own. */
const thingsDocument = onceFor(({ catalog }) => {
  const parts = catalog.types.flatMap((type) => {
    const date = dateFieldOf(type);
    const told = [
      ...(date ? [`date${type.name}: ${selected(date)}`] : []),
      ...(hasStatus(type) ? [`status${type.name}: status`] : []),
    ];
    return told.length > 0 ? [`... on ${type.name} { ${told.join(' ')} }`] : [];
  });
  return gql(`query Things($ids: [ID!]!, $first: Int!) {
  list: entities(where: {id: {in: $ids}}, first: $first) { nodes { __typename id name ${parts.join(' ')} } }
}`);
});

/** Facts held at once, and things at whose facts one statement looks. */
const FACTS_AT_ONCE = 1_000;
const STARTS_AT_ONCE = 100;

/** Reads facts, and keeps what it joined them from as long as one walk lasts. */
export class FactReader {
  readonly #graph: Graph;
  readonly #signal: AbortSignal | undefined;
  readonly claims: Shelf<Claim>;
  readonly things: Shelf<Thing>;

  constructor({ graph, signal }: { readonly graph: Graph; readonly signal?: AbortSignal | undefined }) {
    this.#graph = graph;
    this.#signal = signal;
    this.claims = claimShelf(graph, signal);
    this.things = new Shelf(async (ids) => {
      const told = await graph.ask(thingsDocument(graph), { ids, first: ids.length }, signal);
      return new Map(listAt(told, 'list').map((thing) => [String(thing.id), thingOf(thing)]));
    });
  }

  /** The facts that start at some things, in pages, as a document tells them; whole by default. */
  async *pages(
    starts: readonly string[],
    { where, document = factDocuments(this.#graph).whole }: FactsAsked,
  ): AsyncGenerator<Told[]> {
    const walk = { graph: this.#graph, signal: this.#signal };
    for (let i = 0; i < starts.length; i += STARTS_AT_ONCE) {
      const subject = { id: { in: starts.slice(i, i + STARTS_AT_ONCE) } };
      yield* pagesOf(walk, document, { first: FACTS_AT_ONCE, where: { subject, ...where } });
    }
  }

  /** The first facts that satisfy something. */
  async first(where: Variables): Promise<Told[]> {
    const { whole } = factDocuments(this.#graph);
    return listAt(await this.#graph.ask(whole, { where, first: FACTS_AT_ONCE }, this.#signal), 'list');
  }

  /** Facts of a page with their ends, claims and who says otherwise. */
  async join(told: readonly Told[]): Promise<Fact[]> {
    const against = await this.#against(told);
    const cited = (fact: Told) => [...claimIds(fact), ...(against.get(String(fact.id)) ?? [])];
    const claims = await this.claims.take(told.flatMap(cited));
    const things = await this.things.take(told.flatMap(endIds));
    const known = (ids: readonly string[]) => ids.flatMap((id) => claims.get(id) ?? []);
    return told.flatMap((fact) => {
      const [subject, object = null] = endIds(fact).map((id) => things.get(id) ?? null);
      if (!subject) return [];
      const behind = { claims: known(claimIds(fact)), against: known(against.get(String(fact.id)) ?? []) };
      return [{ ...factOf(this.#graph, fact, { subject, object }), ...behind }];
    });
  }

  /** The claims against those facts that somebody denies or that others contradict, by fact. */
  async #against(told: readonly Told[]): Promise<Map<string, string[]>> {
    const ids = told.filter(isContested).map(({ id }) => String(id));
    if (ids.length === 0) return new Map();
    const where: Variables = { id: { in: ids }, status: { in: this.#graph.catalog.statuses } };
    const { against } = factDocuments(this.#graph);
    const answer = await this.#graph.ask(against, { where, first: ids.length }, this.#signal);
    return new Map(
      listAt(answer, 'list').map((fact) => {
        const claims = [...listAt(fact, 'denials'), ...listAt(fact, 'agreement', 'contradicting')];
        return [String(fact.id), [...new Set(claims.map(({ id }) => String(id)))].sort()];
      }),
    );
  }
}

type FactsAsked = { readonly where: Variables; readonly document?: DocumentNode };

const isContested = ({ status, agreement }: Told): boolean =>
  status === 'DENIED' || (agreement as Told | null)?.verdict === 'DISPUTED';

const claimIds = (fact: Told): string[] => listAt(fact, 'claims').map(({ id }) => String(id));

/** The ids of the things at the ends of a fact: its subject, and its object where it has one. */
export const endIds = ({ subject, object }: Told): string[] =>
  [subject, object].flatMap((end) => (end ? [String((end as Told).id)] : []));

function thingOf(told: Told): Thing {
  const [id, type] = [String(told.id), String(told.__typename)];
  const status = textOf(told[`status${type}`]);
  return { id, type, label: labelOf(told.name, id), date: spanOf(told[`date${type}`]), status };
}

/** The name of a thing, or its id where it has none. */
export function labelOf(name: unknown, id: string): string {
  return typeof name === 'string' && name.trim() !== '' ? name : id;
}

type Ends = Pick<Fact, 'subject' | 'object'>;

function factOf(graph: Graph, told: Told, ends: Ends): Omit<Fact, 'claims' | 'against'> {
  const { catalog } = graph;
  const words = catalog.fact.filter(({ type }) => type === 'string');
  return {
    id: String(told.id),
    ...ends,
    predicate: String(told.predicate),
    value: textOf(told.value),
    qualifiers: words.flatMap(({ name }) => textOf(told[name]) ?? []),
    status: String(told.status),
    verdict: textOf((told.agreement as Told | null)?.verdict),
    basis: textOf(told.basis),
    reportedOn: textOf(told.reportedOn),
    lastReportedOn: textOf(told.lastReportedOn),
    date: dateOf(graph, told, ends),
  };
}

/**
 * When a relation or happening was: its own day, else the date of an end. A thing that has its date of another, such as a gift of its
 * giving, is there for that; else it is what has a date of its own, such as an event, where just one end can have one.
 */
function dateOf({ catalog }: Graph, told: Told, { subject, object }: Ends): DateSpan | null {
  const day = catalog.days.get(String(told.predicate));
  const own = day === undefined ? null : spanOf(told[day]);
  if (own || textOf(told.value) !== null) return own;
  const ends = [subject, ...(object ? [object] : [])].flatMap(({ type, date }) => {
    const of = catalog.type(type);
    const field = of && dateFieldOf(of);
    return field ? [{ date, distant: !field.own }] : [];
  });
  const [first, second] = ends;
  const at = ends.find(({ distant }) => distant) ?? (second ? undefined : first);
  return at?.date ?? null;
}
