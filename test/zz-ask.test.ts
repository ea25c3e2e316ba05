import { readFileSync } from 'node:fs';
import { test } from '@jest/globals';
import { parse } from 'graphql';
import { createExecute } from '../src/graphql/execute.ts';
import { loadSchema } from '../src/graphql/schema.ts';
import { openStore } from '../src/store/open.ts';
import { scriptsOf } from './facts/told.ts';
import { dumpGraph } from './reference/graph.ts';
import { schemaText } from './reference/corpus.ts';
import { createReference } from './reference/interpreter.ts';
import { ownedIn } from './reference/owned.ts';
import { asked } from './support/asked.ts';
import { domain, loadScripts } from './support/load.ts';
const limits = { pageSizeMax: 500, costMax: 1e9, relationsMax: 10000, queryTimeoutMs: 30000, heavyCost: 20000, heavySlots: 1, lightSlots: 64, queueMs: 1000 };
test('ask', async () => {
  let out = '';
  for (const { reports, ask } of JSON.parse(readFileSync('/tmp/v-cases.json', 'utf8'))) {
    const store = await openStore({ url: 'memory:' });
    out += `\n=== ${reports.join('\n    ')}\n`;
    try {
      await loadScripts(store, scriptsOf(reports));
      const execute = createExecute({ ...loadSchema(domain), store, limits });
      const reference = createReference(ownedIn(await dumpGraph((text) => store.read({ text, parameters: {} }))), schemaText());
      for (const q of ask) {
        let a = '';
        try { a = JSON.stringify(await asked(execute, q)); } catch (e) { a = String(e); }
        const r = reference(parse(q), {});
        const b = r.errors ? String(r.errors[0]) : JSON.stringify(r.data);
        out += `${q}\n  ${a.slice(0, 1500)}\n${a === b ? '' : `  REF ${b.slice(0, 1500)}\n`}`;
      }
    } catch (e) { out += `LOAD ${String(e)}\n`; }
    await store.close();
  }
  process.stderr.write(out);
});
