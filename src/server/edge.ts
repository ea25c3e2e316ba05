import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { isIP, Socket } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.ts';
import { hostOf, isHost } from './address.ts';
import type { RequestContext } from './apollo.ts';
import { type Bounded, spendingOf } from './budget.ts';
import { draining, type Lifecycle, starting } from './health.ts';
import { type Access, everyone, local, type Principal, type Scope } from './scope.ts';

/**
 * What every request passes before its route sees it: is it HTTP for one host, may this page ask, who asks and may
 * they, is the graph there, is the body JSON in UTF-8. The hooks stand together because each request goes through all
 * of them; what they are told at start comes from `access.ts`.
 */

/** The most hosts, and the most characters of one, that an answer is remembered for. */
const KNOWN_MAX = 100;
const LENGTH_MAX = 255;

/** As `check`, which is asked once for each of the few hosts that nearly all requests name. */
function remembered(check: (host: string) => boolean): (host: string) => boolean {
  const known = new Map<string, boolean>();
  return (host) => {
    const before = known.get(host);
    if (before !== undefined) return before;
    const answer = check(host);
    if (host.length > LENGTH_MAX) return answer;
    if (known.size >= KNOWN_MAX) known.clear();
    known.set(host, answer);
    return answer;
  };
}

const isKnownHost = remembered(isHost);

/** Names each request, and refuses what is not for one host. Comes first. */
export function nameRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    refuseBadHost(request.raw);
    done();
  });
}

/** HTTP asks for exactly one Host that is a host, the same as in a whole address; later readers of it fail without. */
function refuseBadHost({ rawHeaders, headers, url = '' }: IncomingMessage): void {
  const host = headers.host ?? '';
  const isAsked = /^[/*]/.test(url) || (URL.canParse(url) && new URL(url).host === host.toLowerCase());
  if (isKnownHost(host) && isAsked && hostsIn(rawHeaders) <= 1) return;
  throw new ServiceError('BAD_REQUEST', 'The request must have one Host header that names a host.', {
    hint: 'Send one, such as Host: localhost:4000.',
  });
}

/** How many Host headers there are, of which Node shows the first. */
function hostsIn(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]?.toLowerCase() === 'host') count += 1;
  return count;
}

/** Keeps an id that a proxy gave, so that its log and ours can be read together. */
export function requestIdOf({ headers }: { readonly headers: IncomingMessage['headers'] }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
}

/** Refuses names and pages that the service does not know; comes before all that costs. */
export function guardOrigins(app: FastifyInstance, { hosts, origins }: Access): void {
  const isKnown = remembered((asked) => hosts?.has(new URL(`http://${asked}/`).hostname) ?? true);
  app.addHook('onRequest', (request, _reply, done) => {
    const { headers } = request;
    const host = hostOf(request);
    if (!isKnown(host) || !isKnown(headers.host ?? '')) {
      throw new ServiceError('HOST_NOT_ALLOWED', 'The service is not asked by this name.', {
        hint: 'ALLOWED_HOSTS lists the names that it is asked by.',
      });
    }
    if (headers.origin !== undefined && origins && !origins.has(headers.origin)) {
      if (!isOwn(headers.origin, host)) throw foreign();
    }
    done();
  });
}

/** Whether a page is of the service itself. */
const isOwn = (origin: string, host: string): boolean =>
  URL.canParse(origin) && new URL(origin).host === host.toLowerCase();

function foreign(): ServiceError {
  return new ServiceError('ORIGIN_NOT_ALLOWED', 'Pages of this origin may not ask.', {
    hint: 'CORS_ORIGINS lists the origins that may.',
  });
}

/** One guard for every route, known or not: finds out who asks, how often they did, and whether they may. */
export async function guardAccess(app: FastifyInstance, { identify, ratePerMinute }: Access): Promise<void> {
  app.decorateRequest('principal', null);
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, scope: route.config?.scope ?? scopeAt(route.url) };
  });
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

/** What a request needs. A path that leads nowhere needs as much as a question, so that it tells nothing. */
function scopeOf({ routeOptions, url }: FastifyRequest): Scope | 'open' {
  return routeOptions.config?.scope ?? scopeAt(url);
}

function scopeAt(path: string): Scope | 'open' {
  if (path === '/livez' || path === '/readyz') return 'open';
  if (path === '/metrics') return 'admin';
  if (path === '/admin/reload') return 'reload';
  return /^\/(export|tables)(\/|$)/.test(path) ? 'export' : 'read';
}

/** Whether someone may do something: who sees all may do all, who takes the graph away may ask. */
function may({ scopes: given }: Principal, scope: Scope): boolean {
  return given.has(scope) || given.has('admin') || (scope === 'read' && given.has('export'));
}

function refuseStranger(request: FastifyRequest, reply: FastifyReply): void {
  const scope = scopeOf(request);
  if (scope === 'open') return;
  if (!request.principal) {
    const sent = request.headers.authorization === undefined ? 'nothing' : 'a key that nobody has';
    request.log.info({ code: 'UNAUTHENTICATED', scope, ip: request.ip, sent }, 'refused');
    reply.header('www-authenticate', 'Bearer');
    throw new ServiceError('UNAUTHENTICATED', 'The service answers only who has a key or a token.', {
      hint: 'Send one in the header authorization: Bearer …, or as the password of Basic.',
    });
  }
  const { until } = request.principal;
  if (until !== undefined && new Date().toISOString().slice(0, 10) > until) throw ranOut(request, until);
  if (may(request.principal, scope)) return;
  const { name } = request.principal;
  request.log.info({ code: 'FORBIDDEN', scope, ip: request.ip, principal: name }, 'refused');
  throw new ServiceError(
    'FORBIDDEN',
    `This needs the scope ${scope}, which your key or token does not have.`,
    { hint: `Ask whoever runs the service for a key made with --scopes ${scope}.` },
  );
}

function ranOut({ principal, ip, log }: FastifyRequest, until: string): ServiceError {
  log.info({ code: 'UNAUTHENTICATED', ip, principal: principal?.name, until }, 'refused');
  return new ServiceError('UNAUTHENTICATED', `Your key ran out: its last day was ${until}.`, {
    hint: 'Ask whoever runs the service for a new one.',
  });
}

async function principalOf(
  request: FastifyRequest,
  identify: NonNullable<Access['identify']>,
): Promise<Principal | null> {
  const secret = secretOf(request.headers.authorization ?? '');
  return secret === undefined ? null : ((await identify(secret)) ?? null);
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

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  const mapped = host.replace(/^::ffff:/, '');
  return host === 'localhost' || host === '::1' || (isIP(mapped) === 4 && mapped.startsWith('127.'));
}

/** What a proxy adds. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'] as const;

/** Whether a request comes from this machine itself, and not through a proxy here that nobody told us of. */
function isLocal({ ip, headers }: FastifyRequest): boolean {
  return isLoopback(ip ?? '') && !FORWARDED.some((name) => name in headers);
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

/** What counts as one client by its address: of IPv6 each has a whole network of 64 bits to ask from. */
function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail = ''] = new URL(`http://[${plain}]/`).hostname.slice(1, -1).split('::');
  const [left, right] = [head.split(':'), tail === '' ? [] : tail.split(':')];
  const zeros = Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}

/** Refuses what needs the graph while it is not there yet, or no longer. */
export function guardRoutes(app: FastifyInstance, lifecycle: Lifecycle): void {
  app.addHook('onRequest', (_request, _reply, done) => {
    if (lifecycle.phase === 'draining') throw draining();
    if (lifecycle.refusal) throw lifecycle.refusal;
    if (lifecycle.phase === 'starting') throw starting();
    done();
  });
}

/**
 * Takes bodies of JSON in UTF-8 and nothing else: other types, charsets and encodings are refused,
 * where Fastify would replace broken characters without a word.
 */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const refused = refusal(request, body);
    if (refused) done(refused);
    else parse(request, body.toString('utf8'), done);
  });
}

function refusal({ headers }: FastifyRequest, body: Buffer): ServiceError | undefined {
  const hint = 'Send JSON in UTF-8, not compressed.';
  const encoding = headers['content-encoding'] ?? 'identity';
  const transfer = headers['transfer-encoding'] ?? 'chunked';
  if (encoding !== 'identity' || !/^chunked$/i.test(transfer)) {
    return new ServiceError('UNSUPPORTED_MEDIA_TYPE', 'The service reads no compressed bodies.', { hint });
  }
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset)) {
    return new ServiceError('UNSUPPORTED_MEDIA_TYPE', 'The service reads bodies in UTF-8 only.', { hint });
  }
  return isUtf8(body) ? undefined : new ServiceError('BAD_REQUEST', 'The body is not UTF-8.', { hint });
}

/** Closes the connection of a client that takes nothing of its answer: what it holds is wanted by others. */
export function breakStalled(app: FastifyInstance, ms: number): void {
  app.addHook('onSend', async ({ socket }, { raw }) => {
    // Node sets the time anew for the next request of the connection.
    if (socket instanceof Socket) socket.setTimeout(ms);
    // Without a listener Node closes the connection even while it is us who have nothing to send yet.
    raw.on('timeout', () => {
      if (socket.writableLength > 0) socket.destroy();
      else socket.setTimeout(ms);
    });
  });
}

/** Whether the key of who asks says how much they may ask for. */
const isBounded = (principal: Principal | null): principal is Bounded =>
  principal?.workPerMinute !== undefined;

/** What GraphQL is told of a request: its name, when it came, and whether its client is still there. */
export async function contextOf({ id, socket, principal }: FastifyRequest): Promise<RequestContext> {
  const started = { startedAt: new Date(), started: performance.now() };
  return {
    requestId: id,
    principal: principal?.name,
    spend: isBounded(principal) ? spendingOf(principal) : undefined,
    signal: gone(socket),
    ...started,
  };
}

const signals = new WeakMap<object, AbortSignal>();

/** Aborted when a connection closes: what is still worked at for it then, nobody waits for. One for all its requests. */
function gone(socket: FastifyRequest['socket']): AbortSignal {
  const known = signals.get(socket);
  if (known) return known;
  const controller = new AbortController();
  // Each of its requests listens, and a search several times.
  setMaxListeners(0, controller.signal);
  socket.once('close', () => controller.abort());
  signals.set(socket, controller.signal);
  return controller.signal;
}
