import neo4j, { type Driver } from 'neo4j-driver';
import { ServiceError } from '../errors.ts';
import type { ReadLimits } from './bounds.ts';

/** Where a Neo4j server is, who asks, and how long to wait for it, in milliseconds. */
export type Neo4jSettings = {
  readonly url: string;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  /** For the server to take a connection; 1000 if absent. */
  readonly connectionTimeoutMs?: number;
  /** For a connection to be free; 1500 if absent. */
  readonly acquisitionTimeoutMs?: number;
  /** For trying a transaction again after a passing fault; 700 if absent: once, after about a second. */
  readonly retryTimeMs?: number;
  /** The most connections at once; 100 if absent. */
  readonly connectionsMax?: number;
  /** How long a connection may be idle before it is asked for a sign of life ahead of its use; 1000 if absent. */
  readonly livenessMs?: number;
  /** The most that one read may bring back. */
  readonly limits?: ReadLimits;
};

/** How long a transaction is tried again, where nothing else is said. */
export const RETRY_TIME_MS = 700;

/**
 * A driver for the server; it connects when it is first used. An address that cannot be right is a BAD_CONFIG.
 * A new driver of a cluster asks for the route at the address of the settings, whose server may be dead: then at `seen`.
 */
export function connect(settings: Neo4jSettings, seen: ReadonlySet<string> = new Set()): Driver {
  const { url, user, password = '' } = settings;
  try {
    return neo4j.driver(url, user ? neo4j.auth.basic(user, password) : undefined, {
      useBigInt: true,
      connectionTimeout: settings.connectionTimeoutMs ?? 1_000,
      connectionAcquisitionTimeout: settings.acquisitionTimeoutMs ?? 1_500,
      maxTransactionRetryTime: settings.retryTimeMs ?? RETRY_TIME_MS,
      maxConnectionPoolSize: settings.connectionsMax ?? 100,
      connectionLivenessCheckTimeout: settings.livenessMs ?? 1_000,
      userAgent: 'attested',
      resolver: (address) => [address, ...seen],
    });
  } catch (error) {
    throw new ServiceError('BAD_CONFIG', 'GRAPH_URL is no address of a Neo4j server.', {
      hint: 'Write it like neo4j://host:7687.',
      cause: error,
    });
  }
}
