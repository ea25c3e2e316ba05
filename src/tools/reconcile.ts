import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Graph } from '../export/graph.ts';
import { iriOf } from '../export/iri.ts';
import { answerQueries } from './candidates.ts';
import { extendRows, proposeProperties } from './extend.ts';
import { baseUrlOf, type RouteParts, sendJson } from './respond.ts';
import { type Suggesting, suggestedProperties, suggestedThings, suggestedTypes } from './suggest.ts';

/** OpenRefine's reconciliation, version 0.2: a column of names becomes a column of our ids. */

/** What a client sends: names to find, or ids to say more of. */
type Asked = { readonly queries?: string; readonly extend?: string };

/** What a field that suggests is given: what was written so far. */
type Written = { readonly prefix?: string };

const suggesting: { readonly [kind: string]: Suggesting } = {
  entity: suggestedThings,
  type: suggestedTypes,
  property: suggestedProperties,
};

/** `/reconcile`: the manifest by GET; queries, and what to add to rows that have ids, by GET or POST; and what to suggest. */
export function reconcileRoutes(app: FastifyInstance, parts: RouteParts): void {
  const { graph } = parts;
  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      async (_request: FastifyRequest, body: string | Buffer) =>
        Object.fromEntries(new URLSearchParams(String(body))),
    );
    const answerOf = async ({ queries, extend }: Asked, baseUrl: string) => {
      if (extend !== undefined) return extendRows(graph, String(extend), baseUrl);
      return queries === undefined ? manifest(graph, baseUrl) : answerQueries(graph, queries, baseUrl);
    };
    scope.get('/reconcile', async (request, reply) =>
      sendJson([request, reply], await answerOf(request.query as Asked, baseUrlOf(request, parts.publicUrl))),
    );
    scope.post('/reconcile', (request) =>
      answerOf((request.body ?? {}) as Asked, baseUrlOf(request, parts.publicUrl)),
    );
    scope.get('/reconcile/properties', (request, reply) =>
      sendJson([request, reply], proposeProperties(graph, (request.query as { type?: string }).type)),
    );
    for (const [kind, suggest] of Object.entries(suggesting)) {
      scope.get(`/reconcile/suggest/${kind}`, async (request, reply) => {
        const { prefix = '' } = request.query as Written;
        return sendJson([request, reply], { result: await suggest(graph, String(prefix)) });
      });
    }
  });
}

function manifest({ catalog }: Graph, baseUrl: string) {
  const suggest = Object.keys(suggesting).map((kind) => {
    return [kind, { service_url: baseUrl, service_path: `/reconcile/suggest/${kind}` }];
  });
  return {
    versions: ['0.2'],
    name: 'attested',
    identifierSpace: iriOf('', baseUrl),
    schemaSpace: `${baseUrl}/schema.graphql`,
    defaultTypes: catalog.types.map(({ name }) => ({ id: name, name })),
    view: { url: `${baseUrl}/id/{{id}}` },
    suggest: Object.fromEntries(suggest),
    extend: {
      propose_properties: { service_url: baseUrl, service_path: '/reconcile/properties' },
      property_settings: [],
    },
    preview: { url: `${baseUrl}/id/{{id}}`, width: 460, height: 320 },
  };
}
