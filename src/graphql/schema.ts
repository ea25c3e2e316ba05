import {
  buildASTSchema,
  GraphQLError,
  type GraphQLScalarType,
  type GraphQLSchema,
  isScalarType,
  Kind,
  print,
} from 'graphql';
import { readDay } from '../model/date/calendar.ts';
import type { Domain } from '../model/domain/domain.ts';
import { publicDocument } from '../model/domain/public.ts';
import type { Mapping } from '../model/mapping.ts';
import { readMapping } from '../model/read-mapping.ts';

/** The schema as clients see it, its text, and how it maps to the graph. */
export type Schema = { readonly schema: GraphQLSchema; readonly mapping: Mapping; readonly sdl: string };

/** Builds the schema of a domain. The directives that the mapping is read from are no part of what clients see. */
export function loadSchema({ document, schema: model }: Domain): Schema {
  const told = publicDocument(document);
  const schema = buildASTSchema(told, { assumeValidSDL: true });
  const date = schema.getType('Date');
  if (isScalarType(date)) adoptDate(date);
  return { schema, mapping: readMapping(model), sdl: `${print(told)}\n` };
}
/** Makes the scalar of the SDL take days of the calendar and nothing else. */
function adoptDate(scalar: GraphQLScalarType): void {
  scalar.parseValue = parseDay;
  scalar.parseLiteral = (node) => parseDay(node.kind === Kind.STRING ? node.value : undefined);
}

function parseDay(value: unknown): string {
  if (typeof value === 'string' && readDay(value)) return value;
  throw new GraphQLError(`Date must be a day of the calendar as YYYY-MM-DD, not ${JSON.stringify(value)}.`);
}
