import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { loadGraph, loadIfOutdated } from '../../src/load/load.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { scriptsOf } from '../facts/told.ts';
import { dumpGraph } from '../support/dump.ts';
import { domain } from '../support/load.ts';

/** What people judge stands in `judgements.yaml`, and does what the same ledger does as a script. */

const REPORTS = [
  '2 May, Reed: person:ada PARENT_OF person:cy; gift:bell happens; gift:bell quantity 12',
  '4 May, Lowe: person:adah PARENT_OF person:cy; gift:bell quantity 10',
];

const SAME = `  - when: 2031-05-09
    who: Ira Moss
    kind: SAME_AS
    target: person:ada
    other: person:adah
    reason: Both were mayor on that day.
`;

const PREFERS = `  - when: 2031-05-09
    who: Ira Moss
    kind: PREFERS
    target: claim:r2:F1
    predicate: quantity
    reason: It counted.
`;

const REVOKES = `  - when: 2031-05-12
    who: Ira Moss
    kind: REVOKES
    target: judgement:SAME_AS|ledger:desk|person:ada|person:adah|2031-05-09
    reason: Ada was abroad.
`;

const ledger = (...rows: readonly string[]): string => `ledger: desk\njudgements:\n${rows.join('')}`;

describe('judgements.yaml', () => {
  let store: GraphStore;
  const folder = mkdtempSync(join(tmpdir(), 'attested-'));
  const settings = () => ({ store, domain, cypherDir: folder });

  const load = (judgements: string) => {
    writeFileSync(join(folder, 'judgements.yaml'), judgements);
    return loadGraph(settings());
  };
  const read = (text: string) => store.read({ text, parameters: {} });
  const findings = async (judgements: string): Promise<string> => {
    const refused = await load(judgements).catch((error: Error) => error.message);
    return String(refused).replaceAll(`${folder}/`, '');
  };

  for (const [name, text] of scriptsOf(REPORTS)) writeFileSync(join(folder, `${name}.cypher`), text);

  beforeEach(async () => {
    await store?.close();
    store = await openStore({ url: 'memory:' });
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const PARENTS =
    'MATCH (a)-[r:PARENT_OF]->(:Person) RETURN a.id AS parent, r.verdict AS verdict ORDER BY parent';

  test('makes two one, and two again when it is revoked; both rows stay to be read', async () => {
    await load(ledger(SAME, PREFERS));
    expect(await read(PARENTS)).toEqual([{ parent: 'person:ada', verdict: 'AGREED' }]);
    expect(await read('MATCH (g:Gift) RETURN g.quantity AS quantity')).toEqual([{ quantity: 10 }]);
    await load(ledger(SAME, PREFERS, REVOKES));
    expect(await read(PARENTS)).toEqual([
      { parent: 'person:ada', verdict: 'SINGLE_SOURCE' },
      { parent: 'person:adah', verdict: 'SINGLE_SOURCE' },
    ]);
    const judged =
      "MATCH (j:Judgement {kind: 'SAME_AS'}) RETURN j.who AS who, j.reason AS reason, j.revokedOn AS day";
    expect(await read(judged)).toEqual([
      { who: 'Ira Moss', reason: 'Both were mayor on that day.', day: '2031-05-12' },
    ]);
  });

  test('leaves the graph that there was before, when it goes', async () => {
    await load(ledger());
    const before = await dumpGraph(store);
    await load(ledger(SAME, PREFERS));
    expect(await dumpGraph(store)).not.toEqual(before);
    await load(ledger());
    expect(await dumpGraph(store)).toEqual(before);
  });

  test('is loaded when it changes, and only then', async () => {
    await load(ledger(SAME));
    expect(await loadIfOutdated(settings())).toBeUndefined();
    writeFileSync(join(folder, 'judgements.yaml'), ledger(SAME, REVOKES));
    expect(await loadIfOutdated(settings())).toMatchObject({ written: 1, removed: 0 });
  });

  const wrong: readonly (readonly [what: string, judgements: string, finding: string])[] = [
    ['no ledger', 'judgements: []\n', 'judgements.yaml:1: The key ledger is missing.'],
    ['no YAML', 'ledger: desk\njudgements: [\n', 'judgements.yaml:3: This is no YAML'],
    ['no list', 'ledger: desk\njudgements: none\n', 'judgements.yaml:2: judgements is a list of rows'],
    [
      'no reason',
      ledger(SAME.replace(/ {4}reason.*\n/, '')),
      'judgements.yaml:3: The key reason is missing.',
    ],
    [
      'another key',
      ledger(SAME.replace('other', 'to')),
      'judgements.yaml:7: There is no key to; there are when, who',
    ],
    [
      'nobody',
      ledger(SAME.replace('Ira Moss', "''")),
      'judgements.yaml:4: who is a text with something in it.',
    ],
    [
      'another kind',
      ledger(SAME.replace('SAME_AS', 'SAME')),
      'judgements.yaml:3: kind is PREFERS, WITHDRAWS, SAME_AS',
    ],
    ['no day', ledger(SAME.replace('2031-05-09', '9 May')), 'judgements.yaml:3: on is a day of the calendar'],
    [
      'two kinds of things',
      ledger(SAME.replace('person:adah', 'gift:bell')),
      'judgements.yaml:3: SAME_AS names two things of one kind',
    ],
    [
      'what was never judged',
      ledger(PREFERS, REVOKES),
      'judgements.yaml:9: ledger:desk has no judgement judgement:SAME_AS|ledger:desk|person:ada|person:adah|2031-05-09; it has judgement:PREFERS|ledger:desk|claim:r2:F1|quantity|2031-05-09.',
    ],
    [
      'the same twice',
      ledger(SAME, SAME),
      'judgements.yaml:9: The table of judgements has judgement:SAME_AS|ledger:desk|person:ada|person:adah|2031-05-09 twice.',
    ],
    [
      'a claim that retracts',
      ledger(PREFERS.replace('PREFERS', 'RETRACTS')),
      'judgements.yaml:3: kind is PREFERS',
    ],
  ];

  test.each(wrong)('with %s is refused with its line', async (_, judgements, finding) => {
    expect(await findings(judgements)).toContain(finding);
  });
});
