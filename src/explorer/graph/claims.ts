import { h } from '../dom.ts';
import { type Evidence, quote, sentenceName, statusBadge, voiceOf } from '../evidence.ts';
import { plain, type Status, verdicts } from '../words.ts';
import { articlePart } from './article.ts';
import { slice } from './texts.ts';

/** Evidence in the panel: claim by claim, with who says so and the sentences, then the articles they stand in. */

/** How far sources agree, as the service tells it. */
export type Agreement = {
  readonly verdict: string | null;
  readonly articles: number;
  readonly sources: number;
  /** The claims that stand against it. */
  readonly contradicting: readonly {
    readonly id: string;
    readonly statement: string;
    readonly status: Status;
  }[];
};

/** The section of evidence; `again` draws the panel anew. */
export function evidencePart(found: readonly Evidence[], again: () => void): readonly HTMLElement[] {
  if (found.length === 0) {
    return [
      h(
        'p',
        { class: 'hint' },
        'No sentence says so: this is background knowledge, kept to make the graph hang together.',
      ),
    ];
  }
  const evidence = found.map(withText);
  const articles = new Map(evidence.map(({ article }) => [article.id, article]));
  return [
    h('h3', {}, 'Evidence'),
    h('ol', { class: 'evidence-list' }, byClaim(evidence).map(claimItem)),
    ...[...articles.values()].map((article) => articlePart(article, evidence, again)),
  ];
}

/** The evidence with the words of a file that the reader opened, where the service has none. */
function withText(evidence: Evidence): Evidence {
  const { sentence, article } = evidence;
  if (sentence.text !== null) return evidence;
  return { ...evidence, sentence: { ...sentence, text: slice(article.id, sentence) } };
}

function byClaim(evidence: readonly Evidence[]): readonly (readonly [Evidence, ...Evidence[]])[] {
  const groups = new Map<string, [Evidence, ...Evidence[]]>();
  for (const item of evidence) {
    const group = groups.get(item.claim.id);
    if (group) group.push(item);
    else groups.set(item.claim.id, [item]);
  }
  return [...groups.values()];
}

function claimItem(group: readonly [Evidence, ...Evidence[]]): HTMLElement {
  const [first] = group;
  const { claim } = first;
  return h(
    'li',
    { class: 'evidence', 'data-claim': claim.id },
    h('p', { class: 'claim' }, claim.statement),
    h(
      'p',
      { class: 'where' },
      statusBadge(claim.status),
      claim.rank === 'DEPRECATED' && h('span', { class: 'badge denied' }, 'retracted'),
      h('span', {}, `says ${voiceOf(first)}`),
      claim.basis !== 'STATED' && h('span', {}, `${plain(claim.basis)}, not said in so many words`),
    ),
    group.map((item) =>
      h(
        'div',
        { class: 'said' },
        h('p', { class: 'where' }, h('span', { class: 'number' }, sentenceName(item.sentence.number))),
        quote(item),
      ),
    ),
  );
}

/** How far independent sources agree, and what stands against it where they do not. */
export function agreementPart({
  verdict,
  articles,
  sources,
  contradicting,
}: Agreement): readonly HTMLElement[] {
  if (!verdict) return [];
  const words = verdicts[verdict] ?? plain(verdict);
  const told = `${articles} ${articles === 1 ? 'article' : 'articles'}`;
  const count = sources === 1 ? told : `${told}, ${sources} independent sources`;
  const line = h(
    'p',
    { class: 'agreement' },
    h('span', { class: `badge ${verdict === 'DISPUTED' ? 'denied' : ''}` }, words),
    ` ${count}`,
  );
  if (contradicting.length === 0) return [line];
  const items = contradicting.map(({ statement, status }) =>
    h('li', {}, statement, ' ', statusBadge(status)),
  );
  return [line, h('div', { class: 'against' }, h('h3', {}, 'Against it stands'), h('ul', {}, items))];
}
