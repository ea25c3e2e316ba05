import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editDistance, NearTexts } from '../../src/model/candidate/edits.ts';
import { indexNames } from '../../src/model/candidate/name-index.ts';
import { candidatesOf, readName } from '../../src/model/candidate/read.ts';
import { reasons } from '../../src/model/candidate/rules.ts';
import { type Asking, askings, outcomes, things } from './world.ts';

const index = indexNames(things);

/** What came of a spelling: whether it is right, found or taken falsely. */
function judge(asking: Asking) {
  const got = outcomes(readName(asking.ask, index, asking.as === undefined ? {} : { types: [asking.as] }));
  const right = asking.expect.some((outcome) => got.includes(outcome));
  const taken = got[0]?.startsWith('taken') ?? false;
  const onlyUnknown = asking.expect.every((outcome) => outcome === 'unknown');
  return { asking, got, right, silent: taken && !right, stranger: onlyUnknown && got.length > 1 };
}

const judged = askings.map(judge);

/** The ids that come of a text, sure or not. */
function told(text: string): string {
  return outcomes(readName(text, index)).join(' ');
}

function swapped(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2);
}

describe('a name that is asked for', () => {
  test('is never taken for what it is not', () => {
    expect(judged.filter(({ silent }) => silent)).toEqual([]);
  });

  test('is found as it should be, whatever it is written like', () => {
    expect(judged.filter(({ right }) => !right)).toEqual([]);
  });

  test('docs/names.md tells how many of each kind are found', () => {
    const kinds = [...new Set(askings.map(({ kind }) => kind))];
    const counted = kinds.map((kind) => {
      const rows = judged.filter(({ asking }) => asking.kind === kind);
      const [right, silent, stranger] = (['right', 'silent', 'stranger'] as const).map(
        (what) => rows.filter((row) => row[what]).length,
      );
      return [kind, ...[rows.length, right, silent, stranger].map(String)];
    });
    const table = readFileSync('docs/names.md', 'utf8').split('## Measured')[1] ?? '';
    const told = [
      ...table.matchAll(/^\| ([a-zA-Z][^|]*?) +\| +(\d+) +\| +(\d+) +\| +(\d+) +\| +(\d+) +\|$/gm),
    ];
    expect(told.map(([, ...cells]) => cells)).toEqual(counted);
  });

  test('is the thing itself when it is an id', () => {
    expect(outcomes(readName('person:kim-jong-un', index))).toEqual(['taken person:kim-jong-un']);
    expect(outcomes(readName('person:nobody', index))[0]).toBe('unknown');
  });

  test('is told as another type where it is no thing of the type, and then as what it is, not what it stands for', () => {
    expect(outcomes(readName('Tehran', index, { types: ['Person'] }))).toEqual(['other place:tehran']);
  });

  test('has candidates with a reason, the surest first, each thing once', () => {
    const candidates = candidatesOf('President Vladimir Zelensky', index);
    const scores = candidates.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(candidates.map(({ thing }) => thing.id)).size).toBe(candidates.length);
    for (const { reason, score } of candidates) expect(reasons[reason].score).toBe(score);
  });

  test.each(['', ' ', "'", '\u200b', '...'])('of nothing to read, %j, has no candidates', (text) => {
    expect(candidatesOf(text, index)).toEqual([]);
  });

  test.each([
    ['dropped', (name: string, at: number) => name.slice(0, at) + name.slice(at + 1)],
    ['doubled', (name: string, at: number) => name.slice(0, at + 1) + name.slice(at)],
    ['swapped with the next', (name: string, at: number) => swapped(name, at)],
  ])(
    'is among the first three with a letter of it %s, but for what is exactly the name of another',
    (_, mistyped) => {
      const named = fc.constantFrom(...things.filter(({ name }) => name.length > 4));
      fc.assert(
        fc.property(named, fc.nat(), ({ id, name }, at) => {
          const spelling = mistyped(name, at % name.length);
          return readName(spelling, index).kind !== 'UNKNOWN' || told(spelling).includes(id);
        }),
        { numRuns: 200 },
      );
    },
  );

  test('is never taken with a letter of it changed: only equal keys are taken', () => {
    const names = things.flatMap(({ name, aliases }) => [name, ...aliases]).filter((name) => name.length > 5);
    const changed = fc.tuple(fc.constantFrom(...names), fc.nat(), fc.constantFrom('q', 'z', 'ж', '7'));
    fc.assert(
      fc.property(changed, ([name, at, letter]) => {
        const place = at % name.length;
        return (
          readName(`${name.slice(0, place)}${letter}${name.slice(place + 1)}q`, index).kind === 'UNKNOWN'
        );
      }),
      { numRuns: 300 },
    );
  });

  test('of any length and any letters is read in time', () => {
    const long = ['a '.repeat(5_000), 'president of '.repeat(500), '金'.repeat(2_000), 'Kim '.repeat(2_000)];
    for (const text of long) expect(readName(text, index).kind).toBe('UNKNOWN');
  });
});

describe('edits', () => {
  const word = fc.stringMatching(/^[abc]{0,6}$/);

  /** Edits by trying all of them, from one text to the next. */
  function editsByTrial(from: string, to: string, max: number): number {
    let reached = new Set([from]);
    for (let edits = 0; edits <= max; edits++) {
      if (reached.has(to)) return edits;
      reached = new Set([...reached].flatMap(editedOnce));
    }
    return max + 1;
  }

  function editedOnce(text: string): string[] {
    const places = Array.from(
      { length: text.length + 1 },
      (_, at) => [text.slice(0, at), text.slice(at)] as const,
    );
    return places.flatMap(([head, tail]) => [
      head + tail.slice(1),
      ...[...'abc'].flatMap((letter) => [head + letter + tail, head + letter + tail.slice(1)]),
      head + tail.slice(1, 2) + tail.slice(0, 1) + tail.slice(2),
    ]);
  }

  test('add, drop or change a letter, or swap two', () => {
    fc.assert(
      fc.property(word, word, (a, b) => editDistance(a, b) <= 1 === editsByTrial(a, b, 1) <= 1),
      { numRuns: 500 },
    );
  });

  test('find all texts that are near, and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 30 }), word, (texts, text) => {
        const near = new NearTexts(texts).near(text, 2).map((found) => found.text);
        expect(near.toSorted()).toEqual(texts.filter((known) => editDistance(text, known) <= 2).toSorted());
      }),
    );
  });
});
