import type { Price } from '../admission.ts';
import { ServiceError } from '../errors.ts';
import type { Principal } from './scope.ts';

/** Work that a key may ask for in a minute, whichever questions it takes: a thousand light ones or a few dear ones. */

/** What has been spent in the minute that began then. */
type Spent = { readonly since: number; readonly rows: number };

const MINUTE_MS = 60_000;

/** By the names of keys: those that have a budget are written by hand, and few. */
const spentBy = new Map<string, Spent>();

/** Takes the price of a question from what is left, or refuses it with RATE_LIMIT before anything is read. */
export type Spend = (price: Price) => void;

/** Someone whose key says how much they may ask for. */
export type Bounded = Principal & { readonly workPerMinute: number };

/** How someone spends. Where rows cannot be told, items count. */
export function spendingOf({ name, workPerMinute }: Bounded): Spend {
  return ({ items, rows = items }) => {
    const now = performance.now();
    const before = spentBy.get(name);
    const spent = before && now - before.since < MINUTE_MS ? before : { since: now, rows: 0 };
    if (spent.rows + rows > workPerMinute) throw overspent(workPerMinute, spent.since + MINUTE_MS - now);
    spentBy.set(name, { ...spent, rows: spent.rows + rows });
  };
}

function overspent(workPerMinute: number, waitMs: number): ServiceError {
  const message = `Your key may go through ${workPerMinute} rows of the graph in a minute, and this question is beyond that.`;
  return new ServiceError('RATE_LIMIT', message, {
    hint: `Ask again in ${Math.ceil(waitMs / 1_000)} s, or for less: x-cost-work tells what a question takes.`,
  });
}
