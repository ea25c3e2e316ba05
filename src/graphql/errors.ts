import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { errorCodes, ServiceError } from '../errors.ts';

/** The codes that Apollo gives to operations that cannot run; BAD_REQUEST and BAD_USER_INPUT are also ours. */
export const graphqlCodes = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
] as const;

const told = new Set<unknown>([...Object.keys(errorCodes), ...graphqlCodes]);
told.delete('INTERNAL_SERVER_ERROR');

/** How errors are told: where they are logged, and whether the schema is no secret. */
export type Telling = { readonly logger: Logger; readonly introspection: boolean };

/**
 * An error of our own keeps its words; anything else is logged whole and answered bare. What passes by itself, a
 * graph that is away or has too much to do, is logged without its stack: there can be much of it at once.
 */
export function asGraphQLError({ logger }: Telling, requestId: string, error: unknown): GraphQLError {
  if (error instanceof ServiceError) {
    const { code, message } = error;
    const { status } = errorCodes[code];
    if (status === 500) logger.error({ err: error, reqId: requestId }, message);
    else if (status > 500) logger.warn({ code, reqId: requestId }, message);
    const extensions = { code: error.code, ...(error.hint && { hint: error.hint }) };
    return new GraphQLError(error.message, { originalError: error, extensions });
  }
  logger.error({ err: error, reqId: requestId }, 'unexpected error');
  return bare(`Internal server error; the log has it under request ${requestId}.`);
}

/**
 * What a client sees of an error: what graphql-js, Apollo and we say about a request goes through, with a code;
 * the rest is logged and hidden. Where the schema is not to be known, no guess at names is given away.
 */
export function presentError(
  { logger, introspection }: Telling,
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const code = formatted.extensions?.code;
  if (told.has(code)) {
    return introspection ? formatted : { ...formatted, message: withoutGuess(formatted.message) };
  }
  if (code === 'INTERNAL_SERVER_ERROR' && error instanceof GraphQLError && made.has(error)) return formatted;
  logger.error({ err: error }, 'unexpected error');
  return bare('Internal server error; the log has it.').toJSON();
}

/** Errors already logged and made bare. */
const made = new WeakSet<GraphQLError>();

function bare(message: string): GraphQLError {
  const error = new GraphQLError(message, { extensions: { code: 'INTERNAL_SERVER_ERROR' } });
  made.add(error);
  return error;
}

function withoutGuess(message: string): string {
  return message.replace(/ Did you mean [^?]*\?/g, '');
}
