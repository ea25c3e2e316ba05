import { readFileSync } from 'node:fs';
import type { ArticleFinding } from '../../src/article/finding.ts';
import type { CorpusArticle } from '../../src/article/folder.ts';
import { checkArticles } from '../../src/corpus/check/check.ts';
import { type OwnerScript, readScript } from '../../src/script/script.ts';
import { grammar } from '../article/language.ts';

/** The first article of the example, which is sound. */
export const KEY = 'kd-20310412';
export const SOURCE = readFileSync(`examples/harbour/${KEY}.quotes.yaml`, 'utf8');
export const TEXT = readFileSync(`examples/harbour/texts/${KEY}.txt`, 'utf8');

const world = readScript('10-world.cypher', readFileSync('cypher/10-world.cypher', 'utf8'), grammar.forms);
const scripts: readonly OwnerScript[] = world.script ? [world.script] : [];

/** An article file as the corpus has it. */
export function articleFile(
  source: string,
  text: string,
  form: CorpusArticle['form'] = 'quotes',
): CorpusArticle {
  return { key: KEY, file: `${KEY}.quotes.yaml`, source, text, form };
}

/** What is found in one article, that stands on the world of the package. */
export function findingsIn(article: CorpusArticle): readonly ArticleFinding[] {
  return checkArticles({ articles: [article], keys: new Set([article.key]), scripts, grammar });
}
