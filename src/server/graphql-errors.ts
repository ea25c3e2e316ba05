import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { type ErrorCode, errorCodes, ServiceError } from '../errors.ts';
import { hintOf, withoutGuess } from '../graphql/hints.ts';
import { refusedByParser } from '../graphql/limit.ts';
import type { Schema } from '../graphql/schema.ts';
import type { Limits } from '../limits.ts';

/** The codes that Apollo gives to operations that cannot run; BAD_REQUEST and BAD_USER_INPUT are also ours. */
export const graphqlCodes = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
] as const;

const told = new Set<unknown>([...Object.keys(errorCodes), ...graphqlCodes]);
told.delete('INTERNAL_SERVER_ERROR');

/** How errors are told: where they are logged, by which schema, and whether that is no secret. */
export type Telling = {
  readonly logger: Logger;
  readonly schema: Schema;
  readonly introspection: boolean;
  readonly limits: Pick<Limits, 'depthMax' | 'tokensMax'>;
};

/** What to do about errors of graphql-js and Apollo of which no more can be told. */
const hints: { readonly [code: string]: string } = {
  GRAPHQL_VALIDATION_FAILED: '/schema.graphql says what can be asked.',
  OPERATION_RESOLUTION_FAILURE: 'Name one operation of the document in operationName.',
  BAD_USER_INPUT: 'Correct the value named; /schema.graphql says what it can be.',
  BAD_REQUEST:
    'Send POST /graphql with content-type: application/json and a body such as {"query": "{ __typename }"}.',
};

/**
 * An error of our own keeps its words; anything else is logged whole and answered bare. What passes by itself, a
 * graph that is away or has too much to do, is logged without its stack: there can be much of it at once.
 */
export function asGraphQLError({ logger }: Telling, requestId: string, error: unknown): GraphQLError {
  if (error instanceof ServiceError) {
    const { code, message, hint, details } = error;
    const { status } = errorCodes[code];
    if (status === 500) logger.error({ err: error, reqId: requestId }, message);
    else if (status > 500) logger.warn({ code, reqId: requestId }, message);
    const extensions = { code, ...(hint && { hint }), ...details };
    return new GraphQLError(message, { originalError: error, extensions });
  }
  logger.error({ err: error, reqId: requestId }, 'unexpected error');
  return bare(`Internal server error; the log has it under request ${requestId}.`);
}

/**
 * What a client sees of an error: what graphql-js, Apollo and we say about a request goes through, with a code;
 * the rest is logged and hidden. Where the schema is not to be known, no guess at names is given away.
 */
export function presentError(
  telling: Telling,
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const code = formatted.extensions?.code;
  const refused = code === 'GRAPHQL_PARSE_FAILED' ? refusedByParser(error, telling.limits) : undefined;
  if (refused) return asGraphQLError(telling, '', refused).toJSON();
  if (told.has(code)) return withHint(telling, formatted);
  if (code === 'INTERNAL_SERVER_ERROR' && error instanceof GraphQLError && made.has(error)) return formatted;
  telling.logger.error({ err: error }, 'unexpected error');
  return bare('Internal server error; the log has it.').toJSON();
}

/** The status of an answer without data: that of its first error. */
export function statusOf([first]: readonly GraphQLFormattedError[]): number {
  const code = String(first?.extensions?.code);
  if (graphqlCodes.some((known) => known === code)) return 400;
  return Object.hasOwn(errorCodes, code) ? errorCodes[code as ErrorCode].status : 500;
}

/** Errors already logged and made bare. */
const made = new WeakSet<GraphQLError>();

function bare(message: string): GraphQLError {
  const error = new GraphQLError(message, { extensions: { code: 'INTERNAL_SERVER_ERROR' } });
  made.add(error);
  return error;
}

/** An error with what to do about it, and without a guess at names where the schema is not to be known. */
function withHint({ schema, introspection }: Telling, error: GraphQLFormattedError): GraphQLFormattedError {
  const { extensions, locations } = error;
  const message = introspection ? error.message : withoutGuess(error.message);
  const code = String(extensions?.code);
  const known = extensions?.hint ?? (code in hints && hintOf({ ...schema, introspection }, message));
  const hint = known || (code === 'GRAPHQL_PARSE_FAILED' ? hintAt(locations) : hints[code]);
  return { ...error, message, extensions: { ...extensions, ...(hint !== undefined && { hint }) } };
}

function hintAt(locations: GraphQLFormattedError['locations']): string {
  const [at] = locations ?? [];
  const where = at ? ` at line ${at.line}, column ${at.column}, or before` : '';
  return `Correct the document${where}: a sign is missing there or one too many.`;
}
