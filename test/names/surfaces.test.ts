import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Asking, askings } from '../model/world.ts';
import { openSurfaces } from './surfaces.ts';

/**
 * Two hundred spellings of the world of names, asked of every surface that takes a name. What counts first: nothing is taken
 * that was not meant, and nobody is told that the texts are silent because a name was not understood.
 */

type Judged = { readonly asking: Asking; readonly got: readonly string[]; readonly silence: boolean };

const SURFACES = ['GraphQL', '/q', '/reconcile', 'MCP'] as const;

let opened: Awaited<ReturnType<typeof openSurfaces>>;
const judged = new Map<string, readonly Judged[]>();

/** Saved questions take anything: a name that is asked for as of a type is none for them. */
const isFor = (surface: string, { as }: Asking) => surface !== '/q' || as === undefined;

beforeAll(async () => {
  opened = await openSurfaces();
  for (const name of SURFACES) {
    const rows: Judged[] = [];
    for (const asking of askings.filter((one) => isFor(name, one))) {
      const { outcomes, silence } = (await opened.surfaces[name]?.(asking)) ?? {
        outcomes: [],
        silence: false,
      };
      rows.push({ asking, got: outcomes, silence });
    }
    judged.set(name, rows);
  }
}, 240_000);

afterAll(() => opened?.close());

const isRight = ({ asking, got }: Judged) => asking.expect.some((outcome) => got.includes(outcome));
const isSilent = (row: Judged) => (row.got[0]?.startsWith('taken') ?? false) && !isRight(row);
/** A name that must be found: nothing but what it means is right. */
const mustBeFound = ({ asking }: Judged) => !asking.expect.includes('unknown');

/** Asked, right, of those that must be found how many are, taken though not meant, told to be silence of the texts. */
function counted(rows: readonly Judged[]): readonly number[] {
  const must = rows.filter(mustBeFound);
  const counts = [rows.filter(isRight), must, must.filter(isRight), rows.filter(isSilent)];
  return [rows.length, ...counts.map(({ length }) => length), rows.filter(({ silence }) => silence).length];
}

test.each(SURFACES)(
  '%s takes nothing that is not meant, and tells no name as silence of the texts',
  (surface) => {
    const rows = judged.get(surface) ?? [];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(isSilent).map(({ asking, got }) => [asking.ask, got[0]])).toEqual([]);
    expect(rows.filter(({ silence }) => silence).map(({ asking }) => asking.ask)).toEqual([]);
  },
);

test.each(SURFACES)('%s finds what must be found', (surface) => {
  const missed = (judged.get(surface) ?? []).filter((row) => mustBeFound(row) && !isRight(row));
  expect(missed.map(({ asking, got }) => [asking.ask, asking.expect, got])).toEqual([]);
});

test('docs/names.md tells how many', () => {
  const table = readFileSync('docs/names.md', 'utf8').split('## On every surface')[1] ?? '';
  const told = [...table.matchAll(/^\| (\S+) +\|((?: +\d+ +\|)+)$/gm)].map(([, surface, cells = '']) => [
    surface,
    (cells.match(/\d+/g) ?? []).map(Number),
  ]);
  expect(told).toEqual(SURFACES.map((surface) => [surface, counted(judged.get(surface) ?? [])]));
});
