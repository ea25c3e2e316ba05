import { ServiceError } from '../errors.ts';
import { isLoopback } from './edge.ts';
import { readKeys } from './keys.ts';
import type { Access } from './scope.ts';
import { readTokens } from './tokens.ts';

/** The settings that say who may ask. */
export type AccessSettings = {
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly publicWithoutKeys: boolean;
  readonly apiKeys: string | undefined;
  readonly jwksUrl: string | undefined;
  readonly jwtIssuer: string | undefined;
  readonly jwtAudience: string | undefined;
  readonly allowedHosts: readonly string[];
  readonly corsOrigins: readonly string[];
  readonly ratePerMinute: number | undefined;
};

/** The most requests in a minute where others than this machine can ask and no setting says otherwise. */
const RATE_PER_MINUTE = 600;

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/** Reads who may ask; refuses to be open to all beyond this machine unless one setting says so. `tell` hears of a file of keys that is none later. */
export function readAccess(settings: AccessSettings, tell: (fault: ServiceError) => void): Access {
  const identify = identifier(settings, tell);
  if (!identify && !settings.publicWithoutKeys && !isLoopback(settings.host)) {
    throw new ServiceError('BAD_CONFIG', `At HOST ${settings.host} everyone who reaches it could ask.`, {
      hint: 'Set API_KEYS or JWKS_URL, or PUBLIC_WITHOUT_KEYS=true if that is meant.',
    });
  }
  const { ratePerMinute = isLoopback(settings.host) ? undefined : RATE_PER_MINUTE } = settings;
  return { hosts: hostsOf(settings), origins: originsOf(settings), identify, ratePerMinute };
}

function identifier(
  { apiKeys, jwksUrl, jwtIssuer, jwtAudience }: AccessSettings,
  tell: (fault: ServiceError) => void,
): Access['identify'] {
  const byKey = apiKeys === undefined ? undefined : readKeys(apiKeys, tell);
  if (jwksUrl === undefined) return byKey && (async (secret) => byKey(secret));
  if (jwtIssuer === undefined || jwtAudience === undefined) {
    throw new ServiceError('BAD_CONFIG', 'JWKS_URL needs JWT_ISSUER and JWT_AUDIENCE.', {
      hint: 'Without them a token made for another service would be taken.',
    });
  }
  const byToken = readTokens({ jwksUrl, issuer: jwtIssuer, audience: jwtAudience });
  return async (secret) => byKey?.(secret) ?? byToken(secret);
}

function hostsOf({ host, publicUrl, allowedHosts }: AccessSettings): Access['hosts'] {
  if (allowedHosts.includes('*') || (allowedHosts.length === 0 && !isLoopback(host))) return undefined;
  const known = new Set(allowedHosts.length > 0 ? allowedHosts : LOOPBACK_HOSTS);
  if (publicUrl !== undefined) known.add(new URL(publicUrl).hostname);
  return known;
}

function originsOf({ publicUrl, corsOrigins }: AccessSettings): Access['origins'] {
  if (corsOrigins.includes('*')) return undefined;
  return new Set([...corsOrigins, ...(publicUrl === undefined ? [] : [new URL(publicUrl).origin])]);
}
