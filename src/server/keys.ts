import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { type Principal, scopes } from './scope.ts';

/** What every key begins with, so that it is known for one where it should not be. */
const PREFIX = 'attested_';

const Key = z.strictObject({
  name: z.string().regex(/^[\w.@-]{1,64}$/),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  scopes: z.array(z.enum(scopes)).min(1),
});
const KeyFile = z.strictObject({ keys: z.array(Key) });

/** A key is 256 random bits: a plain hash of it cannot be turned back, and needs no salt. */
const hashKey = (key: string): string => `sha256:${createHash('sha256').update(key).digest('hex')}`;

/** Makes a new key, and the entry that a key file has for it. */
export function makeKey(name: string, wanted: readonly string[]) {
  const key = PREFIX + randomBytes(32).toString('base64url');
  const entry = Key.safeParse({ name, hash: hashKey(key), scopes: wanted });
  if (entry.success) return { key, entry: entry.data };
  throw new ServiceError(
    'BAD_COMMAND',
    'A key needs a name of letters and digits, and scopes that there are.',
    {
      hint: `attested key NAME --scopes read,export; the scopes are ${scopes.join(', ')}.`,
    },
  );
}

/** Who a key is of, by a file that holds hashes only. */
export function readKeys(path: string): (key: string) => Principal | undefined {
  const principals = new Map(
    entries(path).map((key) => [key.hash, { name: key.name, scopes: new Set(key.scopes) }]),
  );
  return (key) => (key.startsWith(PREFIX) ? principals.get(hashKey(key)) : undefined);
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
