import { ask } from '../ask.ts';
import { text as pathDocument } from '../documents/path.graphql';
import { h } from '../dom.ts';
import { type Evidence, sentenceName } from '../evidence.ts';
import { queryLink } from '../explorer-link.ts';
import type { ThingType } from '../looks.ts';
import { plain, verb } from '../words.ts';
import { endButton } from './fact-panel.ts';
import { ownFactId } from './model.ts';
import { change } from './state.ts';

/** The panel of a path: the shortest ways from one thing to another, fact by fact, each with its sentences. */

type End = { readonly __typename: ThingType; readonly id: string; readonly name: string };
type Step = {
  readonly id: string;
  readonly predicate: string;
  readonly role: string | null;
  readonly title: string | null;
  readonly subject: End;
  readonly object: End;
  readonly evidence: readonly Evidence[];
};
/** The ways that were found. */
export type Found = {
  readonly outcome: string;
  readonly hops: number | null;
  readonly maxHops: number;
  readonly paths: readonly { readonly nodes: readonly End[]; readonly facts: readonly Step[] }[];
};

const found = new Map<string, Promise<Found>>();

/** The shortest ways between two things; asked once, unless the asking failed. */
export function findPath([from = '', to = '']: readonly string[]): Promise<Found> {
  const key = `${from} ${to}`;
  const known = found.get(key);
  if (known) return known;
  const asked = ask<{ path: Found }>(pathDocument, { from, to }).then(({ path }) => path);
  found.set(key, asked);
  asked.catch(() => found.delete(key));
  return asked;
}

/** What the panel shows for a path. */
export async function pathPanel(ends: readonly string[]): Promise<readonly Node[]> {
  const { outcome, hops, maxHops, paths } = await findPath(ends);
  const words =
    hops === null
      ? outcome === 'NONE_WITHIN_HOPS'
        ? `No way of at most ${maxHops} facts joins them.`
        : plain(outcome)
      : `${paths.length} shortest ${paths.length === 1 ? 'way' : 'ways'} of ${hops} ${hops === 1 ? 'fact' : 'facts'}${outcome === 'TRUNCATED' ? ', there are more' : ''}.`;
  return [
    h('p', { class: 'kind' }, 'Path'),
    h('h2', {}, 'How they are connected'),
    h('p', {}, words),
    h(
      'p',
      { class: 'actions' },
      h('button', { type: 'button', click: () => change({ path: [] }) }, 'Close the path'),
    ),
    ...paths.map(({ facts }, at) =>
      h(
        'section',
        { class: 'way' },
        paths.length > 1 && h('h3', {}, `Way ${at + 1}`),
        h('ol', { class: 'steps' }, facts.map(step)),
      ),
    ),
    queryLink(pathDocument, { from: ends[0], to: ends[1] }),
  ];
}

function step(fact: Step): HTMLElement {
  const numbers = [...new Set(fact.evidence.map(({ sentence }) => sentenceName(sentence.number)))];
  const words = numbers.length > 0 ? numbers.join(', ') : 'background knowledge';
  return h(
    'li',
    {},
    h(
      'p',
      { class: 'fact' },
      endButton(fact.subject),
      h('span', { class: 'verb' }, ` ${verb(fact)} `),
      endButton(fact.object),
    ),
    h(
      'button',
      { type: 'button', class: 'quiet', click: () => change({ sel: ownFactId(fact.id) }) },
      `Evidence: ${words}`,
    ),
  );
}
