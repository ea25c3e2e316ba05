import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadGraph } from '../../src/load/load.ts';
import type { NamedThing } from '../../src/model/candidate/name-index.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { things } from '../model/world.ts';
import { domain } from '../support/load.ts';
import { scriptOf } from '../support/rows.ts';

/** The world of names as a graph: background that declares its things, and who holds which office. */

/** What a declaration needs beside names. */
const kinds: { readonly [type: string]: object } = {
  Place: { kind: 'CITY', named: true },
  Organization: { kind: 'GOVERNMENT' },
};

function declared(type: string) {
  return things
    .filter((thing) => thing.type === type)
    .map(({ id, name, aliases, weakAliases = [], codes: [isoCode] = [], demonym }) => ({
      id,
      name,
      aliases,
      weakAliases,
      ...(type === 'Country' && { isoCode, demonym }),
      ...kinds[type],
    }));
}

const officesOf = ({ id, offices = [] }: NamedThing) =>
  offices.map(({ title, of }) => ({
    subject: id,
    predicate: 'HOLDS_OFFICE',
    object: of,
    title,
    basis: 'BACKGROUND',
  }));

/** Loads the world of names, and nothing else. */
export async function loadNames(store: GraphStore): Promise<void> {
  const cypherDir = mkdtempSync(join(tmpdir(), 'attested-names-'));
  const types = ['Person', 'Country', 'Place', 'Organization'];
  const script = scriptOf({
    background: [{ id: 'background:names' }],
    ...Object.fromEntries(types.map((type) => [`things ${type}`, declared(type)])),
    'background relations': things.flatMap(officesOf),
  });
  writeFileSync(join(cypherDir, '10-names.cypher'), script);
  await loadGraph({ domain, store, cypherDir });
}
