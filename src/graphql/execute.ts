import type { DocumentNode, ExecutionResult, OperationDefinitionNode } from 'graphql';

/** One operation as Apollo hands it over: parsed, validated, variables still as the client sent them. */
export type OperationRequest = {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Identifies the document text, so that compiled work can be kept. */
  readonly documentId: string;
  readonly variables: { readonly [name: string]: unknown };
  /** Aborted when the client has gone. */
  readonly signal?: AbortSignal;
};

/** Answers one operation with one statement of the store. */
export type Execute = (request: OperationRequest) => Promise<ExecutionResult>;
