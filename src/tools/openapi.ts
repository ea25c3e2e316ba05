import { partNames } from '../export/filter.ts';
import { type Graph, ofSubject, projectionOf } from '../export/graph.ts';
import type { Tables } from '../tables/tables.ts';
import { formats } from './formats.ts';
import type { Question } from './question.ts';

/** What `/openapi.json` is written from. */
export type OpenapiParts = {
  readonly baseUrl: string;
  readonly version: string;
  readonly questions: ReadonlyMap<string, Question>;
  readonly graph: Graph;
  readonly tables: Tables;
};

type Parameter = { readonly name: string; readonly about: string; readonly in?: 'path' };

/** The routes that a GET reaches, as OpenAPI 3.1. */
export function openapi({ baseUrl, version, questions, graph, tables }: OpenapiParts) {
  const filters = parametersOf(graph);
  return {
    openapi: '3.1.0',
    info: {
      title: 'attested',
      version,
      description: `A knowledge graph${ofSubject(graph)} as tables, files and saved questions. Questions of one’s own go to /graphql.`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: baseUrl }],
    paths: {
      ...exportPaths(filters),
      ...tablePaths(tables, filters),
      ...questionPaths(questions),
      ...otherPaths(graph),
    },
    components: { schemas: { Errors: errorsSchema } },
  };
}

const errorsSchema = {
  type: 'object',
  required: ['errors'],
  properties: {
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message'],
        properties: {
          message: { type: 'string' },
          extensions: {
            type: 'object',
            properties: { code: { type: 'string' }, hint: { type: 'string' } },
          },
        },
      },
    },
  },
};

const refused = {
  description: 'What was wrong, and what to do about it.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Errors' } } },
};

function get(summary: string, mediaType: string, parameters: readonly Parameter[] = []) {
  return {
    get: {
      summary,
      parameters: parameters.map(({ name, about, in: where = 'query' }) => ({
        name,
        in: where,
        required: where === 'path',
        description: about,
        schema: { type: 'string' },
      })),
      responses: {
        200: { description: summary, content: { [mediaType.split(';')[0] ?? mediaType]: {} } },
        304: { description: 'What the client has is still right.' },
        400: refused,
        404: refused,
      },
    },
  };
}

/** What changes from one moment to the next has no tag. */
function health(summary: string) {
  const answered = { description: summary, content: { 'application/json': {} } };
  return { get: { summary, responses: { 200: answered, 503: refused } } };
}

/** What files take that hold a part of the graph, and those that hold it as nodes and edges. */
type Filters = { readonly part: readonly Parameter[]; readonly all: readonly Parameter[] };

function parametersOf(graph: Graph): Filters {
  const part = partNames(graph).map((name) => ({ name, about: `Only these ${name}, separated by commas.` }));
  const projection = projectionOf(graph);
  const about = `${projection?.name}: ${projection?.about}`;
  return { part, all: [...part, ...(projection ? [{ name: 'projection', about }] : [])] };
}

function exportPaths({ part, all }: Filters) {
  const entries = Object.entries(formats).map(([file, { about, mediaType, whole, graph }]) => {
    const filters = graph ? all : whole ? [] : part;
    return [`/export/${file}`, get(about, mediaType, filters)];
  });
  return Object.fromEntries(entries);
}

const excel = { name: 'excel', about: '1 marks the encoding for Excel and makes formulas harmless.' };

function tablePaths(tables: Tables, { all, part }: Filters) {
  const entries = Object.entries(tables).flatMap(([name, { title }]) => {
    const filters = name === 'nodes' || name === 'edges' ? all : part;
    return [
      [`/tables/${name}.csv`, get(title, 'text/csv', [...filters, excel])],
      [`/tables/${name}.json`, get(title, 'application/json', filters)],
    ];
  });
  return Object.fromEntries(entries);
}

function questionPaths(questions: ReadonlyMap<string, Question>) {
  const entries = [...questions.values()].flatMap(({ name, title, operation }) => {
    const parameters = (operation.variableDefinitions ?? []).map(({ variable }) => ({
      name: variable.name.value,
      about: 'A variable of the question.',
    }));
    return [
      [`/q/${name}.csv`, get(title, 'text/csv', [...parameters, excel])],
      [`/q/${name}.json`, get(title, 'application/json', parameters)],
    ];
  });
  return Object.fromEntries(entries);
}

function otherPaths({ catalog, terms: { examples } }: Graph) {
  const id: Parameter = { name: 'id', about: `Such as ${examples.id}.`, in: 'path' };
  return {
    '/tables/datapackage.json': get('The tables as a Frictionless Data Package.', 'application/json'),
    '/export': get('The files, what they are for.', 'application/json'),
    '/tables': get('The tables, what they hold.', 'application/json'),
    '/q': get('The saved questions, with their variables and columns.', 'application/json'),
    '/id/{id}': get(
      'What is known of one thing, as JSON-LD, or as Turtle, a page or a dossier where asked.',
      'application/ld+json',
      [id, { name: 'form', about: 'jsonld, turtle, html or markdown, as a file.' }],
    ),
    '/reconcile': get('OpenRefine reconciliation 0.2.', 'application/json', [
      { name: 'queries', about: 'A batch of queries as JSON; without it the manifest.' },
      { name: 'extend', about: 'Ids and the properties to say of them, as JSON.' },
    ]),
    '/reconcile/properties': get('What can be added to rows that have ids.', 'application/json', [
      { name: 'type', about: `A type of things, such as ${catalog.types[0]?.name}.` },
    ]),
    ...Object.fromEntries(
      ['entity', 'type', 'property'].map((kind) => [
        `/reconcile/suggest/${kind}`,
        get(`What may be meant by what was written so far: each ${kind}.`, 'application/json', [
          { name: 'prefix', about: 'What was written so far.' },
        ]),
      ]),
    ),
    '/schema.graphql': get('The GraphQL schema.', 'text/plain'),
    '/livez': health('Whether the process runs.'),
    '/readyz': health('Whether the service can answer.'),
    '/openapi.json': get('This description.', 'application/json'),
  };
}
