import { type CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { ofSubject } from '../export/graph.ts';
import { askOwn, type McpParts } from './ask.ts';
import { SOURCES } from './operations.ts';
import type { Tool } from './tool.ts';
import { toolsOf } from './tools.ts';

/** The most characters of one answer: more would fill the context of the one who asks. */
const ANSWER_MAX = 80_000;

/** An MCP server over the graph: read-only tools, and the schema and the sources as resources. */
export async function createMcpServer(parts: McpParts): Promise<McpServer> {
  const server = new McpServer(
    { name: 'attested', version: parts.version },
    {
      instructions: `A knowledge graph${ofSubject(parts.graph)} in which every fact is attested by the sentences that say it. With each fact cite the article and the numbers of its sentences, and name who says so where saidBy does. What is null or an empty list is not stated by the articles: say "not stated", and add nothing from your own knowledge. The status of an event tells what happened from what is only planned, expected, requested, speculated on or doubted. Read the notes of an answer first.`,
    },
  );
  for (const tool of await toolsOf(parts)) {
    if (parts.trustedOnly && tool.name === 'run_graphql') continue;
    server.registerTool(
      tool.name,
      {
        description: tool.description,
        // An argument of another name would else be dropped, and the question be another one.
        inputSchema: z.strictObject(tool.input),
        outputSchema: z.object(tool.output),
        annotations: {
          readOnlyHint: true,
          destructiveHint: false,
          idempotentHint: true,
          openWorldHint: false,
        },
      },
      (input, { mcpReq }) => call({ ...parts, signal: mcpReq.signal }, tool, input),
    );
  }
  registerResources(server, parts);
  return server;
}

async function call(parts: McpParts, tool: Tool, input: Record<string, unknown>): Promise<CallToolResult> {
  try {
    const answer = await tool.run(parts, input);
    const text = JSON.stringify(answer);
    if (text.length <= ANSWER_MAX) return { structuredContent: answer, content: [{ type: 'text', text }] };
    throw new ServiceError('COST_LIMIT', `The answer has ${text.length} characters.`, {
      hint: 'Ask for fewer rows or fields.',
    });
  } catch (error) {
    return refused(error);
  }
}

/** Our own errors in words, anything else bare: the log of the service is not for those who ask. */
function refused(error: unknown): CallToolResult {
  const known = error instanceof ServiceError;
  const text = known
    ? `${error.message}${error.hint ? ` ${error.hint}` : ''} (${error.code})`
    : 'Internal error. (INTERNAL_SERVER_ERROR)';
  if (!known) process.stderr.write(`mcp: ${error instanceof Error ? error.stack : String(error)}\n`);
  return { isError: true, content: [{ type: 'text', text }] };
}

function registerResources(server: McpServer, parts: McpParts): void {
  const schema = { title: 'The GraphQL schema', mimeType: 'text/plain' };
  server.registerResource('schema.graphql', 'attested://schema.graphql', schema, async (uri) => ({
    contents: [{ uri: uri.href, mimeType: 'text/plain', text: parts.sdl }],
  }));
  const sources = { title: 'The articles that the graph was made from', mimeType: 'application/json' };
  server.registerResource('sources', 'attested://sources.json', sources, async (uri) => {
    const { data } = await askOwn(parts, SOURCES, { first: 500 });
    return {
      contents: [{ uri: uri.href, mimeType: 'application/json', text: JSON.stringify(data.articles) }],
    };
  });
}
