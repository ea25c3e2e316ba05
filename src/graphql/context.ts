import type { Made } from './explain.ts';

/** What the server hands along with each request. */
export type RequestContext = {
  readonly requestId: string;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
  /** How the answer was made, once that is known. */
  made?: Made;
};
