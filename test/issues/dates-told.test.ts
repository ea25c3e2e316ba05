import { describe, expect, test } from '@jest/globals';
import { shareService } from '../export/service.ts';

/** What dates once told wrongly: bounds for what a text says, words of another event, days that only may be meant. */

const shared = shareService(undefined, false);

const ARRIVAL = 'event:2023-kim-komsomolsk-welcome';
const TOUR = 'event:2023-kim-russia-tour';

// biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever is answered
async function tool(name: string, input: object): Promise<any> {
  const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: input } };
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    connection: 'close',
  };
  const answer = await fetch(`${shared.url}/mcp`, { method: 'POST', headers, body: JSON.stringify(call) });
  const { result } = (await answer.json()) as { result: { structuredContent: unknown } };
  return result.structuredContent;
}

async function rowsOf(path: string): Promise<ReadonlyMap<string, Record<string, unknown>>> {
  const rows: readonly Record<string, unknown>[] = JSON.parse((await shared.get(path)).body);
  return new Map(rows.map((row) => [String(row.id), row]));
}

describe('a date that is inherited', () => {
  test('does not bring along the words of the event that it is of: no arrival "ended over the weekend"', async () => {
    const [arrival, tour] = [(await rowsOf('/tables/events.json')).get(ARRIVAL), TOUR];
    expect(arrival).toMatchObject({ date_inherited: true, date_words: 'September 2023', date_text: null });
    expect((await rowsOf('/tables/events.json')).get(tour)).toMatchObject({
      date_inherited: false,
      date_text: 'ended over the weekend',
    });
    const { body } = await shared.get('/export/timeline.json');
    const slides = new Map(
      JSON.parse(body).events.map((slide: { unique_id: string }) => [slide.unique_id, slide]),
    );
    expect(slides.get(ARRIVAL)).toMatchObject({ display_date: 'September 2023, as what it is part of' });
    const { entity } = await tool('get_entity', { id: ARRIVAL });
    expect(JSON.stringify(entity.date)).not.toContain('weekend');
  });
});

describe('September, of which the article leaves the days up to the 17th', () => {
  test('is told as September wherever people read it, and its bounds stay with those who compute', async () => {
    const row = (await rowsOf('/q/timeline.json')).get(TOUR);
    expect(row).toMatchObject({ date_words: 'September 2023', date_latest: '2023-09-17' });
    const { body } = await shared.get('/export/timeline.json');
    const slide = JSON.parse(body).events.find((one: { unique_id: string }) => one.unique_id === TOUR);
    expect(slide).toMatchObject({
      start_date: { year: 2023, month: 9 },
      end_date: { year: 2023, month: 9 },
      display_date: 'September 2023',
    });
  });
});

describe('events of a day', () => {
  test('that only may lie on it are not told as of it', async () => {
    const { rows, notes } = await tool('list_events', { from: '2023-09-16', to: '2023-09-16' });
    expect(rows.length).toBeGreaterThan(0);
    expect(notes).toEqual([
      'All of these rows only may lie in the days asked for: tell the date of each in its own words.',
    ]);
    const certain = await tool('list_events', { from: '2023-01-01', to: '2023-12-31' });
    expect(certain.notes).toEqual([]);
  });
});
