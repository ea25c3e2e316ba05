import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accessibilityFaults, describeInBrowser, launch, watch } from './browser.ts';
import { buildPages, type Explorer, startExplorer } from './service.ts';

describeInBrowser('the start page', () => {
  let browser: Browser;
  let explorer: Explorer;

  beforeAll(async () => {
    buildPages();
    [browser, explorer] = await Promise.all([launch(), startExplorer()]);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await explorer.close();
  });

  test('answers the first question with both gifts and the numbers of their sentences', async () => {
    const { page, foreign, faults } = await watch(browser);
    await page.goto(explorer.url);
    await page.getByRole('button', { name: 'What did Putin give Kim?', exact: true }).click();
    const answer = page.getByRole('region', { name: 'Answer' });
    await answer.getByText('Russian-made rifle').waitFor();
    const text = await answer.innerText();
    expect(text).toContain('space-suit glove');
    expect(text).toContain('Sentence 3');
    expect(text).toContain('Sentence 4');
    expect(text).toContain('Vladimir Putin gave Kim Jong-un a rifle made in Russia at the summit.');
    expect(await answer.locator('mark').first().innerText()).not.toBe('');
    expect([foreign, faults]).toEqual([[], []]);
  });

  test('says what is inside, and every question has an answer', async () => {
    const { page, faults } = await watch(browser);
    await page.goto(explorer.url);
    const inside = page.getByRole('region', { name: 'What is inside' });
    await inside.waitFor();
    expect((await inside.innerText()).replaceAll('\n', ' ')).toMatch(/events 31/i);
    await page.getByText('more questions').click();
    const names = await page
      .locator('.question')
      .evaluateAll((all) => all.map((one) => one.textContent ?? ''));
    expect(names.length).toBeGreaterThanOrEqual(12);
    for (const name of names) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('region', { name: 'Answer' }).getByText('See and change the query').waitFor();
      expect(await page.locator('#answer .failure').count()).toBe(0);
    }
    expect(faults).toEqual([]);
  }, 60_000);

  test('has a link for each answer, and leads on to the graph', async () => {
    const { page } = await watch(browser);
    await page.goto(`${explorer.url}/#q=who-met-whom`);
    await page.locator('#answer').getByText('Kim Jong-un').first().waitFor();
    await page.getByRole('searchbox').fill('Kim');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Kim Jong-il' }).first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/graph');
  });

  test('fits a narrow screen and breaks no rule of accessibility, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await watch(browser, { colorScheme, viewport: { width: 360, height: 740 } });
      await page.goto(`${explorer.url}/#q=what-did-putin-give-kim`);
      await page.getByText('Ways in').waitFor();
      await page.locator('#answer mark').first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    }
  });
});
