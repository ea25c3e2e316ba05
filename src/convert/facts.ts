import { dateCells } from '../facts/date.ts';
import { HAPPENS } from '../facts/ids.ts';
import type { RelationPredicate, ValuePredicate, Vocabulary } from '../facts/vocabulary.ts';
import type { LooseCells, Owners } from '../script/owners.ts';
import { affirms, type OldClaim, type Reading, type Stage, textOf } from './reading.ts';
import type { OldEdge, OldNode, Properties } from './snapshot.ts';

/** What a claim says in a row, and the things that its article must declare for it. */
type Said = { readonly cells: LooseCells; readonly uses: readonly string[] };

/**
 * What the old form kept on nodes and edges, as facts that claims say:
 *
 *   (:Person)-[:GAVE {claims: ['claim:kd:F1']}]->(:Gift)        F1 says person GAVE gift
 *   (:Claim {property: 'date', value: '2031'})-[:ABOUT]->(e)    it says e date 2031
 *   (:Claim)-[:ABOUT]->(:Event)                                 it says that the event happens
 *   (:Gift {quantity: 12})                                      the claim that tells of the gift says so
 *
 * The last two are guesses where several claims would do: read them over by hand.
 */
export class FactsOfOld {
  readonly #reading: Reading;
  readonly #owners: Owners;
  readonly #vocabulary: Vocabulary;
  readonly #background: (stage: Stage) => string;
  readonly #carried = new Map<string, string[]>();

  constructor(
    reading: Reading,
    owners: Owners,
    more: { vocabulary: Vocabulary; background: (stage: Stage) => string },
  ) {
    this.#reading = reading;
    this.#owners = owners;
    this.#vocabulary = more.vocabulary;
    this.#background = more.background;
  }

  convert(): void {
    for (const relation of this.#vocabulary.relations) {
      for (const edge of this.#reading.edges(relation.name)) this.#relation(relation, edge);
    }
    for (const label of this.#vocabulary.labels.filter(({ happens }) => happens)) {
      for (const node of this.#all(label.name)) this.#happens(node);
    }
    for (const predicate of this.#vocabulary.values) {
      const told = this.#claimed(predicate);
      this.#untold(predicate, told);
    }
  }

  #all(label: string) {
    return [...this.#reading.last.nodes.values()].filter(({ labels }) => labels.includes(label));
  }

  #relation({ name, qualifiers }: RelationPredicate, edge: OldEdge): void {
    const { a, b, properties } = edge;
    const told = Array.isArray(properties.claims) ? properties.claims.map(String) : [];
    const claims = told.flatMap((id) => this.#reading.claims.get(id) ?? []);
    const cells = Object.fromEntries(qualifiers.map((one) => [one.name, properties[one.name]]));
    const fact = { subject: a, predicate: name, object: b, ...cells };
    for (const claim of claims) {
      const basis = textOf(properties, 'basis') ?? 'STATED';
      this.#say(claim, 'relations', { cells: { ...fact, basis }, uses: [a, b] });
      for (const end of [a, b]) this.#carried.set(end, [...(this.#carried.get(end) ?? []), claim.id]);
    }
    const stage = this.#reading.stages.find(
      ({ snapshot, before }) => has(snapshot.edges, edge) && !has(before.edges, edge),
    );
    if (claims.length === 0 && stage && properties.fact === undefined) {
      const owner = this.#background(stage);
      this.#owners.add(owner, 'background relations', { ...fact, basis: 'BACKGROUND' });
      this.#owners.use(owner, [a, b]);
    }
  }

  /** A denial that gives a value denies the value; that the thing happens, only where nobody says anything else of the thing. */
  #happens({ id, properties }: OldNode): void {
    const about = this.#reading.claimsAbout(id);
    const onIt = about.filter((claim) => affirms(claim) || claim.properties.property === undefined);
    const others = this.#carriers(id);
    const isTold = properties.fact !== undefined;
    const rest = isTold ? [] : [others.filter(affirms), about, others];
    const told = [onIt, ...rest].find((claims) => claims.length > 0) ?? [];
    for (const claim of told) {
      const basis = textOf(claim.properties, 'basis');
      this.#say(claim, HAPPENS, { cells: { subject: id, predicate: HAPPENS, basis }, uses: [id] });
    }
  }

  /** The claims on relationships of a thing. */
  #carriers(id: string): readonly OldClaim[] {
    return [...new Set(this.#carried.get(id) ?? [])].flatMap(
      (claim) => this.#reading.claims.get(claim) ?? [],
    );
  }

  #say(claim: OldClaim, form: string, { cells, uses }: Said): void {
    this.#owners.add(claim.article, form, { claim: claim.id, ...cells });
    this.#owners.use(claim.article, uses);
  }

  /** Values that claims give; of what is given without one, the rest of the keys is left. */
  #claimed(predicate: ValuePredicate): ReadonlySet<string> {
    const told = new Set<string>();
    for (const claim of this.#reading.claims.values()) {
      const { property, value } = claim.properties;
      if (property !== predicate.name || value == null || value === '') continue;
      for (const id of this.#meant(claim, predicate, String(value))) {
        told.add(`${id}|${value}`);
        this.#value(predicate, { id, value: String(value), claim });
      }
    }
    return told;
  }

  /** Of all that a claim with a value is about, what it gives the value of: what has it, else what has another, else all. */
  #meant(claim: OldClaim, { name, labels }: ValuePredicate, value: string): readonly string[] {
    const able = claim.about.filter((id) => labels.includes(this.#reading.labelOf(id)?.name ?? ''));
    const having = (test: (given: string) => boolean) =>
      able.filter((id) =>
        this.#reading.stages.some(({ snapshot }) => {
          const given = snapshot.nodes.get(id)?.properties[name];
          return given != null && test(String(given));
        }),
      );
    const same = having((given) => given === value);
    if (same.length > 0) return same;
    const other = having(() => true);
    return other.length > 0 ? other : able;
  }

  /** Values of nodes that no claim gives. */
  #untold(predicate: ValuePredicate, told: ReadonlySet<string>): void {
    const done = new Set(told);
    for (const stage of this.#reading.stages) {
      for (const { id, labels, properties } of stage.snapshot.nodes.values()) {
        const value = properties[predicate.name];
        const was = stage.before.nodes.get(id)?.properties[predicate.name];
        if (
          value == null ||
          value === '' ||
          value === was ||
          !labels.some((label) => predicate.labels.includes(label))
        )
          continue;
        if (done.has(`${id}|${value}`)) continue;
        done.add(`${id}|${value}`);
        const claim = this.#teller(id, stage);
        this.#value(predicate, { id, value: String(value), stage, ...(claim && { claim }) });
      }
    }
  }

  /** The claim of the stage that tells of a thing at all, and most likely of its values. */
  #teller(id: string, stage: Stage): OldClaim | undefined {
    const articles = this.#reading.articlesOf(stage);
    const about = [...this.#reading.claimsAbout(id), ...this.#carriers(id)].filter(affirms);
    const own = about.filter(({ article }) => articles.includes(article));
    const bare = own.filter(({ properties }) => properties.property === undefined);
    return bare[0] ?? own[0] ?? about[0];
  }

  #value(
    predicate: ValuePredicate,
    { id, value, claim, stage }: { id: string; value: string; claim?: OldClaim; stage?: Stage },
  ): void {
    const isDate = predicate.rule === 'DATE';
    const more = isDate ? this.#dateParts(predicate.name, id, value) : {};
    const basis = textOf(claim?.properties ?? {}, 'basis') ?? 'STATED';
    const written = isDate ? (dateCells(value)?.value ?? value) : value;
    const cells = { subject: id, predicate: predicate.name, value: written, basis, ...more };
    const form = isDate ? 'dates' : 'values';
    if (claim) this.#say(claim, form, { cells, uses: [id] });
    if (claim || !stage) return;
    const owner = this.#background(stage);
    this.#owners.add(owner, `background ${form}`, { ...cells, basis: 'BACKGROUND' });
    this.#owners.use(owner, [id]);
  }

  /** What the node told of a date while it had it: its words, its basis, and days that are narrower than it. */
  #dateParts(name: string, id: string, value: string): LooseCells {
    const told = this.#reading.stages
      .map(({ snapshot }) => snapshot.nodes.get(id)?.properties ?? {})
      .find((properties: Properties) => properties[name] === value);
    if (!told) return {};
    const own = dateCells(value);
    const narrower = (bound: string | undefined, of: string | undefined) =>
      bound !== of ? bound : undefined;
    return {
      ...(textOf(told, `${name}Basis`) && { basis: textOf(told, `${name}Basis`) }),
      text: textOf(told, `${name}Text`),
      earliest: own && narrower(textOf(told, `${name}Min`), own.earliest),
      latest: own && narrower(textOf(told, `${name}Max`), own.latest),
    };
  }
}

const has = (edges: readonly OldEdge[], { a, type, b, properties }: OldEdge): boolean =>
  edges.some(
    (one) =>
      one.a === a &&
      one.type === type &&
      one.b === b &&
      one.properties.role === properties.role &&
      one.properties.title === properties.title,
  );
