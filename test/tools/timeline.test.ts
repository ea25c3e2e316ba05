import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import type { GraphStore } from '../../src/store/store.ts';
import { type Asked, asked, openGraph, PUBLIC_URL, serviceOver } from '../export/service.ts';
import { describeWith } from './python.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const library = createRequire(import.meta.url).resolve('@knight-lab/timelinejs/dist/js/timeline.js');
const documented = readFileSync(
  fileURLToPath(new URL('../../docs/tools/timeline.md', import.meta.url)),
  'utf8',
);

/** What TimelineJS says of a timeline that it has drawn. */
type Drawn = {
  readonly valid: boolean;
  readonly errors: string;
  readonly ids: readonly string[];
  readonly groups: readonly string[];
};

const drawn = `({
  valid: timeline.config.isValid(),
  errors: timeline.config.getErrors('; '),
  ids: timeline.config.events.map((event) => event.unique_id),
  groups: [...document.querySelectorAll('.tl-timegroup-message')].map((group) => group.textContent.trim()),
})`;

describeWith({ name: 'Chromium', present: existsSync(executablePath) }, 'TimelineJS', () => {
  let store: GraphStore;
  let app: Asked;
  let browser: Browser;

  beforeAll(async () => {
    store = await openGraph(true);
    app = await asked(await serviceOver(store));
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await app.close();
    await store.close();
  });

  test('draws every dated event of the page that the document shows', async () => {
    const snippet = /```html\n(.*?)```/s.exec(documented)?.[1] ?? '';
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.route('**/*', async (route) => {
      const { hostname, pathname, search } = new URL(route.request().url());
      if (hostname === 'page.example') return route.fulfill({ contentType: 'text/html', body: snippet });
      if (hostname === 'your.service') {
        const { statusCode: status, headers, body } = await app.get(`${pathname}${search}`);
        const origin = String(headers['access-control-allow-origin']);
        return route.fulfill({ status, body, headers: { 'access-control-allow-origin': origin } });
      }
      const file = library.replace(/js\/timeline\.js$/, pathname.replace(/^.*\/latest\//, ''));
      return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 });
    });
    await page.goto('https://page.example/');
    await page.locator('.tl-timemarker').first().waitFor({ state: 'attached' });
    const seen = (await page.evaluate(drawn)) as Drawn;
    const { events } = JSON.parse((await app.get('/export/timeline.json')).body) as {
      events: { unique_id: string; group: string }[];
    };
    expect(seen).toMatchObject({ valid: true, errors: '' });
    expect([...seen.ids].sort()).toEqual(events.map((event) => event.unique_id).sort());
    expect(new Set(seen.groups.map((group) => group.toLowerCase()))).toEqual(
      new Set(events.map(({ group }) => group.toLowerCase())),
    );
    const slide = page.locator('.tl-slide', { hasText: 'Gift exchange' }).first();
    expect(await slide.innerHTML()).toContain(`${PUBLIC_URL}/id/article/oo-20230918`);
    // Nobody shall take a plan for a fact, nor what somebody says for what is known.
    const expected = page.locator('.tl-slide', { hasText: "Lavrov's visit" }).first();
    expect(await expected.innerHTML()).toContain('<em>expected</em>');
    expect(await page.locator('.tl-slide em').count()).toBe(
      events.filter(({ group }) => !['OCCURRED', 'ONGOING', 'HABITUAL'].includes(group)).length,
    );
    const factory = page.locator('.tl-slide', { hasText: 'aircraft' }).first();
    expect(await factory.innerHTML()).toContain('according to Vladimir Putin');
    expect(faults).toEqual([]);
  }, 60_000);
});
