import { ServiceError } from '../errors.ts';
import { StatementError } from './store.ts';

type DriverError = Error & { readonly code: string; readonly retryable?: boolean };

function isDriverError(error: unknown): error is DriverError {
  return (
    !(error instanceof ServiceError) &&
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string'
  );
}

/** Whether the driver itself runs the transaction again after this. */
export function isPassing(error: unknown): boolean {
  return isDriverError(error) && error.retryable === true;
}

/** Whether a statement came upon a node or a relationship that another transaction was just taking away. */
export function isVanished(error: unknown): boolean {
  return isDriverError(error) && error.code === 'Neo.ClientError.Statement.EntityNotFound';
}

function isUnreachable({ code, message }: DriverError): boolean {
  if (/^(ServiceUnavailable|SessionExpired|ProtocolError|ECONNRESET|EPIPE)$/.test(code)) return true;
  // What comes of half a message, and what the driver says of connections that are gone.
  if (code.startsWith('ERR_')) return true;
  return (
    code === 'N/A' || /^(Connection acquisition timed out|Server responded HTTP|Pool is closed)/.test(message)
  );
}

/** What the server said, one line, without the piece of statement below it and the position at its end. */
function sentence(error: Error): string {
  const [line = ''] = error.message.split('\n');
  return line.replace(/ \(line \d+, column \d+ \(offset: \d+\)\)$/, '').replace(/\.?$/, '.');
}

const unavailable = (message: string, hint: string, cause: unknown) =>
  new ServiceError('STORE_UNAVAILABLE', message, { hint, cause });

/** Says what the driver reported in our own codes; `address` is the server's, without credentials. */
export function neo4jFault(error: unknown, address: string): unknown {
  if (!isDriverError(error)) return error;
  if (isUnreachable(error)) {
    return unavailable(
      `Neo4j at ${address} does not answer.`,
      'Start it, or set GRAPH_URL to where it is; if it is up, it has more to do than it can.',
      error,
    );
  }
  if (error.code.startsWith('Neo.ClientError.Security.')) {
    return unavailable(
      `Neo4j at ${address} refused the user.`,
      'Check NEO4J_USER and NEO4J_PASSWORD.',
      error,
    );
  }
  if (error.code === 'Neo.ClientError.Database.DatabaseNotFound') {
    return unavailable(`Neo4j at ${address} has no such database.`, 'Check NEO4J_DATABASE.', error);
  }
  if (/\.(TransactionTimedOut\w*|Terminated|LockClientStopped)$/.test(error.code)) {
    const message = `Neo4j at ${address} gave up: the statement took too long.`;
    return new ServiceError('STORE_TIMEOUT', message, { hint: 'Ask for less, or try again.', cause: error });
  }
  if (error.code === 'Neo.ClientError.Statement.AccessMode') {
    return new ServiceError('STORE_ERROR', 'A read must not change the graph.', { cause: error });
  }
  if (error.code.startsWith('Neo.TransientError.') || isPassing(error)) {
    return unavailable(`Neo4j at ${address} is busy: ${sentence(error)}`, 'Try again.', error);
  }
  return new ServiceError('STORE_ERROR', `Neo4j refused: ${sentence(error)}`, { cause: error });
}

/** A statement the server refused, or the fault itself when it is not the statement's. */
export function neo4jStatementError(index: number, error: unknown): unknown {
  const refused =
    isDriverError(error) &&
    /^Neo\.(ClientError\.(Statement|Schema|Procedure)|DatabaseError)\./.test(error.code);
  if (!refused || isPassing(error)) return error;
  const line = /\bline (\d+), column/.exec(error.message)?.[1];
  return new StatementError(index, sentence(error), { line: line ? Number(line) : undefined, cause: error });
}
