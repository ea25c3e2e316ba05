import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launch, watch } from './browser.ts';
import { buildPages, type Explorer, startExplorer } from './service.ts';

/**
 * Guards, far below what docs/explorer.md measures on an idle machine: they catch a page that got slow by an order,
 * not a machine that is busy.
 */
const FRAMES_MIN = 12;
const READY_MAX_MS = 6_000;

describeInBrowser('a graph that does not fit on the screen', () => {
  let browser: Browser;
  let explorer: Explorer;

  beforeAll(async () => {
    buildPages();
    [browser, explorer] = await Promise.all([launch(), startExplorer({ crowd: 400 })]);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await explorer.close();
  });

  test('starts with who is in most events, grows step by step, and never over 500 elements', async () => {
    const { page, faults } = await watch(browser);
    await page.goto(`${explorer.url}/graph`);
    await page.locator('html[data-ready]').waitFor();
    const counts = async () => {
      const [, things = 0, facts = 0] =
        /(\d+) things, (\d+) facts/.exec(await page.locator('.shown').innerText()) ?? [];
      return Number(things) + Number(facts);
    };
    const first = await counts();
    expect(first).toBeGreaterThan(50);
    for (const name of ['Kim Jong-un', 'Vladimir Putin']) {
      await page.getByRole('combobox').fill(name);
      await page.locator('#found li', { hasText: name }).first().click();
      await page.locator('#panel[aria-busy=false] h2', { hasText: name }).waitFor();
      const more = page.getByRole('button', { name: /^Load \d+ of \d+ more facts$/ });
      while ((await more.count()) > 0) {
        const before = await more.innerText();
        await more.click();
        await page.locator('#panel[aria-busy=false]').waitFor();
        await page.getByRole('button', { name: before, exact: true }).waitFor({ state: 'detached' });
        expect(await counts()).toBeLessThanOrEqual(500);
      }
    }
    expect(await counts()).toBeGreaterThan(Math.max(first, 450));
    expect(await page.locator('.shown').innerText()).toMatch(/\d+ more do not fit/);
    const frames = await page.evaluate(pan);
    process.stdout.write(`${await counts()} elements: ${frames.toFixed(0)} frames a second\n`);
    expect(frames).toBeGreaterThan(FRAMES_MIN);
    expect(faults).toEqual([]);
  }, 60_000);

  test('is ready soon', async () => {
    const { page } = await watch(browser);
    await page.goto(`${explorer.url}/graph`);
    await page.locator('html[data-ready]').waitFor();
    const ready = Number(await page.locator('html').getAttribute('data-ready'));
    process.stdout.write(`ready after ${ready} ms\n`);
    expect(ready).toBeLessThan(READY_MAX_MS);
  });
});

/** Moves the picture for two seconds and gives the frames that were drawn in each. */
function pan(): Promise<number> {
  type Drawn = { readonly _cyreg: { readonly cy: { panBy(by: { x: number; y: number }): void } } };
  const { cy } = (document.getElementById('canvas') as unknown as Drawn)._cyreg;
  const start = performance.now();
  let frames = 0;
  return new Promise((resolve) => {
    const frame = () => {
      const spent = performance.now() - start;
      if (spent >= 2_000) return resolve((frames * 1_000) / spent);
      frames += 1;
      cy.panBy({ x: Math.sin(spent / 200) * 6, y: Math.cos(spent / 300) * 6 });
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}
