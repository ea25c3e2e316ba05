import { ordered } from './order.ts';
import type { Claim } from './owned.ts';
import type { Sameness } from './sameness.ts';

/** How many articles say something, and how many independent sources these are. */
export type Told = { readonly articles: number; readonly sources: number };

/** Whom an article stands for: where it only quotes, for all whom it quotes; else for its byline. */
function reportOf(claims: readonly Claim[], same: Sameness): ReadonlySet<string> {
  const speaksItself = claims.find(({ sources }) => sources.length === 0);
  if (speaksItself) return new Set([`byline ${speaksItself.byline}`]);
  return new Set(claims.flatMap(({ sources }) => sources.map(({ to }) => same(to))));
}

/** Counts the sources of claims: reports that have nobody in common, those of fewest sources first. */
export function toldBy(claims: readonly Claim[], same: Sameness): Told {
  const articles = [...new Set(claims.map(({ owner }) => owner))];
  const reports = articles.map((article) => ({
    article,
    report: reportOf(
      claims.filter(({ owner }) => owner === article),
      same,
    ),
  }));
  const heard = new Set<string>();
  let sources = 0;
  for (const { report } of ordered(reports, (one) => [one.report.size, one.article])) {
    if ([...report].some((source) => heard.has(source))) continue;
    for (const source of report) heard.add(source);
    sources += 1;
  }
  return { articles: articles.length, sources };
}
