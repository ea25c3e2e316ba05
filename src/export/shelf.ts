/** What was read by its id and is asked for again: one claim stands behind many facts, one event at the end of many. */

/** How many things are kept, some hundred bytes each. */
const KEPT = 20_000;

/** Reads things by id, those that it lacks at once, and keeps those that came last. */
export class Shelf<Item> {
  readonly #read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Item>>;
  readonly #kept = new Map<string, Item>();

  constructor(read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Item>>) {
    this.#read = read;
  }

  /** Keeps something that was read otherwise. */
  put(id: string, item: Item): void {
    this.#kept.set(id, item);
  }

  /** The things of some ids, those that there are. */
  async take(ids: readonly string[]): Promise<ReadonlyMap<string, Item>> {
    const wanted = [...new Set(ids)];
    const lacking = wanted.filter((id) => !this.#kept.has(id));
    for (const [id, item] of lacking.length > 0 ? await this.#read(lacking) : []) this.#kept.set(id, item);
    const found = wanted.flatMap((id): [string, Item][] => {
      const item = this.#kept.get(id);
      return item === undefined ? [] : [[id, item]];
    });
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(id);
    }
    return new Map(found);
  }
}
