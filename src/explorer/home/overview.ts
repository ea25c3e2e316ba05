import { start, words } from 'virtual:domain';
import { ask } from '../ask.ts';
import { text as overviewDocument } from '../documents/overview.graphql';
import { h } from '../dom.ts';
import { statusBadge } from '../evidence.ts';
import { wordsFor } from '../looks.ts';
import type { Status } from '../words.ts';
import './overview.css';

/** What is inside: how much, which articles, who is in most events, and the ways in. */

type Count = { readonly totalCount: number };

type Overview = {
  /** How much there is of each type of the domain, by its list. */
  readonly [list: string]: unknown;
  readonly facts: Count;
  readonly claims: Count;
  readonly articles: Count & {
    readonly nodes: readonly {
      readonly id: string;
      readonly title: string;
      readonly url: string | null;
      readonly byline: string | null;
      readonly publishedOn: string;
      readonly textLoaded: boolean;
      readonly claims: Count;
    }[];
  };
  readonly eventStats?: readonly {
    readonly count: number;
    readonly actor: { readonly id: string; readonly name: string; readonly __typename: string } | null;
  }[];
};

/** Asks for the overview and gives its sections. */
export async function overview(): Promise<readonly HTMLElement[]> {
  const data = await ask<Overview>(overviewDocument);
  if (data.facts.totalCount + data.articles.totalCount === 0) return [nothing()];
  return [
    counts(data),
    h('div', { class: 'columns' }, h('div', { class: 'stack' }, articles(data), howSure()), connected(data)),
    waysIn(),
  ];
}

function nothing(): HTMLElement {
  return h(
    'section',
    { class: 'card', 'aria-label': 'What is inside' },
    h('h2', {}, 'The graph is empty.'),
    h(
      'p',
      {},
      h('code', {}, 'npm run load'),
      ' puts the scripts of the folder ',
      h('code', {}, 'cypher'),
      ' into it.',
    ),
  );
}

/** What the marks of the answers mean. */
function howSure(): HTMLElement {
  const rows: readonly (readonly [readonly Status[], string])[] = [
    [['OCCURRED', 'ONGOING', 'HABITUAL'], 'The text says that it is so.'],
    [['PLANNED', 'EXPECTED', 'REQUESTED'], 'Somebody means it to be; it is not said to have happened.'],
    [['SPECULATED', 'DOUBTED', 'DENIED'], 'Somebody thinks it possible, doubts it, or says it is not so.'],
  ];
  const items = rows.map(([statuses, about]) =>
    h(
      'li',
      { class: 'sure-row' },
      h('span', { class: 'badges' }, statuses.map(statusBadge)),
      h('span', {}, about),
    ),
  );
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, 'How sure is it?'),
    h(
      'p',
      { class: 'hint' },
      'Every answer says it of every claim. What no text says is “not stated”, never guessed.',
    ),
    h('ul', { class: 'sureness' }, items),
  );
}

/** The list of the root behind what many are called: `jointVentures` behind joint ventures. */
function listOf(many: string): string {
  return many.replace(/ (\w)/g, (_space, letter: string) => letter.toUpperCase());
}

function counts(data: Overview): HTMLElement {
  const types = Object.entries(words).map(([type, many]) => [listOf(many), ...wordsFor(type)] as const);
  const rows: readonly (readonly [string, string, string])[] = [
    ['articles', 'article', 'articles'],
    ...types.filter(([list]) => (data[list] as Count | undefined)?.totalCount !== 0),
    ['facts', 'fact', 'facts'],
    ['claims', 'claim', 'claims'],
  ];
  const items = rows.map(([key, one, many]) => {
    const { totalCount } = data[key] as Count;
    return h(
      'div',
      {},
      h('dt', {}, totalCount === 1 ? one : many),
      h('dd', {}, totalCount.toLocaleString('en')),
    );
  });
  return h('section', { 'aria-label': 'What is inside' }, h('dl', { class: 'counts' }, items));
}

function articles({ articles: { nodes, totalCount } }: Overview): HTMLElement {
  const items = nodes.map(({ title, url, byline, publishedOn, textLoaded, claims }) =>
    h(
      'li',
      {},
      h('p', { class: 'title' }, url ? h('a', { href: url, rel: 'noreferrer' }, title) : title),
      h(
        'p',
        { class: 'hint' },
        `${byline ? `${byline}, ` : ''}${publishedOn} · ${claims.totalCount} claims · ${textLoaded ? 'text loaded' : 'text not loaded, its sentences are named by number'}`,
      ),
    ),
  );
  const more = totalCount - nodes.length;
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, 'Articles'),
    h('ul', { class: 'articles' }, items),
    more > 0 && h('p', {}, h('a', { href: './tables/articles.csv' }, `${more} more`)),
  );
}

function connected({ eventStats = [] }: Overview): HTMLElement | null {
  if (eventStats.length === 0) return null;
  const most = Math.max(1, ...eventStats.map(({ count }) => count));
  const items = eventStats.flatMap(({ actor, count }) => {
    if (!actor) return [];
    const href = `./graph#${new URLSearchParams({ sel: actor.id })}`;
    const bar = h('meter', { min: 0, max: most, value: count, 'aria-hidden': 'true' });
    return h(
      'li',
      {},
      h('a', { href }, actor.name),
      bar,
      h('span', { class: 'hint' }, `${count} ${count === 1 ? 'event' : 'events'}`),
    );
  });
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, 'In most events'),
    h('ol', { class: 'connected' }, items),
  );
}

function waysIn(): HTMLElement {
  const ways = [
    ['./graph', 'Graph', start.graph ?? 'All things, a timeline, and the evidence of every edge.'],
    ['./explorer', 'GraphiQL', 'Write your own questions, with the schema and examples at hand.'],
    ['./tables', 'Tables', start.tables ?? 'All of it as CSV and JSON for spreadsheets and notebooks.'],
    ['./export', 'Files', 'The whole graph for Gephi, Cytoscape, Neo4j and others.'],
    ['./schema.graphql', 'Schema', 'Every type and field, with what it means.'],
  ] as const;
  const items = ways.map(([href, name, about]) =>
    h('li', {}, h('a', { href }, h('strong', {}, name), h('span', {}, about))),
  );
  return h(
    'section',
    { 'aria-labelledby': 'ways' },
    h('h2', { id: 'ways' }, 'Ways in'),
    h('ul', { class: 'ways' }, items),
  );
}
