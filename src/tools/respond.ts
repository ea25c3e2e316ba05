import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Lane } from '../admission.ts';
import { clientGone, ServiceError } from '../errors.ts';
import { FactReader } from '../export/fact.ts';
import type { Graph } from '../export/graph.ts';
import type { Source } from '../export/source.ts';
import { type GraphStore, generationOf, readerOf, stateOf } from '../store/store.ts';

/** What the routes of files and tables need. */
export type RouteParts = {
  readonly store: GraphStore;
  readonly graph: Graph;
  /** The address that clients see; that of the request where it is not set. */
  readonly publicUrl?: string | undefined;
  /** The version of the service: another one may write the same graph in another way. */
  readonly version: string;
  /** Lets in those who are sent whole files and tables, a few at a time. */
  readonly files: Lane;
  /** Milliseconds that one read of the graph may take. */
  readonly queryTimeoutMs: number;
};

/** How the graph is read for one answer: under its deadline, and until its client has gone. */
export type Reading = Omit<Source, 'filter' | 'baseUrl'> & { readonly signal: AbortSignal };

/** A request and its answer. */
export type Exchange = readonly [FastifyRequest, FastifyReply];

/** What a file is told apart by, beside its address. */
export type Variant = {
  /** The media type, where the header `accept` chooses among several. */
  readonly accept?: string;
  /** What the file is made by, where that can change. */
  readonly madeBy?: string;
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
  return publicUrl ?? request.asked?.url ?? `http://${request.headers.host}`;
}

/**
 * Answers with a file, piece by piece, or with 304 where the client has it. A fault before the first piece is an
 * ordinary error; one after it, or a graph that changed meanwhile, breaks the connection, so that nobody takes
 * half a file for a whole one. Whoever asks for a file of a lane that has no slot is told to come again.
 */
export async function sendFile(
  parts: RouteParts & { readonly variant?: Variant; readonly lane?: Lane },
  [request, reply]: Exchange,
  make: (reading: Reading) => Promise<Sending>,
): Promise<FastifyReply> {
  const { store, publicUrl, version: service, variant = {} } = parts;
  const signal = signalOf(reply);
  store.keep?.(signal);
  const made = await generationOf(readerOf(store, { signal }));
  const of = JSON.stringify([made, service, request.url, baseUrlOf(request, publicUrl), variant]);
  if (isKnown([request, reply], of, variant.accept !== undefined)) return reply.code(304).send();
  const reading = await admit(parts, signal);
  const isHead = request.method === 'HEAD';
  const { mediaType, headers = {}, chunks } = await begin(store, reading, isHead ? headOf(make) : make);
  reply.headers(headers).type(mediaType);
  addTo(reply, 'access-control-expose-headers', Object.keys(headers).join(', '));
  if (isHead) return reply.send(Readable.from([]));
  return reply.send(compressed(request, reply, Readable.from(chunks, { objectMode: false })));
}

type Make = (reading: Reading) => Promise<Sending>;

/** What is told of a file whose pieces nobody wants. */
const headOf = (make: Make): Make => {
  const nothing = async function* () {};
  return async (reading) => ({ ...(await make(reading)), pieces: nothing() });
};

/** What tells whether a graph is still the one that was begun with. */
type Versioned = Parameters<typeof stateOf>[0];

/** How often a file is begun, where the graph changes before anything of it was sent. */
const BEGINS_MAX = 3;

/** Begins a file, and again where the graph changed meanwhile. */
async function begin({ shared }: GraphStore, reading: Reading, make: Make) {
  const store: Versioned = { ...reading.store, ...(shared && { shared }) };
  for (let begun = 1; ; begun += 1) {
    const state = await stateOf(store);
    try {
      const sending = await make(reading);
      return { ...sending, chunks: await startReading(unchanged(store, state, chunked(sending.pieces))) };
    } catch (error) {
      const isChanged = error instanceof ServiceError && error.code === 'GRAPH_CHANGED';
      if (!isChanged || begun === BEGINS_MAX) throw error;
    }
  }
}

/** Answers with a small JSON document, or with 304 where the client has it. */
export async function sendJson([request, reply]: Exchange, value: unknown): Promise<FastifyReply> {
  const text = `${JSON.stringify(value, null, 1)}\n`;
  if (isKnown([request, reply], text, false)) return reply.code(304).send();
  reply.type('application/json; charset=utf-8');
  if (request.method === 'HEAD') return reply.send(text);
  return reply.send(compressed(request, reply, Readable.from([Buffer.from(text)], { objectMode: false })));
}

/** Tags an answer by what it is made of, and says whether the client has it already. */
function isKnown([request, reply]: Exchange, of: string, byAccept: boolean): boolean {
  const etag = `W/"${createHash('sha256').update(of).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', etag).header('cache-control', 'no-cache');
  addTo(reply, 'vary', byAccept ? 'accept, accept-encoding' : 'accept-encoding');
  return request.headers['if-none-match']?.includes(etag) ?? false;
}

/** Aborted when the answer has gone out, or the client has gone. */
function signalOf({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  const abort = () => gone.abort(clientGone());
  if (raw.destroyed) abort();
  else raw.once('close', abort);
  return gone.signal;
}

/** Waits for a slot of the lane, which is left when the answer has gone out or the client has gone. */
async function admit(
  { graph, store, queryTimeoutMs, lane }: RouteParts & { readonly lane?: Lane },
  signal: AbortSignal,
): Promise<Reading> {
  const slot = await lane?.enter(signal);
  if (signal.aborted) slot?.leave();
  else if (slot) signal.addEventListener('abort', slot.leave);
  if (slot) graph.hold(signal, slot);
  const conditions = { timeoutMs: queryTimeoutMs, signal, ...(slot && { working: slot.keep }) };
  return { graph, store: readerOf(store, conditions), reader: new FactReader({ graph, signal }), signal };
}

/** Adds to a header that holds a list. */
function addTo(reply: FastifyReply, name: string, more: string): void {
  const known = reply.getHeader(name);
  const all = [known === undefined ? '' : String(known), more].filter((part) => part !== '');
  if (all.length > 0) reply.header(name, all.join(', '));
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
  store: Versioned,
  state: string,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  let last: Buffer | undefined;
  for await (const chunk of chunks) {
    if (last) yield last;
    last = chunk;
  }
  if ((await stateOf(store)) !== state) {
    throw new ServiceError('GRAPH_CHANGED', 'The graph changed while it was read.', {
      hint: 'Ask again.',
    });
  }
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
