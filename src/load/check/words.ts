import type { Declared, Vocabulary } from '../../facts/vocabulary.ts';
import { readDay } from '../../model/date/calendar.ts';
import { readDate } from '../../model/date/read.ts';
import { nameKey } from '../../model/name.ts';
import type { Cells } from '../../script/made.ts';

/** Whether words, days and values are ones that the domain knows. */

/** `kind is MEETING, VISIT or DEAL, not PARTY.` */
export function oneOf(name: string, words: readonly string[], value: unknown): readonly string[] {
  if (value === undefined || words.includes(String(value))) return [];
  const all = words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : words.join('');
  return [`${name} is ${all}, not ${value}.`];
}

/** Whether a text is a day of the years 0 to 9999, whose texts sort. */
const isDay = (day: string): boolean => /^\d/.test(day) && readDay(day) !== undefined;

/** A day of the calendar, `YYYY-MM-DD`. */
export function aDay(name: string, value: unknown): readonly string[] {
  const real = value === undefined || isDay(String(value));
  return real ? [] : [`${name} is a day of the calendar such as 2031-05-02, not ${value}.`];
}

/** A name that can be looked up: blanks and points alone are none. */
export function aName(value: unknown): readonly string[] {
  const found = value === undefined || nameKey(String(value)) !== '';
  return found ? [] : [`A name has letters or digits in it, not only ${JSON.stringify(value)}.`];
}

/** The words of an enum of the schema; of a type that is none, nothing is known. */
export function ofEnum(
  vocabulary: Vocabulary,
  type: string,
  cell: { name: string; value: unknown },
): readonly string[] {
  const words = vocabulary.enums.get(type);
  return words ? oneOf(cell.name, words, cell.value) : [];
}

/** A declared text of the form that the schema asks for. */
export function ofPattern({ name, pattern }: Declared, value: unknown): readonly string[] {
  if (pattern === undefined || value === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(String(value)))
    return [];
  return [`${name} has the form ${pattern}, not ${value}.`];
}

const INTEGER = /^(?:0|-?[1-9]\d*)$/;
/** What an Int of GraphQL can be. */
const INT = { min: -(2 ** 31), max: 2 ** 31 - 1 };

/** Whether a number is one that GraphQL gives as an Int. */
export const isInt = (value: number): boolean =>
  Number.isInteger(value) && value >= INT.min && value <= INT.max;

function ofScalar(type: string, value: string): string | undefined {
  switch (type) {
    case 'Int':
      return INTEGER.test(value) && isInt(Number(value))
        ? undefined
        : 'a whole number of at most 32 bits, written without sign or leading zeros';
    case 'Float':
      return Number.isFinite(Number(value)) && String(Number(value)) === value
        ? undefined
        : 'a number, in its shortest form';
    case 'Date':
      return isDay(value) ? undefined : 'a day of the calendar such as 2031-05-02';
    case 'Boolean':
      return value === 'true' || value === 'false' ? undefined : 'true or false';
    default:
      return value.trim() === '' ? 'a text with something in it' : undefined;
  }
}

/** A value of a fact: that its predicate is known, belongs to the subject, and the value is of its type. */
export function aValue(
  { values, enums }: Vocabulary,
  { predicate, value, ...row }: Cells,
  label: string,
): readonly string[] {
  const known = values.find(({ name }) => name === predicate);
  if (!known)
    return oneOf(
      'predicate',
      values.map(({ name }) => name),
      predicate,
    );
  if (!known.labels.includes(label))
    return [`${predicate} is said of ${known.labels.join(', ')}, not of ${label}.`];
  if (known.rule === 'DATE') return aDate(String(value), row);
  const words = enums.get(known.type);
  if (words) return oneOf(known.name, words, value);
  const wanted = ofScalar(known.type, String(value));
  return wanted === undefined ? [] : [`${predicate} is ${wanted}, not ${value}.`];
}

/** A date in its canonical form; the days that a text leaves of it lie within it. */
function aDate(value: string, row: Cells): readonly string[] {
  const read = readDate(value);
  if (read.kind === 'REFUSED') return [`${read.message} ${read.hint}`];
  if (read.edtf !== value)
    return [`${value} is written ${read.edtf}, so that two who mean the same write the same.`];
  const low = Number(row.earliestDay ?? Number.NEGATIVE_INFINITY);
  const high = Number(row.latestDay ?? Number.POSITIVE_INFINITY);
  const within =
    (read.earliestDay === null || low >= read.earliestDay) &&
    (read.latestDay === null || high <= read.latestDay);
  return within && low <= high ? [] : [`The first and last day that are told lie outside ${value}.`];
}
