import {
  type GraphNode,
  has,
  idOf,
  incoming,
  outgoing,
  type Properties,
  type Relationship,
} from './graph.ts';
import { ordered } from './order.ts';

/** Statements in their natural order: by claim, by place of the sentence, by start of the span. */
function inOrder(statements: readonly Relationship[]): readonly Relationship[] {
  return ordered(statements, (r) => [idOf(r.start), r.end.properties.seq, r.properties.start]);
}

/** The sentences that claims are drawn from. */
export function statedBy(claims: Iterable<GraphNode>): readonly Relationship[] {
  return inOrder([...new Set(claims)].flatMap((claim) => outgoing(claim, 'STATED_IN', 'Sentence')));
}

const denies = (claim: GraphNode): boolean => claim.properties.status === 'DENIED';

const isLive = ({ properties }: Relationship): boolean => properties.live === true;

const said = (fact: GraphNode): readonly Relationship[] => incoming(fact, 'SAYS', 'Claim');

/** The claims that say a fact, deny it, or took back what they said of it. */
export const claimsFor = (fact: GraphNode): readonly GraphNode[] =>
  said(fact).flatMap((r) => (isLive(r) && !denies(r.start) ? [r.start] : []));
export const claimsAgainst = (fact: GraphNode): readonly GraphNode[] =>
  said(fact).flatMap((r) => (isLive(r) && denies(r.start) ? [r.start] : []));
export const claimsWithdrawn = (fact: GraphNode): readonly GraphNode[] =>
  said(fact).flatMap((r) => (isLive(r) ? [] : [r.start]));

/** The facts that have a thing as subject or object. */
export function factsOf(thing: GraphNode): readonly GraphNode[] {
  const ends = thing.in.filter((r) => r.type === 'SUBJECT' || r.type === 'OBJECT');
  return [...new Set(ends.map((r) => r.start))];
}

/** The claims that say a fact of a thing, whatever became of it, or speak of it otherwise. */
export function claimsAbout(thing: GraphNode): readonly GraphNode[] {
  const otherwise = incoming(thing, 'ABOUT', 'Claim').map((r) => r.start);
  const saying = factsOf(thing).flatMap((fact) => said(fact).map((r) => r.start));
  return [...new Set([...saying, ...otherwise])];
}

/** The things that a claim is about. */
export function thingsOf(claim: GraphNode): readonly GraphNode[] {
  const facts = outgoing(claim, 'SAYS', 'Fact').map((r) => r.end);
  const ends = facts.flatMap((fact) => fact.out.filter((r) => r.type === 'SUBJECT' || r.type === 'OBJECT'));
  return [...new Set([...ends, ...outgoing(claim, 'ABOUT', 'Entity')].map((r) => r.end))];
}

/** The fact that a thing takes place; nothing of what does not. */
export function happeningOf(thing: GraphNode): GraphNode | undefined {
  const facts = incoming(thing, 'SUBJECT', 'Fact').map((r) => r.start);
  return facts.find(({ properties }) => properties.form === 'HAPPENS');
}

/** The sentences that say that a thing takes place; of what does not, all that speak of it. */
export function statedOf(thing: GraphNode): readonly Relationship[] {
  if (!has(thing, 'Event') && !has(thing, 'Gift')) return statedBy(claimsAbout(thing));
  const happens = happeningOf(thing);
  return happens ? statedBy(claimsFor(happens)) : [];
}

/** What sources make of a fact. */
export function agreementOf(fact: GraphNode | undefined): GraphNode | null {
  return fact?.out.find((r) => r.type === 'HAS_AGREEMENT')?.end ?? null;
}

/** A part of the article's text, cut out of the sentence that holds it; null where the text is not loaded. */
export function quote(sentence: GraphNode, { start, end }: Properties): string | null {
  const whole = sentence.properties.text;
  if (typeof whole !== 'string') return null;
  const offset = Number(sentence.properties.start);
  return [...whole].slice(Number(start) - offset, Number(end) - offset).join('');
}
