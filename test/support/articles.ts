import { existsSync } from 'node:fs';
import { describe } from '@jest/globals';

const candidates = [process.env.ARTICLES_DIR, 'articles', '../shared/article'];

/** The folder with the texts of the articles, if this machine has it. */
export const articlesDir = candidates.find((dir) => dir && existsSync(`${dir}/oo-20230918.txt`));

/** Describes what needs the texts of the articles; skipped, with the reason in its title, where they are not at hand. */
export function describeWithTexts(title: string, body: (articlesDir: string) => void): void {
  if (articlesDir) describe(title, () => body(articlesDir));
  else describe.skip(`${title}: no text of an article here, set ARTICLES_DIR to its folder`, () => body(''));
}
