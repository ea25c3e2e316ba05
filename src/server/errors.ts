import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { type ErrorCode, errorCodes, ServiceError } from '../errors.ts';

/** The body of every error that is not a GraphQL answer: the same shape, so that clients read one. */
export function errorBody(code: string, message: string, hint?: string) {
  return { errors: [{ message, extensions: { code, ...(hint && { hint }) } }] };
}

/** Sends an error of our table with its status. */
export function sendError(
  reply: FastifyReply,
  code: ErrorCode,
  message: string,
  hint?: string,
): FastifyReply {
  return reply.code(errorCodes[code].status).send(errorBody(code, message, hint));
}

/** Makes Fastify answer its own errors, and ours, as JSON of one shape. */
export function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send(
        errorBody(
          'NOT_FOUND',
          `There is nothing at ${request.url.split('?')[0]}.`,
          'GET / says what is here.',
        ),
      ),
  );
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof ServiceError) return sendError(reply, error.code, error.message, error.hint);
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send(errorBody(clientCode(status), sentence(error, status)));
    request.log.error({ err: error }, 'unexpected error');
    const message = `Internal server error; the log has it under request ${request.id}.`;
    return sendError(reply, 'INTERNAL_SERVER_ERROR', message);
  });
}

function clientCode(status: number): string {
  return (
    { 413: 'BODY_TOO_LARGE', 415: 'UNSUPPORTED_MEDIA_TYPE', 405: 'METHOD_NOT_ALLOWED' }[status] ??
    'BAD_REQUEST'
  );
}

function sentence(error: FastifyError, status: number): string {
  if (status === 413) return 'The request body is larger than this service takes.';
  if (status === 415)
    return 'The request body has a content type that this service does not take; send application/json.';
  return error.message;
}
