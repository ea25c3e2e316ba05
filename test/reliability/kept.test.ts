import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build } from '../support/borrow.ts';
import { ServiceProcess } from '../support/process.ts';

/**
 * Operations of which no two are the same, as a client without variables, or one that means ill, would send them. In CI
 * enough to fill whatever is bounded, in full twice as many: `npm run kept`.
 */
const OPERATIONS = Number(process.env.KEPT_OPERATIONS ?? (process.env.CI === 'true' ? 6_000 : 2_000));
/** Bytes of heap that these may leave behind. */
const HEAP_MAX = 20 * 2 ** 20;

/** One gift is enough: what is kept is kept for each operation, whatever the graph has to say. */
const GIFT = 'gift:2023-kim-putin-rifle';

const fields = ['name', 'description', 'item', 'aliases', 'quantity', 'agreement { verdict }', '__typename'];
const deeper = [
  'givers { nodes { __typename ... on Person { id name } } }',
  'recipients { edges { node { ... on Entity { id name aliases } } } }',
  'during { id name status date { text earliest latest } }',
  'evidence { claim { statement status voice } sentence { number start end } article { title } }',
  'madeIn { id name }',
];

/** The operation of a number: which fields it asks for is read off the number's bits; every fourth asks by a filter. */
function operation(i: number): string {
  const chosen = (from: readonly string[], bits: number) => from.filter((_, at) => (bits >> at) & 1);
  const asked = [...chosen(fields, i), ...chosen(deeper, i >> 7)].join(' ');
  if (i % 4 > 0) return `query Number${i} { gift(id: "${GIFT}") { id ${asked} } }`;
  return `query Number${i} { gifts(where: {id: {eq: "${GIFT}"}}, first: ${1 + (i % 5)}) { nodes { id ${asked} } } }`;
}

describe('what is kept from one operation to the next', () => {
  let service: ServiceProcess;

  beforeAll(async () => {
    await build();
    service = await ServiceProcess.start();
  });
  afterAll(() => service?.kill());

  /** Bytes of the heap of the service, when all garbage is collected. */
  async function heap(): Promise<number> {
    await service.probe();
    return (await service.probe()).heapUsed;
  }

  test(`${OPERATIONS} distinct operations leave no more than 20 MB of heap behind`, async () => {
    for (let i = 0; i < 50; i++) expect((await service.ask(operation(i))).status).toBe(200);
    const before = await heap();
    for (let i = 50; i < OPERATIONS + 50; i++) {
      const { status, body } = await service.ask(operation(i));
      if (status !== 200) throw new Error(`${operation(i)}: ${JSON.stringify(body)}`);
    }
    const grown = (await heap()) - before;
    console.info(`${OPERATIONS} distinct operations: ${(grown / 2 ** 20).toFixed(1)} MB of heap`);
    expect(grown).toBeLessThanOrEqual(HEAP_MAX);
  }, 900_000);
});
