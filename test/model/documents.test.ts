import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { indexNames } from '../../src/model/candidate/name-index.ts';
import { readName } from '../../src/model/candidate/read.ts';
import { reasons } from '../../src/model/candidate/rules.ts';
import { readDate } from '../../src/model/date/read.ts';
import { dateWords } from '../../src/model/date/words.ts';
import { outcomes, things } from './world.ts';

/** The rows below a heading or a first line of a document, each as its cells, without backticks. */
function rows(path: string, from: string): string[][] {
  const [, after = ''] = readFileSync(path, 'utf8').split(from);
  const lines = (after.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

describe('docs/names.md', () => {
  const index = indexNames(things);

  test.each(rows('docs/names.md', '## What comes of a spelling'))(
    '%s is %s: %s',
    (asked, outcome, means, because) => {
      const reading = readName(asked ?? '', index);
      if (reading.kind !== 'UNKNOWN') {
        expect(outcomes(reading)).toEqual([`${outcome} ${means?.replaceAll(', ', ' ')}`]);
        return;
      }
      const [first] = reading.candidates;
      expect(outcome).toBe('unknown');
      expect(first?.thing.id ?? 'nothing').toBe(means);
      if (first) expect(first.reason).toBe(because);
    },
  );

  test('has all reasons', () => {
    const known = Object.entries(reasons).map(([reason, { score, words }]) => [reason, String(score), words]);
    expect(rows('docs/names.md', '## Reasons')).toEqual(known);
  });
});

describe('docs/dates.md', () => {
  test.each(rows('docs/dates.md', '# Dates'))('%s is %s', (edtf = '', words, ...stored) => {
    const date = readDate(edtf);
    if (date.kind === 'REFUSED') throw new Error(date.message);
    const { earliest, latest, precision } = date;
    expect([dateWords(date), earliest ?? 'none', latest ?? 'none', precision]).toEqual([words, ...stored]);
  });

  test.each(rows('docs/dates.md', '## What is refused'))('%s is refused', (text = '', message) => {
    expect(readDate(JSON.parse(text))).toMatchObject({ kind: 'REFUSED', message });
  });
});
