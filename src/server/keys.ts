import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { type Principal, scopes } from './scope.ts';

/** What every key begins with, so that it is known for one where it should not be. */
const PREFIX = 'attested_';

const Key = z.strictObject({
  name: z.string().regex(/^[\w.@-]{1,64}$/),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  scopes: z.array(z.enum(scopes)).min(1),
  /** The last day on which it opens anything, in UTC. */
  until: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  /** The rows of the graph that may be gone through for it in a minute. */
  workPerMinute: z.number().int().positive().optional(),
});
const KeyFile = z.strictObject({ keys: z.array(Key) });

/** A key is 256 random bits: a plain hash of it cannot be turned back, and needs no salt. */
const hashKey = (key: string): string => `sha256:${createHash('sha256').update(key).digest('hex')}`;

/** What a key is made with besides its name: what it may do, how long, and how much work in a minute. */
export type KeyTerms = {
  readonly scopes: readonly string[];
  readonly until?: string | undefined;
  readonly workPerMinute?: number | undefined;
};

/** Makes a new key, and the entry that a key file has for it. */
export function makeKey(name: string, terms: KeyTerms) {
  const key = PREFIX + randomBytes(32).toString('base64url');
  const entry = Key.safeParse({ name, hash: hashKey(key), ...terms });
  if (entry.success) return { key, entry: entry.data };
  throw new ServiceError(
    'BAD_COMMAND',
    'A key needs a name of letters and digits, scopes that there are, a day such as 2027-12-31, and a number for work.',
    {
      hint: `attested key NAME --scopes read,export --until 2027-12-31; the scopes are ${scopes.join(', ')}.`,
    },
  );
}

/** Milliseconds between two looks at whether the file of keys is another one. */
const LOOK_MS = 1_000;

/**
 * Who a key is of, by a file that holds hashes only. A key that was added to the file, taken out or changed counts within a
 * second. What is no file of keys then is told, once for each such file, and the keys of before count on.
 */
export function readKeys(
  path: string,
  tell: (fault: ServiceError) => void,
): (key: string) => Principal | undefined {
  let principals = principalsIn(path);
  let known = versionOf(path);
  let lookedAt = performance.now();
  const look = () => {
    if (performance.now() - lookedAt < LOOK_MS) return;
    lookedAt = performance.now();
    const version = versionOf(path);
    if (version === known) return;
    known = version;
    try {
      principals = principalsIn(path);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      tell(error);
    }
  };
  return (key) => {
    if (!key.startsWith(PREFIX)) return undefined;
    look();
    return principals.get(hashKey(key));
  };
}

/** Tells one file from the next one of its name. */
function versionOf(path: string): string {
  const { ino, size, mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {};
  return [ino, size, mtimeMs].join();
}

function principalsIn(path: string): ReadonlyMap<string, Principal> {
  const read = entries(path).map(
    ({ hash, ...key }) => [hash, { ...key, scopes: new Set(key.scopes) }] as const,
  );
  return new Map(read);
}

function entries(path: string): readonly z.infer<typeof Key>[] {
  try {
    return KeyFile.parse(JSON.parse(readFileSync(path, 'utf8'))).keys;
  } catch (error) {
    throw new ServiceError('BAD_CONFIG', `API_KEYS names ${path}, which is no file of keys.`, {
      hint: 'It holds {"keys": […]}, with an entry for each key as attested key writes it.',
      cause: error,
    });
  }
}
