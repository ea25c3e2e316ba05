import { liesIn } from './days.ts';
import {
  type Graph,
  type GraphNode,
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

const statedBy = (claims: readonly GraphNode[]) =>
  inOrder(claims.flatMap((claim) => outgoing(claim, 'STATED_IN', 'Sentence')));

/** The sentences that speak of an entity. */
export function statedAbout(entity: GraphNode): readonly Relationship[] {
  return statedBy(incoming(entity, 'ABOUT', 'Claim').map((r) => r.start));
}

/** The sentences that give a date of an event: this one, or a finer one that lies in it. */
export function statedFor(event: GraphNode, property: string, edtf: string): readonly Relationship[] {
  const claims = incoming(event, 'ABOUT', 'Claim').map((r) => r.start);
  const giving = claims.filter(({ properties: { property: given, status, value } }) => {
    return given === property && status !== 'DENIED' && typeof value === 'string' && liesIn(value, edtf);
  });
  return statedBy(giving);
}

/** The sentences of one claim. */
export const statedIn = (claim: GraphNode): readonly Relationship[] => statedBy([claim]);

/** The sentences behind a relationship, which lists its claims. */
export function statedOf(graph: Graph, join: Properties): readonly Relationship[] {
  const ids = Array.isArray(join.claims) ? (join.claims as string[]) : [];
  return statedBy(ids.flatMap((id) => graph.byId.get(id) ?? []));
}

/** A part of the article's text, cut out of the sentence that holds it; null where the text is not loaded. */
export function quote(sentence: GraphNode, { start, end }: Properties): string | null {
  const whole = sentence.properties.text;
  if (typeof whole !== 'string') return null;
  const offset = Number(sentence.properties.start);
  return [...whole].slice(Number(start) - offset, Number(end) - offset).join('');
}
