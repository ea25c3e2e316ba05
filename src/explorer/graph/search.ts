import { AskError, ask } from '../ask.ts';
import { text as findDocument } from '../documents/find.graphql';
import { h } from '../dom.ts';
import { type ThingType, wordsFor } from '../looks.ts';
import { mark } from './icons.ts';
import './search.css';

/** The search box: resolves names as the service does and shows all that a name can mean. */

type Entity = { readonly __typename: ThingType; readonly id: string; readonly name: string };
type Found = {
  readonly resolve: {
    readonly ambiguous: boolean;
    readonly matches: readonly {
      readonly weak: boolean;
      readonly mentions: number;
      readonly entity: Entity;
    }[];
    readonly suggestions: readonly { readonly because: string; readonly entity: Entity }[];
  };
  readonly entities: { readonly nodes: readonly Entity[] };
};

const PAUSE_MS = 150;

/** The search box; `pick` hears what was chosen. */
export function searchBox(pick: (id: string) => void): HTMLElement {
  const list = h('ul', { id: 'found', role: 'listbox', 'aria-label': 'Found', hidden: true });
  const word = h('p', { class: 'search-word', role: 'status' });
  const field = h('input', {
    type: 'search',
    id: 'search',
    role: 'combobox',
    placeholder: 'Find a name: Kim',
    'aria-label': 'Find a name',
    'aria-expanded': 'false',
    'aria-controls': 'found',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const box = h('div', { class: 'search' }, field, h('div', { class: 'search-drop' }, word, list));
  const close = () => {
    list.hidden = true;
    word.textContent = '';
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  };
  const choose = (id: string) => {
    close();
    pick(id);
  };
  listen(field, { list, word, close, choose });
  box.addEventListener('focusout', (event) => {
    if (!box.contains(event.relatedTarget as Node | null)) close();
  });
  const asked = new URLSearchParams(location.search).get('find');
  if (asked) {
    field.value = asked;
    queueMicrotask(() => {
      field.focus();
      field.dispatchEvent(new Event('input'));
    });
  }
  return box;
}

type Parts = {
  readonly list: HTMLElement;
  readonly word: HTMLElement;
  readonly close: () => void;
  readonly choose: (id: string) => void;
};

function listen(field: HTMLInputElement, { list, word, close, choose }: Parts): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = '';
  let sure = false;
  const find = async () => {
    const name = field.value.trim();
    asked = name;
    if (!name) return close();
    const found = await ask<Found>(findDocument, { name });
    if (asked !== name) return;
    const options = optionsOf(found, choose);
    sure = found.resolve.matches.length === 1;
    word.textContent = wordFor(name, found, options.length);
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    field.setAttribute('aria-expanded', String(options.length > 0));
    field.removeAttribute('aria-activedescendant');
  };
  const failed = (error: unknown) => {
    close();
    word.textContent = error instanceof AskError ? error.message : 'The search failed.';
  };
  const enter = async () => {
    clearTimeout(timer);
    if (asked !== field.value.trim()) await find();
    if (list.hidden) return;
    const active = list.querySelector('[aria-selected="true"]');
    const picked = active ?? (sure ? list.firstElementChild : null);
    if (picked) choose(picked.getAttribute('data-id') ?? '');
    // What is not sure is not chosen for the reader: the first is offered, the next Enter takes it.
    else step(field, list, 1);
  };
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void find().catch(failed), PAUSE_MS);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(field, list, event.key === 'ArrowDown' ? 1 : -1);
    }
    if (event.key === 'Enter') void enter().catch(failed);
  });
}

function step(field: HTMLInputElement, list: HTMLElement, by: number): void {
  const options = [...list.children];
  if (options.length === 0) return;
  const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  const next = options[(at + by + options.length) % options.length];
  for (const option of options) option.setAttribute('aria-selected', String(option === next));
  field.setAttribute('aria-activedescendant', next?.id ?? '');
  next?.scrollIntoView({ block: 'nearest' });
}

/** What the name can mean, then what merely has it in its name, then what it is like, each with the reason. */
function optionsOf({ resolve, entities }: Found, choose: (id: string) => void): readonly HTMLElement[] {
  const meant = new Set(resolve.matches.map(({ entity }) => entity.id));
  const matches = resolve.matches.map(({ entity, mentions, weak }) => ({
    entity,
    about: `${wordsFor(entity.__typename)[0]} · ${weak ? 'may be meant' : 'is meant'} · ${timesCalled(mentions)}`,
  }));
  const others = entities.nodes
    .filter(({ id }) => !meant.has(id))
    .map((entity) => ({ entity, about: `${wordsFor(entity.__typename)[0]} · has it in its name` }));
  const suggested = resolve.suggestions
    .filter(({ entity }) => !entities.nodes.some(({ id }) => id === entity.id))
    .map(({ entity, because }) => ({
      entity,
      about: `${wordsFor(entity.__typename)[0]} · not called so: ${because}`,
    }));
  return [...matches, ...others, ...suggested].map(({ entity, about }, at) =>
    h(
      'li',
      {
        id: `found-${at}`,
        role: 'option',
        'aria-selected': 'false',
        'data-id': entity.id,
        class: meant.has(entity.id) ? 'meant' : undefined,
        mousedown: (event) => event.preventDefault(),
        click: () => choose(entity.id),
      },
      mark(entity.__typename, 18),
      h('span', {}, entity.name),
      h('small', {}, about),
    ),
  );
}

function timesCalled(mentions: number): string {
  if (mentions === 0) return 'never called so in the texts';
  return `called so ${mentions === 1 ? 'once' : `${mentions} times`} in the texts`;
}

function wordFor(name: string, { resolve }: Found, options: number): string {
  if (resolve.ambiguous) return `“${name}” can mean ${resolve.matches.length}:`;
  if (resolve.matches.length > 0) return '';
  return `Nothing is called “${name}”${options > 0 ? '; perhaps:' : '.'}`;
}
