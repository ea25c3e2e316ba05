/** Conditions put together, with what is known to be true or false left out: some planners fail on what is always false. */

const TRUE = 'true';
const FALSE = 'false';

/** All of these hold; true of none. */
export function allOf(tests: readonly string[]): string {
  if (tests.includes(FALSE)) return FALSE;
  const open = tests.filter((test) => test !== TRUE);
  if (open.length <= 1) return open[0] ?? TRUE;
  return `(${open.join(' AND ')})`;
}

/** One of these holds; false of none. */
export function anyOf(tests: readonly string[]): string {
  if (tests.includes(TRUE)) return TRUE;
  const open = tests.filter((test) => test !== FALSE);
  if (open.length <= 1) return open[0] ?? FALSE;
  return `(${open.join(' OR ')})`;
}

/** This does not hold. */
export function negate(test: string): string {
  if (test === TRUE) return FALSE;
  return test === FALSE ? TRUE : `NOT ${test}`;
}
