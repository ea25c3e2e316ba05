import type { z } from 'zod';
import type { McpParts } from './ask.ts';
import type { Input } from './list-tool.ts';

/** A tool: what it is for, what it takes and gives, and what it does. */
export type Tool = {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodRawShape;
  readonly output: z.ZodRawShape;
  readonly run: (parts: McpParts, input: Input) => Promise<Record<string, unknown>>;
};
