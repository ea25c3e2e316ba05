import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { ServiceError } from '../errors.ts';
import { type Principal, type Scope, scopes } from './scope.ts';

/** Where tokens come from and whom they are for. */
export type TokenSettings = { readonly jwksUrl: string; readonly issuer: string; readonly audience: string };

/** Signatures made with a private key; one made with a shared secret would let a reader of the keys sign. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** Milliseconds that the keys may take to come. */
const FETCH_MS = 1_500;

/** Seconds by which two clocks may differ. */
const CLOCK_TOLERANCE_S = 5;

/** Who a token is of; undefined when it is not, or no longer, one that holds. */
export function readTokens(settings: TokenSettings): (token: string) => Promise<Principal | undefined> {
  const { jwksUrl, issuer, audience } = settings;
  const keys = createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: FETCH_MS, cooldownDuration: 10_000 });
  const options = { issuer, audience, algorithms: ALGORITHMS, clockTolerance: CLOCK_TOLERANCE_S };
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, { ...options, requiredClaims: ['exp', 'sub'] });
      // No key can have a name with a blank, so that a token cannot count as one.
      return { name: `token ${payload.sub}`.slice(0, 256), scopes: scopesIn(payload) };
    } catch (error) {
      if (error instanceof errors.JOSEError && !unreachable(error)) return undefined;
      throw new ServiceError('KEYS_UNAVAILABLE', 'The keys that sign tokens cannot be read now.', {
        hint: 'Ask again in a moment.',
        cause: error,
      });
    }
  };
}

/** Whether the error is about the server of keys rather than about the token. */
function unreachable({ code }: errors.JOSEError): boolean {
  return ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'].includes(code);
}

/** `scope` as RFC 8693 has it, a text with blanks, or `scp`, a list. */
function scopesIn(claims: Readonly<Record<string, unknown>>): ReadonlySet<Scope> {
  const given = [claims.scope, claims.scp].flatMap((value) =>
    typeof value === 'string' ? value.split(' ') : (value ?? []),
  );
  return new Set(scopes.filter((item) => given.includes(item)));
}
