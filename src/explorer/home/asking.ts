import { AskError, ask, askNamed, type ToldName } from '../ask.ts';
import { text as coverageDocument } from '../documents/coverage.graphql';
import { h } from '../dom.ts';
import { queryLink } from '../explorer-link.ts';
import { failure } from '../frame.ts';
import { type Question, questions } from '../questions.ts';
import { isNothing, renderAnswer } from './answer.ts';
import { readingsOf } from './readings.ts';

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
  const form = namesForm(question, names);
  const head = [h('h2', {}, titleFor(question, names)), form];
  answer.hidden = false;
  fillAnswer([...head, h('p', { class: 'hint' }, 'Asking …')]);
  for (const button of document.querySelectorAll('.question'))
    button.setAttribute('aria-pressed', String(button.getAttribute('data-name') === question.name));
  const { rest, told } = await asked(question, given);
  // Another question may have been asked meanwhile.
  if (mine !== turn) return;
  spell(form, told);
  fillAnswer([...head, ...rest]);
  answer.focus({ preventScroll: true });
  answer.scrollIntoView({ block: 'nearest' });
}

/** What came of a question, and how its names were read. */
type Asked = { readonly rest: readonly Node[]; readonly told: readonly ToldName[] };

function fillAnswer(parts: readonly (Node | null)[]): void {
  answer.replaceChildren(...parts.filter((part) => part !== null));
}

async function asked(question: Question, given: Names): Promise<Asked> {
  const names = { ...namesOf(question), ...given };
  const askOf = (value: string, id: string) => {
    const meant = Object.entries(names).filter(([, name]) => name === value);
    visit(question, { ...given, ...Object.fromEntries(meant.map(([variable]) => [variable, id])) });
  };
  try {
    const { data, names: told } = await askNamed<Record<string, unknown>>(question.text, given);
    const nothing = isNothing(data) ? [await coverage()] : [];
    const rest = [
      ...readingsOf(told, askOf),
      ...renderAnswer(data),
      ...nothing,
      queryLink(question.text, given),
    ];
    return { rest, told };
  } catch (error) {
    const told = error instanceof AskError ? error.names : [];
    const again = () => void show(question, given);
    return { rest: [failure(error, told.length > 0 ? undefined : again), ...readingsOf(told, askOf)], told };
  }
}

/** What an answer without anything means: in how many articles nothing of the kind is recorded. */
async function coverage(): Promise<HTMLElement> {
  type Coverage = {
    readonly articles: {
      readonly totalCount: number;
      readonly nodes: readonly { readonly publishedOn: string }[];
    };
  };
  const { articles } = await ask<Coverage>(coverageDocument);
  const [last] = articles.nodes;
  const many = `${articles.totalCount} ${articles.totalCount === 1 ? 'article' : 'articles'}`;
  const until = last ? `, the last of ${last.publishedOn}` : '';
  return h(
    'p',
    { class: 'hint' },
    `All names were understood. ${many} were read${until}: in them it is not stated, which is no denial.`,
  );
}

/** The question as it is asked: the names that are not those of its title stand in their place. */
function titleFor(question: Question, names: Names): string {
  const usual = Object.entries(namesOf(question));
  // In one pass, so that a name put in is not itself taken for one to replace.
  return question.title.split(/\b/).reduce((title, word) => {
    const [variable, id] = usual.find(([, name]) => isWordOf(word, name)) ?? [];
    const isOther = variable !== undefined && names[variable] !== id;
    return title + (isOther ? (names[variable] ?? word) : word);
  }, '');
}

/** Whether a word is of the name that stands in an id: `Putin` of `person:vladimir-putin`. */
function isWordOf(word: string, id: string): boolean {
  return /^\p{Lu}/u.test(word) && id.replace(/^.*?:/, '').split('-').includes(word.toLowerCase());
}

/** Puts names where ids stand in the fields, as the answer told them. */
function spell(form: HTMLElement | null, told: readonly ToldName[]): void {
  for (const field of form?.querySelectorAll('input') ?? []) {
    const [thing] = told.find(({ value }) => value === field.value)?.things ?? [];
    if (thing?.id !== field.value) continue;
    field.dataset.id = thing.id;
    field.dataset.name = thing.name;
    field.value = thing.name;
  }
}

/** What a field asks for: the thing whose name it shows, or what was written into it. */
function askedIn({ value, dataset }: HTMLInputElement): string {
  return value.trim() === dataset.name ? (dataset.id ?? value) : value.trim();
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
    const written = [...(event.target as HTMLFormElement).querySelectorAll('input')];
    visit(question, Object.fromEntries(written.map((field) => [field.name, askedIn(field)])));
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
