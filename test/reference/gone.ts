import { type Item, isNode, typeOf } from './graph.ts';

/** What is denied or taken back is in a list only where that is asked for. */

type Filter = { readonly [key: string]: unknown };

/** What takes place or is told, and so can be denied or taken back. */
const CAN_GO = ['Event', 'Gift', 'Fact'];
const GONE = ['DENIED', 'WITHDRAWN'];

/** Whether an item is denied or taken back, so that a list has it only when asked. */
export const isGone = (item: Item): boolean =>
  isNode(item) && CAN_GO.includes(typeOf(item)) && GONE.includes(String(item.properties.status));

/** Whether a filter names the status of the items. */
export function asksStatus(where: Filter): boolean {
  return Object.entries(where).some(([key, condition]) => {
    if (condition === null || condition === undefined) return false;
    if (key === 'status') return true;
    const inner =
      key === 'and' || key === 'or' ? (condition as Filter[]) : key === 'not' ? [condition as Filter] : [];
    return inner.some(asksStatus);
  });
}
