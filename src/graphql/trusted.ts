import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
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
