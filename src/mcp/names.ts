import { gql } from 'graphql-tag';
import type { Answered } from '../graphql/execute.ts';
import { askOwn, type McpParts } from './ask.ts';

/** Notes that keep a wrong guess, and silence taken for a denial, out of what a model answers. */

/** What the names of a question were taken for, as far as there is something to mind. */
export function notesOn({ extensions }: Answered): readonly string[] {
  return (extensions?.names ?? []).flatMap(({ note }) => note ?? []);
}

const COVERAGE = gql`query Coverage {
  articles(orderBy: [{ publishedOn: DESC }], first: 1) { totalCount nodes { publishedOn } }
}`;

type Coverage = {
  readonly articles: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly publishedOn: string }[];
  };
};

/** What an empty list means, where all names were understood: that nothing is recorded, in so many articles. */
export async function noteOnNone(parts: McpParts, what: string): Promise<string> {
  const { articles } = (await askOwn(parts, COVERAGE, {})).data as Coverage;
  const [last] = articles.nodes;
  const read = `${articles.totalCount} ${articles.totalCount === 1 ? 'article' : 'articles'} read here`;
  const until = last ? `, the last of ${last.publishedOn},` : '';
  return `All names were understood, and the ${read}${until} record no such ${what}. Answer that it is not stated in them, not that there was none.`;
}
