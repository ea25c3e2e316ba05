import { AskError, type Connection, onConnection } from './ask.ts';
import { type Child, fill, h } from './dom.ts';

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
    h('a', { class: 'skip', href: '#main', click: skip }, 'Skip to content'),
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

/** Goes to the content by hand: the address behind `#` is the state of the page, which a jump would overwrite. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** A line under the head that says so when the service is down or slow, and a field for a key when it wants one. */
export function connectionLine(): HTMLElement {
  const line = h('div', { class: 'connection', role: 'status', hidden: true });
  let clock: ReturnType<typeof setInterval> | undefined;
  onConnection((connection) => {
    clearInterval(clock);
    line.hidden = connection.kind === 'up';
    fill(line, content(connection));
    if (connection.kind === 'key') line.querySelector('input')?.focus();
    if (connection.kind === 'down') clock = countDown(line, connection.seconds);
  });
  return line;
}

function content(connection: Connection): readonly Child[] {
  switch (connection.kind) {
    case 'up':
      return [];
    case 'slow':
      return [h('strong', {}, 'The service is slow to answer.'), ' Still waiting for it.'];
    case 'key':
      return [keyForm(connection)];
    case 'down':
      return [
        h('strong', {}, connection.message),
        // Counted down for the eye only: a screen reader would have to speak every second.
        h('span', { class: 'countdown', 'aria-hidden': 'true' }),
        h('button', { type: 'button', click: connection.retry }, 'Try now'),
      ];
  }
}

function countDown(line: HTMLElement, seconds: number): ReturnType<typeof setInterval> {
  const word = line.querySelector('.countdown');
  let left = seconds;
  const write = () => {
    if (word) word.textContent = left > 0 ? ` Trying again in ${left} s. ` : ' Trying again … ';
    left -= 1;
  };
  write();
  return setInterval(write, 1_000);
}

function keyForm({ refused, give }: Extract<Connection, { kind: 'key' }>): HTMLElement {
  const field = h('input', { type: 'password', name: 'key', autocomplete: 'off', required: true });
  const submit = (event: Event) => {
    event.preventDefault();
    give(field.value.trim());
  };
  const text = refused ? 'That key was not taken. Key or token: ' : 'The service asks for a key or token: ';
  const about = h('small', {}, 'It is kept for this tab only.');
  return h('form', { submit }, h('label', {}, text, field), h('button', {}, 'Use it in this tab'), about);
}

/** Says that the page can be used now: in milliseconds since it was opened. */
export function ready(): void {
  document.documentElement.dataset.ready ??= String(Math.round(performance.now()));
}

/** A failure in the words of the service, with a way to try again. */
export function failure(error: unknown, again?: () => void): HTMLElement {
  const known = error instanceof AskError ? error : undefined;
  const hint =
    known?.code === 'DOCUMENT_NOT_TRUSTED'
      ? 'The page may be of another version than the service, which knows the questions of its own pages only. Load the page again.'
      : known?.hint;
  return h(
    'div',
    { class: 'failure', role: 'alert' },
    h('p', {}, known?.message ?? 'The page could not show this.'),
    hint && h('p', { class: 'hint' }, hint),
    again && h('p', {}, h('button', { type: 'button', click: again }, 'Try again')),
  );
}
