import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parse } from 'graphql';
import { z } from 'zod';
import { ServiceError } from '../errors.ts';

/** The documents that a locked service answers, by their ids: SHA-256 of the text, or as the manifest has it. */
export type TrustedDocuments = {
  /** The text of a document by id, with or without `sha256:` before it. */
  readonly byId: (id: string) => string | undefined;
  /** Whether this very text is one of them. */
  readonly has: (text: string) => boolean;
};

const ApolloManifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
});
const PlainManifest = z.record(z.string().regex(/^(sha256:)?[0-9a-f]{64}$/), z.string());

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Reads a manifest of trusted documents; each must parse, and be what its hash says. The documents of our own pages
 * are trusted beside them, since a locked service still shows its pages.
 */
export function readTrustedDocuments(path: string, ofPages: readonly string[] = []): TrustedDocuments {
  const documents = new Map(ofPages.map((text) => [sha256(text), text]));
  for (const [id, text] of entries(path)) {
    documents.set(id.replace(/^sha256:/, ''), text);
    documents.set(sha256(text), text);
  }
  return {
    byId: (id) => documents.get(id.replace(/^sha256:/, '')),
    has: (text) => documents.get(sha256(text)) === text,
  };
}

/** The documents that the pages were built to send; none where they are not built. */
export function readDocumentsOfPages(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  const { operations } = ApolloManifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  return operations.map(({ body }) => body);
}

function entries(path: string): readonly (readonly [string, string])[] {
  try {
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const apollo = ApolloManifest.safeParse(json);
    if (!apollo.success) return Object.entries(PlainManifest.parse(json)).map(checked);
    return apollo.data.operations.map(({ id, body }) => checked([id, body]));
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    throw new ServiceError(
      'BAD_CONFIG',
      `TRUSTED_DOCUMENTS names ${path}, which is no manifest of documents.`,
      {
        hint: 'Give a manifest of Apollo, or an object from the SHA-256 of each document to its text.',
        cause: error,
      },
    );
  }
}

function checked([id, text]: readonly [string, string]): readonly [string, string] {
  const hash = id.replace(/^sha256:/, '');
  if (/^[0-9a-f]{64}$/.test(hash) && hash !== sha256(text)) {
    throw new ServiceError(
      'BAD_CONFIG',
      `A document of TRUSTED_DOCUMENTS is not the one of its hash, ${hash}.`,
      {
        hint: 'Make the manifest anew.',
      },
    );
  }
  parse(text, { noLocation: true });
  return [id, text];
}

/** Puts the text of a trusted document in place of its id, and refuses all other documents. */
export function guardTrusted(app: FastifyInstance, trusted: TrustedDocuments): void {
  app.addHook('preHandler', (request, _reply, done) => {
    replaceByTrusted(request, trusted);
    done();
  });
}

type Asked = { query?: unknown; variables?: unknown; documentId?: unknown; extensions?: unknown };

function asked({ method, body, query }: FastifyRequest): Asked {
  const from = method === 'GET' ? query : body;
  return typeof from === 'object' && from !== null ? from : {};
}

/** The variables in an address; what is no JSON is left to Apollo. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function replaceByTrusted(request: FastifyRequest, trusted: TrustedDocuments): void {
  const { query, documentId, extensions } = asked(request);
  const id = typeof documentId === 'string' ? documentId : persistedId(extensions);
  const text =
    typeof query === 'string' && query !== '' ? query : id === undefined ? undefined : trusted.byId(id);
  if (text === undefined || !trusted.has(text)) {
    throw new ServiceError(
      'DOCUMENT_NOT_TRUSTED',
      'The service answers only documents that it was given before.',
      {
        hint: 'Ask for one by documentId; TRUSTED_DOCUMENTS lists them.',
      },
    );
  }
  if (request.method === 'GET') {
    const url = new URL(request.url, 'http://localhost');
    url.searchParams.set('query', text);
    url.searchParams.delete('extensions');
    request.raw.url = url.pathname + url.search;
    return;
  }
  const { extensions: _dropped, documentId: _used, ...rest } = request.body as Asked;
  request.body = { ...rest, query: text };
}

/** The id in the way of Apollo: `extensions.persistedQuery.sha256Hash`. */
function persistedId(extensions: unknown): string | undefined {
  const given = typeof extensions === 'string' ? parsed(extensions) : extensions;
  const hash = (given as { persistedQuery?: { sha256Hash?: unknown } } | null | undefined)?.persistedQuery
    ?.sha256Hash;
  return typeof hash === 'string' ? hash : undefined;
}
