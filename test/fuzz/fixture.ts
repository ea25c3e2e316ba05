import { createExecute, type ExecuteContext } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { readDomain } from '../../src/model/domain/domain.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { corpusScripts, schemaText } from '../reference/corpus.ts';
import { dumpGraph, type Graph } from '../reference/graph.ts';
import { createReference, knownOn, type Reference } from '../reference/interpreter.ts';
import { type Owned, ownedIn } from '../reference/owned.ts';
import { loadScripts } from '../support/load.ts';
import type { Sides } from './compare.ts';
import type { Generator } from './generate.ts';
import { valuesOf } from './values.ts';

/** What every comparison starts from: what owners wrote and the graph of it, what it is asked, the interpreter's answers. */
export type Fixture = {
  readonly owned: Owned;
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
  heavyWork: Number.MAX_SAFE_INTEGER,
  workMax: Number.MAX_SAFE_INTEGER,
  heavySlots: 1,
  lightSlots: 64,
  queueMs: 1_000,
};

/** Fields that the interpreter leaves alone: `search` ranks by the engine's scores, and what a name is like is a rule of its own. */
const LEFT_ALONE: ReadonlySet<string> = new Set(['search', 'suggestions']);

/** Loads the corpus and the made-up articles into an engine. */
export async function load(engine: GraphStore): Promise<void> {
  await loadScripts(engine, corpusScripts());
}

/** Loads the embedded engine and reads it back as objects. */
export async function makeFixture(): Promise<Fixture> {
  const grafeo = await openStore({ url: 'memory:' });
  await load(grafeo);
  const owned = ownedIn(await dumpGraph((text) => grafeo.read({ text, parameters: {} })));
  const { graph } = knownOn(owned);
  const generator = {
    schema: readDomain().schema,
    values: valuesOf(graph),
    except: LEFT_ALONE,
  };
  return { owned, graph, generator, reference: createReference(owned, schemaText()), grafeo };
}

/** What the service compiles against. */
export function contextOf(engine: GraphStore): ExecuteContext {
  return { ...loadSchema(readDomain()), store: engine, limits };
}

/** The service over an engine beside the interpreter. */
export function sidesOf({ reference }: Fixture, engine: GraphStore): Sides {
  return { reference, execute: createExecute(contextOf(engine)) };
}
