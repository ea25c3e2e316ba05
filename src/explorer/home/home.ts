import { start as domain } from 'virtual:domain';
import { h } from '../dom.ts';
import { connectionLine, failure, header, ready } from '../frame.ts';
import { type Question, questions } from '../questions.ts';
import { answer, showAsked, visit } from './asking.ts';
import { overview } from './overview.ts';
import '../colours.css';
import '../theme.css';
import '../frame.css';
import '../print.css';
import './home.css';

/** How many questions stand open; the others are behind a click. */
const SHOWN = 6;

function questionButton(question: Question): HTMLElement {
  const attributes = {
    type: 'button',
    class: 'question',
    'aria-pressed': 'false',
    'data-name': question.name,
  };
  const button = h('button', { ...attributes, click: () => visit(question) }, question.title);
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
      h('input', {
        id: 'find',
        name: 'find',
        type: 'search',
        required: true,
        placeholder: domain.placeholder,
      }),
      h('button', {}, 'Find'),
    ),
  );
}

function hero(): HTMLElement {
  const more = questions.slice(SHOWN);
  return h(
    'section',
    { class: 'hero' },
    h('h1', {}, domain.headline),
    h('p', { class: 'lede' }, domain.lede),
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
  const main = h('main', { id: 'main', tabindex: -1 }, hero(), answer, body);
  document.body.append(header('Start'), connectionLine(), main);
  showAsked();
  addEventListener('popstate', showAsked);
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
