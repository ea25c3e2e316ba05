import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults, describePages, go, READY_MS, readyWork } from './browser.ts';

/** What the first load of GraphiQL may cost, in bytes over the wire. */
const FIRST_LOAD_MAX = 1_100_000;

const response = (page: Page) => page.locator('.graphiql-response .view-lines');
const editor = (page: Page) => page.locator('.graphiql-query-editor .view-lines');

describePages('GraphiQL', (pages) => {
  test('comes in little, with no word to anyone else and no breach of the policy', async () => {
    const { page, foreign, faults } = await pages.blank();
    const before = pages.explorer().sent();
    await go(page, `${pages.explorer().url}/explorer`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = pages.explorer().sent() - before;
    process.stdout.write(`first load of GraphiQL: ${bytes} bytes\n`);
    expect(bytes).toBeLessThan(FIRST_LOAD_MAX);
    expect([foreign, faults]).toEqual([[], []]);
  });

  test('is ready soon', async () => {
    expect(await readyWork(pages, '/explorer')).toBeLessThan(READY_MS);
  });

  test('runs an example at one click', async () => {
    const { page, faults } = await pages.open('/explorer');
    await page.getByRole('button', { name: 'What is only feared, doubted or speculated on?' }).click();
    await response(page).getByText('claims', { exact: false }).first().waitFor();
    expect(await editor(page).innerText()).toMatch(/query\s+Doubts/);
    expect(faults).toEqual([]);
  });

  test('has a dozen examples and more, which the keyboard reaches and runs', async () => {
    const { page } = await pages.open('/explorer');
    const examples = page.getByRole('region', { name: 'Examples' });
    const buttons = examples.getByRole('button');
    expect(await buttons.count()).toBeGreaterThanOrEqual(12);
    await buttons.first().focus();
    await page.keyboard.press('Tab');
    expect(await buttons.nth(1).evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await response(page).getByText('person', { exact: false }).first().waitFor();
    expect(await editor(page).innerText()).toMatch(/query\s+WhoMetWhom/);
  });

  test('breaks no rule of accessibility in what is ours on its page, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await pages.open('/explorer', { colorScheme });
      await page.getByRole('region', { name: 'Examples' }).waitFor();
      for (const part of ['.examples', '.top']) expect(await accessibilityFaults(page, part)).toEqual([]);
    }
  });

  test('fits a narrow screen, one part below the other', async () => {
    const { page } = await pages.open('/explorer', { viewport: { width: 360, height: 740 } });
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const boxes = ['.examples', '.graphiql-query-editor', '.graphiql-response'].map((part) =>
      page.locator(part).boundingBox(),
    );
    const [examples, query, answer] = await Promise.all(boxes);
    expect(examples?.y).toBeLessThan(query?.y ?? 0);
    expect((query?.y ?? 0) + (query?.height ?? 0)).toBeLessThanOrEqual((answer?.y ?? 0) + 1);
    expect(answer?.height).toBeGreaterThan(300);
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    expect(await height()).toBeLessThan(1_300);
    await page.getByRole('button', { name: 'What is only feared, doubted or speculated on?' }).click();
    await response(page).getByText('claims', { exact: false }).first().waitFor();
  });

  test('has the head of the other pages, with their addresses', async () => {
    const { page } = await pages.open('/explorer');
    const links = page.getByRole('navigation', { name: 'Pages' }).getByRole('link');
    expect(await links.allInnerTexts()).toEqual(['Start', 'Graph', 'GraphiQL', 'Tables', 'Schema']);
    expect(await page.locator('nav [aria-current="page"]').innerText()).toBe('GraphiQL');
  });

  test('opens a link with the operation in it', async () => {
    const query = 'query Linked($name: String!) { resolve(name: $name) { ambiguous } }';
    const parameters = new URLSearchParams({ query, variables: '{"name":"Kim"}' });
    const { page } = await pages.open(`/explorer#${parameters}`);
    await page.getByRole('button', { name: /Execute query/ }).click();
    await response(page).getByText('ambiguous', { exact: false }).first().waitFor();
    expect((await response(page).innerText()).replaceAll('\u00a0', ' ')).toContain('"ambiguous": true');
  });

  test('opens with two questions in its tabs, and with the pane of examples', async () => {
    const { page } = await pages.open('/explorer');
    expect(await page.locator('.graphiql-tab').count()).toBe(2);
    expect(await editor(page).innerText()).toMatch(/query\s+WhatDidPutinGiveKim/);
    for (const name of ['History', 'GraphiQL Explorer', 'Examples', 'Documentation']) {
      expect(await page.getByRole('button', { name: new RegExp(`(Show|Hide) .*${name}`) }).count()).toBe(1);
    }
  });

  test('says in the answer that the service went away', async () => {
    const { page } = await pages.open('/explorer');
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('button', { name: /Execute query/ }).click();
    await response(page).getByText('does not answer', { exact: false }).first().waitFor();
  });
});
