import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from './context.ts';
import type { Made } from './explain.ts';

/** What can be seen of an operation from outside, without its text or its variables. */
export type Observed = {
  readonly requestId: string;
  /** `query`, or undefined when the document was refused. */
  readonly type: string | undefined;
  /** The name in a document that was accepted. */
  readonly name: string | undefined;
  readonly startedAt: Date;
  readonly milliseconds: number;
  readonly status: number;
  /** The codes of its errors. */
  readonly codes: readonly string[];
  /** What it could cost; undefined when it was not priced. */
  readonly cost: number | undefined;
  /** How many items its answer holds; undefined when there is none. */
  readonly rows: number | undefined;
  /** The compiled statement, in which all values are parameters. */
  readonly statement: string | undefined;
};

/** Told of each operation when its answer goes out. */
export type Observer = (observed: Observed) => void;

/** The most characters of a name that are kept: the name is the client's. */
const NAME_MAX = 64;

/** Logs each operation in one line, a slow one with its statement, and tells the observers. */
export function createObserver(logger: Logger, slowMs: number, observers: readonly Observer[]): Observer {
  const all = [logObserver(logger, slowMs), ...observers];
  return (observed) => {
    for (const observer of all) observer(observed);
  };
}

/** An operation that is under way. */
export type Underway = {
  readonly requestId: string;
  readonly operation: OperationDefinitionNode | undefined;
  readonly startedAt: Date;
  readonly started: number;
  readonly made: Made | undefined;
};

/** What there is to see of an operation once it is answered. */
export function observe(
  { requestId, operation, startedAt, started, made }: Underway,
  status: number,
  errors: readonly GraphQLFormattedError[],
): Observed {
  return {
    requestId,
    type: operation?.operation,
    name: operation?.name?.value.slice(0, NAME_MAX),
    startedAt,
    milliseconds: Math.round((performance.now() - started) * 10) / 10,
    status,
    codes: errors.map((error) => String(error.extensions?.code)),
    cost: made?.cost,
    rows: made?.rows,
    statement: made?.statement,
  };
}

/** Tells the observer of each operation that goes through Apollo. */
export function observing(observer: Observer): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => {
      const startedAt = new Date();
      const started = performance.now();
      return {
        async willSendResponse({ contextValue, operation, response }) {
          const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
          const { requestId, made } = contextValue;
          const underway = { requestId, operation, startedAt, started, made };
          observer(observe(underway, response.http.status ?? 200, errors));
        },
      };
    },
  };
}

/** One line for each operation: its name, time, cost and codes, never its text or its variables. */
function logObserver(logger: Logger, slowMs: number): Observer {
  return ({ requestId, type, name, milliseconds, status, codes, cost, rows, statement }) => {
    const facts = { reqId: requestId, operation: type, name, ms: milliseconds, status, cost, rows };
    logger.info({ ...facts, ...(codes.length > 0 && { codes }) }, 'operation');
    if (milliseconds >= slowMs && statement !== undefined)
      logger.warn({ ...facts, statement }, 'slow operation');
  };
}
