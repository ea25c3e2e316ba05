import { type Article, type Claim, NOWHERE } from '../../src/article/article.ts';
import { printArticleFinding } from '../../src/article/finding.ts';
import { grammarOf } from '../../src/article/grammar.ts';
import { readArticle } from '../../src/article/read-article.ts';
import { Findings } from '../../src/article/source.ts';
import { domain } from '../support/load.ts';

/** What article files of our domain are written in. */
export const grammar = grammarOf(domain);

/** Reads a file that has to be right. */
export function readSound(source: string, text?: string): Article {
  const findings = new Findings('sound.yaml');
  const article = readArticle({ file: 'sound.yaml', source, text }, grammar, findings);
  if (!article || findings.all.length > 0) throw new Error(findings.all.map(printArticleFinding).join('\n'));
  return article;
}

const bare = <T extends object>(one: T): T => ({ ...one, spot: NOWHERE });

const bareClaim = (claim: Claim): Claim => ({
  ...claim,
  spot: NOWHERE,
  evidence: claim.evidence.map(bare),
  sources: claim.sources.map(bare),
  about: claim.about.map(bare),
  facts: claim.facts.map(bare),
  judgements: claim.judgements.map(bare),
});

/** An article without where it stands in a file, so that two can be compared. */
export function withoutSpots(article: Article): Article {
  return {
    ...article,
    headSpots: new Map(),
    things: article.things.map(bare),
    mentions: article.mentions.map(bare),
    claims: article.claims.map(bareClaim),
  };
}
