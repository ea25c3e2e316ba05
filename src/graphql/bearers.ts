import { GraphQLInt, GraphQLNonNull, getNamedType } from 'graphql';
import { readAnswer } from '../compile/answer.ts';
import { compile } from '../compile/compile.ts';
import { bind, type Variables } from '../compile/input.ts';
import type { CompileContext, Meaning, NamePlan } from '../compile/plan.ts';
import type { Selected } from '../compile/selection.ts';
import { broken } from '../errors.ts';
import type { GraphStore, ReadOptions } from '../store/store.ts';
import type { NameRead } from './names.ts';

/**
 * How many items of a list each bearer of a name gives, where several bear it: the list is counted once for each, all in
 * one statement. Of `gifts(from: "Putin", to: "Kim")` that is
 *
 *     { "bearer 0": gifts(from: "Putin", to: "person:kim-jong-un") { totalCount } "bearer 1": … }
 */

/** What is counted: the fields of the root, the names of the operation, and what the variables hold. */
export type Counted = {
  readonly roots: readonly Selected[];
  readonly names: readonly NamePlan[];
  readonly variables: Variables;
};

/** What is counted with. */
type Counter = CompileContext & { readonly store: GraphStore; readonly options: ReadOptions };

/** One thing that a name means, and the list that is counted for it. */
type Trial = { readonly name: NameRead; readonly id: string; readonly field: Selected };

/** The most lists that are counted for one operation. */
const TRIALS_MAX = 20;

/** The counts by name, then by the id of the bearer; a name that is asked further down an answer has none. */
export async function countBearers(
  counter: Counter,
  { roots, names, variables }: Counted,
  several: readonly NameRead[],
): Promise<ReadonlyMap<NameRead, ReadonlyMap<string, number>>> {
  const trials = several.flatMap((name) => trialsOf(roots, name)).slice(0, TRIALS_MAX);
  const root = counter.schema.getQueryType() ?? broken('the schema has no type for queries');
  const fields = trials.map(({ field }, at) => ({ ...field, key: `bearer ${at}` }));
  const { plan, text } = compile(counter, root.name, fields);
  const counts = new Map<NameRead, Map<string, number>>();
  if (text === undefined) return counts;
  const meant = trials.map((trial, at) =>
    meaningsFor(trial, { names, own: namesIn(plan.names, `bearer ${at}`), variables }),
  );
  const bound = bind(plan, Object.assign({ ...variables }, ...meant.map((one) => one.meanings)));
  const [row] = await counter.store.read({ text, parameters: bound }, counter.options);
  const answer = readAnswer(plan.root, row?.data as readonly never[], variables);
  for (const [at, { name, id }] of trials.entries()) {
    const counted = (answer[`bearer ${at}`] as { totalCount?: number } | undefined)?.totalCount;
    if (!meant[at]?.isTried || counted === undefined) continue;
    counts.set(name, (counts.get(name) ?? new Map<string, number>()).set(id, counted));
  }
  return counts;
}

const namesIn = (names: readonly NamePlan[], path: string): readonly NamePlan[] =>
  names.filter((name) => name.path === path);

/** A list of the root once for each thing that a name of it means; nothing where the field is no list in pages. */
function trialsOf(roots: readonly Selected[], name: NameRead): readonly Trial[] {
  const field = roots.find(({ key }) => key === name.plan.path);
  const type = field && getNamedType(field.type).name;
  if (!field || !type?.endsWith('Connection') || name.reading.kind !== 'AMBIGUOUS') return [];
  const counted = { ...field, selection: new Map([[type, [TOTAL]]]) };
  return name.reading.bearers.map(({ thing: { id } }) => ({ name, id, field: counted }));
}

const TOTAL: Selected = {
  key: 'totalCount',
  name: 'totalCount',
  type: new GraphQLNonNull(GraphQLInt),
  arguments: {},
  selection: new Map(),
};

/** The names of a field in the operation and in a trial stand in one order: those of its arguments come first. */
type Names = {
  readonly names: readonly NamePlan[];
  readonly own: readonly NamePlan[];
  readonly variables: Variables;
};

/** What the names of a trial mean: the same, but for the one that is tried. */
function meaningsFor({ name, id }: Trial, { names, own, variables }: Names) {
  const asked = namesIn(names, name.plan.path);
  const isTried = asked.indexOf(name.plan) < own.length;
  const meanings = own.map(({ key }, at): readonly [string, Meaning] => {
    const plan = asked[at];
    const meaning = variables[plan?.key ?? ''] as Meaning;
    return [key, plan === name.plan ? { ...meaning, ids: [id] } : meaning];
  });
  return { isTried, meanings: Object.fromEntries(meanings) };
}
