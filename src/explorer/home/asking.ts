import { ask } from '../ask.ts';
import { h } from '../dom.ts';
import { queryLink } from '../explorer-link.ts';
import { failure } from '../frame.ts';
import { type Question, questions } from '../questions.ts';
import { renderAnswer } from './answer.ts';

/** Asks a saved question and shows its answer; the names that it asks about can be changed. */

/** What is asked for each name of a question, by its variable. */
type Names = Readonly<Record<string, string>>;

/** Where the answer stands. */
export const answer = h('section', {
  id: 'answer',
  class: 'answer',
  'aria-live': 'polite',
  'aria-label': 'Answer',
  tabindex: -1,
  hidden: true,
});

/** The names that a question asks about unless told otherwise: its variables that are texts. */
function namesOf({ text }: Question): Names {
  const found = [...text.matchAll(/\$(\w+): String!? = "([^"]*)"/g)];
  return Object.fromEntries(found.map(([, variable = '', name = '']) => [variable, name]));
}

let turn = 0;

/** Asks a question and shows its answer, and says in the address what was asked. */
export async function show(question: Question, given: Names = {}): Promise<void> {
  turn += 1;
  const mine = turn;
  const names = { ...namesOf(question), ...given };
  const head = [h('h2', {}, titleFor(question, names)), namesForm(question, names)];
  answer.hidden = false;
  fillAnswer([...head, h('p', { class: 'hint' }, 'Asking …')]);
  for (const button of document.querySelectorAll('.question'))
    button.setAttribute('aria-pressed', String(button.getAttribute('data-name') === question.name));
  const rest = await asked(question, given);
  // Another question may have been asked meanwhile.
  if (mine !== turn) return;
  fillAnswer([...head, ...rest]);
  answer.focus({ preventScroll: true });
  answer.scrollIntoView({ block: 'nearest' });
}

function fillAnswer(parts: readonly (Node | null)[]): void {
  answer.replaceChildren(...parts.filter((part) => part !== null));
}

async function asked(question: Question, given: Names): Promise<readonly Node[]> {
  try {
    const data = await ask<Record<string, unknown>>(question.text, given);
    return [...renderAnswer(data), queryLink(question.text, given)];
  } catch (error) {
    return [failure(error, () => void show(question, given))];
  }
}

/** The question as it is asked: the names that are not those of its title stand in their place. */
function titleFor(question: Question, names: Names): string {
  const usual = Object.entries(namesOf(question));
  // In one pass, so that a name put in is not itself taken for one to replace.
  return question.title.split(/\b/).reduce((title, word) => {
    const [variable] = usual.find(([, name]) => name === word) ?? [];
    return title + (variable === undefined ? word : (names[variable] ?? word));
  }, '');
}

/** A field for each name, so that a reader can ask the same of others. */
function namesForm(question: Question, names: Names): HTMLElement | null {
  const variables = Object.keys(namesOf(question));
  if (variables.length === 0) return null;
  const fields = variables.map((variable) =>
    h(
      'label',
      {},
      variable,
      h('input', {
        name: variable,
        value: names[variable],
        required: true,
        autocomplete: 'off',
        spellcheck: 'false',
      }),
    ),
  );
  const submit = (event: Event) => {
    event.preventDefault();
    const given = Object.entries(Object.fromEntries(new FormData(event.target as HTMLFormElement)));
    visit(question, Object.fromEntries(given.map(([variable, value]) => [variable, String(value).trim()])));
  };
  return h('form', { class: 'names', submit }, fields, h('button', {}, 'Ask'));
}

/** Asks a question as a step that the back button undoes. */
export function visit(question: Question, given: Names = {}): void {
  const usual = namesOf(question);
  const others = Object.entries(given).filter(([variable, name]) => name !== usual[variable]);
  const hash = new URLSearchParams([['q', question.name], ...others]);
  if (`#${hash}` !== location.hash) history.pushState(null, '', `#${hash}`);
  void show(question, Object.fromEntries(others));
}

/** Shows what the address asks for; nothing where it asks for nothing. */
export function showAsked(): void {
  const { q, ...rest } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  const question = questions.find(({ name }) => name === q);
  if (!question) {
    turn += 1;
    answer.hidden = true;
    for (const button of document.querySelectorAll('.question')) button.setAttribute('aria-pressed', 'false');
    return;
  }
  const usual = namesOf(question);
  void show(question, Object.fromEntries(Object.entries(rest).filter(([variable]) => variable in usual)));
}
