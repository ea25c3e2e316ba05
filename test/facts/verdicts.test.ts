import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { factId } from '../../src/facts/ids.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { describeEachEngine } from '../support/engines.ts';
import { loadScripts } from '../support/load.ts';
import { readLine, scriptsOf } from './told.ts';

/** The rows of the table in docs/model.md. */
const rows = readFileSync('docs/model.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `') && line.includes(' May, '))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')))
  .map(([reports = '', fact = '', status = '', verdict = '', why = '']) => ({
    reports: [...reports.matchAll(/`([^`]+)`/g)].map(([, report = '']) => report),
    fact: fact.replaceAll('`', ''),
    status,
    verdict,
    why,
  }));

test('every verdict and every reason for one has a row', () => {
  expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(
    new Set(['SINGLE_SOURCE', 'AGREED', 'DISPUTED', 'WITHDRAWN']),
  );
  expect(rows.length).toBeGreaterThan(15);
});

describeEachEngine('verdicts', (open) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store?.close());

  test.each(rows.map((row) => [`${row.fact}: ${row.verdict}, since ${row.why}`, row] as const))(
    '%s',
    async (_, row) => {
      await loadScripts(store, scriptsOf(row.reports));
      const { subject, predicate, object, value } = readLine(row.fact).cells;
      const id = factId({
        subject: String(subject),
        predicate: String(predicate),
        object: (object ?? value) as string | undefined,
      });
      const found = await store.read({
        text: 'MATCH (f:Fact {id: $id}) RETURN f.status AS status, f.verdict AS verdict',
        parameters: { id },
      });
      expect(found).toEqual([{ status: row.status, verdict: row.verdict }]);
    },
  );
});
