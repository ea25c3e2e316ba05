import { dateCells } from '../../src/facts/date.ts';

/** The properties that a date gives a thing, for tests that write things straight into the graph: `date`, `dateMin` … */
export function datedAs(name: string, edtf: string): Readonly<Record<string, string | number | boolean>> {
  const cells = dateCells(edtf);
  if (!cells) throw new Error(`${edtf} is no date`);
  const { value, sortKey, earliest, earliestDay, latest, latestDay, ...others } = cells;
  const told = {
    ...others,
    min: earliest,
    minDay: earliestDay,
    max: latest,
    maxDay: latestDay,
    sort: sortKey,
  };
  const capital = (key: string) => key.charAt(0).toUpperCase() + key.slice(1);
  const parts = Object.entries(told).flatMap(([key, part]) =>
    part === undefined ? [] : [[`${name}${capital(key)}`, part] as const],
  );
  return { [name]: value, ...Object.fromEntries(parts) };
}
