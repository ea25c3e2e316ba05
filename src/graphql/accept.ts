import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';
import { inspect } from './inspect.ts';
import type { InspectLimits } from './limits.ts';
import type { KnownDocuments } from './operation.ts';

/** What documents are held against, and where those that pass are kept. */
export type AcceptParts = {
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  readonly limits: InspectLimits;
  readonly documents: KnownDocuments;
};

/** The most mistakes told of one document. */
const VALIDATION_ERRORS_MAX = 5;

/**
 * Accepts a document, so that it is known from now on, or gives what is wrong with it. The limits come before the
 * rules of graphql-js, whose work they bound; one that is passed is thrown as an OPERATION_LIMIT.
 */
export function accept(parts: AcceptParts, documentId: string, document: DocumentNode): GraphQLError[] {
  const inspected = inspect(document, parts.limits);
  const options = { maxErrors: VALIDATION_ERRORS_MAX };
  const errors = validate(parts.schema, document, rulesOf(parts), options);
  if (errors.length > 0) return errors.map(asRefusal);
  parts.documents.add(documentId, document, inspected);
  return [];
}

function rulesOf({ introspection }: AcceptParts): readonly ValidationRule[] {
  return introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
}

function asRefusal(error: GraphQLError): GraphQLError {
  const { message, nodes } = error;
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' };
  return new GraphQLError(message, { ...(nodes && { nodes }), originalError: error, extensions });
}
