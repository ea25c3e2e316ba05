import type { Row, Statement } from '../../src/store/store.ts';

/** What a test may look at and change; `log` has the server, the message, and the text of a RUN. */
export type Cluster = {
  readonly port: number;
  leader: number;
  lagMs: number;
  bookmarkPatienceMs: number;
  readonly log: [server: number, message: string, text?: string][];
  kill(server: number): void;
  revive(server: number): Promise<void>;
  freezeTables(frozen?: boolean): void;
  close(): Promise<void>;
};

/** Gives the rows of a statement, as each of the servers would. */
export type Answer = (
  text: string,
  parameters: Statement['parameters'],
  asked: { readonly server: number; readonly write: boolean },
) => Promise<readonly Row[] | undefined>;

export function boltCluster(settings: { answer: Answer; size?: number; ttl?: number }): Promise<Cluster>;
