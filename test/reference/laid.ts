import type { Derived } from './derive.ts';
import type { Graph, GraphNode, Properties, Relationship } from './graph.ts';
import type { Claim } from './owned.ts';
import type { Weighed } from './verdicts.ts';

/**
 * What was derived on a day, laid out as the graph that questions are asked of:
 *
 *   (:Claim)-[:SAYS {live}]->(:Fact {status, holds …})-[:SUBJECT]->(:Entity {name, date, quantity …})
 *   (:Fact)-[:HAS_AGREEMENT]->(:Agreement {verdict, articles, sources})-[:CONTRADICTED_BY]->(:Claim)
 *   (:Entity)-[:GAVE {fact}]->(:Entity), where the fact holds
 */
class Layout {
  readonly nodes: GraphNode[] = [];
  readonly relationships: Relationship[] = [];
  readonly #byId = new Map<string, GraphNode>();

  node(labels: readonly string[], properties: Properties): GraphNode {
    const made = { labels, properties, out: [], in: [] };
    this.nodes.push(made);
    if (typeof properties.id === 'string') this.#byId.set(properties.id, made);
    return made;
  }

  /** Joins two nodes, where both are there. */
  join(
    type: string,
    [from, to]: readonly [string | GraphNode, string | GraphNode],
    properties: Properties = {},
  ): void {
    const [start, end] = [from, to].map((one) => (typeof one === 'string' ? this.#byId.get(one) : one));
    if (!start || !end) return;
    const made = { type, start, end, properties };
    this.relationships.push(made);
    start.out.push(made);
    end.in.push(made);
  }

  /** What is found by another id too, where it is there. */
  alias(id: string, of: string): void {
    const node = this.#byId.get(of);
    if (node) this.#byId.set(id, node);
  }

  graph(): Graph {
    return { nodes: this.nodes, relationships: this.relationships, byId: this.#byId };
  }
}

/** Values of these are numbers on the thing that has them. */
const NUMBERS = ['quantity', 'ordinal'];

/** What a thing is like: its status, and the chosen value of each of its properties. */
function stateOf(id: string, { facts }: Derived): Properties {
  const values = [...facts.values()].filter(({ fact, chosen }) => chosen && fact.subject === id);
  const happens = facts.get(`fact:${id}|happens`);
  return {
    status: happens?.status ?? null,
    happensFact: happens?.fact.id ?? null,
    ...Object.fromEntries(
      values.flatMap(({ fact: { id: told, predicate, value } }) => [
        [predicate, NUMBERS.includes(predicate) ? Number(value) : value],
        [`${predicate}Fact`, told],
      ]),
    ),
  };
}

const lastDay = ({ saying }: Weighed): string | null =>
  saying
    .flatMap(({ claim }) => claim?.day ?? [])
    .sort()
    .at(-1) ?? null;

function factProperties(weighed: Weighed): Properties {
  const { fact, status, holds, basis, reportedOn, withdrawnOn, refinedBy, earliest, latest, text } = weighed;
  const { id, form, predicate, value, properties } = fact;
  const { role, title, precision, words, start, startInexact, end, endInexact } = properties;
  const { uncertain, approximate } = properties;
  const date = { precision, words, start, startInexact, end, endInexact, uncertain, approximate };
  const told = { status, holds, basis, reportedOn, withdrawnOn, refinedBy, earliest, latest, text };
  return { id, form, predicate, value, role, title, ...date, ...told, lastReportedOn: lastDay(weighed) };
}

function layFact(layout: Layout, weighed: Weighed): void {
  const { fact, verdict, articles, sources, contradicting, holds } = weighed;
  const properties = factProperties(weighed);
  const node = layout.node(['Fact'], properties);
  layout.join('SUBJECT', [node, fact.subject]);
  layout.join('OBJECT', [node, fact.object ?? '']);
  const agreement = layout.node(['Agreement'], { verdict, articles, sources });
  layout.join('HAS_AGREEMENT', [node, agreement]);
  for (const { id } of contradicting) layout.join('CONTRADICTED_BY', [agreement, id]);
  for (const said of [...weighed.saying, ...weighed.denying, ...weighed.withdrawn]) {
    layout.join('SAYS', [said.claim?.id ?? '', node], { live: said.withdrawnOn === null });
  }
  if (holds && fact.object !== null)
    layout.join(fact.predicate, [fact.subject, fact.object], { ...properties, fact: fact.id });
}

function claimProperties(claim: Claim, { judgements }: Derived): Properties {
  const withdrawnOn = judgements.withdrawnOn(claim);
  const preferred = judgements.preferredOn(claim) !== null ? 'PREFERRED' : 'NORMAL';
  return { ...claim.properties, withdrawnOn, rank: withdrawnOn === null ? preferred : 'DEPRECATED' };
}

function layTexts(layout: Layout, derived: Derived): void {
  const { owners, sentences, claims, mentions } = derived.owned;
  for (const { kind, properties } of owners) if (kind === 'Article') layout.node(['Article'], properties);
  for (const { id, owner, properties } of sentences) {
    layout.node(['Sentence'], properties);
    layout.join('IN_ARTICLE', [id, owner]);
  }
  for (const claim of claims) {
    layout.node(['Claim'], claimProperties(claim, derived));
    for (const { to, properties } of claim.spans) layout.join('STATED_IN', [claim.id, to], properties);
    for (const { to, properties } of claim.sources)
      layout.join('ATTRIBUTED_TO', [claim.id, derived.same(to)], properties);
    for (const id of claim.about) layout.join('ABOUT', [claim.id, derived.same(id)]);
  }
  for (const { sentence, thing, properties } of mentions)
    layout.join('MENTIONS', [sentence, derived.same(thing)], properties);
}

/** Lays out what was derived on a day. */
export function layOut(derived: Derived): Graph {
  const layout = new Layout();
  for (const { id, label, properties } of derived.things.values()) {
    const name = properties.name ?? id;
    layout.node(['Entity', label], { ...properties, name, ...stateOf(id, derived), id });
  }
  layTexts(layout, derived);
  for (const weighed of derived.facts.values()) layFact(layout, weighed);
  for (const { kind, by, target } of derived.judgements.of('RETRACTS', 'CORRECTS', 'CONTRADICTS'))
    layout.join(kind, [by ?? '', target]);
  for (const [id, other] of derived.merged) layout.alias(id, other);
  return layout.graph();
}
