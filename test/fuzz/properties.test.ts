import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getVariableValues, parse, validate } from 'graphql';
import { compile } from '../../src/compile/compile.ts';
import { bind } from '../../src/compile/input.ts';
import { ServiceError } from '../../src/errors.ts';
import type { Execute, ExecuteContext } from '../../src/graphql/execute.ts';
import { inspect } from '../../src/graphql/inspect.ts';
import { lookAhead } from '../../src/graphql/lookahead.ts';
import { createShape } from '../../src/graphql/operation.ts';
import { unlimited } from '../../src/limits.ts';
import { faultsOf } from '../engine/lint.ts';
import { contextOf, type Fixture, makeFixture, sidesOf } from './fixture.ts';
import { type Operation, operations, type Variables } from './generate.ts';
import { InputWriter } from './input.ts';
import { naughty } from './naughty.ts';
import { Tape, tapes } from './tape.ts';

/** What must hold of answers and statements without knowing the right answer. */

const inCi = process.env.CI === 'true';
const seed = Number(process.env.FUZZ_SEED ?? (inCi ? 1 : Date.now() % 2 ** 31));
const runs = (local: number, ci: number) => ({ numRuns: inCi ? ci : local, seed });

let fixture: Fixture;
let execute: Execute;
let context: ExecuteContext;

beforeAll(async () => {
  fixture = await makeFixture();
  execute = sidesOf(fixture, fixture.grafeo).execute;
  context = contextOf(fixture.grafeo);
});

afterAll(() => fixture.grafeo.close());

// biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever the service answers
type Data = any;

async function ask(text: string, variables: Variables = {}): Promise<Data> {
  const document = parse(text);
  expect(validate(context.schema, document)).toEqual([]);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
  return (await execute({ document, operation, documentId: text, variables, lenient: true })).data;
}

/** Root lists with their filters. */
const LISTS = {
  gifts: 'GiftWhere',
  people: 'PersonWhere',
  countries: 'CountryWhere',
  events: 'EventWhere',
  places: 'PlaceWhere',
  organizations: 'OrganizationWhere',
  groups: 'GroupWhere',
  sentences: 'SentenceWhere',
  articles: 'ArticleWhere',
  claims: 'ClaimWhere',
  entities: 'EntityWhere',
  facts: 'FactWhere',
} as const;

type ListName = keyof typeof LISTS;

const lists = fc.constantFrom(...(Object.keys(LISTS) as ListName[]));

/** A value of an input type, without variables in it. */
function written(
  typeName: string,
  numbers: readonly number[],
): { readonly text: string; readonly json: unknown } {
  const type = context.schema.getType(typeName);
  if (!type || !('getFields' in type)) throw new Error(`no input ${typeName}`);
  const writer = new InputWriter(new Tape(numbers), fixture.generator.values, () => undefined);
  return writer.write(type as never, { key: 'where', depth: 0, constant: true, never: 'null' });
}

/** Arguments that give all of a list, with what is denied or taken back: a filter that names the status asks for it. */
function whole(list: ListName): string {
  const { args } = context.schema.getQueryType()?.getFields()[list] ?? { args: [] };
  return args.some(({ name }) => name === 'withdrawn') ? 'first: 500, withdrawn: true' : 'first: 500';
}

describe('lists', () => {
  test('a filter and its negation have nothing in common, and negated twice it is what it was', async () => {
    const property = fc.asyncProperty(lists, tapes(), async (list, numbers) => {
      const { json } = written(LISTS[list], numbers);
      const text = `query ($where: ${LISTS[list]}!) {
        is: ${list}(where: $where, ${whole(list)}) { totalCount edges { node { id } } }
        not: ${list}(where: {not: $where}, ${whole(list)}) { totalCount edges { node { id } } }
        so: ${list}(where: {not: {not: $where}}, ${whole(list)}) { edges { node { id } } }
        both: ${list}(where: {and: [$where, {not: $where}]}, ${whole(list)}) { totalCount }
        either: ${list}(where: {or: [$where, {not: $where}]}, ${whole(list)}) { edges { node { id } } }
        all: ${list}(${whole(list)}) { totalCount edges { node { id } } }
      }`;
      const { is, not, so, both, either, all } = await ask(text, { where: json });
      const ids = (part: Data) => part.edges.map((edge: Data) => edge.node.id);
      expect(both.totalCount).toBe(0);
      expect(ids(so)).toEqual(ids(is));
      expect([...ids(is), ...ids(not)].sort()).toEqual(ids(either).sort());
      expect(ids(all)).toEqual(expect.arrayContaining(ids(either)));
    });
    await fc.assert(property, runs(300, 1_000));
  }, 600_000);

  test('pages joined, forward and backward, are the list unpaged', async () => {
    const orderOf = (list: ListName) => LISTS[list].replace('Where', 'Order');
    const sorted = (Object.keys(LISTS) as ListName[]).filter((list) => context.schema.getType(orderOf(list)));
    const ordered = fc.constantFrom(...sorted);
    const sizes = fc.integer({ min: 1, max: 40 });
    const property = fc.asyncProperty(ordered, tapes(), sizes, async (list, numbers, size) => {
      const order = orderOf(list);
      const orders = numbers.slice(0, 2).map((_, index) => written(order, numbers.slice(index)).json);
      const page = (slice: string, more = '') => `query ($orderBy: [${order}!]${more}) {
        ${list}(orderBy: $orderBy, ${slice}) { nodes { id } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } }
      }`;
      const whole = await ask(page('first: 500'), { orderBy: orders });
      const all = whole[list].nodes.map((node: Data) => node.id);
      const walk = async (slice: string, forward: boolean): Promise<string[]> => {
        const found: string[] = [];
        let cursor: string | null = null;
        for (let more = true; more; ) {
          const data: Data = await ask(page(slice, ', $size: Int, $cursor: String'), {
            orderBy: orders,
            size,
            cursor,
          });
          const ids = data[list].nodes.map((node: Data) => node.id);
          if (forward) found.push(...ids);
          else found.unshift(...ids);
          const { startCursor, endCursor, hasNextPage, hasPreviousPage } = data[list].pageInfo;
          expect(forward ? hasPreviousPage : hasNextPage).toBe(cursor !== null);
          more = forward ? hasNextPage : hasPreviousPage;
          cursor = forward ? endCursor : startCursor;
        }
        return found;
      };
      expect(await walk('first: $size, after: $cursor', true)).toEqual(all);
      expect(await walk('last: $size, before: $cursor', false)).toEqual(all);
    });
    await fc.assert(property, runs(60, 300));
  }, 600_000);
});

/** Compiles an operation for variables, as the service does; refused ones give nothing. */
function statementOf(operation: Operation, variables: Variables) {
  const [definition] = operation.document.definitions;
  if (definition?.kind !== 'OperationDefinition') throw new Error('no operation');
  const coerced = getVariableValues(context.schema, definition.variableDefinitions ?? [], variables).coerced;
  if (!coerced) throw new Error('variables of the wrong type');
  const fields = inspect(operation.document, unlimited).get(definition) ?? new Map();
  const compiled = compile(context, 'Query', lookAhead(context.schema, fields, coerced).selecteds);
  return { text: compiled.text, compiled, coerced, shape: createShape(context.schema, definition)(coerced) };
}

/** Whether an operation asks for what cannot be answered, such as a person without an id or a name. */
function refused(operation: Operation, variables: Variables): boolean {
  try {
    statementOf(operation, variables);
    return false;
  } catch (error) {
    if (error instanceof ServiceError) return true;
    throw error;
  }
}

const SENTINEL = 'zq⟪';

/** Every text and number of a value changed to another one, the shape kept. */
function revalue(value: unknown, tape: Tape, enums: ReadonlySet<string>): unknown {
  if (typeof value === 'string') {
    if (enums.has(value) || /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
    if (/^[a-z]+:\S+$/.test(value)) return `person:${SENTINEL}${tape.below(1e5)}`;
    return `${SENTINEL}${tape.pick(naughty)}${tape.below(1e5)}`;
  }
  if (typeof value === 'number') return 1 + tape.below(9);
  if (Array.isArray(value)) return value.map((item) => revalue(item, tape, enums));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revalue(inner, tape, enums)]));
}

describe('statements', () => {
  const SETS = 50;

  test('the text depends on the shape of variables alone, and holds nothing of a client', () => {
    const enums = new Set(
      Object.values(context.schema.getTypeMap()).flatMap((type) =>
        'getValues' in type ? type.getValues().map((value) => value.name) : [],
      ),
    );
    // the bound of a path is part of the text: Cypher takes it only as a literal
    const { generator } = fixture;
    const except = new Set([...(generator.except ?? []), 'path']);
    const property = fc.property(operations({ ...generator, except }), tapes(), (operation, numbers) => {
      const [variables] = operation.variables;
      fc.pre(!refused(operation, variables));
      const first = statementOf(operation, variables);
      for (let set = 0; set < SETS; set++) {
        const tape = new Tape(numbers.map((number) => number + 7919 * set));
        const other = statementOf(operation, revalue(variables, tape, enums) as Variables);
        expect(other.shape).toBe(first.shape);
        expect(other.text).toBe(first.text);
        expect(other.text ?? '').not.toContain(SENTINEL);
      }
    });
    fc.assert(property, runs(200, 1_000));
  }, 600_000);

  test('every statement keeps to the forms that the engine answers rightly at every size', () => {
    const property = fc.property(operations(fixture.generator), (operation) => {
      for (const variables of operation.variables.filter((one) => !refused(operation, one)))
        expect(faultsOf(statementOf(operation, variables).text ?? 'RETURN 1 AS one')).toEqual([]);
    });
    fc.assert(property, runs(300, 1_500));
  }, 600_000);

  test('every text of a client, naughty or not, is a parameter, unchanged', async () => {
    for (const text of naughty) {
      const document = `query ($text: String!) {
        given: people(where: {name: {startsWith: $text}}) { totalCount }
        written: people(where: {or: [{name: {contains: ${JSON.stringify(text)}}}, {aliases: {includes: $text}}]}) { totalCount }
        claims(about: $text) { totalCount }
        resolve(name: $text) { name }
      }`;
      const parsed = { document: parse(document) } as Operation;
      const { text: statement, compiled, coerced } = statementOf(parsed, { text });
      const meaning = { ids: [], texts: [{ text, key: '', reading: { kind: 'UNKNOWN', candidates: [] } }] };
      const meant = compiled.plan.names.map(({ key }) => [key, meaning]);
      const parameters = bind(compiled.plan, { ...coerced, ...Object.fromEntries(meant) });
      expect(Object.values(parameters).filter((value) => value === text).length).toBeGreaterThanOrEqual(3);
      if (/^[^\w\s]{2,}|\w{30,}/.test(text)) expect(statement).not.toContain(text);
      const answer = await ask(document, { text });
      expect(answer.resolve.name).toBe(text);
    }
  });
});
