import type { Article, Claim, Fact, Spot } from '../../article/article.ts';
import type { CorpusArticle } from '../../article/folder.ts';
import type { Grammar } from '../../article/grammar.ts';
import type { Findings } from '../../article/source.ts';
import type { ArticleText } from '../../article/text.ts';
import type { Elsewhere, Known } from '../known.ts';

/** What a check of one article stands on. */
export type Checking = {
  readonly article: Article;
  readonly source: CorpusArticle;
  readonly grammar: Grammar;
  /** What the corpus and the layers below it declare and say. */
  readonly known: Known;
  /** The same without what this article says. */
  readonly elsewhere: Elsewhere;
  readonly findings: Findings;
  /** The text of the article, where it is at hand. */
  readonly text?: ArticleText | undefined;
};

/** Every fact of an article with its claim. */
export function factsOf({ claims }: Article): readonly { readonly claim: Claim; readonly fact: Fact }[] {
  return claims.flatMap((claim) => claim.facts.map((fact) => ({ claim, fact })));
}

/** Where a part of the head stands. */
export function headSpot({ headSpots }: Article, key: string): Spot {
  return headSpots.get(key) ?? headSpots.get('key') ?? { line: 1, column: 1 };
}

/** The things at the ends of a fact. */
export function endsOf({ cells }: Fact): readonly string[] {
  return [cells.subject, cells.object].flatMap((id) => (id === undefined ? [] : [String(id)]));
}

/** The name by which an id is told. */
export function nameOf({ article, elsewhere }: Checking, id: string): string {
  const own = article.things.find((one) => one.id === id)?.declared.name;
  return String(own ?? elsewhere.thing(id)?.names[0] ?? id);
}
