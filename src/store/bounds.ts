import { clientGone, ServiceError } from '../errors.ts';
import type { ReadOptions, Row, Statement, Value } from './store.ts';

/** What bounds one read on any engine: the values that go in, how long it may take, how much may come out. */

type Parameters = Statement['parameters'];

const loneSurrogate = /\p{Surrogate}/u;
const longMax = 2n ** 63n - 1n;
const longMin = -(2n ** 63n);

function refuse(what: string): never {
  throw new ServiceError('BAD_USER_INPUT', what, { hint: 'Send another value.' });
}

/** Refuses a text with half a character in it. */
export function checkString(value: string): void {
  if (loneSurrogate.test(value)) refuse('A text holds half of a surrogate pair, which is no character.');
}

/** Refuses the values that no engine keeps as they are: half a character, and integers beyond 64 bits. */
export function checkValue(value: Value | undefined): void {
  if (typeof value === 'string') checkString(value);
  else if (typeof value === 'bigint') {
    if (value > longMax || value < longMin) refuse(`The integer ${value} does not fit in 64 bits.`);
  } else if (typeof value === 'object' && value !== null) {
    for (const key in value) {
      if (!Array.isArray(value)) checkString(key);
      checkValue((value as Parameters)[key]);
    }
  }
}

/**
 * Answers as `running` does, or with STORE_TIMEOUT when the caller's time is over, CLIENT_GONE when the caller has gone.
 * `abandon` is then called once, to stop what can be stopped, with the reason.
 */
export function withDeadline<T>(
  running: Promise<T>,
  { timeoutMs, signal }: ReadOptions,
  abandon?: (why: ServiceError) => void,
): Promise<T> {
  if (timeoutMs === undefined && signal === undefined) return running;
  return new Promise<T>((resolve, reject) => {
    const give = (error: ServiceError) => {
      settle();
      reject(error);
      abandon?.(error);
    };
    const onAbort = () => give(clientGone());
    const onTime = () => {
      const message = `The graph did not answer within ${timeoutMs} ms.`;
      give(new ServiceError('STORE_TIMEOUT', message, { hint: 'Ask for less, or try again.' }));
    };
    const timer = timeoutMs === undefined ? undefined : setTimeout(onTime, timeoutMs);
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    signal?.addEventListener('abort', onAbort);
    running.then(
      (answer) => {
        settle();
        resolve(answer);
      },
      (error) => {
        settle();
        reject(error);
      },
    );
    if (signal?.aborted) onAbort();
  });
}

/** The most that one read may bring back. */
export type ReadLimits = { readonly rowsMax: number; readonly bytesMax: number };

/** What holds where nothing else is said. */
export const readLimits: ReadLimits = { rowsMax: 50_000, bytesMax: 10_000_000 };

/** The refusal of a result beyond a limit. */
export function tooLarge(what: string): ServiceError {
  return new ServiceError('RESULT_TOO_LARGE', `The graph gave more than ${what}.`, {
    hint: 'Ask for smaller pages, or for fewer fields.',
  });
}

/** Refuses rows beyond `bytesMax` bytes, as they would be written in JSON, more or less. */
export function refuseLarge(rows: readonly Row[], { bytesMax }: ReadLimits): void {
  let left = bytesMax;
  const weigh = (value: Value | undefined): void => {
    if (left < 0) return;
    if (typeof value === 'string') left -= value.length + 2;
    else if (typeof value !== 'object' || value === null) left -= 8;
    else if (Array.isArray(value)) for (const item of value) weigh(item);
    else {
      for (const [key, item] of Object.entries(value as Row)) {
        left -= key.length + 4;
        weigh(item);
      }
    }
  };
  for (const row of rows) weigh(row);
  if (left < 0) throw tooLarge(`${bytesMax} bytes`);
}
