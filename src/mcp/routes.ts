import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { McpParts } from './ask.ts';

/**
 * `/mcp`, the Model Context Protocol over streamable HTTP. Nothing is kept between requests, so any number of
 * processes can answer. The kit is loaded by the first request: a service that nobody asks so starts without it.
 */
export function mcpRoutes(app: FastifyInstance, parts: McpParts): void {
  app.post('/mcp', (request, reply) => answer(parts, request, reply));
}

async function answer(parts: McpParts, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { StreamableHTTPServerTransport } = await import(
    '@modelcontextprotocol/sdk/server/streamableHttp.js'
  );
  const { createMcpServer } = await import('./server.ts');
  const server = createMcpServer(parts);
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  reply.hijack();
  reply.raw.once('close', () => void server.close());
  // The kit's own types disagree on optional members.
  await server.connect(transport as unknown as Parameters<typeof server.connect>[0]);
  await transport.handleRequest(request.raw, reply.raw, request.body);
}
