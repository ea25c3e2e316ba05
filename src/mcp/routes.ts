import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.ts';
import type { McpParts } from './ask.ts';

/**
 * `/mcp`, the Model Context Protocol over streamable HTTP. Nothing is kept between requests, so any number of
 * processes can answer. The kit is loaded by the first request: a service that nobody asks so starts without it.
 */
export function mcpRoutes(app: FastifyInstance, parts: McpParts): void {
  app.post('/mcp', (request, reply) => answer(parts, request, reply));
}

async function answer(parts: McpParts, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  if (Array.isArray(request.body)) {
    throw new ServiceError('BAD_REQUEST', 'The service takes one message of MCP in a request.', {
      hint: 'Send each in a request of its own: batches left the protocol in 2025.',
    });
  }
  const { WebStandardStreamableHTTPServerTransport } = await import('@modelcontextprotocol/server');
  const { createMcpServer } = await import('./server.ts');
  const server = await createMcpServer(parts);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  reply.raw.once('close', () => void server.close());
  await server.connect(transport);
  const asked = new Request(`http://localhost${request.url}`, {
    method: 'POST',
    headers: headersOf(request),
  });
  const answered = await transport.handleRequest(asked, { parsedBody: request.body });
  reply.code(answered.status).headers(Object.fromEntries(answered.headers));
  return reply.send(await answered.text());
}

function headersOf({ headers }: FastifyRequest): Headers {
  const given = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): [string, string] => [name, each]),
  );
  return new Headers(given.filter(([name]) => name !== 'content-length'));
}
