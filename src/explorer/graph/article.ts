import { h } from '../dom.ts';
import { type Article, cut, type Evidence } from '../evidence.ts';
import { hasText, openFile, type TextSentence, textOf } from './texts.ts';
import './article.css';

/** An article with the spans marked that carry what is shown, or the way to its text. */

/** The part of the panel for one article; `again` draws the panel anew once a text was opened. */
export function articlePart(article: Article, evidence: readonly Evidence[], again: () => void): HTMLElement {
  const own = evidence.filter((item) => item.article.id === article.id);
  const { title, byline, publishedOn, url } = article;
  return h(
    'section',
    // Read aloud it would bury what the panel has to say: it is there to be read on demand.
    { class: 'article', 'aria-label': 'Article', 'aria-live': 'off' },
    h('p', { class: 'article-title' }, url ? h('a', { href: url, rel: 'noreferrer' }, title) : title),
    h('p', { class: 'hint' }, [byline, publishedOn].filter(Boolean).join(', ')),
    hasText(article) ? reading(article, own) : missing(article, again),
  );
}

function reading(article: Article, evidence: readonly Evidence[]): HTMLElement {
  const text = h('div', {
    class: 'article-text',
    tabindex: 0,
    role: 'document',
    'aria-label': 'Text of the article',
  });
  textOf(article).then(
    (sentences) => {
      text.replaceChildren(...paragraphs(sentences, evidence));
      requestAnimationFrame(() => {
        const first = text.querySelector('mark');
        if (first) text.scrollTop = first.offsetTop - 56;
      });
    },
    () => text.replaceChildren('The text could not be fetched.'),
  );
  return text;
}

/** The lines of the head each for itself, then the body as one running text with the numbers of its sentences. */
function paragraphs(
  sentences: readonly TextSentence[],
  evidence: readonly Evidence[],
): readonly HTMLElement[] {
  const head = sentences.filter(({ kind }) => kind !== 'BODY');
  const body = sentences.filter(({ kind }) => kind === 'BODY');
  return [
    ...head.map((one) =>
      h('p', { class: one.kind === 'TITLE' ? 'headline' : 'head-line' }, sentence(one, evidence)),
    ),
    h(
      'p',
      {},
      body.flatMap((one) => [
        h('sup', { 'aria-label': `sentence ${one.number}` }, one.number),
        sentence(one, evidence),
        ' ',
      ]),
    ),
  ];
}

function sentence({ id, text, start, end }: TextSentence, evidence: readonly Evidence[]): HTMLElement {
  const spans = merge(evidence.filter((item) => item.sentence.id === id));
  const parts: (Node | string)[] = [];
  let rest = text ?? '';
  let at = start;
  for (const span of spans) {
    const [before, marked, after] = cut(rest, at, span);
    parts.push(before, h('mark', {}, marked));
    rest = after;
    at = Math.min(span.end, end);
  }
  return h('span', { class: spans.length > 0 ? 'cited' : undefined }, ...parts, rest);
}

/** Spans that overlap become one. */
function merge(spans: readonly { readonly start: number; readonly end: number }[]) {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function missing(article: Article, again: () => void): HTMLElement {
  const key = article.id.replace(/^article:/, '');
  const word = h('p', { role: 'alert', class: 'warning' });
  const opened = async (event: Event) => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (!file) return;
    const fault = await openFile(article, file);
    if (fault === undefined) again();
    else word.textContent = fault;
  };
  return h(
    'div',
    { class: 'missing' },
    h(
      'p',
      {},
      'The service does not have the text. Put it as ',
      h('code', {}, `${key}.txt`),
      ' into the folder that ',
      h('code', {}, 'ARTICLES_DIR'),
      ' names and start the service again, or open it here:',
    ),
    h(
      'label',
      { class: 'file' },
      'Open the text file',
      h('input', { type: 'file', accept: '.txt,text/plain', change: (event) => void opened(event) }),
    ),
    h('p', { class: 'hint' }, 'It stays in this page: its SHA-256 is compared, nothing is sent.'),
    word,
  );
}
