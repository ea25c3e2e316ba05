import { createExecute, type ExecuteContext } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { readDomain } from '../../src/model/domain/domain.ts';
import { textIndexes } from '../../src/model/search.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { corpusStatements, schemaText } from '../reference/corpus.ts';
import { dumpGraph, type Graph } from '../reference/graph.ts';
import { createReference, type Reference } from '../reference/interpreter.ts';
import type { Sides } from './compare.ts';
import type { Generator } from './generate.ts';
import { valuesOf } from './values.ts';

/** What every comparison starts from: the graph as objects, what it is asked, and the interpreter's answers. */
export type Fixture = {
  readonly graph: Graph;
  readonly generator: Generator;
  readonly reference: Reference;
  readonly grafeo: GraphStore;
};

const limits = {
  pageSizeMax: 500,
  costMax: Number.MAX_SAFE_INTEGER,
  relationsMax: 10_000,
  queryTimeoutMs: 30_000,
  heavyCost: 20_000,
  heavySlots: 1,
  lightSlots: 64,
  queueMs: 1_000,
};

/** Fields whose answers are the engine's own: `search` ranks by the engine's scores. */
const ENGINES_OWN: ReadonlySet<string> = new Set(['search']);

/** Loads the corpus and the made-up article into an engine. */
export async function load(engine: GraphStore): Promise<void> {
  const statements = corpusStatements().map((text) => ({ text, parameters: {} }));
  const defines = ({ text }: { readonly text: string }) => /^CREATE (CONSTRAINT|INDEX)/.test(text);
  await engine.define(statements.filter(defines));
  await engine.write(statements.filter((statement) => !defines(statement)));
  await engine.defineText(Object.values(textIndexes));
}

/** Loads the embedded engine and reads it back as objects. */
export async function makeFixture(): Promise<Fixture> {
  const grafeo = await openStore({ url: 'memory:' });
  await load(grafeo);
  const graph = await dumpGraph((text) => grafeo.read({ text, parameters: {} }));
  const generator = {
    schema: readDomain().schema,
    values: valuesOf(graph),
    except: ENGINES_OWN,
  };
  return { graph, generator, reference: createReference(graph, schemaText()), grafeo };
}

/** What the service compiles against. */
export function contextOf(engine: GraphStore): ExecuteContext {
  return { ...loadSchema(readDomain()), store: engine, limits };
}

/** The service over an engine beside the interpreter. */
export function sidesOf({ reference }: Fixture, engine: GraphStore): Sides {
  return { reference, execute: createExecute(contextOf(engine)) };
}
