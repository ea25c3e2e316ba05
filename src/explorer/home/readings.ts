import type { ToldName } from '../ask.ts';
import { h } from '../dom.ts';

/** How the names of a question were read, and what else they may mean, each a step away. */

/** Asks the same of another thing in the place of a name. */
export type AskOf = (value: string, id: string) => void;

type Choice = { readonly id: string; readonly name: string; readonly why: string };

/** A line for each name of which there is something to say; nothing where all are called just so. */
export function readingsOf(names: readonly ToldName[], askOf: AskOf): readonly HTMLElement[] {
  return names.flatMap((told) => {
    if (told.note === undefined) return [];
    const choices = choicesOf(told);
    return [
      h(
        'div',
        { class: 'reading', role: 'note' },
        h('p', { class: 'hint' }, sentenceOf(told)),
        choices.length > 0 &&
          h(
            'p',
            { class: 'choices' },
            choices.map(({ id, name, why }) =>
              h(
                'button',
                { type: 'button', class: 'quiet', title: why, click: () => askOf(told.value, id) },
                name,
              ),
            ),
          ),
      ),
    ];
  });
}

/** The first sentence of a note: the choices say the rest. */
function sentenceOf({ note = '', outcome }: ToldName): string {
  if (outcome === 'TAKEN') return note;
  return note.replace(
    / (?:Give an id to say which is meant|Perhaps) .*$/s,
    outcome === 'UNKNOWN' ? ' Perhaps:' : ' Only:',
  );
}

/** Things to ask the same of: the bearers of a name, or what may be meant. */
function choicesOf({ outcome, things, suggestions = [] }: ToldName): readonly Choice[] {
  if (outcome === 'AMBIGUOUS') return things.map(({ id, name, type }) => ({ id, name, why: type }));
  return suggestions.slice(0, 5).map(({ id, name, because }) => ({ id, name, why: because }));
}
