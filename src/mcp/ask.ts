import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { ServiceError } from '../errors.ts';
import type { Execute } from '../graphql/execute.ts';
import { type InspectLimits, inspectDocument, inspectVariables } from '../graphql/inspect.ts';

/** What the tools are made of. */
export type McpParts = {
  readonly execute: Execute;
  readonly schema: GraphQLSchema;
  readonly sdl: string;
  readonly version: string;
  readonly introspection: boolean;
  /** Whether the service answers no other documents than those it knows. */
  readonly trustedOnly: boolean;
  readonly limits: InspectLimits;
  /** Aborted when the client has gone or gives up. */
  readonly signal?: AbortSignal;
};

/** A question as GraphQL text, with its variables. */
export type Asked = { readonly query: string; readonly variables: { readonly [name: string]: unknown } };

/** Answers GraphQL text under the limits of the service; a fault of the text is a BAD_USER_INPUT. */
export async function ask(parts: McpParts, { query, variables }: Asked): Promise<Record<string, unknown>> {
  inspectDocument(query, parts.limits);
  inspectVariables(variables, parts.limits);
  const document = read(parts, query);
  const [operation, other] = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  if (!operation || other) throw new ServiceError('BAD_USER_INPUT', 'Send one operation at a time.');
  const documentId = createHash('sha256').update(query).digest('hex');
  const result = await parts.execute({
    document,
    operation,
    documentId,
    variables,
    ...(parts.signal && { signal: parts.signal }),
  });
  const [error] = result.errors ?? [];
  if (error) throw new ServiceError('BAD_USER_INPUT', error.message);
  return (result.data ?? {}) as Record<string, unknown>;
}

function read({ schema, limits, introspection }: McpParts, query: string): DocumentNode {
  try {
    const document = parse(query, { maxTokens: limits.tokensMax });
    const rules = [...specifiedRules, ...(introspection ? [] : [NoSchemaIntrospectionCustomRule])];
    const [error] = validate(schema, document, rules, { maxErrors: 1 });
    if (error) throw error;
    return document;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new ServiceError('BAD_USER_INPUT', error.message, {
      hint: 'The resource schema.graphql has the schema.',
    });
  }
}
