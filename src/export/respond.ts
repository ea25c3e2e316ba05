import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphStore } from '../store/store.ts';
import { version } from './statements.ts';

/** What the routes of files and tables need. */
export type RouteParts = {
  readonly store: GraphStore;
  /** The address that clients see; that of the request where it is not set. */
  readonly publicUrl?: string | undefined;
  /** Which answer it is, where the header `accept` chooses among several. */
  readonly variant?: string;
};

/** A file about to be sent. */
export type Sending = {
  readonly mediaType: string;
  readonly headers?: { readonly [name: string]: string };
  readonly pieces: AsyncIterable<string>;
};

/** Characters sent at once. */
const CHUNK = 65_536;

/** The address that stands in files: the public one, or that of the request. */
export function baseUrlOf(request: FastifyRequest, publicUrl: string | undefined): string {
  return publicUrl ?? `${request.protocol}://${request.host}`;
}

/**
 * Answers with a file, piece by piece, or with 304 where the client has it. A fault before the first piece is an
 * ordinary error; one after it, or a graph that changed meanwhile, breaks the connection, so that nobody takes
 * half a file for a whole one.
 */
export async function sendFile(
  parts: RouteParts,
  [request, reply]: readonly [FastifyRequest, FastifyReply],
  make: () => Promise<Sending>,
): Promise<FastifyReply> {
  const made = await versionOf(parts.store);
  const etag = etagOf(request, parts, made);
  reply.header('etag', etag).header('cache-control', 'no-cache');
  addTo(reply, 'vary', parts.variant === undefined ? 'accept-encoding' : 'accept, accept-encoding');
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
  const { mediaType, headers = {}, pieces } = await make();
  reply.headers(headers).type(mediaType);
  addTo(reply, 'access-control-expose-headers', Object.keys(headers).join(', '));
  if (request.method === 'HEAD') return reply.send(Readable.from([]));
  const chunks = await startReading(unchanged(parts.store, made, chunked(pieces)));
  return reply.send(compressed(request, reply, Readable.from(chunks, { objectMode: false })));
}

/** Adds to a header that holds a list. */
function addTo(reply: FastifyReply, name: string, more: string): void {
  const known = reply.getHeader(name);
  const all = [known === undefined ? '' : String(known), more].filter((part) => part !== '');
  if (all.length > 0) reply.header(name, all.join(', '));
}

async function versionOf(store: GraphStore): Promise<string> {
  const [row] = await store.read(version);
  return JSON.stringify(row?.version ?? null);
}

function etagOf(request: FastifyRequest, { publicUrl, variant }: RouteParts, made: string): string {
  const of = JSON.stringify([made, request.url, baseUrlOf(request, publicUrl), variant]);
  return `W/"${createHash('sha256').update(of).digest('base64url').slice(0, 22)}"`;
}

async function* chunked(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let held: string[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    if (size < CHUNK) continue;
    yield Buffer.from(held.join(''));
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.from(held.join(''));
}

/** Fails at the end where the graph is no longer the one that was begun with. */
async function* unchanged(
  store: GraphStore,
  made: string,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  let last: Buffer | undefined;
  for await (const chunk of chunks) {
    if (last) yield last;
    last = chunk;
  }
  if ((await versionOf(store)) !== made) throw new Error('the graph changed while it was exported');
  if (last) yield last;
}

/** Reads the first chunk, so that what goes wrong before it can still be answered. */
async function startReading(chunks: AsyncGenerator<Buffer>): Promise<AsyncIterable<Buffer>> {
  const first = await chunks.next();
  return (async function* read() {
    try {
      if (first.done) return;
      yield first.value;
      yield* chunks;
    } finally {
      await chunks.return(undefined);
    }
  })();
}

function compressed(request: FastifyRequest, reply: FastifyReply, stream: Readable): Readable {
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return stream;
  reply.header('content-encoding', 'gzip');
  // A failure of one end destroys the other, which breaks the connection.
  return pipeline(stream, createGzip({ level: 5 }), () => undefined);
}
