import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  print,
  specifiedRules,
  validate,
} from 'graphql';
import { invariant, ServiceError } from '../errors.ts';
import type { Graph } from '../export/graph.ts';
import type { Answered, Execute } from '../graphql/execute.ts';
import { hintOf, withoutGuess } from '../graphql/hints.ts';
import { inspectDocument } from '../graphql/inspect.ts';
import { inspectVariables } from '../graphql/operation.ts';
import type { Limits } from '../limits.ts';
import type { ListTool } from './list-tool.ts';

/** What the tools are made of. */
export type McpParts = {
  readonly execute: Execute;
  readonly schema: GraphQLSchema;
  readonly graph: Graph;
  /** The lists that the domain has tools for. */
  readonly lists: () => Promise<readonly ListTool[]>;
  readonly sdl: string;
  readonly version: string;
  readonly introspection: boolean;
  /** Whether the service answers no other documents than those it knows. */
  readonly trustedOnly: boolean;
  readonly limits: Limits;
  /** Aborted when the client has gone or gives up. */
  readonly signal?: AbortSignal;
};

/** A question as GraphQL text, with its variables. */
export type Asked = { readonly query: string; readonly variables: { readonly [name: string]: unknown } };

/** An answer that has data, and how the names were read that it was asked with. */
export type Told = Pick<Answered, 'extensions'> & { readonly data: Record<string, unknown> };

/** Answers GraphQL text under the limits of the service; a fault of the text is a BAD_USER_INPUT. */
export async function ask(parts: McpParts, { query, variables }: Asked): Promise<Told> {
  inspectDocument(query, parts.limits);
  inspectVariables(variables, parts.limits);
  const document = read(parts, query);
  const [operation, other] = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  if (!operation || other) {
    throw new ServiceError('BAD_USER_INPUT', 'Send one operation at a time.', {
      hint: 'Put the fields of all of them into one operation, or ask several times.',
    });
  }
  return run(parts, document, variables);
}

/** Answers an operation of ours under the same limits. */
export function askOwn(
  parts: McpParts,
  document: DocumentNode,
  variables: Asked['variables'],
): Promise<Told> {
  inspectVariables(variables, parts.limits);
  return run(parts, document, variables);
}

async function run(parts: McpParts, document: DocumentNode, variables: Asked['variables']): Promise<Told> {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  invariant(operation?.kind === Kind.OPERATION_DEFINITION, 'a document without an operation');
  const documentId = createHash('sha256')
    .update(document.loc?.source.body ?? print(document))
    .digest('hex');
  const result = await parts.execute({
    document,
    operation,
    documentId,
    variables,
    ...(parts.signal && { signal: parts.signal }),
  });
  const [error] = result.errors ?? [];
  if (error) throw badInput(parts, error);
  const { data, extensions } = result;
  return { data: (data ?? {}) as Record<string, unknown>, ...(extensions && { extensions }) };
}

/** An error of graphql-js in our words. */
function badInput(parts: McpParts, { message }: GraphQLError): ServiceError {
  const told = parts.introspection ? message : withoutGuess(message);
  const hint = hintOf(parts, told) ?? 'The resource schema.graphql has the schema.';
  return new ServiceError('BAD_USER_INPUT', told, { hint });
}

function read(parts: McpParts, query: string): DocumentNode {
  const { schema, limits, introspection } = parts;
  try {
    const document = parse(query, { maxTokens: limits.tokensMax });
    const rules = [...specifiedRules, ...(introspection ? [] : [NoSchemaIntrospectionCustomRule])];
    const [error] = validate(schema, document, rules, { maxErrors: 1 });
    if (error) throw error;
    return document;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw badInput(parts, error);
  }
}
