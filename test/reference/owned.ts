import {
  type Graph,
  type GraphNode,
  has,
  idOf,
  incoming,
  outgoing,
  type Properties,
  typeOf,
} from './graph.ts';

/**
 * What owners wrote, picked out of a dumped graph. Nothing that was derived is read: of a node that several owners share
 * only what its id says, of a relationship only what stands in the owner's row.
 *
 *   article:a  declares  gift:bell {name: 'Bell'}
 *   claim:a:F1 (of article:a, OCCURRED)  says  fact:gift:bell|quantity|10 {basis: 'STATED'}
 *   ledger:desk  judges  WITHDRAWS claim:a:F1 on 2031-05-03
 */
export type Owned = {
  readonly owners: readonly Owner[];
  readonly declarations: readonly Declaration[];
  readonly sentences: readonly OwnedNode[];
  readonly claims: readonly Claim[];
  readonly facts: readonly Fact[];
  readonly sayings: readonly Saying[];
  readonly judgements: readonly Judgement[];
  readonly mentions: readonly Mention[];
};

/** `day`: when it was published; of background and ledgers the empty text, which is before every day. */
export type Owner = OwnedNode & { readonly kind: 'Article' | 'Background' | 'Ledger'; readonly day: string };

export type OwnedNode = { readonly id: string; readonly owner: string; readonly properties: Properties };

export type Declaration = {
  readonly owner: Owner;
  readonly thing: string;
  readonly label: string;
  readonly properties: Properties;
};

/** `sources` are whom it is attributed to, `about` what it speaks of besides its facts; `day` is that of its article. */
export type Claim = OwnedNode & {
  readonly day: string;
  readonly byline: string;
  readonly status: string;
  readonly sources: readonly Link[];
  readonly about: readonly string[];
  readonly spans: readonly Link[];
};

/** What leads from a claim to a thing or a sentence. */
export type Link = { readonly to: string; readonly properties: Properties };

/** What is said, whoever says it: `object` of relations, `value` of values. */
export type Fact = {
  readonly id: string;
  readonly form: 'RELATION' | 'VALUE' | 'HAPPENS';
  readonly predicate: string;
  readonly subject: string;
  readonly object: string | null;
  readonly value: string | null;
  readonly properties: Properties;
};

/** That a claim, or background knowledge (`claim` null), says a fact. */
export type Saying = {
  readonly claim: Claim | null;
  readonly owner: Owner;
  readonly fact: string;
  readonly properties: Properties;
};

export type Judgement = OwnedNode & {
  readonly kind: string;
  readonly target: string;
  readonly other: string | null;
  readonly by: string | null;
  readonly on: string;
  readonly predicate: string | null;
};

export type Mention = {
  readonly sentence: string;
  readonly owner: string;
  readonly day: string;
  readonly thing: string;
  readonly properties: Properties;
};

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A link to a thing that counts as another leads to that one, and tells by `via` which its owner wrote. */
const linksOf = (node: GraphNode, type: string, label: string): readonly Link[] =>
  outgoing(node, type, label).map(({ end, properties }) => ({
    to: text(properties.via) ?? idOf(end),
    properties,
  }));

const endOf = (fact: GraphNode, type: string): string | null => linksOf(fact, type, 'Entity')[0]?.to ?? null;

function ownerOf(node: GraphNode): Owner {
  const kind = has(node, 'Article') ? 'Article' : has(node, 'Ledger') ? 'Ledger' : 'Background';
  const id = idOf(node);
  return { id, owner: id, kind, day: text(node.properties.publishedOn) ?? '', properties: node.properties };
}

function claimOf(node: GraphNode, { id, day, properties }: Owner): Claim {
  return {
    id: idOf(node),
    owner: id,
    day,
    byline: text(properties.byline) ?? id,
    status: String(node.properties.status),
    properties: node.properties,
    sources: linksOf(node, 'ATTRIBUTED_TO', 'Entity'),
    about: linksOf(node, 'ABOUT', 'Entity').map(({ to }) => to),
    spans: linksOf(node, 'STATED_IN', 'Sentence'),
  };
}

function factOf(node: GraphNode): Fact {
  const { form, predicate, value } = node.properties;
  return {
    id: idOf(node),
    form: form as Fact['form'],
    predicate: String(predicate),
    subject: endOf(node, 'SUBJECT') ?? '',
    object: endOf(node, 'OBJECT'),
    value: text(value),
    properties: node.properties,
  };
}

function judgementOf(node: GraphNode): Judgement {
  const { kind, target, other, by, on, predicate, owner } = node.properties;
  return {
    id: idOf(node),
    owner: String(owner),
    kind: String(kind),
    target: String(target),
    other: text(other),
    by: text(by),
    on: String(on),
    predicate: text(predicate),
    properties: node.properties,
  };
}

/** A thing's label is the prefix of its id on the node that all its owners share. */
function declarationsOf(node: GraphNode, owner: Owner): readonly Declaration[] {
  return outgoing(node, 'DECLARES', 'Entity').map(({ end, properties }) => {
    return { owner, thing: idOf(end), label: typeOf(end), properties };
  });
}

/** A saying that derive repeats on the fact that another counts as tells so by `via`. */
function sayingsOf(node: GraphNode, owner: Owner, claim: Claim | null): readonly Saying[] {
  return outgoing(node, 'SAYS', 'Fact')
    .filter(({ properties }) => (properties.via ?? null) === null)
    .map(({ end, properties }) => ({ claim, owner, fact: idOf(end), properties }));
}

const sentencesOf = (article: GraphNode): readonly GraphNode[] =>
  incoming(article, 'IN_ARTICLE', 'Sentence').map((r) => r.start);

function mentionsIn(sentence: GraphNode, { id: owner, day }: Owner): readonly Mention[] {
  return linksOf(sentence, 'MENTIONS', 'Entity').map(({ to, properties }) => {
    return { sentence: idOf(sentence), owner, day, thing: to, properties };
  });
}

/** Picks what owners wrote. */
export function ownedIn({ nodes }: Graph): Owned {
  const of = (label: string) => nodes.filter((node) => has(node, label));
  const owners = of('Owner').map((node) => ({ node, owner: ownerOf(node) }));
  const byId = new Map(owners.map(({ owner }) => [owner.id, owner]));
  const claims = of('Claim').map((node) => {
    const owner = byId.get(String(node.properties.owner));
    if (!owner) throw new Error(`${idOf(node)} has no owner`);
    return { node, owner, claim: claimOf(node, owner) };
  });
  const sayings = [
    ...owners.flatMap(({ node, owner }) => sayingsOf(node, owner, null)),
    ...claims.flatMap(({ node, owner, claim }) => sayingsOf(node, owner, claim)),
  ];
  const said = new Set(sayings.map(({ fact }) => fact));
  const sentences = owners.flatMap(({ node, owner }) =>
    sentencesOf(node).map((sentence) => ({ sentence, owner })),
  );
  return {
    owners: owners.map(({ owner }) => owner),
    declarations: owners.flatMap(({ node, owner }) => declarationsOf(node, owner)),
    sentences: sentences.map(({ sentence, owner }) => ({
      id: idOf(sentence),
      owner: owner.id,
      properties: sentence.properties,
    })),
    claims: claims.map(({ claim }) => claim),
    facts: of('Fact')
      .filter((node) => said.has(idOf(node)))
      .map(factOf),
    sayings,
    judgements: of('Judgement').map(judgementOf),
    mentions: sentences.flatMap(({ sentence, owner }) => mentionsIn(sentence, owner)),
  };
}

/** That two ids mean one thing, and that a judgement was none, is no news of a day: it is so on all. */
const ALWAYS = ['SAME_AS', 'NOT_SAME_AS', 'REVOKES'];

/** What of all this had been written by a day: by owners published by then, and judgements of that day or before. */
export function ownedBy(owned: Owned, day: string): Owned {
  const owners = owned.owners.filter((owner) => owner.day <= day);
  const ids = new Set(owners.map(({ id }) => id));
  const kept = <T extends { readonly owner: string }>(all: readonly T[]) =>
    all.filter(({ owner }) => ids.has(owner));
  const sayings = owned.sayings.filter(({ owner }) => ids.has(owner.id));
  const said = new Set(sayings.map(({ fact }) => fact));
  return {
    owners,
    declarations: owned.declarations.filter(({ owner }) => ids.has(owner.id)),
    sentences: kept(owned.sentences),
    claims: kept(owned.claims),
    facts: owned.facts.filter(({ id }) => said.has(id)),
    sayings,
    judgements: kept(owned.judgements).filter(({ kind, on }) => on <= day || ALWAYS.includes(kind)),
    mentions: kept(owned.mentions),
  };
}
