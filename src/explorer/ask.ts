/** Asks `/graphql` as any client does; waits and asks again while the service is down. */

/** An answer that the service refused, in its own words. */
export class AskError extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'AskError';
    this.hint = hint;
  }
}

/** How the connection to the service is. */
export type Connection =
  | { readonly kind: 'up' }
  | { readonly kind: 'down'; readonly message: string; readonly seconds: number; readonly retry: () => void }
  | { readonly kind: 'key'; readonly refused: boolean; readonly give: (key: string) => void };

type Answer = {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly hint?: string };
  }[];
};

const KEY = 'attested key';
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
const TIMEOUT_MS = 20_000;

const listeners = new Set<(connection: Connection) => void>();

/** Hears of every change of the connection. */
export function onConnection(listener: (connection: Connection) => void): void {
  listeners.add(listener);
}

function tell(connection: Connection): void {
  for (const listener of listeners) listener(connection);
}

/** The headers of a request, with the key of this tab where the service wants one. */
export function headers(): Record<string, string> {
  const key = sessionStorage.getItem(KEY);
  return {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    ...(key && { authorization: `Bearer ${key}` }),
  };
}

/** Asks one operation and gives its data; rejects with an `AskError` where the service refuses it. */
export async function ask<T>(query: string, variables: object = {}): Promise<T> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    const outcome = await attempt(query, variables);
    if (outcome.kind === 'down') {
      await waited(outcome.message, wait);
    } else if (outcome.kind === 'key') {
      await keyGiven(sessionStorage.getItem(KEY) !== null);
    } else {
      tell({ kind: 'up' });
      return read<T>(outcome.answer);
    }
  }
}

type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'key' }
  | { readonly kind: 'down'; readonly message: string };

async function attempt(query: string, variables: object): Promise<Outcome> {
  try {
    const response = await fetch('./graphql', {
      method: 'POST',
      headers: headers(),
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 401) return { kind: 'key' };
    const answer = (await response.json()) as Answer;
    if (![429, 502, 503].includes(response.status)) return { kind: 'answer', answer };
    return { kind: 'down', message: answer.errors?.[0]?.message ?? 'The service cannot answer now.' };
  } catch (error) {
    const slow = error instanceof DOMException && error.name === 'TimeoutError';
    return { kind: 'down', message: slow ? 'The service is slow.' : 'The service does not answer.' };
  }
}

function read<T>({ data, errors }: Answer): T {
  const [error] = errors ?? [];
  if (error) throw new AskError(error.message, error.extensions?.hint);
  return data as T;
}

function waited(message: string, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const retry = () => {
      clearTimeout(timer);
      resolve();
    };
    tell({ kind: 'down', message, seconds: Math.ceil(milliseconds / 1_000), retry });
  });
}

function keyGiven(refused: boolean): Promise<void> {
  return new Promise((resolve) => {
    const give = (key: string) => {
      sessionStorage.setItem(KEY, key);
      resolve();
    };
    tell({ kind: 'key', refused, give });
  });
}
