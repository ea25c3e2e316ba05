import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describePages, go } from './browser.ts';
import { startExplorer } from './service.ts';

const tryNow = (page: Page) => page.getByRole('button', { name: 'Try now' }).click({ timeout: 5_000 });

describePages('pages of a service that is down, slow, locked or refuses', (pages) => {
  test.each(['/', '/graph'])(
    '%s says so, asks again, and shows what it should when it is back',
    async (path) => {
      const { page } = await pages.blank();
      await page.route('**/graphql', (route) => route.abort());
      await page.goto(`${pages.explorer().url}${path}`);
      await page.getByText('The service does not answer.').waitFor();
      expect(await page.locator('.connection').innerText()).toMatch(/Trying again/);
      await page.unroute('**/graphql');
      const shown = page.getByText(path === '/' ? 'In most events' : '57 things, 115 facts');
      // The page may have asked again of its own accord by now, and then there is no button any more.
      await tryNow(page).catch(async (error) => {
        if (!(await shown.isVisible())) throw error;
      });
      await shown.waitFor();
      await page.locator('.connection').waitFor({ state: 'hidden' });
    },
  );

  test('asks again of its own accord, without a word of the reader', async () => {
    const { page } = await pages.blank();
    let asked = 0;
    await page.route('**/graphql', (route) => {
      asked += 1;
      return asked < 3 ? route.fulfill({ status: 503, body: '' }) : route.continue();
    });
    await go(page, `${pages.explorer().url}/graph`);
    expect(asked).toBeGreaterThanOrEqual(3);
  });

  test('a service that went away under the page comes back to it', async () => {
    const { page } = await pages.open('/graph');
    const { port } = pages.explorer();
    await pages.explorer().close();
    await page.locator('#canvas').focus();
    await page.keyboard.press('ArrowDown');
    await page.getByText('The service does not answer.').waitFor();
    pages.replace(await startExplorer({ port }));
    await page.getByText('facts on this page').waitFor();
    await page.locator('.connection').waitFor({ state: 'hidden' });
  });

  test('a slow answer is said to be slow, and shown when it comes', async () => {
    const { page } = await pages.open('/graph');
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/graphql', async (route) => {
      await held;
      await route.continue();
    });
    await page.locator('#canvas').focus();
    await page.keyboard.press('ArrowDown');
    await page.getByText('The service is slow to answer.').waitFor();
    answer();
    await page.getByText('facts on this page').waitFor();
    await page.locator('.connection').waitFor({ state: 'hidden' });
  });

  test('a key is asked for once, however many questions wait for it, and sent with each', async () => {
    const { page } = await pages.blank();
    const keys: (string | undefined)[] = [];
    await page.route('**/graphql', async (route) => {
      const { authorization: key, ...headers } = route.request().headers();
      keys.push(key);
      if (key === 'Bearer right') return route.continue({ headers });
      return route.fulfill({ status: 401, json: { errors: [{ message: 'no' }] } });
    });
    await page.goto(`${pages.explorer().url}/#q=what-did-putin-give-kim`);
    await page.getByLabel('The service asks for a key or token:').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByLabel('That key was not taken.').fill('right');
    await page.keyboard.press('Enter');
    await page.locator('#answer').getByRole('link', { name: 'Russian-made rifle' }).waitFor();
    await page.getByText('In most events').waitFor();
    const sorted = ['undefined', 'undefined', 'Bearer wrong', 'Bearer wrong', 'Bearer right', 'Bearer right'];
    expect(keys.map(String)).toEqual(sorted);
  });

  test('what answers and is not the service is called so', async () => {
    const { page } = await pages.blank();
    await page.route('**/graphql', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<h1>Sign in</h1>' }),
    );
    await page.goto(`${pages.explorer().url}/graph`);
    await page.getByText('What answered is not the service').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('html[data-ready]').waitFor();
  });
});

describePages(
  'pages of a service with low limits',
  (pages) => {
    test('show a refusal in its own words, with what to do', async () => {
      const { page } = await pages.blank();
      await page.goto(`${pages.explorer().url}/graph`);
      await page.locator('.failure').waitFor();
      const words = await page.locator('.failure').innerText();
      expect(words).toMatch(/The answer may hold \d+ items; the limit is 500 \(COST_MAX\)\./);
      expect(words).toContain('Try again');
    });
  },
  { settings: { COST_MAX: '500' } },
);

describePages(
  'pages of a service with an empty graph',
  (pages) => {
    test.each(['/', '/graph'])('%s says that nothing is there, and how to change it', async (path) => {
      const { page, faults } = await pages.blank();
      await page.goto(`${pages.explorer().url}${path}`);
      await page.getByText('The graph is empty.', { exact: false }).waitFor();
      expect(faults).toEqual([]);
    });
  },
  { empty: true },
);
