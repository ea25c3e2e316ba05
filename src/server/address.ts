import { BlockList, isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.ts';

/**
 * The address by which a client asked: that of the request itself, or the one that a trusted proxy tells by x-forwarded-host and
 * x-forwarded-proto. Whoever else sends these headers is not heard, and what they say must be a host and http or https,
 * since it stands in links and files.
 */

declare module 'fastify' {
  interface FastifyRequest {
    /** The host that was asked, and the address of the service by it, such as `https://graph.example.org`. */
    asked?: { readonly host: string; readonly url: string };
  }
}

/** Finds the address of each request; a trusted proxy that tells one which is none is a BAD_REQUEST. */
export function readAddresses(app: FastifyInstance, trustedProxies: readonly string[]): void {
  const trusted = listOf(trustedProxies);
  app.addHook('onRequest', (request, _reply, done) => {
    const isTold = trusted !== undefined && isIn(trusted, request.raw.socket.remoteAddress ?? '');
    const told = (name: string) => (isTold ? lastOf(request.headers[name]) : undefined);
    const host = told('x-forwarded-host') ?? request.headers.host ?? '';
    const protocol = told('x-forwarded-proto') ?? 'http';
    if (!isHost(host) || !/^https?$/.test(protocol)) throw badAddress();
    request.asked = { host, url: `${protocol}://${host}` };
    done();
  });
}

/** A host, with a port where one is told. */
export const isHost = (text: string): boolean =>
  text !== '' && !/[/?#@\\\s<>"']/.test(text) && URL.canParse(`http://${text}/`);

/** The host that was asked. */
export const hostOf = ({ asked, headers }: FastifyRequest): string => asked?.host ?? headers.host ?? '';

/** Of several proxies in a row the last one is ours. */
function lastOf(header: string | readonly string[] | undefined): string | undefined {
  const text = typeof header === 'object' ? header.join(',') : header;
  return text === undefined ? undefined : text.split(',').at(-1)?.trim();
}

function listOf(addresses: readonly string[]): BlockList | undefined {
  if (addresses.length === 0) return undefined;
  const list = new BlockList();
  for (const one of addresses) {
    const [address = '', bits] = one.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function isIn(list: BlockList, address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return plain !== '' && list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}

const badAddress = () =>
  new ServiceError('BAD_REQUEST', 'The proxy tells a host that is none, or neither http nor https.', {
    hint: 'Have the proxy set x-forwarded-host and x-forwarded-proto itself, whatever the client sent.',
  });
