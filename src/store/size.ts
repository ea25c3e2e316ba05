import { ServiceError } from '../errors.ts';
import type { Row, Value } from './store.ts';

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
