import { createExecute, type ExecuteContext } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { corpusStatements, schemaText } from '../reference/corpus.ts';
import { dumpGraph, type Graph } from '../reference/graph.ts';
import { createReference, type Reference } from '../reference/interpreter.ts';
import type { Sides } from './compare.ts';
import { type Engine, openGrafeo } from './engine.ts';
import type { Generator } from './generate.ts';
import { valuesOf } from './values.ts';

/** What every comparison starts from: the graph as objects, what it is asked, and the interpreter's answers. */
export type Fixture = {
  readonly graph: Graph;
  readonly generator: Generator;
  readonly reference: Reference;
  readonly grafeo: Engine;
};

const limits = { pageSizeMax: 500, queryTimeoutMs: 30_000 };

/** Loads the corpus and the made-up article into an engine. */
export async function load(engine: Engine): Promise<void> {
  for (const text of corpusStatements()) await engine.read({ text, parameters: {} });
}

/** Loads the embedded engine and reads it back as objects. */
export async function makeFixture(): Promise<Fixture> {
  const grafeo = await openGrafeo();
  await load(grafeo);
  const graph = await dumpGraph((text) => grafeo.read({ text, parameters: {} }));
  const sdl = schemaText();
  const generator = { schema: loadSchema(sdl).schema, values: valuesOf(graph) };
  return { graph, generator, reference: createReference(graph, sdl), grafeo };
}

/** What the service compiles against. */
export function contextOf(engine: Engine): ExecuteContext {
  return { ...loadSchema(schemaText()), store: engine as GraphStore, limits };
}

/** The service over an engine beside the interpreter. */
export function sidesOf({ reference }: Fixture, engine: Engine): Sides {
  return { reference, execute: createExecute(contextOf(engine)) };
}
