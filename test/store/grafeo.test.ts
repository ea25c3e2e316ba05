import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { openStore } from '../../src/store/open.ts';
import { type Skip, storeSpec } from './spec.ts';

const skip: readonly Skip[] = [{ reason: 'Grafeo gives maps without their key __proto__', ids: ['S12'] }];

describe('Grafeo in memory', () => storeSpec({ open: () => openStore({ url: 'memory:' }), skip }));

describe('Grafeo in a file', () => {
  const dir = mkdtempSync(join(tmpdir(), 'attested-'));
  let files = 0;
  storeSpec({ open: () => openStore({ url: `file:${join(dir, `${files++}.grafeo`)}` }), skip });
});
