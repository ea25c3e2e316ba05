import type { Compiled } from '../compile/compile.ts';
import type { Variables } from '../compile/input.ts';
import { invariant } from '../errors.ts';

/** The compiled statements of one shape: which inputs their texts depend on, and one statement for each value of these. */
type Family = { readonly pinned: Compiled['plan']['pinned']; readonly byValue: Map<string, Compiled> };

/** How many compiled statements are kept, and how many characters they and their keys may have in all. */
export type CacheLimits = { readonly statements: number; readonly characters: number };

/**
 * Compiled statements by operation and shape of variables, the least recently used dropped first. A statement takes
 * some eleven bytes of heap for each character of its text, most of it in its plan.
 */
export class CompiledCache {
  readonly #limits: CacheLimits;
  readonly #families = new Map<string, Family>();
  #statements = 0;
  #characters = 0;

  constructor(limits: CacheLimits) {
    this.#limits = limits;
  }

  /** The statement for these variables, compiled if it is not there. */
  find(key: string, variables: Variables, compile: () => Compiled): Compiled {
    const family = this.#families.get(key);
    const found = family?.byValue.get(valuesOf(family.pinned, variables));
    if (family && found) {
      this.#families.delete(key);
      this.#families.set(key, family);
      return found;
    }
    const compiled = compile();
    this.#add(key, valuesOf(compiled.plan.pinned, variables), compiled);
    return compiled;
  }

  #add(key: string, value: string, compiled: Compiled): void {
    const family = this.#families.get(key) ?? { pinned: compiled.plan.pinned, byValue: new Map() };
    this.#families.set(key, family);
    family.byValue.set(value, compiled);
    this.#statements += 1;
    this.#characters += charactersOf(key, compiled);
    while (this.#statements > this.#limits.statements || this.#characters > this.#limits.characters)
      this.#drop();
  }

  #drop(): void {
    const [oldest] = this.#families;
    invariant(oldest, 'a cache of compiled statements counts wrongly');
    const [key, { byValue }] = oldest;
    this.#families.delete(key);
    this.#statements -= byValue.size;
    for (const compiled of byValue.values()) this.#characters -= charactersOf(key, compiled);
  }
}

const charactersOf = (key: string, { text = '' }: Compiled): number => key.length + text.length;

function valuesOf(pinned: Family['pinned'], variables: Variables): string {
  return pinned.length === 0 ? '' : JSON.stringify(pinned.map((input) => input.read(variables)));
}
