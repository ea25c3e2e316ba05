/** Answers of GraphQL, as the product itself reads them. */

/** Something of an answer: an object, by the names of its fields. */
export type Told = { readonly [field: string]: unknown };

/** A list at the end of a way through an answer, `nodes` of a connection gone into; what is null on the way is left out. */
export function listAt(told: unknown, ...way: readonly string[]): Told[] {
  return way.reduce<Told[]>((items, key) => items.flatMap((item) => itemsOf(item[key])), [told as Told]);
}

function itemsOf(value: unknown): Told[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value as Told[];
  return 'nodes' in (value as Told) ? ((value as Told).nodes as Told[]) : [value as Told];
}

/** A text of an answer; null where it tells none. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The texts that a field has on some items. */
export function textsOf(items: readonly Told[], field: string): string[] {
  return items.flatMap((item) => textOf(item[field]) ?? []);
}
