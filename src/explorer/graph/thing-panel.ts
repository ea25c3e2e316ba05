import { AskError, ask } from '../ask.ts';
import { text as thingDocument } from '../documents/thing.graphql';
import { type Child, h } from '../dom.ts';
import { type Evidence, statusBadge } from '../evidence.ts';
import { queryLink } from '../explorer-link.ts';
import { type ThingType, wordsFor } from '../looks.ts';
import { bases, plain, type Status, verb } from '../words.ts';
import { type Agreement, agreementPart, evidencePart } from './claims.ts';
import { mark } from './icons.ts';
import type { Loaded } from './load.ts';
import { doubtOf, type Fact, factsOf, otherEnd, type Thing } from './model.ts';
import { change, state } from './state.ts';

/** The panel of a thing: what it is, how it is related, and all that is said about it. */

type WholeThing = {
  readonly __typename: ThingType;
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly status?: Status;
  readonly date?: {
    readonly words: string;
    readonly inherited: boolean;
    readonly basis: string | null;
    readonly text: string | null;
  } | null;
  /** Of what takes place. */
  readonly agreement?: Agreement | null;
  readonly evidence: readonly Evidence[];
  readonly mentions: { readonly totalCount: number };
  readonly facts: { readonly totalCount: number };
  readonly [more: string]: unknown;
};

/** What the panel needs of the page. */
export type PanelParts = {
  readonly loaded: Loaded;
  /** Fetches more of what surrounds a thing. */
  readonly expand: (id: string) => void;
};

/** What the panel shows for a thing. */
export async function thingPanel(id: string, parts: PanelParts, again: () => void): Promise<readonly Node[]> {
  const { node } = await ask<{ node: WholeThing | null }>(thingDocument, { id });
  if (!node?.name)
    throw new AskError('There is no such thing in the graph.', {
      hint: 'The link may come from another state of the graph.',
    });
  const shown = factsOf(parts.loaded, id);
  return [
    h('p', { class: 'kind' }, mark(node.__typename, 16), wordsFor(node.__typename)[0], kindOf(node)),
    h('h2', {}, node.name),
    ...(node.status ? [h('p', { class: 'where' }, statusBadge(node.status))] : []),
    ...(node.agreement ? agreementPart(node.agreement) : []),
    properties(node, shown),
    actions(node, shown.length, parts),
    relations(id, shown, parts),
    ...evidencePart(node.evidence, again),
    queryLink(thingDocument, { id }),
  ];
}

/** What sort of happening it is. */
function kindOf(node: WholeThing): string {
  const kind = node.status && node[`kind__${node.__typename}`];
  return kind ? ` · ${plain(String(kind))}` : '';
}

/** What an event or a gift can be said to have; what the texts do not say is said to be missing, never guessed. */
const expected: Readonly<Partial<Record<ThingType, readonly (readonly [string, string])[]>>> = {
  Event: [['place', 'HAS_PLACE']],
  Gift: [['made in', 'MADE_IN']],
};

function notStated(): HTMLElement {
  return h('em', { class: 'absent' }, 'not stated');
}

function properties(node: WholeThing, facts: readonly Fact[]): HTMLElement {
  const rows: (readonly [string, Child])[] = [];
  if (node.date) rows.push(['date', dateText(node.date)]);
  else if (node.date === null) rows.push(['date', notStated()]);
  for (const [name, predicate] of facts.length < node.facts.totalCount
    ? []
    : (expected[node.__typename] ?? [])) {
    const said = facts.some((fact) => fact.predicate === predicate && fact.subject === node.id);
    if (!said) rows.push([name, notStated()]);
  }
  const other = node.aliases.filter((alias) => alias !== node.name);
  if (other.length > 0) rows.push(['also', other.join(', ')]);
  rows.push(...valueRows(node));
  rows.push(['mentioned', times(node.mentions.totalCount)]);
  return h(
    'dl',
    { class: 'properties' },
    rows.map(([key, value]) => h('div', {}, h('dt', {}, key), h('dd', {}, value))),
  );
}

/** What a value is called where its name in the schema is no word. */
const valueWords: Readonly<Record<string, string>> = { weakAliases: 'may be meant by', isoCode: 'ISO code' };

/** What the type holds besides, as the document asks for it: `item__Gift`. */
function valueRows(node: WholeThing): (readonly [string, string])[] {
  return Object.entries(node).flatMap(([key, value]): [string, string][] => {
    const [name = '', type] = key.split('__');
    // What happens has its kind in the line above.
    if (!type || name === '' || (name === 'kind' && node.status)) return [];
    const text = valueText(name, value);
    return text === '' ? [] : [[valueWords[name] ?? plain(name), text]];
  });
}

function valueText(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') return String((value as { words?: string }).words ?? '');
  return name === 'kind' ? plain(String(value)) : String(value);
}

function times(count: number): string {
  if (count === 0) return 'never by name';
  return count === 1 ? 'once' : `${count} times`;
}

function dateText({ words, inherited, basis, text }: NonNullable<WholeThing['date']>): string {
  const notes = [
    inherited ? 'of the event it is part of' : basis && (bases[basis] ?? plain(basis)),
    !inherited && text && `“${text}”`,
  ].filter(Boolean);
  return `${words}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

function actions({ id, name, facts }: WholeThing, shown: number, { expand }: PanelParts): HTMLElement {
  const { focus, path } = state();
  const focused = focus === id;
  const more = facts.totalCount - shown;
  const [from, to] = path;
  const open = from !== undefined && to === undefined && from !== id;
  const button = (text: string, click: () => void, pressed?: boolean) =>
    h(
      'button',
      { type: 'button', click, 'aria-pressed': pressed === undefined ? undefined : String(pressed) },
      text,
    );
  return h(
    'p',
    { class: 'actions' },
    button('Only what touches it', () => change({ focus: focused ? null : id }), focused),
    open
      ? button(`Path to ${name}`, () => change({ path: [from, id], sel: id }))
      : button('Path from here', () => change({ path: [id] }), from === id && to === undefined),
    more > 0 && button(`Load ${Math.min(more, 40)} of ${more} more facts`, () => expand(id)),
  );
}

function relations(id: string, facts: readonly Fact[], { loaded }: PanelParts): HTMLElement {
  const items = facts.map((fact) => {
    const other = loaded.things.get(otherEnd(fact, id));
    const doubt = doubtOf(fact, loaded);
    return h(
      'li',
      {},
      h(
        'button',
        { type: 'button', class: 'relation', 'data-fact': fact.id, click: () => change({ sel: fact.id }) },
        relationWords(fact, id, other),
        doubt && statusBadge(doubt),
      ),
    );
  });
  return h(
    'details',
    { open: facts.length <= 12, 'aria-live': 'off' },
    h('summary', {}, `${facts.length} ${facts.length === 1 ? 'fact' : 'facts'} on this page`),
    h('ul', { class: 'relations' }, items),
  );
}

function relationWords(fact: Fact, id: string, other: Thing | undefined): readonly Child[] {
  const words = h('span', { class: 'verb' }, verb(fact));
  const end = h('span', { class: 'end' }, other && mark(other.type, 15), other?.name);
  return fact.subject === id ? [words, end] : [end, words, h('span', {}, 'this')];
}
