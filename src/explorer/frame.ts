import { type Connection, onConnection } from './ask.ts';
import { h } from './dom.ts';

/** What surrounds every page of ours: name, ways, and word of the connection. */

const ways = [
  ['./', 'Start'],
  ['./graph', 'Graph'],
  ['./explorer', 'GraphiQL'],
  ['./tables', 'Tables'],
  ['./schema.graphql', 'Schema'],
] as const;

/** The head of a page, with the way that leads to the page itself marked. */
export function header(current: string, ...more: readonly Node[]): HTMLElement {
  const links = ways.map(([href, name]) =>
    h('li', {}, h('a', { href, 'aria-current': name === current ? 'page' : undefined }, name)),
  );
  return h(
    'header',
    { class: 'top' },
    h('a', { class: 'skip', href: '#main' }, 'Skip to content'),
    h(
      'a',
      { class: 'brand', href: './', 'aria-label': 'attested, start page' },
      h('span', { class: 'brand-mark', 'aria-hidden': 'true' }),
      'attested',
    ),
    ...more,
    h('nav', { 'aria-label': 'Pages' }, h('ul', {}, links)),
  );
}

/** A line under the head that says so when the service is down, and a field for a key when it wants one. */
export function connectionLine(): HTMLElement {
  const line = h('div', { class: 'connection', role: 'status', hidden: true });
  onConnection((connection) => {
    line.hidden = connection.kind === 'up';
    line.replaceChildren(...content(connection));
  });
  return line;
}

function content(connection: Connection): Node[] {
  if (connection.kind === 'up') return [];
  if (connection.kind === 'key') return [keyForm(connection)];
  const { message, seconds, retry } = connection;
  return [
    h('strong', {}, message),
    h('span', {}, ` Trying again in ${seconds} s. `),
    h('button', { type: 'button', click: retry }, 'Try now'),
  ];
}

function keyForm({ refused, give }: Extract<Connection, { kind: 'key' }>): HTMLElement {
  const field = h('input', { type: 'password', name: 'key', autocomplete: 'off', required: true });
  const submit = (event: Event) => {
    event.preventDefault();
    give(field.value.trim());
  };
  const text = refused ? 'That key was not taken. Key or token: ' : 'The service asks for a key or token: ';
  return h('form', { submit }, h('label', {}, text, field), h('button', {}, 'Use it in this tab'));
}
