import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { ServiceError } from '../errors.ts';

/**
 * What the edge logs by itself: each operation is logged by its name elsewhere, and addresses hold literals of the
 * client, so that only answers remain that came to no end.
 */
export class EdgeLog extends LogController {
  constructor() {
    super({ disableRequestLogging: true });
  }

  /** A client that hangs up is no fault; what else breaks an answer off is told, with its stack where nobody knows it. */
  override streamError(error: Error, request: FastifyRequest, _reply: FastifyReply): void {
    if (hasGone(error, request)) request.log.info({ code: 'CLIENT_GONE' }, 'client went away');
    else if (error instanceof ServiceError)
      request.log.warn({ code: error.code }, `broken off: ${error.message}`);
    else request.log.error({ err: error }, 'broken off by an unexpected error');
  }
}

/** Whether what went wrong is only that the client left. */
function hasGone(error: Error, { raw }: FastifyRequest): boolean {
  if (error instanceof ServiceError) return error.code === 'CLIENT_GONE';
  return 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE' && raw.destroyed;
}
