import { hash } from 'node:crypto';
import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  print,
  validate,
} from 'graphql';
import { Admission, type LaneName, type Price, type Slot } from '../admission.ts';
import { invariant } from '../errors.ts';
import { type Answered, createExecute, type Execute, type ExecuteContext } from '../graphql/execute.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Projection, Terms } from '../model/terms.ts';
import type { Told } from '../model/told.ts';

/**
 * The graph as the product itself asks it, for files, tables and tools: by GraphQL, like any client, through the same
 * compiler. Only the limits differ: what a client may ask at once is for clients, and a file is let in once, as a whole,
 * so that its pages wait in no queue.
 */
export type Graph = {
  readonly catalog: Catalog;
  readonly schema: GraphQLSchema;
  readonly terms: Terms;
  /** Answers a document of ours; a fault of it is our own mistake. */
  readonly ask: Ask;
  /** Answers a document that may be refused. */
  readonly answer: (document: DocumentNode, variables?: Variables, signal?: AbortSignal) => Promise<Answered>;
  /** Keeps a slot taken while what is asked under the signal still works in the engine. */
  readonly hold: (signal: AbortSignal, slot: Slot) => void;
};

/** Variables of a document. */
export type Variables = { readonly [name: string]: unknown };

/** Asks a document and gives the data of its answer. */
export type Ask = (document: DocumentNode, variables?: Variables, signal?: AbortSignal) => Promise<Told>;

/** Items of one page of ours: a list of ids costs its engine a sort of all that is left, so there are few of them. */
const PAGE_SIZE_MAX = 100_000;

/** What is asked under the slot that its reader has already, and waits no second time. */
class HeldAdmission extends Admission {
  readonly #slots = new WeakMap<AbortSignal, Slot>();

  hold(signal: AbortSignal, slot: Slot): void {
    this.#slots.set(signal, slot);
  }

  /** Pages of a file are read side by side with what is light: each holds its engine for little. */
  override laneOf(): LaneName {
    return 'light';
  }

  override async enter(_price: Price, signal?: AbortSignal): Promise<Slot> {
    const slot = signal && this.#slots.get(signal);
    return { keep: (work) => slot?.keep(work), leave: () => undefined };
  }
}

/** The graph behind a schema and a store, under limits of our own, with what its domain says of itself. */
export function openGraph(
  context: Omit<ExecuteContext, 'admission'>,
  { catalog, terms }: Pick<Graph, 'catalog' | 'terms'>,
): Graph {
  const limits = {
    ...context.limits,
    costMax: Number.MAX_SAFE_INTEGER,
    workMax: Number.MAX_SAFE_INTEGER,
    pageSizeMax: PAGE_SIZE_MAX,
  };
  const admission = new HeldAdmission(limits);
  const answer = answerBy(createExecute({ ...context, limits, admission }));
  return {
    catalog,
    schema: context.schema,
    terms,
    answer,
    ask: askBy(answer),
    hold: (signal, slot) => admission.hold(signal, slot),
  };
}

type Prepared = { readonly operation: OperationDefinitionNode; readonly documentId: string };

/** Answers a document of ours with the pages' slot, whatever it comes to. */
function answerBy(execute: Execute): Graph['answer'] {
  const known = new WeakMap<DocumentNode, Prepared>();
  return (document, variables = {}, signal) => {
    const prepared = known.get(document) ?? prepare(document);
    known.set(document, prepared);
    return execute({ document, ...prepared, variables, ...(signal && { signal }) });
  };
}

function askBy(answer: Graph['answer']): Ask {
  return async (document, variables, signal) => {
    const { data, errors } = await answer(document, variables, signal);
    if (errors?.[0]) throw errors[0];
    return (data ?? {}) as Told;
  };
}

function prepare(document: DocumentNode): Prepared {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  invariant(operation?.kind === Kind.OPERATION_DEFINITION, 'a document of ours asks nothing');
  return { operation, documentId: hash('sha256', print(document)) };
}

/** The pages of a list, one after the other. */
export async function* pagesOf(
  { graph, signal }: { readonly graph: Graph; readonly signal?: AbortSignal | undefined },
  document: DocumentNode,
  variables: Variables,
): AsyncGenerator<Told[]> {
  let after: unknown = null;
  for (;;) {
    signal?.throwIfAborted();
    const { list } = await graph.ask(document, { ...variables, ...(after !== null && { after }) }, signal);
    const { nodes, pageInfo } = list as { nodes: Told[]; pageInfo: Told };
    yield nodes;
    if (pageInfo.hasNextPage !== true) return;
    after = pageInfo.endCursor;
  }
}

/** Whether a schema can answer a document: one that is made for another domain it cannot. */
export function fits(schema: GraphQLSchema, document: DocumentNode): boolean {
  return validate(schema, document, undefined, { maxErrors: 1 }).length === 0;
}

/** Something that is made once for each graph. */
export function onceFor<T>(make: (graph: Graph) => T): (graph: Graph) => T {
  const made = new WeakMap<Graph, T>();
  return (graph) => {
    const found = made.get(graph) ?? make(graph);
    made.set(graph, found);
    return found;
  };
}

/** A question that a newcomer can ask. */
export function firstQuestion({ catalog, terms: { examples } }: Graph): string {
  return examples.question ?? `{ ${catalog.types[0]?.list ?? 'articles'}(first: 3) { nodes { id } } }`;
}

/** What the graph is of, to say so: ` of news`. */
export function ofSubject({ terms: { subject } }: Graph): string {
  return subject === undefined ? '' : ` of ${subject}`;
}

/** The projection of a domain that has what it folds. */
export function projectionOf({ catalog, terms: { projection } }: Graph): Projection | undefined {
  const over = projection?.over.every((predicate) => catalog.predicates.includes(predicate));
  return projection && over && catalog.type(projection.type) ? projection : undefined;
}
