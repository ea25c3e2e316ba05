import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { type Asked, asked, serviceOver } from '../export/service.ts';
import { loadBeside } from '../support/load.ts';

/**
 * Questions whose right answer is some kind of nothing, or a refusal, over two articles: no such name, nothing recorded, not
 * stated, denied. What must stand in the answer, and what may not, is said of each. Those of the pages are for test/explorer.
 */

type Case = {
  readonly id: string;
  readonly outcome: string;
  readonly surface: 'graphql' | 'q' | 'mcp' | 'page';
  readonly question: string;
  readonly ask: unknown;
  /** Texts that stand in the answer, or of a list one. */
  readonly must?: readonly (string | readonly string[])[];
  readonly mustNot?: readonly string[];
  readonly rows?: number;
  readonly errors?: number;
  readonly refused?: boolean;
};

const { questions } = JSON.parse(readFileSync('test/questions/nothing.json', 'utf8')) as {
  questions: readonly Case[];
};

/** What came back: all of it as text, how many rows, how many errors, and whether it was refused. */
type Came = {
  readonly text: string;
  readonly rows: number;
  readonly errors: number;
  readonly refused: boolean;
};

let store: GraphStore;
let service: Asked;

beforeAll(async () => {
  store = await openStore({ url: 'memory:' });
  await loadBeside(store, ['30-sc-20240203', 'test/questions/nothing-world.cypher']);
  service = await asked(await serviceOver(store));
}, 120_000);

afterAll(async () => {
  await service?.close();
  await store?.close();
});

const JSON_BODY = { 'content-type': 'application/json' };

async function askGraphQL(ask: object): Promise<Came> {
  const body = JSON.stringify(ask);
  const response = await fetch(`${service.url}/graphql`, { method: 'POST', headers: JSON_BODY, body });
  const text = await response.text();
  const { data, errors = [] } = JSON.parse(text) as { data?: object; errors?: readonly unknown[] };
  const lists = Object.values(data ?? {}) as readonly { nodes?: readonly unknown[] }[];
  const rows = lists.reduce((sum, { nodes = [] }) => sum + nodes.length, 0);
  return { text, rows, errors: errors.length, refused: errors.length > 0 };
}

async function askQuestion(path: string): Promise<Came> {
  const { statusCode, headers, body } = await service.get(path);
  const text = `${body} ${decodeURI(JSON.stringify(headers))}`;
  return { text, rows: body.split('\r\n').length - 2, errors: 0, refused: statusCode >= 400 };
}

async function askTool([name, args]: readonly [string, object]): Promise<Came> {
  const response = await fetch(`${service.url}/mcp`, {
    method: 'POST',
    headers: { ...JSON_BODY, accept: 'application/json, text/event-stream' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } }),
  });
  const raw = await response.text();
  const { result, error } = JSON.parse(/^data: (.*)$/m.exec(raw)?.[1] ?? raw);
  const content = result?.structuredContent;
  return {
    text: content ? JSON.stringify(content) : raw,
    rows: content?.rows?.length ?? 0,
    errors: 0,
    refused: error !== undefined || result.isError === true,
  };
}

async function askOf({ surface, ask }: Case): Promise<Came> {
  if (surface === 'graphql') return askGraphQL(ask as object);
  return surface === 'q' ? askQuestion(ask as string) : askTool(ask as readonly [string, object]);
}

const holds = (text: string, one: string): boolean => one.split('|').some((part) => text.includes(part));

describe.each([...new Set(questions.map(({ outcome }) => outcome))])('%s', (outcome) => {
  const cases = questions.filter((one) => one.outcome === outcome && one.surface !== 'page');
  test.each(cases.map((one) => [one.id, one.surface, one.question, one] as const))(
    '%s, by %s: %s',
    async (_, __, ___, asking) => {
      const came = await askOf(asking);
      for (const must of asking.must ?? []) {
        expect([must, [must].flat().some((one) => holds(came.text, one))]).toEqual([must, true]);
      }
      for (const no of asking.mustNot ?? []) expect(came.text).not.toMatch(new RegExp(no));
      if (asking.rows !== undefined) expect(came.rows).toBe(asking.rows);
      if (asking.errors !== undefined) expect(came.errors).toBe(asking.errors);
      if (asking.refused !== undefined) expect(came.refused).toBe(asking.refused);
    },
  );
});
