import { clientGone, ServiceError } from '../errors.ts';
import type { ReadOptions } from './store.ts';

/**
 * Answers as `running` does, or with STORE_TIMEOUT when the caller's time is over, CLIENT_GONE when the caller has gone.
 * `abandon` is then called once, to stop what can be stopped.
 */
export function withDeadline<T>(
  running: Promise<T>,
  { timeoutMs, signal }: ReadOptions,
  abandon?: () => void,
): Promise<T> {
  if (timeoutMs === undefined && signal === undefined) return running;
  return new Promise<T>((resolve, reject) => {
    const give = (error: ServiceError) => {
      settle();
      reject(error);
      abandon?.();
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
