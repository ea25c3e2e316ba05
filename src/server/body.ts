import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.ts';

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

function refusal(request: FastifyRequest, body: Buffer): ServiceError | undefined {
  const hint = 'Send JSON in UTF-8, not compressed.';
  const encoding = request.headers['content-encoding'] ?? 'identity';
  const transfer = request.headers['transfer-encoding'] ?? 'chunked';
  if (encoding !== 'identity' || !/^chunked$/i.test(transfer)) {
    return new ServiceError('UNSUPPORTED_MEDIA_TYPE', 'The service reads no compressed bodies.', { hint });
  }
  const charset =
    /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset)) {
    return new ServiceError('UNSUPPORTED_MEDIA_TYPE', 'The service reads bodies in UTF-8 only.', { hint });
  }
  return isUtf8(body) ? undefined : new ServiceError('BAD_REQUEST', 'The body is not UTF-8.', { hint });
}
