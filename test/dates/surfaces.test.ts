import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dateCells } from '../../src/facts/date.ts';
import { dayOf, dayText } from '../../src/model/date/calendar.ts';
import { formsOf } from '../../src/script/forms.ts';
import { Owners } from '../../src/script/owners.ts';
import { printScript } from '../../src/script/script.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { type Asked, asked, PUBLIC_URL, serviceOver } from '../export/service.ts';
import { loadScripts, vocabulary } from '../support/load.ts';
import { describePython, read } from '../tools/python.ts';
import { forms, type ValidForm } from './forms.ts';

/** Every form of EDTF as the date of an event, on every surface, read back by the reader of each. */

const taken = forms.flatMap((form, number) =>
  'refused' in form || !dateCells(form.edtf) ? [] : [{ ...form, id: `event:form-${number}` }],
);

type Case = ValidForm & { readonly id: string };

/** Background knowledge of one event for each form. */
function script(): string {
  const owners = new Owners(formsOf(vocabulary));
  const owner = 'background:forms';
  owners.open(owner, 'Background');
  for (const { id, edtf } of taken) {
    owners.add(owner, 'things Event', { id, name: id, kind: 'MEETING' });
    const known = { subject: id, basis: 'BACKGROUND' };
    owners.add(owner, 'background happens', { ...known, predicate: 'happens' });
    owners.add(owner, 'background dates', { ...known, predicate: 'date', value: dateCells(edtf)?.value });
  }
  return printScript(owners.script(owner), owner);
}

let store: GraphStore;
let app: Asked;
const seen = new Map<string, string>();

beforeAll(async () => {
  store = await openStore({ url: 'memory:' });
  await loadScripts(store, new Map([['10-forms', script()]]));
  app = await asked(await serviceOver(store));
}, 120_000);

afterAll(async () => {
  await app.close();
  await store.close();
  const width = Math.max(...[...seen.keys()].map((surface) => surface.length));
  const lines = [...seen].map(([surface, count]) => `  ${surface.padEnd(width)}  ${count}`);
  process.stderr.write(`\nForms of EDTF that stand on each surface as they should:\n${lines.join('\n')}\n`);
});

/** Tests each form, and keeps for the table how many were right. */
function eachForm(surface: string, wrong: (form: Case) => unknown): void {
  const faults = taken.flatMap((form) => {
    const fault = wrong(form);
    return fault === undefined ? [] : [[form.edtf, fault]];
  });
  seen.set(surface, `${taken.length - faults.length} of ${taken.length}`);
  expect(faults).toEqual([]);
}

/** What is seen, unless it is among what is right. */
function unless(right: readonly unknown[] | undefined, found: unknown): unknown {
  const all = (right ?? [null]).map((one) => JSON.stringify(one));
  return all.includes(JSON.stringify(found ?? null)) ? undefined : (found ?? null);
}

const first = (...faults: readonly unknown[]): unknown => faults.find((fault) => fault !== undefined);

/** Words that lack something of the date, or have something that people do not read. */
function badWords({ must, mustNot }: Case, words: string): string | undefined {
  const lacks = must.some((pattern) => !new RegExp(pattern, 'i').test(words));
  return lacks || mustNot.some((pattern) => new RegExp(pattern, 'i').test(words)) ? words : undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever is answered
async function ask(query: string): Promise<any> {
  const { data, errors } = await post('/graphql', { query });
  expect(errors).toBeUndefined();
  return data;
}

// biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever is answered
async function post(path: string, body: object): Promise<any> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    connection: 'close',
  };
  const answer = await fetch(`${app.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return answer.json();
}

const PAGE = 'first: 500';

type Counted = { readonly totalCount: number };

describe('every form of EDTF', () => {
  test('in GraphQL: bounds, precision, doubts and words', async () => {
    const told = 'edtf words earliest latest precision uncertain approximate';
    const { events } = await ask(`{ events(${PAGE}) { nodes { id date { ${told} } } } }`);
    const dates = new Map(events.nodes.map(({ id, date }: { id: string; date: object }) => [id, date]));
    eachForm('GraphQL', (form) => {
      const date = dates.get(form.id) as Record<string, unknown>;
      return first(
        unless(form.earliest, date.earliest),
        unless(form.latest, date.latest),
        unless(form.precision, date.precision),
        unless([form.uncertain], date.uncertain),
        unless([form.approximate], date.approximate),
        badWords(form, String(date.words)),
      );
    });
  });

  test('in the order of time: 500 BCE, 44 BCE, 2023, 17000', async () => {
    const { timeline } = await ask(`{ timeline(${PAGE}) { nodes { id } } }`);
    const sortOf = new Map(taken.map(({ id, sort }) => [id, sort]));
    const sorts = timeline.nodes.map(({ id }: { id: string }) => sortOf.get(id) as number);
    expect(sorts).toHaveLength(taken.length);
    expect(sorts).toEqual([...sorts].sort((a, b) => a - b));
    seen.set('order', `${sorts.length} of ${taken.length}`);
  });

  test('in a filter: it may lie on the days that bound it, not on those around, and must lie where both are', async () => {
    const far = { first: '-900000-01-01', last: '+900000-01-01' };
    for (const { id, edtf } of taken) {
      const { earliestDay, earliest = far.first, latestDay, latest = far.last } = dateCells(edtf) ?? {};
      const counted = (range: string, more = '') =>
        `events(where: { id: { eq: "${id}" }, date: { during: {${range}}${more} } }) { totalCount }`;
      const beside = (day: number | undefined, by: number, far: string) =>
        day === undefined ? far : dayText(dayOf(day + by));
      const found = await ask(`{
        last: ${counted(`from: "${latest}"`)}
        first: ${counted(`to: "${earliest}"`)}
        after: ${counted(`from: "${beside(latestDay, 1, far.last)}"`)}
        before: ${counted(`to: "${beside(earliestDay, -1, far.first)}"`)}
        within: ${counted(`from: "${earliest}", to: "${latest}"`, ', certainly: true')}
      }`);
      const counts = Object.entries(found).map(([key, list]) => [key, (list as Counted).totalCount]);
      const [openStart, openEnd] = [earliestDay === undefined ? 1 : 0, latestDay === undefined ? 1 : 0];
      expect([edtf, Object.fromEntries(counts)]).toEqual([
        edtf,
        { last: 1, first: 1, after: openEnd, before: openStart, within: openStart + openEnd > 0 ? 0 : 1 },
      ]);
    }
    seen.set('filter', `${taken.length} of ${taken.length}`);
  });

  test('in TimelineJS: numbers as precise as told, no end where it is open, and words', async () => {
    const { events } = JSON.parse((await app.get('/export/timeline.json')).body);
    const slides = new Map(events.map((slide: { unique_id: string }) => [slide.unique_id, slide]));
    eachForm('TimelineJS', (form) => {
      const slide = slides.get(form.id) as Record<string, unknown> | undefined;
      return first(
        unless([form.timeline.start], slide?.start_date),
        unless([form.timeline.end], slide?.end_date),
        badWords(form, String(slide?.display_date)),
      );
    });
  });

  test('in MCP: words beside the bounds', async () => {
    const call = { name: 'list_events', arguments: { limit: 100 } };
    const { result } = await post('/mcp', { jsonrpc: '2.0', id: 1, method: 'tools/call', params: call });
    const { rows } = result.structuredContent;
    const dates = new Map(rows.map(({ id, date }: { id: string; date: object }) => [id, date]));
    eachForm('MCP', (form) => {
      const date = dates.get(form.id) as Record<string, unknown> | undefined;
      return first(badWords(form, String(date?.words)), unless(form.latest, date?.latest));
    });
  });

  test('in saved questions: words in a column of their own', async () => {
    const { body } = await app.get('/q/timeline.json');
    const rows: readonly Record<string, string>[] = JSON.parse(body);
    const words = new Map(rows.map((row) => [row.id, row.date_words]));
    eachForm('/q', (form) => badWords(form, String(words.get(form.id))));
  });
});

/** What the readers of other tools see of an event. */
type Read = {
  readonly gexf: { readonly start: unknown; readonly end: unknown };
  readonly rdf: { readonly startDate: unknown; readonly endDate: unknown };
  readonly ftm: { readonly startDate: unknown; readonly endDate: unknown };
  readonly table: { readonly start: string | null; readonly end: string | null; readonly words: string };
};

describePython('every form of EDTF, read by other tools', () => {
  let found: Readonly<Record<string, Read>> = {};
  const of = ({ id }: Case) => found[id] as Read;

  beforeAll(async () => {
    found = await read('dates.py', app.url, PUBLIC_URL);
  }, 120_000);

  test('in GEXF, by NetworkX: bounds, none at an open end', () => {
    eachForm('GEXF', (form) =>
      first(unless(form.gexf.start, of(form).gexf.start), unless(form.gexf.end, of(form).gexf.end)),
    );
  });

  test('in RDF, by rdflib: typed where exact', () => {
    eachForm('RDF', (form) =>
      first(
        unless(form.rdf.startDate, of(form).rdf.startDate),
        unless(form.rdf.endDate, of(form).rdf.endDate),
      ),
    );
  });

  test('in FollowTheMoney, by its own model: as precise as told, and nothing in doubt', () => {
    eachForm('FollowTheMoney', (form) =>
      first(
        unless(form.ftm.startDate, of(form).ftm.startDate),
        unless(form.ftm.endDate, of(form).ftm.endDate),
      ),
    );
  });

  test('in tables, by pandas: days of years that tables know, and words', () => {
    const held = (days: readonly (string | null)[]) =>
      days.map((day) => (day !== null && /^(?!0000)\d{4}-/.test(day) ? day : null));
    eachForm('CSV', (form) =>
      first(
        unless(held(form.earliest), of(form).table.start),
        unless(held(form.latest), of(form).table.end),
        badWords(form, of(form).table.words),
      ),
    );
  });
});
