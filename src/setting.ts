import { isIP } from 'node:net';

/** One setting: its name in the environment, its value without one, what it is for, and how it is read. */
export type Setting<T> = {
  readonly name: string;
  readonly default: string;
  readonly help: string;
  /** Reads the text, or throws a `RangeError` that says what it must be. */
  readonly parse: (text: string) => T;
  /** Whether the value must never be shown. */
  readonly secret: boolean;
};

/** How the text of a setting is read, and what it is for. */
type Told<T> = Pick<Setting<T>, 'parse' | 'help'>;

/** A setting whose value may be shown. */
export function setting<T>(name: string, fallback: string, told: Told<T>): Setting<T> {
  return { name, default: fallback, ...told, secret: false };
}

/** A setting whose value could hold a password. */
export function secret<T>(name: string, fallback: string, told: Told<T>): Setting<T> {
  return { ...setting(name, fallback, told), secret: true };
}

/** Any text. */
export const text = (value: string): string => value;
/** A text, or none. */
export const optional = (value: string): string | undefined => (value === '' ? undefined : value);

/** `true` or `false`. */
export function flag(value: string): boolean {
  if (value === 'true' || value === 'false') return value === 'true';
  throw new RangeError('true or false');
}

/** A whole number within bounds. */
export function integer(min: number, max: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= min && number <= max) return number;
    throw new RangeError(`a whole number from ${min} to ${max}`);
  };
}

/** One of a few words. */
export function oneOf<T extends string>(...allowed: readonly T[]): (value: string) => T {
  return (value) => {
    const found = allowed.find((item) => item === value);
    if (found !== undefined) return found;
    throw new RangeError(`one of ${allowed.join(', ')}`);
  };
}

/** An address of HTTP, or none. */
export function httpUrl(value: string): string | undefined {
  if (value === '') return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const plain = url && /^https?:$/.test(url.protocol) && !url.username && !url.search && !url.hash;
  if (!plain) throw new RangeError('an address such as https://graph.example.org');
  return url.href.replace(/\/$/, '');
}

/** Origins of web pages. */
export function origins(value: string): readonly string[] {
  const items = value.split(',').map((item) => item.trim());
  const given = items.filter((item) => item !== '');
  if (given.some((item) => item !== '*' && (!URL.canParse(item) || new URL(item).origin !== item))) {
    throw new RangeError('* or origins such as https://example.org, separated by commas');
  }
  return given;
}

/** Texts separated by commas. */
export function list(value: string): readonly string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Names of hosts, without ports. */
export function hosts(value: string): readonly string[] {
  const items = list(value.toLowerCase());
  const plain = (item: string) =>
    URL.canParse(`http://${item}/`) && new URL(`http://${item}/`).hostname === item;
  if (items.every((item) => item === '*' || plain(item))) return items;
  throw new RangeError('* or names of hosts without a port, separated by commas');
}

/** Addresses of proxies, or blocks of them. */
export function addresses(value: string): readonly string[] {
  const items = list(value);
  const block = (item: string) => isIP(item.replace(/\/\d{1,3}$/, '')) > 0;
  if (items.every(block)) return items;
  throw new RangeError('addresses such as 10.0.0.1 or 10.0.0.0/8, separated by commas');
}

/** A whole number within bounds, or none. */
export function optionalInteger(min: number, max: number): (value: string) => number | undefined {
  return (value) => (value === '' ? undefined : integer(min, max)(value));
}
