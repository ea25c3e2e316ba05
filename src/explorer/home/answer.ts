import { type Child, h } from '../dom.ts';
import { type Evidence, quote, sentenceName, statusBadge } from '../evidence.ts';
import { plain, predicates, roles, type Status, statuses } from '../words.ts';
import './answer.css';

/**
 * Shows the answer to any saved question: things with their name, what is said of them, and their evidence.
 * It knows the few names that the schema uses everywhere: `nodes`, `edges`, `evidence`, `name`, `status`.
 */

type Thing = { readonly [key: string]: unknown };

/** The answer as sections, one for each field at the root. */
export function renderAnswer(data: Thing): readonly HTMLElement[] {
  const parts = Object.values(data).flatMap((value) => [shortOf(value), section(value)]);
  const shown = parts.filter((part) => part !== null);
  const words = [namedOnce(shown), lacksText(data) ? withoutText() : null];
  return [...shown, ...words].filter((part) => part !== null);
}

/** Whether an answer holds nothing: lists without items, things that are not there. */
export function isNothing(data: Thing): boolean {
  return Object.values(data).every((value) => {
    if (!isThing(value) || isList(value)) return itemsOf(value).length === 0;
    const lists = Object.values(value).filter(isList);
    return lists.length > 0 && lists.every((part) => itemsOf(part).length === 0);
  });
}

/** The article, said once at the end instead of beside each sentence, where all sentences are of one. */
function namedOnce(parts: readonly HTMLElement[]): HTMLElement | null {
  const sources = parts.flatMap((part) => [...part.querySelectorAll('.source')]);
  const [name, ...others] = new Set(sources.map(({ textContent }) => textContent));
  if (sources.length < 2 || !name || others.length > 0) return null;
  for (const source of sources) source.remove();
  return h('p', { class: 'hint' }, 'All sentences are of ', h('cite', {}, name), '.');
}

/** The answer in one line, where it is a few things by name. */
function shortOf(value: unknown): HTMLElement | null {
  const names = isList(value) ? itemsOf(value).map(titleOf) : [];
  if (names.length < 2 || names.length > 5 || names.some((name) => name === undefined)) return null;
  if (names.join('').length > 120) return null;
  return h('p', { class: 'short' }, `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);
}

/** Whether some sentence was asked for its words and the service does not have them. */
function lacksText(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(lacksText);
  if (!isThing(value)) return false;
  return (isThing(value.sentence) && value.sentence.text === null) || Object.values(value).some(lacksText);
}

function withoutText(): HTMLElement {
  return h(
    'p',
    { class: 'hint' },
    'The text of the article is not loaded, so its sentences are named and not quoted. Put it into the folder that ',
    h('code', {}, 'ARTICLES_DIR'),
    ' names, or open it at any fact in the graph.',
  );
}

function section(value: unknown): HTMLElement {
  if (!isThing(value) || isList(value)) return list(itemsOf(value));
  const lists = Object.entries(value).filter(([, part]) => isList(part));
  if (titleOf(value) !== undefined || lists.length === 0) return list([value]);
  return h(
    'div',
    {},
    lists.map(([name, part]) =>
      h('div', {}, lists.length > 1 && h('h3', {}, plain(name)), list(itemsOf(part))),
    ),
  );
}

function list(items: readonly Thing[]): HTMLElement {
  if (items.length === 0) return h('p', { class: 'hint' }, 'Nothing of this kind is recorded.');
  return h(
    'ol',
    { class: 'results' },
    items.map((item) => h('li', {}, card(item))),
  );
}

function card(item: Thing): readonly Child[] {
  const title = titleOf(item);
  const id = typeof item.id === 'string' ? item.id : undefined;
  const linked = id !== undefined && !/^(claim|article|sentence):/.test(id);
  const name = title ?? '';
  return [
    h(
      'p',
      { class: 'thing' },
      linked ? h('a', { href: `./graph#${new URLSearchParams({ sel: id })}` }, name) : name,
      isStatus(item.status) && statusBadge(item.status),
    ),
    details(item),
    ...Object.entries(item)
      .filter(([, part]) => isAttested(part))
      .map(([key, part]) => h('div', { class: 'within' }, h('h3', {}, plain(key)), list(itemsOf(part)))),
    evidenceOf(item),
  ];
}

/** What is absent without the texts being silent on it. */
const optional = new Set(['url', 'title', 'subtitle', 'byline', 'role']);

/** Names of the schema that are not words of every day. */
const names: Readonly<Record<string, string>> = { hops: 'facts apart', nodes: 'by way of', words: 'date' };

function nameOf(key: string): string {
  return names[key] ?? plain(key);
}

function notStated(): HTMLElement {
  return h('em', { class: 'absent' }, 'not stated');
}

/** A list of things that each have evidence of their own, and so stand for themselves. */
function isAttested(value: unknown): boolean {
  return isList(value) && itemsOf(value).some(({ evidence }) => Array.isArray(evidence));
}

/** What is said of a thing, one line for each: `made in: Russia`; what the texts do not say is said to be missing. */
function details(item: Thing): Child {
  const hidden = new Set([
    'id',
    'name',
    'title',
    'statement',
    'status',
    'evidence',
    'text',
    '__typename',
    'pageInfo',
  ]);
  // A relationship is called by its ends and its verb: they need no line of their own.
  if (isThing(item.subject) && isThing(item.object)) {
    for (const key of ['subject', 'predicate', 'role', 'object']) hidden.add(key);
  }
  const rows = Object.entries(item).flatMap(([key, value]): (readonly [string, Child])[] => {
    if (isAttested(value) || (hidden.has(key) && !(key === 'title' && item.country))) return [];
    if (value === null && !optional.has(key)) return [[nameOf(key), notStated()]];
    const words = describe(value);
    return words === '' ? [] : [[nameOf(key), words]];
  });
  if (rows.length === 0) return null;
  return h(
    'dl',
    { class: 'details' },
    rows.map(([key, words]) => h('div', {}, h('dt', {}, key), h('dd', {}, words))),
  );
}

function describe(value: unknown): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return /^[A-Z_]{3,}$/.test(value) ? plain(value) : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isList(value)) return itemsOf(value).map(describe).filter(Boolean).join(', ');
  if (!isThing(value)) return '';
  if (typeof value.words === 'string') {
    return value.words + (value.inherited === true ? ' (of the event it is part of)' : '');
  }
  const title = titleOf(value);
  if (title !== undefined) return title;
  return Object.entries(value)
    .map(([, part]) => describe(part))
    .filter(Boolean)
    .join(', ');
}

type Said = Partial<Evidence>;

function evidenceOf(item: Thing): Child {
  const evidence = Array.isArray(item.evidence) ? (item.evidence as Said[]) : [];
  if (evidence.length === 0) return null;
  const claims = new Map<string, Said[]>();
  for (const one of evidence) {
    const statement = one.claim?.statement ?? '';
    claims.set(statement, [...(claims.get(statement) ?? []), one]);
  }
  return h('ul', { class: 'evidence-list', 'aria-label': 'Evidence' }, [...claims.values()].map(claimItem));
}

/** One claim and the sentences that make it; where no claim was asked for, the sentences alone. */
function claimItem(group: readonly Said[]): HTMLElement {
  const claim = group[0]?.claim;
  return h(
    'li',
    { class: 'evidence' },
    claim?.statement &&
      h('p', { class: 'claim' }, claim.statement, ' ', claim.status && statusBadge(claim.status)),
    ...(group.some(isQuoted) ? group.map(quotedSentence) : placesOf(group)),
  );
}

function isQuoted({ start, sentence }: Said): boolean {
  return sentence?.start !== undefined && start !== undefined && typeof sentence.text === 'string';
}

function quotedSentence(said: Said): HTMLElement {
  return h('div', {}, where([said]), isQuoted(said) && quote(said as Evidence));
}

/** One line for each article: which of its sentences say so. */
function placesOf(group: readonly Said[]): readonly HTMLElement[] {
  const articles = new Map<string, Said[]>();
  for (const one of group) {
    const title = one.article?.title ?? '';
    articles.set(title, [...(articles.get(title) ?? []), one]);
  }
  return [...articles.values()].map(where);
}

function where(group: readonly Said[]): HTMLElement {
  const numbers = group.flatMap(({ sentence }) => (sentence ? [sentence.number] : []));
  numbers.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const names = new Set(numbers.map(sentenceName));
  const article = group[0]?.article;
  return h(
    'p',
    { class: 'where' },
    names.size > 0 && h('span', { class: 'number' }, [...names].join(', ')),
    article &&
      h('span', { class: 'source' }, [article.title, article.publishedOn].filter(Boolean).join(', ')),
  );
}

/** What a thing is called; a relationship is called by its ends. */
function titleOf(item: Thing): string | undefined {
  const { subject, object, role, predicate, country } = item;
  if (isThing(subject) && isThing(object)) {
    const verb = typeof role === 'string' ? roles[role] : predicates[String(predicate)];
    return `${String(subject.name)} ${verb ?? plain(String(predicate))} ${String(object.name)}`;
  }
  if (typeof role === 'string' && isThing(item.actor)) return `${String(item.actor.name)} (${plain(role)})`;
  if (typeof item.title === 'string' && isThing(country)) return `${item.title} of ${String(country.name)}`;
  if (isThing(item.giver) || isThing(item.recipient))
    return [item.giver, item.recipient].map(describe).join(' → ');
  if (typeof predicate === 'string') return predicates[predicate] ?? plain(predicate);
  const name = item.name ?? item.title ?? item.statement;
  return typeof name === 'string' ? name : undefined;
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): boolean {
  return (
    Array.isArray(value) || (isThing(value) && (Array.isArray(value.nodes) || Array.isArray(value.edges)))
  );
}

/** The items of a list or a connection; the node of an edge takes over what the edge says of it. */
function itemsOf(value: unknown): readonly Thing[] {
  const items = Array.isArray(value) ? value : isThing(value) ? (value.nodes ?? value.edges) : [];
  if (!Array.isArray(items)) return [];
  return items
    .filter(isThing)
    .map(({ node, cursor: _cursor, ...rest }) => (isThing(node) ? { ...node, ...rest } : rest));
}

function isStatus(value: unknown): value is Status {
  return typeof value === 'string' && value in statuses;
}
