import { ServiceError } from '../errors.ts';
import type { ReadOptions } from './store.ts';

/**
 * Answers as `running` does, or with STORE_TIMEOUT when the caller's time is over or the caller has gone.
 * `abandon` is then called once, to stop what can be stopped.
 */
export function withDeadline<T>(
  running: Promise<T>,
  { timeoutMs, signal }: ReadOptions,
  abandon?: () => void,
): Promise<T> {
  if (timeoutMs === undefined && signal === undefined) return running;
  return new Promise<T>((resolve, reject) => {
    const give = (message: string) => {
      settle();
      reject(new ServiceError('STORE_TIMEOUT', message, { hint: 'Ask for less, or try again.' }));
      abandon?.();
    };
    const onAbort = () => give('The caller went away before the graph answered.');
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => give(`The graph did not answer within ${timeoutMs} ms.`), timeoutMs);
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    signal?.addEventListener('abort', onAbort);
    running.finally(settle).then(resolve, reject);
    if (signal?.aborted) onAbort();
  });
}
