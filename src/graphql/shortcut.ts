import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { type AnswerParts, answerOperation, legacyStatus } from './answer.ts';
import type { Made } from './explain.ts';
import { type Observer, observe } from './observing.ts';

/** An operation that Apollo has parsed and validated. */
export type KnownOperation = {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly documentId: string;
};

/** An answer ready to be sent. */
export type ShortAnswer = { readonly status: number; readonly text: string };

/** Who asks. */
type Asker = { readonly requestId: string; readonly signal: AbortSignal };

type Body = { readonly query: string; readonly name: string; readonly variables: Record<string, unknown> };

/** How many operations are remembered, and how many characters their texts may have in all: 85 bytes of heap each. */
const OPERATIONS_MAX = 500;
const CHARACTERS_MAX = 60_000;

/**
 * The short way for operations that Apollo let through before: the same answer, without going through its pipeline
 * again. Whatever is not a plain request for one of these is left to Apollo.
 */
export class Shortcut {
  readonly #parts: AnswerParts;
  readonly #observer: Observer;
  /** By text, then by name: a text as it comes is looked up as it is. */
  readonly #known = new Map<string, Map<string, KnownOperation>>();
  #operations = 0;
  #characters = 0;

  constructor(parts: AnswerParts, observer: Observer) {
    this.#parts = parts;
    this.#observer = observer;
  }

  /** Remembers an operation by the request that asked for it; the oldest ones are forgotten. */
  remember(query: string, operationName: string | undefined, known: KnownOperation): void {
    const name = operationName ?? '';
    const inText = this.#known.get(query) ?? new Map<string, KnownOperation>();
    if (inText.has(name) || query.length + name.length > CHARACTERS_MAX) return;
    this.#known.set(query, inText.set(name, known));
    this.#operations += 1;
    this.#characters += query.length + name.length;
    while (this.#operations > OPERATIONS_MAX || this.#characters > CHARACTERS_MAX) this.#forget();
  }

  #forget(): void {
    const [oldest] = this.#known;
    if (!oldest) return;
    const [query, inText] = oldest;
    this.#known.delete(query);
    this.#operations -= inText.size;
    for (const name of inText.keys()) this.#characters -= query.length + name.length;
  }

  /** Answers the body of a request, or gives nothing where Apollo has to. */
  answer(body: unknown, accept: string | undefined, askerOf: () => Asker): Promise<ShortAnswer> | undefined {
    const asked = readBody(body);
    const known = asked && this.#known.get(asked.query)?.get(asked.name);
    return known && this.#answer(known, { ...asked, accept }, askerOf());
  }

  async #answer(
    known: KnownOperation,
    { variables, accept }: Body & { readonly accept: string | undefined },
    { requestId, signal }: Asker,
  ): Promise<ShortAnswer> {
    const begun = {
      requestId,
      operation: known.operation,
      startedAt: new Date(),
      started: performance.now(),
    };
    let made: Made | undefined;
    const report = (reported: Made) => {
      made = reported;
    };
    const asked = { ...known, variables, signal, explain: false, report };
    const { result, status } = await answerOperation(this.#parts, requestId, asked);
    const errors = result.errors ?? [];
    const told = legacyStatus(accept, errors) ?? status;
    this.#observer(observe({ ...begun, made }, told, errors));
    return { status: told, text: `${JSON.stringify(result)}\n` };
  }
}

/** Reads a body that asks nothing out of the ordinary. */
function readBody(body: unknown): Body | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { query, operationName, variables, ...others } = body as Record<string, unknown>;
  if (typeof query !== 'string' || !isName(operationName) || !isMap(variables)) return undefined;
  for (const _ in others) return undefined;
  return { query, name: operationName ?? '', variables: variables ?? {} };
}

const isName = (value: unknown): value is string | null | undefined =>
  typeof value === 'string' || value === null || value === undefined;

const isMap = (value: unknown): value is Record<string, unknown> | null | undefined =>
  value === undefined || value === null || (typeof value === 'object' && !Array.isArray(value));
