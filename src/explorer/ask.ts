/** Asks `/graphql` as any client does; waits and asks again while the service is down. */

/** A document that the build lists, so that a locked service answers it. */
export type Document = string & { readonly known: 'to a locked service' };

type Thing = { readonly id: string; readonly type: string; readonly name: string };

/** How the service read a name that was asked with. */
export type ToldName = {
  readonly value: string;
  readonly outcome: 'TAKEN' | 'AMBIGUOUS' | 'OTHER_TYPE' | 'UNKNOWN';
  readonly things: readonly Thing[];
  readonly suggestions?: readonly (Thing & { readonly because: string })[];
  /** What to tell the reader of it, if anything. */
  readonly note?: string;
};

type Refusal = { readonly hint?: string; readonly code?: string; readonly names?: readonly ToldName[] };

/** An answer that the service refused, in its own words. */
export class AskError extends Error {
  readonly hint: string | undefined;
  readonly code: string | undefined;
  /** How the names were read, where that is why. */
  readonly names: readonly ToldName[];

  constructor(message: string, { hint, code, names = [] }: Refusal = {}) {
    super(message);
    this.name = 'AskError';
    this.hint = hint;
    this.code = code;
    this.names = names;
  }
}

/** How the connection to the service is. */
export type Connection =
  | { readonly kind: 'up' }
  | { readonly kind: 'slow' }
  | { readonly kind: 'down'; readonly message: string; readonly seconds: number; readonly retry: () => void }
  | { readonly kind: 'key'; readonly refused: boolean; readonly give: (key: string) => void };

/** What the service sends for a question. */
export type Answer = {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: Refusal;
  }[];
  readonly extensions?: { readonly names?: readonly ToldName[] };
};

const KEY = 'attested key';
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** After this long the reader is told that the service is slow; after the other, it is asked anew. */
const SLOW_MS = 3_000;
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
function headers(key: string | null): Record<string, string> {
  return {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    ...(key && { authorization: `Bearer ${key}` }),
  };
}

/** Asks one of the pages' documents and gives its data; rejects with an `AskError` where the service refuses it. */
export async function ask<T>(query: Document, variables: object = {}): Promise<T> {
  return (await askNamed<T>(query, variables)).data;
}

/** The same, with how the names were read that it asks with. */
export async function askNamed<T>(
  query: Document,
  variables: object,
): Promise<{ readonly data: T; readonly names: readonly ToldName[] }> {
  const body = JSON.stringify({ query, variables });
  const answer = parsed(await persist('./graphql', { method: 'POST', body }));
  const [error] = answer.errors ?? [];
  if (error) throw new AskError(error.message, error.extensions);
  return { data: answer.data as T, names: answer.extensions?.names ?? [] };
}

/** Asks what somebody wrote, and gives the answer whole, errors and all; does not wait for a service that is down. */
export async function askAsWritten(body: object): Promise<Answer> {
  const init = { method: 'POST', body: JSON.stringify(body) };
  for (;;) {
    const outcome = await attempt('./graphql', init);
    if (outcome.kind === 'answer') return parsed(outcome.text);
    if (outcome.kind === 'down') {
      return { errors: [{ message: `${outcome.message} Run the operation again when it is back.` }] };
    }
    await pass(() => keyGiven(outcome.used));
    tell({ kind: 'up' });
  }
}

/** Fetches a text of the service, like `/schema.graphql`. */
export function fetchText(url: string): Promise<string> {
  return persist(url, {});
}

/** What all questions wait for together: that the service is back, or that the reader gives a key. */
let gate: Promise<void> | undefined;
let wait = FIRST_WAIT_MS;
/** How many questions have been told to be slow and are still without an answer. */
let slow = 0;

function pass(open: () => Promise<void>): Promise<void> {
  gate ??= open().finally(() => {
    gate = undefined;
  });
  return gate;
}

/** Fetches until there is an answer: waits while the service is down, and asks the reader for a key if need be. */
async function persist(url: string, init: RequestInit): Promise<string> {
  for (;;) {
    const outcome = await attempt(url, init);
    if (outcome.kind === 'down') {
      await pass(() => waited(outcome));
    } else if (outcome.kind === 'key') {
      await pass(() => keyGiven(outcome.used));
    } else {
      wait = FIRST_WAIT_MS;
      if (gate === undefined && slow === 0) tell({ kind: 'up' });
      return outcome.text;
    }
  }
}

type Down = { readonly kind: 'down'; readonly message: string; readonly leastMs: number };
type Outcome =
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'key'; readonly used: string | null }
  | Down;

async function attempt(url: string, init: RequestInit): Promise<Outcome> {
  const done = watchSlow();
  const used = sessionStorage.getItem(KEY);
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, { ...init, headers: headers(used), signal });
    if (response.status === 401) return { kind: 'key', used };
    const text = await response.text();
    if (![429, 502, 503].includes(response.status)) return { kind: 'answer', text };
    const message = messageOf(text) ?? 'The service cannot answer now.';
    return { kind: 'down', message, leastMs: Number(response.headers.get('retry-after') ?? 0) * 1_000 };
  } catch (error) {
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    const message = late
      ? `The service has not answered for ${TIMEOUT_MS / 1_000} s.`
      : 'The service does not answer.';
    return { kind: 'down', message, leastMs: 0 };
  } finally {
    done();
  }
}

/** Says so when an answer takes long; the function that it gives ends the watch. */
function watchSlow(): () => void {
  let told = false;
  const timer = setTimeout(() => {
    told = true;
    slow += 1;
    if (gate === undefined) tell({ kind: 'slow' });
  }, SLOW_MS);
  return () => {
    clearTimeout(timer);
    if (told) slow -= 1;
  };
}

function messageOf(text: string): string | undefined {
  try {
    return (JSON.parse(text) as Answer).errors?.[0]?.message;
  } catch {
    return undefined;
  }
}

function parsed(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    throw new AskError('What answered is not the service: it sent no JSON.', {
      hint: 'Something in between may have answered in its stead. Load the page again.',
    });
  }
}

function waited({ message, leastMs }: Down): Promise<void> {
  const milliseconds = Math.max(wait, Math.min(leastMs || 0, 60_000));
  wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const retry = () => {
      clearTimeout(timer);
      resolve();
    };
    tell({ kind: 'down', message, seconds: Math.ceil(milliseconds / 1_000), retry });
  });
}

/** Asks the reader for a key, unless another than the one that was refused has been given meanwhile. */
function keyGiven(used: string | null): Promise<void> {
  if (sessionStorage.getItem(KEY) !== used) return Promise.resolve();
  return new Promise((resolve) => {
    const give = (key: string) => {
      sessionStorage.setItem(KEY, key);
      resolve();
    };
    tell({ kind: 'key', refused: used !== null, give });
  });
}
