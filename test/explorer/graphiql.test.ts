import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, launch, watch } from './browser.ts';
import { buildPages, type Explorer, startExplorer } from './service.ts';

/** What the first load of GraphiQL may cost, in bytes over the wire. */
const FIRST_LOAD_MAX = 1_100_000;

describeInBrowser('GraphiQL', () => {
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

  const response = (page: Page) => page.locator('.graphiql-response .view-lines');

  test('comes in little, with no word to anyone else and no breach of the policy', async () => {
    const { page, foreign, faults } = await watch(browser);
    const before = explorer.sent();
    await page.goto(`${explorer.url}/explorer`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = explorer.sent() - before;
    process.stdout.write(`first load of GraphiQL: ${bytes} bytes\n`);
    expect(bytes).toBeLessThan(FIRST_LOAD_MAX);
    expect([foreign, faults]).toEqual([[], []]);
  });

  test('runs an example at one click', async () => {
    const { page, faults } = await watch(browser);
    await page.goto(`${explorer.url}/explorer`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    await page.getByRole('button', { name: 'What is only feared, doubted or speculated on?' }).click();
    await response(page).getByText('claims', { exact: false }).first().waitFor();
    expect(await page.locator('.graphiql-query-editor .view-lines').innerText()).toMatch(/query\s+Doubts/);
    expect(faults).toEqual([]);
  });

  test('opens a link with the operation in it', async () => {
    const { page } = await watch(browser);
    const query = 'query Linked($name: String!) { resolve(name: $name) { ambiguous } }';
    const parameters = new URLSearchParams({ query, variables: '{"name":"Kim"}' });
    await page.goto(`${explorer.url}/explorer#${parameters}`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    await page.getByRole('button', { name: /Execute query/ }).click();
    await response(page).getByText('ambiguous', { exact: false }).first().waitFor();
    expect((await response(page).innerText()).replaceAll('\u00a0', ' ')).toContain('"ambiguous": true');
  });
});
