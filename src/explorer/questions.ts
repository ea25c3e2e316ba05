import { questions as saved, start } from 'virtual:domain';
import type { Document } from './ask.ts';

/** The saved questions, one file each: a comment that says what is asked, and the operation that asks it. */

/** A saved question. */
export type Question = { readonly name: string; readonly title: string; readonly text: Document };

function rank(name: string): number {
  const at = start.first.indexOf(name);
  return at < 0 ? start.first.length : at;
}

/** All saved questions, the ones for newcomers first. */
export const questions: readonly Question[] = saved
  .map(({ name, text }) => ({
    name,
    title: /^#\s*(.+)/.exec(text)?.[1]?.trim() ?? name,
    text: text as Document,
  }))
  .sort((a, b) => rank(a.name) - rank(b.name) || a.title.localeCompare(b.title));
