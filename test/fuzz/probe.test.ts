import { expect, test } from '@jest/globals';
import { appendFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { differ } from './compare.ts';
import { openStore } from '../../src/store/open.ts';
import { makeFixture, sidesOf, load } from './fixture.ts';
import { operations } from './generate.ts';
import { reduce } from './reduce.ts';

test('probe', async () => {
  const fixture = await makeFixture();
  let engine = fixture.grafeo;
  if (process.env.PROBE_NEO4J) { engine = await openStore({url: process.env.PROBE_NEO4J}); await engine.write([{text:'MATCH (n) DETACH DELETE n',parameters:{}}]); await load(engine); }
  const sides = sidesOf(fixture, engine);
  const out = '/tmp/ref-probe.txt';
  writeFileSync(out, '');
  const n = Number(process.env.N ?? 300);
  const started = Date.now();
  const found = new Map<string, number>();
  let diffs = 0, ops = 0;
  const used = new Set<string>();
  for (const op of fc.sample(operations({...fixture.generator, except: new Set(['agreement','path','exchange','giftStats','eventStats','claimStats'])}), { numRuns: n, seed: Number(process.env.SEED ?? 1) })) {
    ops++;
    for (const c of op.coordinates) used.add(c);
    const d = await differ(sides, op);
    if (!d) continue;
    diffs++;
    if (diffs > Number(process.env.MAX ?? 12)) continue;
    const small = await reduce(fixture.generator.schema, op, async (o) => (await differ(sides, o)) !== undefined);
    const s = await differ(sides, small);
    appendFileSync(out, `${s?.text}\n${JSON.stringify(s?.variables)}\nexpected ${s?.expected.slice(0,1500)}\nactual   ${s?.actual.slice(0,1500)}\n-----\n`);
  }
  appendFileSync(out, `ops ${ops} diffs ${diffs} ms ${Date.now()-started} coords ${used.size}\n`);
}, 600000);
