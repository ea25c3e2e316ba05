/** The parts of a year that EDTF numbers from 21 to 41: seasons, quarters, thirds and halves. */
export type SubYear = {
  /** As people say it, before the year: `spring`, `third quarter of`. */
  readonly name: string;
  /** Where it lies, when it tells: northern and southern seasons. */
  readonly hemisphere?: 'northern' | 'southern';
  readonly precision: 'SEASON' | 'QUARTER' | 'INTERVAL';
  /** The month it begins with, 1 to 12. */
  readonly month: number;
  /** How many months it has; a winter may end in the next year. */
  readonly months: number;
};

const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
const ORDINALS = ['first', 'second', 'third', 'fourth'] as const;

/**
 * Parts of a year by their number. Seasons are those of the weather, three whole months; 21 to 24 belong to no
 * hemisphere, and are read as northern ones: spring from March, winter from December on.
 */
export const subYears: ReadonlyMap<string, SubYear> = new Map([
  ...seasons(21, 3),
  ...seasons(25, 3, 'northern'),
  ...seasons(29, 9, 'southern'),
  ...parts(33, 'quarter', 3),
  ...parts(37, 'third', 4),
  ...parts(40, 'half', 6),
]);

function seasons(number: number, spring: number, hemisphere?: 'northern' | 'southern'): [string, SubYear][] {
  return SEASONS.map((name, index) => {
    const month = ((spring - 1 + index * 3) % 12) + 1;
    return [
      String(number + index),
      { name, precision: 'SEASON', month, months: 3, ...(hemisphere && { hemisphere }) },
    ];
  });
}

function parts(number: number, name: string, months: number): [string, SubYear][] {
  return ORDINALS.slice(0, 12 / months).map((ordinal, index) => [
    String(number + index),
    {
      name: `${ordinal} ${name} of`,
      precision: months === 3 ? 'QUARTER' : 'INTERVAL',
      month: index * months + 1,
      months,
    },
  ]);
}
