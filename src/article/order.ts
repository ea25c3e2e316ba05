import type { Article, Claim, ClaimSource, Mention, Place, Spot } from './article.ts';
import { sortFacts } from './fact-line.ts';
import type { Grammar } from './grammar.ts';

/**
 * The one order of an article, so that its file, its script and the graph give the same one back: things by type and id,
 * mentions and evidence as they stand in the text, claims by number, sources by id, facts by subject.
 */

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byPlace = (article: Article): ((a: Place, b: Place) => number) => {
  const seq = new Map(article.sentences.map(({ n }, at) => [n, at]));
  return (a, b) =>
    (seq.get(a.sentence) ?? 0) - (seq.get(b.sentence) ?? 0) || a.start - b.start || b.end - a.end;
};

function orderedClaim(claim: Claim, article: Article, grammar: Grammar): Claim {
  const byEntity = (a: ClaimSource | Claim['about'][number], b: { readonly entity: string }) =>
    compare(a.entity, b.entity);
  return {
    ...claim,
    evidence: [...claim.evidence].sort(byPlace(article)),
    sources: [...claim.sources].sort(byEntity),
    about: [...claim.about].sort(byEntity),
    facts: sortFacts(claim.facts, grammar),
    judgements: [...claim.judgements].sort((a, b) =>
      compare(`${a.cells.kind} ${a.cells.target}`, `${b.cells.kind} ${b.cells.target}`),
    ),
  };
}

/** The article in its order. */
export function ordered(article: Article, grammar: Grammar): Article {
  const rank = (id: string) => grammar.labels.findIndex(({ prefix }) => id.startsWith(`${prefix}:`));
  const inText = byPlace(article);
  const byMention = (a: Mention, b: Mention) => inText(a, b) || compare(a.entity, b.entity);
  return {
    ...article,
    things: [...article.things].sort((a, b) => rank(a.id) - rank(b.id) || compare(a.id, b.id)),
    mentions: [...article.mentions].sort(byMention),
    claims: [...article.claims]
      .sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)) || compare(a.id, b.id))
      .map((claim) => orderedClaim(claim, article, grammar)),
  };
}

/** Every thing that an article declares or speaks of, with where it is first named. */
export function namedThings({ things, mentions, claims }: Article): ReadonlyMap<string, Spot> {
  const found = new Map<string, Spot>();
  const use = (id: unknown, spot: Spot) => {
    if (typeof id === 'string' && !found.has(id)) found.set(id, spot);
  };
  for (const { id, spot } of things) use(id, spot);
  for (const { entity, spot } of mentions) use(entity, spot);
  for (const { facts, about, sources } of claims) {
    for (const { cells, spot } of facts) for (const id of [cells.subject, cells.object]) use(id, spot);
    for (const { entity, spot } of [...about, ...sources]) use(entity, spot);
  }
  return found;
}
