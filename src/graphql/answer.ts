import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { type ErrorCode, errorCodes } from '../errors.ts';
import { asGraphQLError, presentError, type Telling } from './errors.ts';
import type { Execute, OperationRequest } from './execute.ts';

/** What answers operations, and how their errors are told. */
export type AnswerParts = Telling & { readonly execute: Execute };

/** An answer as a client sees it, and its HTTP status. */
export type Answered = {
  readonly result: {
    readonly errors?: readonly GraphQLFormattedError[];
    readonly data?: NonNullable<ExecutionResult['data']>;
    readonly extensions?: NonNullable<ExecutionResult['extensions']>;
  };
  readonly status: number;
};

/** Answers one operation; what goes wrong becomes errors of the answer, with the status of their code. */
export async function answerOperation(
  parts: AnswerParts,
  requestId: string,
  request: OperationRequest,
): Promise<Answered> {
  const answer: ExecutionResult = await parts.execute(request).catch((error: unknown) => ({
    errors: [asGraphQLError(parts, requestId, error)],
  }));
  const { data, extensions } = answer;
  const errors = answer.errors?.map((error) => presentError(parts, error.toJSON(), error));
  const result = { ...(errors && { errors }), ...(data && { data }), ...(extensions && { extensions }) };
  return { result, status: errors && !data ? statusOf(errors) : 200 };
}

function statusOf([first]: readonly GraphQLFormattedError[]): number {
  const code = String(first?.extensions?.code);
  return Object.hasOwn(errorCodes, code) ? errorCodes[code as ErrorCode].status : 500;
}

/** The codes of requests that were understood as HTTP, but not as GraphQL of this schema. */
const NOT_EXECUTED = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

/**
 * GraphQL over HTTP: who takes only `application/json`, which any intermediary could have sent, gets 200 for a
 * well-formed request whose operation is refused; all others get the status of the error.
 */
export function legacyStatus(
  accept: string | undefined,
  errors: readonly GraphQLFormattedError[],
): 200 | undefined {
  if (!accept?.includes('application/json') || accept.includes('application/graphql-response+json')) return;
  if (errors.length === 0 || errors.some((error) => !NOT_EXECUTED.has(error.extensions?.code))) return;
  return 200;
}
