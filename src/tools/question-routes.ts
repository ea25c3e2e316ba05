import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isInputObjectType,
  isListType,
  isScalarType,
  print,
  typeFromAST,
} from 'graphql';
import { ServiceError } from '../errors.ts';
import type { Cell } from '../export/cells.ts';
import type { Graph } from '../export/graph.ts';
import type { Answered } from '../graphql/execute.ts';
import { inspectVariables } from '../graphql/operation.ts';
import type { Limits } from '../limits.ts';
import { readCsvStyle, writeCsv } from '../tables/csv.ts';
import { writeJson } from '../tables/json.ts';
import { queryPairs } from './export-routes.ts';
import type { Question } from './question.ts';
import { type Exchange, type RouteParts, sendFile, sendJson } from './respond.ts';

/** What the routes of saved questions need. */
export type QuestionParts = RouteParts & {
  readonly schema: GraphQLSchema;
  readonly questions: ReadonlyMap<string, Question>;
  readonly limits: Limits;
};

type Variables = { readonly [name: string]: unknown };

/** `/q` lists the saved questions; `/q/gifts-between.csv?from=Putin&to=Kim` and `.json` answer one. */
export function questionRoutes(app: FastifyInstance, parts: QuestionParts): void {
  const listing = [...parts.questions.values()].map(describeQuestion);
  app.get('/q', (request, reply) => sendJson([request, reply], listing));
  app.get('/q/:file', (request, reply) => answerQuestion(parts, [request, reply]));
}

function describeQuestion({ name, title, text, operation, flattening }: Question) {
  const variables = (operation.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => ({
    name: variable.name.value,
    type: print(type),
    ...(defaultValue && { default: print(defaultValue) }),
  }));
  const { columns } = flattening;
  return { name, title, csv: `/q/${name}.csv`, json: `/q/${name}.json`, variables, columns, operation: text };
}

async function answerQuestion(parts: QuestionParts, exchange: Exchange): Promise<FastifyReply> {
  const [request] = exchange;
  const { question, extension } = questionOf(parts, (request.params as { file: string }).file);
  const { style, rest } = readCsvStyle(queryPairs(request));
  const variables = variablesOf(parts.graph, question, rest);
  inspectVariables(variables, parts.limits);
  checkPage(variables, parts.limits);
  const sending = { ...parts, lane: parts.files, variant: { madeBy: question.text } };
  return sendFile(sending, exchange, async ({ signal }) => {
    const { first, pages } = await beginning({ ...parts, signal }, question, variables);
    const rows = rowsOf(question, first, pages);
    const { columns } = question.flattening;
    const headers = headersOn(first);
    if (extension === 'csv') {
      return {
        mediaType: 'text/csv; charset=utf-8; header=present',
        headers,
        pieces: writeCsv(columns, rows, style),
      };
    }
    return { mediaType: 'application/json; charset=utf-8', headers, pieces: writeJson(columns, rows) };
  });
}

function questionOf({ questions }: QuestionParts, file: string): { question: Question; extension: string } {
  const at = file.lastIndexOf('.');
  const extension = file.slice(at + 1);
  const question = questions.get(file.slice(0, at));
  if (question && (extension === 'csv' || extension === 'json')) return { question, extension };
  throw new ServiceError('NOT_FOUND', `There is no question ${file.slice(0, 100)}.`, {
    hint: `There are ${[...questions.keys()].join(', ')}, each as .csv and .json.`,
  });
}

/** Variables as the operation types them, from the texts of an address. */
function variablesOf(
  graph: Graph,
  { name, operation }: Question,
  given: readonly (readonly [string, string])[],
): Variables {
  const definitions = operation.variableDefinitions ?? [];
  return Object.fromEntries(
    given.map(([key, value]) => {
      const definition = definitions.find((d) => d.variable.name.value === key);
      const type = definition && typeFromAST(graph.schema, definition.type);
      if (type) return [key, parameterOf(type as GraphQLInputType, key, value)];
      const known = definitions.map((d) => d.variable.name.value).join(', ');
      throw new ServiceError('BAD_USER_INPUT', `The question ${name} takes no ${key.slice(0, 100)}.`, {
        hint: known ? `It takes ${known}.` : 'It takes nothing.',
      });
    }),
  );
}

function parameterOf(type: GraphQLInputType, key: string, text: string): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const item = inner.ofType as GraphQLInputType;
    return text === '' ? [] : text.split(',').map((part) => parameterOf(item, key, part.trim()));
  }
  if (isInputObjectType(inner)) return jsonOf(key, text);
  if (!isScalarType(inner)) return text;
  if (inner.name === 'Int' || inner.name === 'Float') return text.trim() === '' ? text : Number(text);
  if (inner.name === 'Boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

function jsonOf(key: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ServiceError('BAD_USER_INPUT', `The parameter ${key} is not JSON.`, {
      hint: 'Write it as in GraphQL variables: {"name": {"eq": "Some Name"}}.',
    });
  }
}

/** How a question is asked, until its reader has gone. */
type Asking = Pick<QuestionParts, 'graph' | 'limits'> & { readonly signal: AbortSignal };

/** The first page, which tells how the names were read, and a way to the others, which are as large as pages may be. */
async function beginning(asking: Asking, question: Question, variables: Variables) {
  const isSized = question.operation.variableDefinitions?.some(
    ({ variable }) => variable.name.value === 'first',
  );
  const size = isSized && { first: asking.limits.pageSizeMax };
  const pages = (after: unknown) => ask(asking, question, { ...variables, ...size, after });
  return { first: await ask(asking, question, variables), pages };
}

async function* rowsOf(
  { flattening: { rows, page } }: Question,
  first: Answered,
  pages: (after: unknown) => Promise<Answered>,
): AsyncGenerator<Cell[]> {
  for (let answer = first; ; ) {
    yield* rows(answer.data);
    const info = page && pageInfoAt(answer.data, page);
    if (!info?.hasNextPage) return;
    answer = await pages(info.endCursor);
  }
}

function checkPage({ first }: Variables, { pageSizeMax }: Limits): void {
  if (typeof first !== 'number' || first <= pageSizeMax) return;
  throw new ServiceError(
    'PAGE_SIZE',
    `A page has at most ${pageSizeMax} items (PAGE_SIZE_MAX), not ${first}.`,
    {
      hint: 'Leave first out: a table has all rows, whatever the size of its pages.',
    },
  );
}

/**
 * How the names of the question were read, in headers, since a column more would be another table: `x-names` has the ids that
 * each was taken for, `x-notes` what a reader should know. What is not ASCII is percent-encoded, as headers must be.
 */
function headersOn({ extensions }: Answered): { readonly [name: string]: string } {
  const names = extensions?.names ?? [];
  if (names.length === 0) return {};
  const read = names.map(({ argument, things }) => `${argument}=${things.map(({ id }) => id).join(',')}`);
  const notes = names.flatMap(({ note }) => note ?? []);
  return {
    'x-names': inHeader(read.join('; ')),
    ...(notes.length > 0 && { 'x-notes': inHeader(notes.join(' ')) }),
  };
}

const inHeader = (text: string): string => encodeURI(text).replaceAll('%20', ' ').replaceAll('%22', '"');

/** A page of a table is let in with the table, and waits no second time. */
async function ask({ graph, signal }: Asking, question: Question, variables: Variables): Promise<Answered> {
  const answer = await graph.answer(question.document, variables, signal);
  const [error] = answer.errors ?? [];
  if (!error) return answer;
  const hint = 'The variables of the question are listed at /q, each with its type.';
  throw new ServiceError('BAD_USER_INPUT', error.message, { hint });
}

type PageInfo = { readonly hasNextPage: boolean; readonly endCursor: string | null };

function pageInfoAt(data: unknown, way: readonly string[]): PageInfo | undefined {
  const at = way.reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], data);
  return (at as { pageInfo?: PageInfo } | null | undefined)?.pageInfo;
}
