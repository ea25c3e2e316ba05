import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.ts';
import type { TrustedDocuments } from '../graphql/trusted.ts';

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
