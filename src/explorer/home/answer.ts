import { type Child, h } from '../dom.ts';
import { type Evidence, quote, sentenceName, statusBadge } from '../evidence.ts';
import { plain, predicates, readableDate, roles, type Status, statuses } from '../words.ts';

/**
 * Shows the answer to any saved question: things with their name, what is said of them, and their evidence.
 * It knows the few names that the schema uses everywhere: `nodes`, `edges`, `evidence`, `name`, `status`.
 */

type Thing = { readonly [key: string]: unknown };

/** The answer as sections, one for each field at the root. */
export function renderAnswer(data: Thing): readonly HTMLElement[] {
  return Object.values(data).map((value) => section(value));
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
  if (items.length === 0) return h('p', { class: 'hint' }, 'Nothing that the texts say.');
  return h(
    'ol',
    { class: 'results' },
    items.map((item) => h('li', {}, card(item))),
  );
}

function card(item: Thing): readonly Child[] {
  const title = titleOf(item);
  const id = typeof item.id === 'string' ? item.id : undefined;
  const linked = id !== undefined && !/^(claim|article|sentence):/.test(id) && !id.includes('|');
  const name = title ?? '';
  return [
    h(
      'p',
      { class: 'thing' },
      linked ? h('a', { href: `./graph#${new URLSearchParams({ sel: id })}` }, name) : name,
      isStatus(item.status) && statusBadge(item.status),
    ),
    details(item),
    evidenceOf(item),
  ];
}

/** What is said of a thing, one line for each: `made in: Russia`. */
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
  const rows = Object.entries(item).flatMap(([key, value]) => {
    if (hidden.has(key) && !(key === 'title' && item.country)) return [];
    const words = describe(value);
    return words === '' ? [] : [[plain(key), words] as const];
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
  if (typeof value.edtf === 'string') {
    return readableDate(value.edtf) + (value.inherited === true ? ' (of the event it is part of)' : '');
  }
  const title = titleOf(value);
  if (title !== undefined) return title;
  return Object.entries(value)
    .map(([, part]) => describe(part))
    .filter(Boolean)
    .join(', ');
}

function evidenceOf(item: Thing): Child {
  const evidence = Array.isArray(item.evidence) ? (item.evidence as Partial<Evidence>[]) : [];
  if (evidence.length === 0) return null;
  return h('ul', { class: 'evidence-list', 'aria-label': 'Evidence' }, evidence.map(oneEvidence));
}

function oneEvidence(evidence: Partial<Evidence>): HTMLElement {
  const { sentence, claim, article } = evidence;
  const whole = sentence?.start !== undefined && evidence.start !== undefined && sentence.text !== undefined;
  return h(
    'li',
    { class: 'evidence' },
    h(
      'p',
      { class: 'where' },
      sentence && h('span', { class: 'number' }, sentenceName(sentence.number)),
      claim?.status && statusBadge(claim.status),
      article && h('span', {}, `${article.title}${article.publishedOn ? `, ${article.publishedOn}` : ''}`),
    ),
    claim?.statement && h('p', { class: 'claim' }, claim.statement),
    whole && quote(evidence as Evidence),
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
