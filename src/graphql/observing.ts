import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from 'pino';
import type { RequestContext } from './apollo.ts';

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
export function observing(
  logger: Logger,
  slowMs: number,
  observers: readonly Observer[],
): ApolloServerPlugin<RequestContext> {
  const all = [logObserver(logger, slowMs), ...observers];
  return {
    requestDidStart: async () => {
      const startedAt = new Date();
      const started = performance.now();
      return {
        async willSendResponse({ contextValue, operation, response }) {
          const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
          const observed: Observed = {
            requestId: contextValue.requestId,
            type: operation?.operation,
            name: operation?.name?.value.slice(0, NAME_MAX),
            startedAt,
            milliseconds: Math.round((performance.now() - started) * 10) / 10,
            status: response.http.status ?? 200,
            codes: errors.map((error) => String(error.extensions?.code)),
            cost: contextValue.made?.cost,
            rows: contextValue.made?.rows,
            statement: contextValue.made?.statement,
          };
          for (const observer of all) observer(observed);
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
