import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.ts';
import { type Filter, readFilter } from '../export/filter.ts';
import { countGraph } from '../export/projection.ts';
import type { Walk } from '../export/walk.ts';
import { type Format, formats } from './formats.ts';
import { baseUrlOf, type Exchange, type Reading, type RouteParts, sendFile, sendJson } from './respond.ts';

/**
 * `/export/graph.gexf` and the other files. Filters stand in the query, or in the path for readers that look for
 * the extension at its end: `/export/types=Person,Gift/graph.gexf`.
 */
export function exportRoutes(app: FastifyInstance, parts: RouteParts): void {
  app.get('/export', (request, reply) =>
    sendJson([request, reply], listing(baseUrlOf(request, parts.publicUrl))),
  );
  app.get('/export/*', async (request, reply) => {
    const { file, pairs } = addressOf(request);
    const format = formatOf(file);
    const filter = readFilter(parts.graph, pairs);
    if (format.whole && pairs.length > 0) throw takesNoFilter(file);
    if (!format.graph && filter.projections) throw takesNoProjection(file);
    return sendFormat(parts, [request, reply], { format, filter });
  });
}

function listing(baseUrl: string) {
  return Object.entries(formats).map(([file, { mediaType, about }]) => ({
    path: `/export/${file}`,
    mediaType,
    about,
    ...(file === 'graph.gexf' && { open: gephiLite(`${baseUrl}/export/${file}`) }),
  }));
}

/** Where Gephi Lite opens a file that it can reach. */
function gephiLite(file: string): string {
  return `https://lite.gephi.org/?file=${encodeURIComponent(file)}`;
}

function addressOf(request: FastifyRequest) {
  const steps = String((request.params as { '*': string })['*']).split('/');
  const file = steps.pop() ?? '';
  const inPath = steps.map((step): [string, string] => {
    const at = step.indexOf('=');
    return at < 0 ? [step, ''] : [step.slice(0, at), step.slice(at + 1)];
  });
  return { file, pairs: [...inPath, ...queryPairs(request)] };
}

/** The parameters of the query; one that stands twice is a BAD_USER_INPUT. */
export function queryPairs(request: FastifyRequest): [string, string][] {
  return Object.entries(request.query as Record<string, string | string[]>).map(([name, value]) => {
    if (typeof value === 'string') return [name, value];
    throw new ServiceError('BAD_USER_INPUT', `The parameter ${name.slice(0, 100)} stands twice.`, {
      hint: 'Write its values in one, separated by commas.',
    });
  });
}

function formatOf(file: string): Format {
  const format = Object.hasOwn(formats, file) ? formats[file] : undefined;
  if (format) return format;
  throw new ServiceError('NOT_FOUND', `There is no export ${file.slice(0, 100)}.`, {
    hint: `There are ${Object.keys(formats).join(', ')}.`,
  });
}

function takesNoFilter(file: string): ServiceError {
  return new ServiceError('BAD_USER_INPUT', `${file} holds the whole graph and takes no filter.`, {
    hint: 'Leave the filter out.',
  });
}

function takesNoProjection(file: string): ServiceError {
  const graphs = Object.keys(formats).filter((name) => formats[name]?.graph);
  return new ServiceError('BAD_USER_INPUT', `${file} takes no projection.`, {
    hint: `There is one of ${graphs.join(', ')} and the tables nodes and edges.`,
  });
}

async function sendFormat(
  parts: RouteParts,
  exchange: Exchange,
  { format, filter }: { readonly format: Format; readonly filter: Filter },
): Promise<FastifyReply> {
  const baseUrl = baseUrlOf(exchange[0], parts.publicUrl);
  const make = async (reading: Reading) => {
    const source = { ...reading, filter, baseUrl };
    const headers = format.graph ? await countHeaders(source) : {};
    return { mediaType: format.mediaType, headers, pieces: format.write(source) };
  };
  return sendFile({ ...parts, lane: parts.files }, exchange, make);
}

/** How much a file of nodes and edges holds, to compare with what a tool has read. */
export async function countHeaders(walk: Walk): Promise<Record<string, string>> {
  const { nodes, edges } = await countGraph(walk);
  return { 'x-node-count': String(nodes), 'x-edge-count': String(edges) };
}
