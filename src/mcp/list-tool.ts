import type { DocumentNode } from 'graphql';
import type { z } from 'zod';

/** What a tool is told, whatever it takes. */
export type Input = { readonly [name: string]: unknown };

/** A tool of a domain: one of its lists, with the arguments that narrow it. */
export type ListTool = {
  readonly name: string;
  readonly description: string;
  /** What is listed, for the note on an empty list. */
  readonly what: string;
  /** Asks for a page under the name `list`. */
  readonly document: DocumentNode;
  readonly variables: (input: Input) => Input;
  /** What it takes; `statuses` stands for how sure something may be told. */
  readonly input: { readonly [name: string]: z.ZodType | 'statuses' };
  readonly row: z.ZodRawShape;
};
