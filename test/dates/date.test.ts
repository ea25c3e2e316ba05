import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  dayNumber,
  dayOf as dayOfNumber,
  dayText,
  monthLength,
  readDay,
} from '../../src/model/date/calendar.ts';
import { type FuzzyDate, readDate } from '../../src/model/date/read.ts';
import { dateWords } from '../../src/model/date/words.ts';
import { forms } from './forms.ts';

/** The date that a text is; fails where it is none. */
function dateOf(text: string): FuzzyDate {
  const date = readDate(text);
  if (date.kind === 'REFUSED') throw new Error(date.message);
  return date;
}

describe('a form of EDTF', () => {
  test('each of them is taken or refused as it should be', () => {
    const wrong = forms.filter((form) => {
      const refused = readDate(form.edtf).kind === 'REFUSED';
      return 'refused' in form ? !refused : refused && !form.refusal;
    });
    expect(wrong).toEqual([]);
  });

  const valid = forms.flatMap((form) =>
    'refused' in form || readDate(form.edtf).kind === 'REFUSED' ? [] : [{ ...form, date: dateOf(form.edtf) }],
  );

  test.each(valid)('$edtf has its bounds, its place in time, its precision and its doubts', (form) => {
    const { earliest, latest, sortKey, precision, uncertain, approximate } = form.date;
    expect(form.earliest).toContain(earliest);
    expect(form.latest).toContain(latest);
    expect(form.precision).toContain(precision);
    expect({ sort: sortKey, uncertain, approximate }).toEqual({
      sort: form.sort,
      uncertain: form.uncertain,
      approximate: form.approximate,
    });
  });

  test.each(valid)('$edtf is told in words: nothing raw, nothing left out', ({ edtf, must, mustNot }) => {
    const words = dateWords(dateOf(edtf));
    for (const pattern of must) expect(words).toMatch(new RegExp(pattern, 'i'));
    for (const pattern of mustNot) expect(words).not.toMatch(new RegExp(pattern, 'i'));
  });

  test.each([
    ['2023-02-29', '"2023-02-29" is no date: 2023-02 has no day 29.'],
    ['2024/2023', '"2024/2023" is no date: it ends before it starts.'],
    ['2023-09-16T10:00:00Z', '"2023-09-16T10:00:00Z" is no date: it has a time of day, which is not kept.'],
  ])('%s is refused in one sentence', (edtf, message) => {
    expect(readDate(edtf)).toMatchObject({ kind: 'REFUSED', message });
  });
});

describe('the ends of a date', () => {
  const exact = (period: string) => ({ period, exact: true });
  const inexact = (period: string) => ({ period, exact: false });
  test.each([
    ['2023-09', exact('2023-09'), exact('2023-09')],
    ['-0043-03-15', exact('-0043-03-15'), exact('-0043-03-15')],
    ['Y17000', exact('+17000'), exact('+17000')],
    ['Y171010000S3', inexact('+171010000'), inexact('+171010000')],
    ['1950S2', null, null],
    ['2023-09~', inexact('2023-09'), inexact('2023-09')],
    ['2023-?09', inexact('2023-09'), inexact('2023-09')],
    ['2024-02-XX', inexact('2024-02'), inexact('2024-02')],
    ['2023-XX-XX', null, null],
    ['202X', null, null],
    ['2023-21', null, null],
    ['2023/2023-09', exact('2023'), exact('2023-09')],
    ['1984~/2004-06', inexact('1984'), exact('2004-06')],
    ['2023-09/..', exact('2023-09'), null],
    ['/2023', null, exact('2023')],
    ['[2023,2025]', null, null],
  ])('%s starts with %j and ends with %j', (edtf, start, end) => {
    expect(dateOf(edtf)).toMatchObject({ start, end });
  });
});

describe('words of dates', () => {
  test.each([
    ['2023-09~', 'about September 2023'],
    ['2023-09-16/2023-09-17', '16 to 17 September 2023'],
    ['2023-09-30/2023-10-01', '30 September 2023 to 1 October 2023'],
    ['-0043-03-15', '15 March 44 BCE'],
    ['0043', '43 CE'],
    ['156X-12-25', '25 December of the 1560s'],
    ['200X', 'some year from 2000 to 2009'],
    ['2023-1X-XX', 'some day of some month from October to December 2023'],
    ['2023-09-1X', 'some day from 10 to 19 of September 2023'],
    ['202X-21', 'spring of the 2020s'],
    ['19XX/2005', 'from some year from 1900 to 1999 until 2005'],
    ['[2021,2022,2024..]', '2021, 2022 or 2024 or later'],
    ['{..2023-09}', 'September 2023 and earlier'],
  ])('%s is %s', (edtf, words) => {
    expect(dateWords(dateOf(edtf))).toBe(words);
  });
});

const two = (number: number) => String(number).padStart(2, '0');
const qualifier = fc.constantFrom('', '', '', '?', '~', '%');
const year = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, '0')),
  fc.integer({ min: 1, max: 9999 }).map((number) => `-${String(number).padStart(4, '0')}`),
);
const month = fc.integer({ min: 1, max: 12 }).map(two);
const day = fc.integer({ min: 1, max: 28 }).map(two);

/** A pattern with some of its digits not told. */
const masked = (digits: fc.Arbitrary<string>) =>
  fc.tuple(digits, fc.nat(15)).map(([text, mask]) => {
    const [sign, rest] = text.startsWith('-') ? ['-', text.slice(1)] : ['', text];
    return sign + [...rest].map((digit, index) => (mask & (1 << index) ? 'X' : digit)).join('');
  });

/** Dates of all forms, now and then one that the calendar has not. */
const point = fc.oneof(
  fc.tuple(year, qualifier).map((parts) => parts.join('')),
  fc.tuple(qualifier, year, fc.constant('-'), month).map((parts) => parts.join('')),
  fc
    .tuple(year, qualifier, fc.constant('-'), month, qualifier, fc.constant('-'), day, qualifier)
    .map((parts) => parts.join('')),
  fc.tuple(masked(year), masked(month), masked(day)).map((parts) => parts.join('-')),
  fc.tuple(masked(year), fc.integer({ min: 21, max: 41 })).map((parts) => parts.join('-')),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([text, digits]) => `${text}S${digits}`),
  fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 2, max: 8 })).map(([a, e]) => `Y${a}E${e}`),
);
const end = fc.oneof({ weight: 6, arbitrary: point }, fc.constantFrom('', '..'));
const member = fc.oneof(
  point,
  fc.tuple(end, end).map(([a, b]) => `${a}..${b}`),
);
const edtf = fc.oneof(
  point,
  fc.tuple(end, end).map((ends) => ends.join('/')),
  fc.array(member, { minLength: 1, maxLength: 4 }).map((list) => `[${list.join(',')}]`),
  fc.array(member, { minLength: 1, maxLength: 4 }).map((list) => `{${list.join(',')}}`),
);

/** All that the graph stores of a date. */
const stored = ({ edtf, earliest, latest, sortKey, precision, uncertain, approximate }: FuzzyDate) => ({
  ...{ edtf, earliest, latest, sortKey, precision, uncertain, approximate },
});

describe('any date', () => {
  const valid = edtf.map(readDate).filter((date) => date.kind !== 'REFUSED');
  const runs = { numRuns: 500 };

  test('has its first day before its last, in numbers and in the texts of our years', () => {
    fc.assert(
      fc.property(valid, ({ earliest, latest, earliestDay, latestDay }) => {
        if (earliestDay === null || latestDay === null) return earliest === null || latest === null;
        const ours = /^\d{4}-/.test(earliest ?? '') && /^\d{4}-/.test(latest ?? '');
        return earliestDay <= latestDay && (!ours || (earliest ?? '') <= (latest ?? ''));
      }),
      runs,
    );
  });

  test('is sorted by its first day, else by its last', () => {
    fc.assert(
      fc.property(valid, ({ earliestDay, latestDay, sortKey }) => {
        expect(sortKey).toBe(earliestDay ?? latestDay ?? sortKey);
        expect(Number.isSafeInteger(sortKey)).toBe(true);
      }),
      runs,
    );
  });

  test('reads back the same from its canonical text', () => {
    fc.assert(
      fc.property(valid, (date) => expect(stored(dateOf(date.edtf))).toEqual(stored(date))),
      runs,
    );
  });

  test('has words with nothing of EDTF left in them', () => {
    fc.assert(
      fc.property(valid, (date) =>
        expect(dateWords(date)).toMatch(/^(?!.*(?:[~%?X/[{]|\.\.|undefined|null|NaN)).+$/),
      ),
      runs,
    );
  });

  test('lies in what is left of it with its last part dropped, or with a digit not told', () => {
    const full = fc.tuple(year, month, day);
    fc.assert(
      fc.property(full, fc.nat(7), (parts, at) => {
        const finer = dateOf(parts.join('-'));
        const text = parts.join('-');
        const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
        const hidden = digits[at] ?? 0;
        const coarser = [
          parts.slice(0, 2).join('-'),
          parts[0],
          `${text.slice(0, hidden)}X${text.slice(hidden + 1)}`,
        ].map(dateOf);
        for (const { earliestDay, latestDay } of coarser) {
          expect(earliestDay).toBeLessThanOrEqual(finer.earliestDay ?? Number.NaN);
          expect(latestDay).toBeGreaterThanOrEqual(finer.latestDay ?? Number.NaN);
        }
      }),
      runs,
    );
  });

  test('has the doubts of its parts, wherever they are written', () => {
    expect(dateOf('?2023-?09').edtf).toBe('2023-09?');
    expect(dateOf('~2023-~09-16').edtf).toBe('2023-09~-16');
    expect(dateOf('2023?-~09').edtf).toBe('?2023-~09');
    expect(dateOf('[2025,2023,2025]').edtf).toBe('[2023,2025]');
    expect(dateOf('Y3E5').edtf).toBe('Y300000');
  });
});

describe('any text', () => {
  test('is a date or refused, never a failure', () => {
    const noise = fc.stringMatching(/^[0-9X?~%/.,[\]{}SYE-]{0,24}$/);
    fc.assert(
      fc.property(fc.oneof(noise, fc.string({ unit: 'binary' })), (text) => {
        const date = readDate(text);
        return date.kind === 'REFUSED' ? date.message.endsWith('.') : date.edtf !== '';
      }),
      { numRuns: 2_000 },
    );
  });

  test('of more than 500 characters is refused unread', () => {
    expect(readDate(`[${'2023,'.repeat(100_000)}2023]`)).toMatchObject({ kind: 'REFUSED' });
  });
});

describe('the calendar', () => {
  // `Date` is the oracle: it has the same calendar, for 270,000 years either way.
  const dayOf = (number: number) => {
    const date = new Date(number * 86_400_000);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  };

  test('numbers days as they follow one another', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_000_000, max: 99_000_000 }),
        (number) => dayNumber(dayOf(number)) === number,
      ),
    );
  });

  test('finds the day of a number again, and reads it from its text', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300_000_000_000, max: 300_000_000_000 }), (number) => {
        expect(dayNumber(dayOfNumber(number))).toBe(number);
        expect(readDay(dayText(dayOfNumber(number)))).toEqual(dayOfNumber(number));
      }),
    );
  });

  test.each([
    '2023-02-29',
    '2023-2-09',
    '+2023-02-09',
    '-0000-01-01',
    '12023-01-01',
    '2023-09',
    '2023-00-10',
    '2023-09-16T00:00:00Z',
  ])('has no day %s', (text) => expect(readDay(text)).toBeUndefined());

  test('gives months their lengths', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5_000, max: 12_000 }),
        fc.integer({ min: 1, max: 12 }),
        (year, month) => {
          const next =
            month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
          return monthLength(year, month) === dayOf(dayNumber(next) - 1).day;
        },
      ),
    );
  });
});
