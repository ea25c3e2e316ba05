import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, errorCodes, ServiceError } from '../errors.ts';

/** The body of every error that is not a GraphQL answer, in the shape of one, so that clients read one shape. */
export function errorBody({ code, message, hint, details }: ServiceError) {
  return { errors: [{ message, extensions: { code, ...(hint && { hint }), ...details } }] };
}

/** Sends an error of our table with its status. */
export function sendError(reply: FastifyReply, error: ServiceError): FastifyReply {
  const { status } = errorCodes[error.code];
  if (status === 503) reply.header('retry-after', '1');
  return reply
    .code(status)
    .type(
      takesGraphQL(reply)
        ? 'application/graphql-response+json; charset=utf-8'
        : 'application/json; charset=utf-8',
    )
    .send(errorBody(error));
}

/** Whether the client takes the media type of GraphQL, by which it knows our words from those of a proxy. */
function takesGraphQL({ request }: FastifyReply): boolean {
  return request.headers.accept?.includes('application/graphql-response+json') ?? false;
}

/** Sends whatever went wrong: our own errors as they are, Fastify's in our words, the rest logged and bare. Faults are logged. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof ServiceError) {
    const { code, message } = error;
    if (code === 'CLIENT_GONE') request.log.info({ code }, 'client went away');
    else if (errorCodes[code].status === 500) request.log.error({ err: error }, message);
    return sendError(reply, error);
  }
  const status = error.statusCode ?? 500;
  if (status < 500) return sendError(reply, clientError(error, status));
  request.log.error({ err: error }, 'unexpected error');
  const message = `Internal server error; the log has it under request ${request.id}.`;
  return sendError(reply, new ServiceError('INTERNAL_SERVER_ERROR', message));
}

/** Makes Fastify answer its own errors, and ours, as JSON of one shape. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const allowed = ['GET', 'HEAD', 'POST'].filter((method) => app.findRoute({ method, url: path }) !== null);
    if (allowed.length === 0) {
      const hint = '/graphql answers questions and /schema.graphql says which can be asked.';
      return sendError(reply, new ServiceError('NOT_FOUND', `There is nothing at ${path}.`, { hint }));
    }
    reply.header('allow', allowed.join(', '));
    const message = `${path} cannot be asked by ${request.method}.`;
    const hint = `Use ${allowed.join(' or ')}.`;
    return sendError(reply, new ServiceError('METHOD_NOT_ALLOWED', message, { hint }));
  });
}

function clientError(error: FastifyError, status: number): ServiceError {
  if (status === 413) {
    return new ServiceError('BODY_TOO_LARGE', 'The body of the request is larger than the service takes.', {
      hint: 'Ask in several requests; BODY_BYTES_MAX sets the limit.',
    });
  }
  if (status === 415) {
    return new ServiceError('UNSUPPORTED_MEDIA_TYPE', 'The service does not read a body of this type.', {
      hint: 'Send JSON in UTF-8, with content-type: application/json.',
    });
  }
  return new ServiceError('BAD_REQUEST', error.message, {
    hint: 'Send what the content-type says, such as {"query": "{ __typename }"} with content-type: application/json.',
  });
}

/** Answers what Node could not read as HTTP at all, then closes the connection. */
export function answerUnreadable(error: Error & { code?: string }, socket: SocketLike): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [code, reason, message]: [ErrorCode, string, string] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ['HEADERS_TOO_LARGE', 'Request Header Fields Too Large', 'The headers of the request are too large.']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? ['REQUEST_TIMEOUT', 'Request Timeout', 'The request did not arrive in time.']
        : ['BAD_REQUEST', 'Bad Request', 'The request is not HTTP as this service reads it.'];
  const body = JSON.stringify(errorBody(new ServiceError(code, message)));
  const head = [
    `HTTP/1.1 ${errorCodes[code].status} ${reason}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy();
}

type SocketLike = {
  readonly writable: boolean;
  write(text: string): unknown;
  destroy(): void;
};
