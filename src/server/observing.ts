/** What can be seen of an operation from outside, without its text or its variables. */
export type Observed = {
  readonly requestId: string;
  /** Who asked: the name of their key or token. */
  readonly principal: string | undefined;
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
  /** The rows of the graph that it was to go through; undefined where that could not be told. */
  readonly work: number | undefined;
  /** The lane that it took; undefined when it was not priced. */
  readonly lane: string | undefined;
  /** How many items its answer holds; undefined when there is none. */
  readonly rows: number | undefined;
  /** The compiled statement, in which all values are parameters. */
  readonly statement: string | undefined;
};

/** Told of each operation when its answer goes out. */
export type Observer = (observed: Observed) => void;
