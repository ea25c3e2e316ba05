import {
  buildASTSchema,
  GraphQLError,
  type GraphQLScalarType,
  type GraphQLSchema,
  isScalarType,
  Kind,
} from 'graphql';
import { gql } from 'graphql-tag';
import { type Mapping, readMapping } from '../model/mapping.ts';

/** The public schema and how it maps to the graph. */
export type Schema = { readonly schema: GraphQLSchema; readonly mapping: Mapping; readonly sdl: string };

/** Builds the schema from the text of schema.graphql. */
export function loadSchema(sdl: string): Schema {
  const schema = buildASTSchema(gql(sdl));
  const date = schema.getType('Date');
  if (isScalarType(date)) adoptDate(date);
  return { schema, mapping: readMapping(schema), sdl };
}

/** Makes the scalar of the SDL take days of the calendar and nothing else. */
function adoptDate(scalar: GraphQLScalarType): void {
  scalar.parseValue = parseDay;
  scalar.parseLiteral = (node) => parseDay(node.kind === Kind.STRING ? node.value : undefined);
}

function parseDay(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const day = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return value;
  }
  throw new GraphQLError(`Date must be a day of the calendar as YYYY-MM-DD, not ${JSON.stringify(value)}.`);
}
