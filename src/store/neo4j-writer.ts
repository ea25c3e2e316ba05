import { setTimeout as sleep } from 'node:timers/promises';
import type { Transaction as ServerTransaction, Session } from 'neo4j-driver';
import { ServiceError } from '../errors.ts';
import { type Counts, countAll, differenceOf, duplicateIn, type Run } from './look.ts';
import { isPassing } from './neo4j-faults.ts';
import { MARKER } from './neo4j-marker.ts';
import { runAll, runOne } from './neo4j-run.ts';
import { type Claim, type Generation, generationOf, type Statement, type Transaction } from './store.ts';

/**
 * Who may write a graph on a server, and how. attested owns a whole database and marks it (`neo4j-marker.ts`):
 *
 *   no marker, no node              ours: the marker is made
 *   no marker, nodes                refused, STORE_NOT_OURS; `adopt` takes over what scripts alone have filled
 *   a marker, and what was counted  ours
 *   a marker, something else        refused, GRAPH_DAMAGED; `rebuild` empties it where nothing is a stranger's
 *
 * All that is asked before anything is written, constraints included. One load writes at a time: it holds a lock in a transaction that
 * is never committed, so that the server lets it go with the connection of a load that dies.
 */

/** Where the writer finds its server; `open` gives a new session to write with. */
export type WriterParts = {
  readonly open: () => Session;
  readonly address: string;
  /** Whether the server takes options of the planner ahead of a statement. */
  readonly takesOptions: () => boolean;
};

/** The marker whole. */
type Marker = {
  readonly begun: number;
  readonly done: number;
  readonly corpus: string | null;
  readonly counts: Counts;
  /** Whether some load came to its end: the first one, and one that empties a graph, can take many transactions. */
  readonly loaded: boolean;
};

const statement = (text: string, parameters: Statement['parameters'] = {}): Statement => ({
  text,
  parameters,
});

const READ = statement(
  `OPTIONAL MATCH ${MARKER} RETURN m.begun AS begun, m.done AS done, m.corpus AS corpus, m.counts AS counts, m.loaded AS loaded`,
);
const CONSTRAIN = statement(
  'CREATE CONSTRAINT attested_id IF NOT EXISTS FOR (m:Attested) REQUIRE m.id IS UNIQUE',
);
const MAKE = statement(
  `MERGE ${MARKER} ON CREATE SET m.begun = 0, m.done = 0, m.at = timestamp(), m.counts = $counts`,
);
const LOCK = statement("MERGE (w:Attested {id: 'writer'}) SET w.at = timestamp()");
const BEGIN = statement(`MATCH ${MARKER} SET m.begun = m.begun + 1, m.at = timestamp()`);
const DONE = statement(
  `MATCH ${MARKER} SET m.done = m.begun, m.at = timestamp(), m.counts = $counts, m.corpus = $corpus`,
);
const LOADED = statement(`MATCH ${MARKER} SET m.loaded = true`);
/** No reader takes this for settled, however long it lasts: a day from now is never long ago. */
const UNLOADED = statement(
  `MATCH ${MARKER} SET m.begun = m.begun + 1, m.at = timestamp() + 86400000, m.loaded = false`,
);
const EMPTY = statement(
  'MATCH (n) WHERE NOT n:Attested WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) AS count',
);
const STRANGERS = `MATCH (n) WHERE NOT n:Attested AND (none(label IN labels(n) WHERE label IN $labels) OR coalesce(n.id, n.key) IS NULL)
RETURN count(n) AS count, head(collect(coalesce(labels(n)[0], 'no label'))) AS label`;

/** Milliseconds after which a load that waits for another says so. */
const WAIT_MS = 1_000;

/** How often a transaction is tried, where its fault passes. */
const TRIES = 5;

/** Milliseconds before the second try; before each further one, as many more. */
const PAUSE_MS = 100;

/** Reads the marker; undefined where there is none. */
async function readMarker(run: Run): Promise<Marker | undefined> {
  const [row] = await run(READ);
  if (typeof row?.begun !== 'number') return undefined;
  const { begun, done, corpus, counts, loaded } = row;
  return {
    begun,
    done: Number(done),
    corpus: typeof corpus === 'string' ? corpus : null,
    counts: JSON.parse(String(counts)) as Counts,
    loaded: loaded === true,
  };
}

/** What the last load left, as its marker says; undefined where there was none. */
export async function readGeneration(run: Run): Promise<Generation | undefined> {
  const marker = await readMarker(run);
  return marker?.loaded ? { corpus: marker.corpus, number: marker.done } : undefined;
}

/** What of a marked graph is not as its marker says; undefined when all is. Read while no load commits. */
export async function damageOf(run: Run): Promise<string | undefined> {
  const marker = await readMarker(run);
  if (!marker) return undefined;
  return differenceOf(await countAll(run), marker.counts) ?? (await duplicateIn(run));
}

/** The load's side of the lock: claims a database, and writes it in transactions that readers see whole. */
export class Neo4jWriter {
  readonly #parts: WriterParts;
  /** What the marker was when this load last wrote it: another load that came between is noticed. */
  #done = 0;
  /** How many transactions of this load were committed. */
  #commits = 0;

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  /** Runs `work` as the only load of a database that is ours. A first load that fails leaves nothing behind. */
  async hold<T>(claim: Claim, work: () => Promise<T>): Promise<T> {
    await this.#refuseForeign(claim);
    const before = (await readMarker(this.#run)) ? undefined : await this.#schema();
    if (before) await this.#run(CONSTRAIN);
    const release = await this.#lock(claim);
    try {
      await this.#take(claim);
      this.#commits = 0;
      const result = await work();
      await this.#run(LOADED);
      return result;
    } catch (error) {
      if (before && this.#done === 0) await this.#undo(before).catch(() => undefined);
      throw error;
    } finally {
      await release();
    }
  }

  /** Runs `work` in a transaction whose commit readers see whole; tried again after a fault that passes. */
  commit<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#patiently((session) => this.#commitIn(session, work));
  }

  async #commitIn<T>(session: Session, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const tx = await session.beginTransaction();
    try {
      await this.#refuseOvertaken(tx);
      const result = await work({ run: (statements) => runAll(tx, this.#planned(statements)) });
      const corpus = await generationOf({ read: (one) => runOne(tx, one) });
      await this.#run(BEGIN);
      await tx.commit();
      await this.#finish(corpus);
      this.#commits += 1;
      return result;
    } finally {
      await tx.close();
    }
  }

  /**
   * A server plans a statement anew when what it counts has changed much, and that takes longer than to run it. The plans of
   * a second part, made when there was something to count, are kept for those that follow.
   */
  #planned(statements: readonly Statement[]): readonly Statement[] {
    if (this.#commits < 2 || !this.#parts.takesOptions()) return statements;
    return statements.map(({ text, parameters }) => ({ text: `CYPHER replan=skip ${text}`, parameters }));
  }

  /** Lets readers go on, with what is there now. */
  async #finish(corpus: string | null): Promise<void> {
    const counts = JSON.stringify(await countAll(this.#run));
    await this.#run(statement(DONE.text, { counts, corpus }));
    this.#done = (await readMarker(this.#run))?.done ?? 0;
  }

  async #refuseOvertaken(tx: ServerTransaction): Promise<void> {
    const marker = await readMarker((one) => runOne(tx, one));
    if (marker?.done === this.#done) return;
    throw new ServiceError('GRAPH_CHANGED', 'Another load changed the graph while this one was under way.', {
      hint: 'Run attested load again.',
    });
  }

  readonly #run: Run = (one) => this.#patiently((session) => runOne(session, one));

  /** Runs `work` in a session of its own; again after a fault that passes, as when two first loads make one constraint. */
  async #patiently<T>(work: (session: Session) => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      const session = this.#parts.open();
      try {
        return await work(session);
      } catch (error) {
        if (tried === TRIES || !isPassing(error)) throw error;
      } finally {
        await session.close();
      }
      await sleep(PAUSE_MS * tried);
    }
  }

  /** Refuses, by reading alone, what is not ours. */
  async #refuseForeign(claim: Claim): Promise<void> {
    if (await readMarker(this.#run)) return;
    const counts = await countAll(this.#run);
    const nodes = counts['()'] ?? 0;
    if (nodes === 0) return;
    if (claim.adopt) return this.#refuseStrangers(claim);
    throw new ServiceError(
      'STORE_NOT_OURS',
      `The database at ${this.#parts.address} holds ${nodes} nodes that attested did not make.`,
      {
        hint: 'Set NEO4J_DATABASE to a database of its own, or empty this one; attested load --adopt takes over what its scripts alone have filled.',
      },
    );
  }

  async #refuseStrangers({ labels }: Claim): Promise<void> {
    const [row] = await this.#run(statement(STRANGERS, { labels }));
    if (!row || Number(row.count) === 0) return;
    throw new ServiceError(
      'STORE_NOT_OURS',
      `The database at ${this.#parts.address} holds ${row.count} nodes that no script of attested makes, the first of them ${row.label}.`,
      { hint: 'Take them out, or set NEO4J_DATABASE to a database of its own.' },
    );
  }

  /** Waits for the loads before; the lock goes with the transaction, which is never committed. */
  async #lock({ onWait }: Claim): Promise<() => Promise<void>> {
    const session = this.#parts.open();
    const tx = session.beginTransaction();
    const told = setTimeout(() => onWait?.(), WAIT_MS);
    try {
      await runOne(await tx, LOCK);
    } catch (error) {
      await session.close();
      throw error;
    } finally {
      clearTimeout(told);
    }
    return async () => {
      // Closing rolls back; where the connection is gone, the server has done so.
      await session.close().catch(() => undefined);
    };
  }

  /** Looks at the graph as the only one who writes it: makes the marker, finishes what a load that died began, or refuses. */
  async #take(claim: Claim): Promise<void> {
    const marker = await readMarker(this.#run);
    const counts = await countAll(this.#run);
    const ours = { ...counts, '()': (counts['()'] ?? 0) + 1, '(:Attested)': 1 };
    if (!marker) {
      await this.#run(statement(MAKE.text, { counts: JSON.stringify(ours) }));
      this.#done = 0;
      return;
    }
    this.#done = marker.done;
    const died = marker.begun !== marker.done;
    const damage = (died ? undefined : differenceOf(counts, marker.counts)) ?? (await duplicateIn(this.#run));
    if (damage) await this.#empty(claim, damage);
    else if (died) await this.#finish(await generationOf({ read: this.#run }));
  }

  async #empty(claim: Claim, damage: string): Promise<void> {
    if (!claim.rebuild) throw damaged(this.#parts.address, damage);
    await this.#refuseStrangers(claim);
    await this.#run(UNLOADED);
    for (let left = 1; left > 0; ) {
      const [row] = await this.#run(EMPTY);
      left = Number(row?.count ?? 0);
    }
  }

  /** The names of constraints and indexes. */
  async #schema(): Promise<ReadonlySet<string>> {
    const constraints = await this.#run(statement('SHOW CONSTRAINTS YIELD name'));
    const indexes = await this.#run(statement('SHOW INDEXES YIELD name'));
    return new Set([...constraints, ...indexes].map(({ name }) => String(name)));
  }

  /**
   * Takes out the marker, and the constraints and indexes that came with a load that wrote nothing else; but not the
   * constraint of the marker, which the lock of this load rests on.
   */
  async #undo(before: ReadonlySet<string>): Promise<void> {
    await this.#run(statement(`MATCH ${MARKER} DELETE m`));
    const kept = new Set([...before, 'attested_id']);
    for (const kind of ['CONSTRAINT', 'INDEX']) {
      const names = [...(await this.#schema())].filter((name) => !kept.has(name));
      for (const name of names) await this.#run(statement(`DROP ${kind} \`${name}\` IF EXISTS`));
    }
  }
}

/** The refusal of a graph that is not as its last load left it. */
export function damaged(address: string, damage: string): ServiceError {
  return new ServiceError('GRAPH_DAMAGED', `The graph at ${address} is damaged: ${damage}.`, {
    hint: 'Run attested load --rebuild, which makes it anew; take out first what others put into the database.',
  });
}
