import { STATUSES } from './asof.ts';
import { liesIn, overlaps } from './days.ts';
import { type Graph, type GraphNode, idOf, incoming, outgoing, type Properties } from './graph.ts';
import { ordered } from './order.ts';

/** How far independent sources agree on a fact. */
export type Agreement = {
  readonly verdict: 'AGREED' | 'DISPUTED' | 'SINGLE_SOURCE' | null;
  readonly articles: number;
  readonly sources: number;
  readonly contradicting: readonly GraphNode[];
};

const stands = (claim: GraphNode): boolean => claim.properties.rank !== 'DEPRECATED';
const denies = (claim: GraphNode): boolean => claim.properties.status === 'DENIED';

function articlesOf(claim: GraphNode): ReadonlySet<GraphNode> {
  const sentences = outgoing(claim, 'STATED_IN', 'Sentence').map((r) => r.end);
  return new Set(sentences.flatMap((one) => outgoing(one, 'IN_ARTICLE', 'Article').map((r) => r.end)));
}

/** Whom a claim is attributed to. */
const sourcesOf = (claim: GraphNode): readonly string[] =>
  claim.out.filter((r) => r.type === 'ATTRIBUTED_TO').map((r) => idOf(r.end));

/** Whom an article stands for: if it merely quotes, for all whom it quotes; else for its byline. */
function reportOf(article: GraphNode, claims: readonly GraphNode[]): ReadonlySet<unknown> {
  const quoted = claims.map(sourcesOf);
  const says = quoted.some((sources) => sources.length === 0);
  return new Set(says ? [article.properties.byline ?? idOf(article)] : quoted.flat());
}

/** How many reports have nobody in common, those with fewest sources taken first. */
function countApart(reports: readonly ReadonlySet<unknown>[]): number {
  const heard = new Set<unknown>();
  let count = 0;
  for (const report of reports) {
    if ([...report].some((source) => heard.has(source))) continue;
    for (const source of report) heard.add(source);
    count += 1;
  }
  return count;
}

function agree(saying: readonly GraphNode[], against: readonly GraphNode[]): Agreement {
  const counted = [...new Set(saying)].filter((claim) => stands(claim) && !denies(claim));
  const articles = new Set(counted.flatMap((claim) => [...articlesOf(claim)]));
  const reports = [...articles].map((article) => ({
    article,
    report: reportOf(
      article,
      counted.filter((claim) => articlesOf(claim).has(article)),
    ),
  }));
  const inOrder = ordered(reports, ({ article, report }) => [report.size, idOf(article)]);
  const sources = countApart(inOrder.map(({ report }) => report));
  const contradicting = ordered([...new Set(against)], (claim) => [idOf(claim)]);
  const told = sources > 1 ? 'AGREED' : sources === 1 ? 'SINGLE_SOURCE' : null;
  return {
    verdict: contradicting.length > 0 ? 'DISPUTED' : told,
    articles: articles.size,
    sources,
    contradicting,
  };
}

const aboutOf = (entity: GraphNode): readonly GraphNode[] =>
  incoming(entity, 'ABOUT', 'Claim').map((r) => r.start);

const opposedTo = (claim: GraphNode): readonly GraphNode[] => [
  ...outgoing(claim, 'CONTRADICTS', 'Claim').map((r) => r.end),
  ...incoming(claim, 'CONTRADICTS', 'Claim').map((r) => r.start),
];

/** Whether a claim says that an event is at least as sure as it is shown; of what has no status, each does. */
function asSure({ properties: { status } }: GraphNode, claim: GraphNode): boolean {
  const shown = STATUSES.indexOf(status);
  return shown === -1 || STATUSES.indexOf(claim.properties.status) <= shown;
}

/** On an entity: claims about it that contradict each other, or deny the whole of it, stand against it. */
export function agreementOn(entity: GraphNode): Agreement {
  const claims = aboutOf(entity);
  const against = claims.filter((claim) => {
    if (!stands(claim)) return false;
    if (denies(claim) && (claim.properties.property ?? null) === null) return true;
    return opposedTo(claim).some((other) => stands(other) && claims.includes(other));
  });
  const saying = claims.filter((claim) => asSure(entity, claim));
  return agree(saying, against);
}

/** On a relationship: its denials, and what contradicts its claims, stand against it. */
export function agreementOf(graph: Graph, join: Properties): Agreement {
  const ids = Array.isArray(join.claims) ? (join.claims as string[]) : [];
  const claims = ids.flatMap((id) => graph.byId.get(id) ?? []);
  const against = claims.filter(stands).flatMap((claim) => {
    const others = opposedTo(claim).filter(stands);
    return denies(claim) ? [...others, claim] : others;
  });
  return agree(claims, against);
}

/** On a date: claims of one that has no day in common with it, or that deny this one, stand against it. */
export function agreementOnDate(event: GraphNode, property: string, edtf: string): Agreement {
  const claims = aboutOf(event).filter((claim) => claim.properties.property === property);
  const given = claims.flatMap((claim) => {
    const { value } = claim.properties;
    return typeof value === 'string' ? [{ claim, value }] : [];
  });
  const saying = given.filter(({ claim, value }) => !denies(claim) && liesIn(value, edtf));
  const against = given.filter(({ claim, value }) =>
    denies(claim) ? liesIn(edtf, value) : !overlaps(value, edtf),
  );
  return agree(
    saying.map(({ claim }) => claim),
    against.map(({ claim }) => claim).filter(stands),
  );
}
