/** A world of things with their names, and spellings of them with what must come of each. */
import { readFileSync } from 'node:fs';
import type { NamedThing } from '../../src/model/candidate/name-index.ts';
import type { NameReading, Thing } from '../../src/model/candidate/read.ts';

/** A spelling, and all outcomes that are right for it: `taken ID`, `ambiguous ID…`, `other ID`, `suggested ID`, `unknown`. */
export type Asking = {
  readonly ask: string;
  readonly kind: string;
  /** The type that is asked for. */
  readonly as?: string;
  readonly expect: readonly string[];
};

type WorldThing = Omit<NamedThing, 'codes' | 'offices'> & {
  readonly isoCode?: string;
  readonly iso3?: string;
  readonly office?: readonly (readonly [title: string, country: string])[];
};

const world: readonly WorldThing[] = JSON.parse(readFileSync('test/model/fixtures/world.json', 'utf8'));

/** The things of the world. */
export const things: readonly NamedThing[] = world.map(({ isoCode, iso3, office = [], ...thing }) => ({
  ...thing,
  codes: [isoCode, iso3].filter((code) => code !== undefined),
  offices: office.map(([title, country]) => ({ title, of: `country:${country}` })),
}));

const rows: readonly Asking[] = JSON.parse(readFileSync('test/model/fixtures/names.json', 'utf8'));

/** The spellings. */
export const askings: readonly Asking[] = rows.map((row) => ({ ...row, expect: row.expect.map(inOrder) }));

function inOrder(outcome: string): string {
  const [kind = '', ...ids] = outcome.split(' ');
  return [kind, ...ids.sort()].join(' ');
}

/** A reading as the spellings have it; of an unknown name also its first three candidates. */
export function outcomes(reading: NameReading): readonly string[] {
  const told = (kind: string, bearers: readonly { readonly thing: Thing }[]) =>
    inOrder([kind, ...bearers.map(({ thing }) => thing.id)].join(' '));
  switch (reading.kind) {
    case 'TAKEN':
      return [told('taken', [reading.bearer])];
    case 'AMBIGUOUS':
      return [told('ambiguous', reading.bearers)];
    case 'OTHER_TYPE':
      return [told('other', reading.bearers)];
    case 'UNKNOWN':
      return [
        'unknown',
        ...reading.candidates.slice(0, 3).map((candidate) => told('suggested', [candidate])),
      ];
  }
}
