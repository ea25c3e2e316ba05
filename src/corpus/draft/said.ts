import { SAYING } from '../../article/split-words.ts';

/**
 * By whose word a sentence speaks: its verb of saying outside quotations, and whom it names, the nearest first. None is
 * chosen: which of them it is a person says.
 */

/** A verb of saying and those whom its sentence names, by their distance from it. */
export type SaidBy = { readonly verb: string; readonly ids: readonly string[] };

/** Who is named in a sentence, and how many letters from its beginning. */
export type Named = { readonly entity: string; readonly at: number };

const QUOTED = /[“«„"][^”»“"]*[”»“"]/gu;

/** The reported speech of a sentence; undefined where nobody says anything. */
export function saidIn(sentence: string, named: readonly Named[]): SaidBy | undefined {
  const outside = sentence.replace(QUOTED, (words) => '_'.repeat(words.length));
  const verb =
    [...outside.matchAll(/[\p{L}]+/gu)].find(([word]) => SAYING.has(word)) ?? /according to/iu.exec(outside);
  if (!verb) return undefined;
  const near = [...named].sort((a, b) => Math.abs(a.at - verb.index) - Math.abs(b.at - verb.index));
  return { verb: verb[0], ids: [...new Set(near.map(({ entity }) => entity))] };
}
