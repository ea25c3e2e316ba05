/**
 * The closed list of what can go wrong on purpose. Each code has one HTTP status and one way out.
 * Nothing else is thrown deliberately; an error without a code is our own mistake and is answered bare.
 */
export const errorCodes = {
  BAD_CONFIG: { status: 400, exit: 78 },
  BAD_COMMAND: { status: 400, exit: 64 },
  PORT_IN_USE: { status: 500, exit: 69 },
  DOMAIN_INVALID: { status: 500, exit: 65 },
  ARTICLE_INVALID: { status: 500, exit: 65 },
  ARTICLE_TEXT_MISMATCH: { status: 500, exit: 65 },
  SCRIPT_UNREADABLE: { status: 500, exit: 66 },
  SCRIPT_FAILED: { status: 500, exit: 65 },
  GRAPH_INVALID: { status: 500, exit: 65 },
  STORE_UNAVAILABLE: { status: 503, exit: 69 },
  STORE_TIMEOUT: { status: 504, exit: 69 },
  STORE_ERROR: { status: 500, exit: 70 },
  STORE_LOCKED: { status: 503, exit: 78 },
  STORE_MISMATCH: { status: 500, exit: 65 },
  STORE_NOT_OURS: { status: 500, exit: 65 },
  STORE_FULL: { status: 507, exit: 74 },
  GRAPH_ABSENT: { status: 503, exit: 69 },
  GRAPH_CHANGED: { status: 503, exit: 69 },
  GRAPH_DAMAGED: { status: 503, exit: 65 },
  PRUNE_NEEDED: { status: 500, exit: 65 },
  RESULT_TOO_LARGE: { status: 400, exit: 64 },
  OVERLOADED: { status: 503, exit: 69 },
  BAD_ID: { status: 400, exit: 64 },
  UNKNOWN_NAME: { status: 400, exit: 64 },
  AMBIGUOUS_NAME: { status: 400, exit: 64 },
  NAME_OF_OTHER_TYPE: { status: 400, exit: 64 },
  BAD_CURSOR: { status: 400, exit: 64 },
  COST_LIMIT: { status: 400, exit: 64 },
  PAGE_SIZE: { status: 400, exit: 64 },
  BAD_USER_INPUT: { status: 400, exit: 64 },
  OPERATION_LIMIT: { status: 400, exit: 64 },
  BAD_REQUEST: { status: 400, exit: 64 },
  UNAUTHENTICATED: { status: 401, exit: 77 },
  FORBIDDEN: { status: 403, exit: 77 },
  ORIGIN_NOT_ALLOWED: { status: 403, exit: 77 },
  DOCUMENT_NOT_TRUSTED: { status: 403, exit: 77 },
  NOT_FOUND: { status: 404, exit: 64 },
  METHOD_NOT_ALLOWED: { status: 405, exit: 64 },
  REQUEST_TIMEOUT: { status: 408, exit: 69 },
  CLIENT_GONE: { status: 499, exit: 69 },
  BODY_TOO_LARGE: { status: 413, exit: 64 },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, exit: 64 },
  HOST_NOT_ALLOWED: { status: 421, exit: 64 },
  RATE_LIMIT: { status: 429, exit: 69 },
  HEADERS_TOO_LARGE: { status: 431, exit: 64 },
  KEYS_UNAVAILABLE: { status: 503, exit: 69 },
  STARTING: { status: 503, exit: 69 },
  DRAINING: { status: 503, exit: 69 },
  INTERNAL_SERVER_ERROR: { status: 500, exit: 70 },
} as const satisfies Record<string, { status: number; exit: number }>;

export type ErrorCode = keyof typeof errorCodes;

type Details = { readonly [name: string]: unknown };

/** What an error can say beside its sentence. */
type ErrorOptions = { readonly hint?: string; readonly details?: Details; readonly cause?: unknown };

/** The one error thrown on purpose: a code of the table, one sentence, and what to do about it. */
export class ServiceError extends Error {
  readonly code: ErrorCode;
  /** What the reader can do about it, one sentence. */
  readonly hint: string | undefined;
  /** What else a client can read of it, beside the code. */
  readonly details: Details;

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'ServiceError';
    this.code = code;
    this.hint = options.hint;
    this.details = options.details ?? {};
  }
}

/** Nobody waits for the answer any more: what is under way for it stops, and nobody is to blame. */
export function clientGone(): ServiceError {
  return new ServiceError('CLIENT_GONE', 'The caller went away before the answer.');
}

/** Stops at what cannot be if our own code is right: a bug here, not bad input. */
export function broken(message: string): never {
  throw new Error(`invariant broken: ${message}`);
}

/** Holds `condition` as a promise of our own code. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) broken(message);
}
