import { ask } from '../ask.ts';
import { h } from '../dom.ts';
import { connectionLine, failure, header, ready } from '../frame.ts';
import { explorerLink, type Question, questions } from '../questions.ts';
import { renderAnswer } from './answer.ts';
import { overview } from './overview.ts';
import '../theme.css';
import './home.css';

/** How many questions stand open; the others are behind a click. */
const SHOWN = 6;

const answer = h('section', {
  id: 'answer',
  class: 'answer',
  'aria-live': 'polite',
  'aria-label': 'Answer',
  tabindex: -1,
  hidden: true,
});

async function show(question: Question): Promise<void> {
  const heading = h('h2', {}, question.title);
  answer.hidden = false;
  answer.replaceChildren(heading, h('p', { class: 'hint' }, 'Asking …'));
  for (const button of document.querySelectorAll('.question')) {
    button.setAttribute('aria-pressed', String(button.getAttribute('data-name') === question.name));
  }
  history.replaceState(null, '', `#q=${question.name}`);
  try {
    const data = await ask<Record<string, unknown>>(question.text);
    const link = h('a', { href: explorerLink(question.text) }, 'See and change the query in GraphiQL');
    answer.replaceChildren(heading, ...renderAnswer(data), h('p', { class: 'onward' }, link));
  } catch (error) {
    answer.replaceChildren(
      heading,
      failure(error, () => void show(question)),
    );
  }
  answer.focus({ preventScroll: true });
  answer.scrollIntoView({ block: 'nearest' });
}

function questionButton(question: Question): HTMLElement {
  const attributes = {
    type: 'button',
    class: 'question',
    'aria-pressed': 'false',
    'data-name': question.name,
  };
  const button = h('button', { ...attributes, click: () => void show(question) }, question.title);
  return h('li', { class: question === questions[0] ? 'lead' : undefined }, button);
}

function searchForm(): HTMLElement {
  return h(
    'form',
    { class: 'find', action: './graph', role: 'search' },
    h('label', { for: 'find' }, 'Or find a name in the graph'),
    h(
      'span',
      { class: 'find-row' },
      h('input', { id: 'find', name: 'find', type: 'search', required: true, placeholder: 'Kim' }),
      h('button', {}, 'Find'),
    ),
  );
}

function hero(): HTMLElement {
  const more = questions.slice(SHOWN);
  return h(
    'section',
    { class: 'hero' },
    h('h1', {}, 'News as a graph, with the sentence behind every fact'),
    h(
      'p',
      { class: 'lede' },
      'Who met whom, who gave what to whom, what is only planned or feared: read from articles, kept as a graph, and every fact names the sentence that says it. Ask a question:',
    ),
    h('ul', { class: 'questions', 'aria-label': 'Questions' }, questions.slice(0, SHOWN).map(questionButton)),
    more.length > 0 &&
      h(
        'details',
        { class: 'more' },
        h('summary', {}, `${more.length} more questions`),
        h('ul', { class: 'questions', 'aria-label': 'More questions' }, more.map(questionButton)),
      ),
    searchForm(),
  );
}

function start(): void {
  const body = h('div', { class: 'inside' }, h('p', { class: 'hint' }, 'Fetching what is inside …'));
  const main = h('main', { id: 'main' }, hero(), answer, body);
  document.body.append(header('Start'), connectionLine(), main);
  const asked = new URLSearchParams(location.hash.slice(1)).get('q');
  const question = questions.find(({ name }) => name === asked);
  if (question) void show(question);
  const showOverview = () => {
    overview().then(
      (parts) => {
        body.replaceChildren(...parts);
        ready();
      },
      (error: unknown) => body.replaceChildren(failure(error, showOverview)),
    );
  };
  showOverview();
}

start();
