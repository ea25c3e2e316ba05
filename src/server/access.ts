import { isIP } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.ts';
import { remembered } from './hosts.ts';
import { readKeys } from './keys.ts';
import { everyone, local, may, type Principal, scopeOf } from './scope.ts';
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

/** Who may ask, by which name, from which pages, how often. */
export type Access = {
  readonly host: (host: string) => boolean;
  readonly origin: (origin: string, host: string) => boolean;
  /** Who a key or a token is of; undefined when the service knows neither. */
  readonly identify: ((secret: string) => Promise<Principal | undefined>) | undefined;
  readonly ratePerMinute: number | undefined;
};

/** The most requests in a minute where others than this machine can ask and no setting says otherwise. */
const RATE_PER_MINUTE = 600;

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  const mapped = host.replace(/^::ffff:/, '');
  return host === 'localhost' || host === '::1' || (isIP(mapped) === 4 && mapped.startsWith('127.'));
}

/** Reads who may ask; refuses to be open to all beyond this machine unless one setting says so. */
export function readAccess(settings: AccessSettings): Access {
  const identify = identifier(settings);
  if (!identify && !settings.publicWithoutKeys && !isLoopback(settings.host)) {
    throw new ServiceError('BAD_CONFIG', `At HOST ${settings.host} everyone who reaches it could ask.`, {
      hint: 'Set API_KEYS or JWKS_URL, or PUBLIC_WITHOUT_KEYS=true if that is meant.',
    });
  }
  const { ratePerMinute = isLoopback(settings.host) ? undefined : RATE_PER_MINUTE } = settings;
  return { host: hostCheck(settings), origin: originCheck(settings), identify, ratePerMinute };
}

function identifier({ apiKeys, jwksUrl, jwtIssuer, jwtAudience }: AccessSettings): Access['identify'] {
  const byKey = apiKeys === undefined ? undefined : readKeys(apiKeys);
  if (jwksUrl === undefined) return byKey && (async (secret) => byKey(secret));
  if (jwtIssuer === undefined || jwtAudience === undefined) {
    throw new ServiceError('BAD_CONFIG', 'JWKS_URL needs JWT_ISSUER and JWT_AUDIENCE.', {
      hint: 'Without them a token made for another service would be taken.',
    });
  }
  const byToken = readTokens({ jwksUrl, issuer: jwtIssuer, audience: jwtAudience });
  return async (secret) => byKey?.(secret) ?? byToken(secret);
}

function hostCheck({ host, publicUrl, allowedHosts }: AccessSettings): Access['host'] {
  if (allowedHosts.includes('*') || (allowedHosts.length === 0 && !isLoopback(host))) return () => true;
  const known = new Set(allowedHosts.length > 0 ? allowedHosts : LOOPBACK_HOSTS);
  if (publicUrl !== undefined) known.add(new URL(publicUrl).hostname);
  return remembered((asked) => known.has(new URL(`http://${asked}/`).hostname));
}

function originCheck({ publicUrl, corsOrigins }: AccessSettings): Access['origin'] {
  if (corsOrigins.includes('*')) return () => true;
  const known = new Set([...corsOrigins, ...(publicUrl === undefined ? [] : [new URL(publicUrl).origin])]);
  return (origin, host) =>
    known.has(origin) || (URL.canParse(origin) && new URL(origin).host === host.toLowerCase());
}

/** Refuses names and pages that the service does not know; comes before all else. */
export function guardOrigins(app: FastifyInstance, { host, origin }: Access): void {
  app.addHook('onRequest', ({ headers }, _reply, done) => {
    const asked = headers.host ?? '';
    if (!host(asked)) {
      throw new ServiceError('HOST_NOT_ALLOWED', 'The service is not asked by this name.', {
        hint: 'ALLOWED_HOSTS lists the names that it is asked by.',
      });
    }
    if (headers.origin !== undefined && !origin(headers.origin, asked)) {
      throw new ServiceError('ORIGIN_NOT_ALLOWED', 'Pages of this origin may not ask.', {
        hint: 'CORS_ORIGINS lists the origins that may.',
      });
    }
    done();
  });
}

/** One guard for every route, known or not: finds out who asks, how often they did, and whether they may. */
export async function guardAccess(app: FastifyInstance, { identify, ratePerMinute }: Access): Promise<void> {
  app.decorateRequest('principal', null);
  if (identify) {
    app.addHook('onRequest', async (request) => {
      if (scopeOf(request) !== 'open') request.principal = await principalOf(request, identify);
    });
  } else {
    app.addHook('onRequest', (request, _reply, done) => {
      if (scopeOf(request) !== 'open') request.principal = isLocal(request) ? local : everyone;
      done();
    });
  }
  if (ratePerMinute !== undefined) {
    await app.register(rateLimit, { global: false });
    app.addHook('onRequest', app.rateLimit(rateOf(ratePerMinute)));
  }
  app.addHook('onRequest', (request, reply, done) => {
    refuseStranger(request, reply);
    done();
  });
}

function refuseStranger(request: FastifyRequest, reply: FastifyReply): void {
  const scope = scopeOf(request);
  if (scope === 'open') return;
  if (!request.principal) {
    reply.header('www-authenticate', 'Bearer');
    throw new ServiceError('UNAUTHENTICATED', 'The service answers only who has a key or a token.', {
      hint: 'Send one in the header authorization: Bearer …, or as the password of Basic.',
    });
  }
  if (may(request.principal, scope)) return;
  throw new ServiceError(
    'FORBIDDEN',
    `This needs the scope ${scope}, which your key or token does not have.`,
    { hint: `Ask whoever runs the service for a key made with --scopes ${scope}.` },
  );
}

async function principalOf(
  request: FastifyRequest,
  identify: NonNullable<Access['identify']>,
): Promise<Principal | null> {
  const secret = secretOf(request.headers.authorization ?? '');
  return secret === undefined ? null : ((await identify(secret)) ?? null);
}

/** Whether a request comes from this machine itself, and not through a proxy here that nobody told us of. */
function isLocal({ ip, headers }: FastifyRequest): boolean {
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => name in headers);
  return isLoopback(ip ?? '') && !isForwarded;
}

/**
 * The key or token: a bearer's, or the password of a tool that knows no more than user and password. No challenge asks
 * for Basic: a browser would keep the password and send it with whatever a foreign page makes it fetch.
 */
function secretOf(authorization: string): string | undefined {
  const [, scheme = '', sent = ''] = /^(Bearer|Basic) ([\w.~+/=-]{1,8192})$/i.exec(authorization) ?? [];
  if (scheme.toLowerCase() !== 'basic') return sent === '' ? undefined : sent;
  return /:(.+)$/s.exec(Buffer.from(sent, 'base64').toString('utf8'))?.[1];
}

/** What counts as one client by its address: of IPv6 each has a whole network of 64 bits to ask from. */
export function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail = ''] = new URL(`http://[${plain}]/`).hostname.slice(1, -1).split('::');
  const [left, right] = [head.split(':'), tail === '' ? [] : tail.split(':')];
  const zeros = Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}

function rateOf(max: number) {
  return {
    max,
    timeWindow: 60_000,
    cache: 10_000,
    allowList: (request: FastifyRequest) => scopeOf(request) === 'open',
    keyGenerator: ({ principal, ip }: FastifyRequest) =>
      principal && principal !== everyone && principal !== local ? `key ${principal.name}` : networkOf(ip),
    errorResponseBuilder: () =>
      new ServiceError('RATE_LIMIT', `More than ${max} requests came in a minute (RATE_PER_MINUTE).`, {
        hint: 'Ask again when retry-after says.',
      }),
  };
}
