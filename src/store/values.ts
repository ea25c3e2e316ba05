import { checkString, checkValue } from './bounds.ts';
import type { Statement, Value } from './store.ts';

type Parameters = Statement['parameters'];

/** The parameters as the Neo4j driver takes them: it sends a number as a float, a bigint as an integer. */
export function toNeo4j(parameters: Parameters): Parameters {
  return encode(parameters) as Parameters;
}

function encode(value: Value | undefined): Value {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value !== 'object' || value === null) {
    checkValue(value);
    return value ?? null;
  }
  if (Array.isArray(value)) return value.map(encode);
  const map: { [key: string]: Value } = {};
  for (const [key, item] of Object.entries(value)) {
    checkString(key);
    Object.defineProperty(map, key, {
      value: encode(item),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return map;
}

/** A value of the Neo4j driver (`useBigInt`) as a plain one. The maps and lists it made for us are changed in place. */
export function fromNeo4j(value: unknown): Value {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (typeof value !== 'object' || value === null) return value as Value;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = fromNeo4j(value[i]);
    return value;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value);
  const map = value as { [key: string]: unknown };
  for (const key in map) {
    const item = map[key];
    if (typeof item !== 'string') map[key] = fromNeo4j(item);
  }
  return map as Value;
}
