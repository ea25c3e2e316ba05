import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import type { McpParts } from './ask.ts';
import { createMcpServer } from './server.ts';

/** Speaks the Model Context Protocol on standard input and output until the client goes. */
export async function serveStdio(parts: McpParts): Promise<void> {
  const server = await createMcpServer(parts);
  const gone = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once('end', resolve);
  });
  await server.connect(new StdioServerTransport());
  await gone;
}
