import { expect, test } from '@jest/globals';
import { accessibilityFaults, describePages, READY_MS, readyWork } from './browser.ts';

describePages('the start page', (pages) => {
  test('answers the first question with both gifts and the numbers of their sentences', async () => {
    const { page, foreign, faults } = await pages.open('/');
    await page.getByRole('button', { name: 'What did Putin give Kim?', exact: true }).click();
    const answer = page.getByRole('region', { name: 'Answer' });
    await answer.getByRole('link', { name: 'Russian-made rifle' }).waitFor();
    const text = await answer.innerText();
    expect(text).toContain('space-suit glove');
    expect(text).toContain('Sentence 3');
    expect(text).toContain('Sentence 4');
    expect(text).toContain('Vladimir Putin gave Kim Jong-un a rifle made in Russia at the summit.');
    expect(await answer.locator('mark').first().innerText()).not.toBe('');
    expect([foreign, faults]).toEqual([[], []]);
  });

  test('says of what the texts do not say that it is not stated', async () => {
    const { page } = await pages.open('/#q=what-did-putin-give-kim');
    const glove = page.locator('#answer .results > li', { hasText: 'space-suit glove' });
    await glove.waitFor();
    expect(await glove.locator('.details').innerText()).toMatch(/made in\s+not stated/);
  });

  test('shows what is inside, and every question has an answer', async () => {
    const { page, faults } = await pages.open('/');
    const inside = page.getByRole('region', { name: 'What is inside' });
    expect((await inside.innerText()).replaceAll('\n', ' ')).toMatch(/events 31/i);
    await page.getByText('more questions').click();
    const names = await page
      .locator('.question')
      .evaluateAll((all) => all.map((one) => one.textContent ?? ''));
    expect(names.length).toBeGreaterThanOrEqual(12);
    for (const name of names) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.locator('#answer', { hasText: name }).getByText('See and change the query').waitFor();
      expect(await page.locator('#answer .failure').count()).toBe(0);
    }
    expect(faults).toEqual([]);
  });

  test('asks the same of other names, with a link and a way back', async () => {
    const { page } = await pages.open('/#q=what-did-putin-give-kim');
    const answer = page.locator('#answer');
    await answer.getByRole('link', { name: 'space-suit glove' }).waitFor();
    await answer.getByLabel('from').fill('Kim Jong-un');
    await answer.getByLabel('to').fill('Putin');
    await page.keyboard.press('Enter');
    await answer.getByRole('link', { name: 'North Korean-made rifle' }).waitFor();
    expect(await answer.locator('h2').innerText()).toBe('What did Kim Jong-un give Putin?');
    const again = await pages.open(`/${new URL(page.url()).hash}`);
    await again.page.locator('#answer').getByRole('link', { name: 'North Korean-made rifle' }).waitFor();
    expect(await again.page.locator('#answer').getByRole('link', { name: 'space-suit glove' }).count()).toBe(
      0,
    );
    await page.goBack();
    await answer.getByRole('link', { name: 'space-suit glove' }).waitFor();
    expect(await answer.locator('h2').innerText()).toBe('What did Putin give Kim?');
  });

  test('names the article once where all sentences are of one', async () => {
    const { page } = await pages.open('/#q=what-did-putin-give-kim');
    await page.locator('#answer mark').first().waitFor();
    const text = await page.locator('#answer').innerText();
    expect(text.split('Putin and Kim Jong-un Exchange Rifles as Gifts During Summit')).toHaveLength(2);
  });

  test('is ready soon', async () => {
    expect(await readyWork(pages, '/')).toBeLessThan(READY_MS);
  });

  test('has a link for each answer, and leads on to the graph', async () => {
    const { page } = await pages.open('/#q=who-met-whom');
    await page.locator('#answer').getByText('Kim Jong-un').first().waitFor();
    await page.getByRole('searchbox').fill('Kim');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Kim Jong-il' }).first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/graph');
  });

  test('leads to the graph, GraphiQL, tables, files and the schema', async () => {
    const { page } = await pages.open('/');
    const ways = await page
      .locator('.ways a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(ways).toEqual(['./graph', './explorer', './tables', './export', './schema.graphql']);
  });

  test('can be used by keyboard: a question is asked, its answer read, the way on taken', async () => {
    const { page } = await pages.open('/');
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('What did Putin give Kim?');
    await page.keyboard.press('Enter');
    await page.locator('#answer:focus').getByRole('link', { name: 'Russian-made rifle' }).waitFor();
    expect(await page.locator('#answer').getAttribute('aria-live')).toBe('polite');
    for (const field of ['from', 'to']) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(field);
    }
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Ask');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('space-suit glove');
    await page.keyboard.press('Enter');
    await page
      .getByRole('complementary', { name: 'Evidence' })
      .getByRole('heading', { name: 'space-suit glove' })
      .waitFor();
  });

  test('fits a narrow screen and breaks no rule of accessibility, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await pages.open('/#q=what-did-putin-give-kim', {
        colorScheme,
        viewport: { width: 360, height: 740 },
      });
      await page.locator('#answer mark').first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    }
  });
});
