import type { Compiled } from '../compile/compile.ts';
import type { Variables } from '../compile/input.ts';

/** The compiled statements of one shape: which inputs their texts depend on, and one statement for each value of these. */
type Family = { readonly pinned: Compiled['plan']['pinned']; readonly byValue: Map<string, Compiled> };

/** Compiled statements by operation and shape of variables, the least recently used dropped first. */
export class CompiledCache {
  readonly #max: number;
  readonly #families = new Map<string, Family>();
  #size = 0;

  constructor(max: number) {
    this.#max = max;
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
    this.#size += 1;
    while (this.#size > this.#max) this.#drop();
  }

  #drop(): void {
    const [oldest] = this.#families;
    if (!oldest) return;
    this.#families.delete(oldest[0]);
    this.#size -= oldest[1].byValue.size;
  }
}

function valuesOf(pinned: Family['pinned'], variables: Variables): string {
  return pinned.length === 0 ? '' : JSON.stringify(pinned.map((input) => input.read(variables)));
}
