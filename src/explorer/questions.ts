import type { Document } from './ask.ts';

/** The saved questions, one file each: a comment that says what is asked, and the operation that asks it. */

/** A saved question. */
export type Question = { readonly name: string; readonly title: string; readonly text: Document };

const files = import.meta.glob<Document>('../../docs/questions/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Those that a newcomer should meet first. */
const first = [
  'what-did-putin-give-kim',
  'who-met-whom',
  'plans',
  'doubts',
  'said-by',
  'exchange',
  'offices',
];

function rank(name: string): number {
  const at = first.indexOf(name);
  return at < 0 ? first.length : at;
}

/** All saved questions, the ones for newcomers first. */
export const questions: readonly Question[] = Object.entries(files)
  .map(([path, text]) => {
    const name = path.replace(/^.*\/|\.graphql$/g, '');
    return { name, title: /^#\s*(.+)/.exec(text)?.[1]?.trim() ?? name, text };
  })
  .sort((a, b) => rank(a.name) - rank(b.name) || a.title.localeCompare(b.title));
