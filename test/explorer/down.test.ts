import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launch, watch } from './browser.ts';
import { buildPages, type Explorer, startExplorer } from './service.ts';

describeInBrowser('pages of a service that is down', () => {
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

  test.each(['/', '/graph'])(
    '%s says so, asks again, and shows what it should when it is back',
    async (path) => {
      const { page } = await watch(browser);
      await page.route('**/graphql', (route) => route.abort());
      await page.goto(`${explorer.url}${path}`);
      await page.getByText('The service does not answer.').waitFor();
      expect(await page.locator('.connection').innerText()).toMatch(/Trying again in \d+ s/);
      await page.unroute('**/graphql');
      await page.getByRole('button', { name: 'Try now' }).click();
      await page.getByText(path === '/' ? 'In most events' : '57 things, 115 facts').waitFor();
      expect(await page.locator('.connection').isHidden()).toBe(true);
    },
  );

  test('a service that went away under the page comes back to it', async () => {
    const { page } = await watch(browser);
    await page.goto(`${explorer.url}/graph`);
    await page.locator('html[data-ready]').waitFor();
    const { port } = explorer;
    await explorer.close();
    await page.locator('#canvas').focus();
    await page.keyboard.press('ArrowDown');
    await page.getByText('The service does not answer.').waitFor();
    explorer = await startExplorer({ port });
    await page.getByText('facts on this page').waitFor();
  });

  test('a key is asked for where one is needed, and sent with the question', async () => {
    const { page } = await watch(browser);
    const keys: (string | undefined)[] = [];
    await page.route('**/graphql', async (route) => {
      const key = route.request().headers().authorization;
      keys.push(key);
      if (key === 'Bearer right')
        return route.continue({ headers: { ...route.request().headers(), authorization: '' } });
      return route.fulfill({ status: 401, json: { errors: [{ message: 'no' }] } });
    });
    await page.goto(`${explorer.url}/graph`);
    await page.getByLabel('The service asks for a key or token:').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByLabel('That key was not taken.').fill('right');
    await page.keyboard.press('Enter');
    await page.getByText('57 things, 115 facts').waitFor();
    expect(keys.slice(0, 3)).toEqual([undefined, 'Bearer wrong', 'Bearer right']);
  });
});
