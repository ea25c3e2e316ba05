import type { FastifyInstance } from 'fastify';
import type { McpParts } from '../mcp/ask.ts';
import { mcpRoutes } from '../mcp/routes.ts';
import { exportRoutes } from './export-routes.ts';
import { idRoutes } from './id-routes.ts';
import { openapi } from './openapi.ts';
import { type QuestionParts, questionRoutes } from './question-routes.ts';
import { reconcileRoutes } from './reconcile.ts';
import { baseUrlOf, sendJson } from './respond.ts';
import { type TableParts, tableRoutes } from './table-routes.ts';

/** What the routes for analysts' tools are made of. */
export type ToolParts = QuestionParts & TableParts & McpParts;

/** Every route that a tool reaches without GraphQL: files, tables, saved questions, reconciliation, MCP. */
export function toolRoutes(app: FastifyInstance, parts: ToolParts): void {
  exportRoutes(app, parts);
  tableRoutes(app, parts);
  idRoutes(app, parts);
  questionRoutes(app, parts);
  reconcileRoutes(app, parts);
  mcpRoutes(app, parts);
  const { version, questions, publicUrl, graph, tables } = parts;
  app.get('/openapi.json', (request, reply) =>
    sendJson(
      [request, reply],
      openapi({ baseUrl: baseUrlOf(request, publicUrl), version, questions, graph, tables }),
    ),
  );
}
