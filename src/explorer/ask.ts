import type { Document } from './documents.ts';

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
export async function ask<T>(query: Document, variables: object = {}): Promise<T> {
  const body = JSON.stringify({ query, variables });
  const text = await persist('./graphql', { method: 'POST', body });
  return read<T>(JSON.parse(text) as Answer);
}

/** Fetches a text of the service, like `/schema.graphql`. */
export function fetchText(url: string): Promise<string> {
  return persist(url, {});
}

/** Fetches until there is an answer: waits while the service is down, and asks the reader for a key if need be. */
async function persist(url: string, init: RequestInit): Promise<string> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    const outcome = await attempt(url, init);
    if (outcome.kind === 'down') {
      await waited(outcome.message, wait);
    } else if (outcome.kind === 'key') {
      await keyGiven(sessionStorage.getItem(KEY) !== null);
    } else {
      tell({ kind: 'up' });
      return outcome.text;
    }
  }
}

type Outcome =
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'key' }
  | { readonly kind: 'down'; readonly message: string };

async function attempt(url: string, init: RequestInit): Promise<Outcome> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, { ...init, headers: headers(), signal });
    if (response.status === 401) return { kind: 'key' };
    const text = await response.text();
    if (![429, 502, 503].includes(response.status)) return { kind: 'answer', text };
    return { kind: 'down', message: messageOf(text) ?? 'The service cannot answer now.' };
  } catch (error) {
    const slow = error instanceof DOMException && error.name === 'TimeoutError';
    return { kind: 'down', message: slow ? 'The service is slow.' : 'The service does not answer.' };
  }
}

function messageOf(text: string): string | undefined {
  try {
    return (JSON.parse(text) as Answer).errors?.[0]?.message;
  } catch {
    return undefined;
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
