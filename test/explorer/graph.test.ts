import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, describeInBrowser, launch, pointOfEdge, watch } from './browser.ts';
import { buildPages, type Explorer, startExplorer } from './service.ts';

const GAVE_RIFLE = 'person:vladimir-putin|GAVE|gift:2023-putin-kim-rifle';
/** Where sentence 3 says so, in the text. */
const SPAN = [412, 487] as const;

async function open(page: Page, explorer: Explorer, path = '/graph'): Promise<void> {
  await page.goto(`${explorer.url}${path}`);
  await page.locator('html[data-ready]').waitFor();
}

const panel = (page: Page) => page.getByRole('complementary', { name: 'Evidence' });

describeInBrowser('the graph', () => {
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

  test('a click on the edge from Putin to the rifle shows the sentence, marked', async () => {
    const { page, foreign, faults } = await watch(browser);
    await open(page, explorer);
    const { x, y } = await pointOfEdge(page, GAVE_RIFLE);
    await page.mouse.click(x, y);
    await panel(page).locator('.evidence mark').first().waitFor();
    const words = explorer.text.slice(...SPAN);
    expect(await panel(page).locator('.evidence mark').first().innerText()).toBe(words);
    expect(await panel(page).locator('.article-text mark').first().innerText()).toBe(words);
    const text = await panel(page).innerText();
    for (const said of [
      'Vladimir Putin',
      'gave',
      'Russian-made rifle',
      'occurred',
      'the article itself',
      'Sentence 3',
    ]) {
      expect(text).toContain(said);
    }
    expect([foreign, faults]).toEqual([[], []]);
  });

  test('“Kim” can mean two people, and the keyboard picks one', async () => {
    const { page } = await watch(browser);
    await open(page, explorer);
    await page.getByRole('combobox').fill('Kim');
    await page.getByText('“Kim” can mean 2:').waitFor();
    expect(await page.locator('#found .meant span').allInnerTexts()).toEqual(['Kim Jong-un', 'Kim Jong-il']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await panel(page).getByRole('heading', { name: 'Kim Jong-il' }).waitFor();
  });

  test('a name that nobody has gives near ones and takes none', async () => {
    const { page } = await watch(browser);
    await open(page, explorer);
    await page.getByRole('combobox').fill('Putni');
    await page.getByText('Nothing is called “Putni”').waitFor();
  });

  test('a link brings back selection, filters and view', async () => {
    const { page } = await watch(browser);
    await open(page, explorer);
    await page.getByRole('button', { name: 'planned or sought' }).click();
    await page.getByRole('button', { name: 'groups' }).click();
    await page.getByRole('button', { name: 'List', exact: true }).click();
    await page.locator('#list [data-id="gift:2023-putin-kim-glove"]').click();
    await panel(page).getByRole('heading', { name: 'space-suit glove' }).waitFor();
    const shown = await page.locator('.shown').innerText();
    const again = await watch(browser);
    await again.page.goto(page.url());
    await panel(again.page).getByRole('heading', { name: 'space-suit glove' }).waitFor();
    expect(await again.page.locator('.shown').innerText()).toBe(shown);
    expect(await again.page.locator('#list').getByText('residents', { exact: true }).count()).toBe(0);
    expect(
      await again.page.getByRole('button', { name: 'planned or sought' }).getAttribute('aria-pressed'),
    ).toBe('false');
    await page.goBack();
    await panel(page).getByRole('heading', { name: 'Click a thing or a line' }).waitFor();
  });

  test('all of it by keyboard: things, their facts, the evidence', async () => {
    const { page } = await watch(browser);
    await open(page, explorer);
    for (let step = 0; step < 40; step += 1) {
      if (await page.evaluate(() => document.activeElement?.id === 'canvas')) break;
      await page.keyboard.press('Tab');
    }
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('canvas');
    await page.keyboard.press('ArrowDown');
    await panel(page).getByText('facts on this page').waitFor();
    const thing = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('sel');
    await page.keyboard.press('n');
    await panel(page).getByText('Fact', { exact: true }).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.press('p');
    await page.keyboard.press('Escape');
    await panel(page).getByText('facts on this page').waitFor();
    expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('sel')).toBe(thing);
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Show all again' }).waitFor();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('panel');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Only what touches it');
  });

  test('the timeline and the graph select for each other', async () => {
    const { page } = await watch(browser);
    await open(page, explorer);
    await page.locator('.timeline a[data-id="event:2023-lavrov-pyongyang-visit"]').focus();
    await page.keyboard.press('Enter');
    await panel(page).getByRole('heading', { name: "Lavrov's visit to Pyongyang" }).waitFor();
    expect(await panel(page).innerText()).toContain('October 2023');
    await open(page, explorer, '/graph#sel=event%3A2000-putin-pyongyang-visit');
    expect(await page.locator('.timeline [aria-current="true"]').getAttribute('data-id')).toBe(
      'event:2000-putin-pyongyang-visit',
    );
    expect(await page.locator('.undated li').count()).toBeGreaterThan(5);
  });

  test('a path between two picked things, with its evidence', async () => {
    const { page } = await watch(browser);
    await open(page, explorer, '/graph#sel=person%3Asergei-lavrov');
    await panel(page).getByRole('button', { name: 'Path from here' }).click();
    await page.getByText('pick the other end of the path').waitFor();
    await page.getByRole('combobox').fill('Pyongyang');
    await page.locator('#found li').first().click();
    await panel(page).getByRole('button', { name: 'Path to Pyongyang' }).click();
    await panel(page).getByText('of 2 facts').waitFor();
    expect(await panel(page).locator('.steps').first().innerText()).toContain(
      'Evidence: Dateline, Sentence 16',
    );
  });

  test('filters by time leave out what cannot lie in it', async () => {
    const { page } = await watch(browser);
    await open(page, explorer, '/graph#view=list&from=2000-01-01&to=2001-01-01');
    const events = await page
      .locator('#list .listed', { hasText: 'events (' })
      .locator('.name')
      .allInnerTexts();
    expect(events.sort()).toEqual([
      'Intended meeting of Putin with Kim Jong-il',
      "Putin's visit to Pyongyang in July 2000",
    ]);
  });

  test('saves the view as GEXF, SVG and PNG', async () => {
    const { page } = await watch(browser);
    await open(page, explorer);
    await page.getByText('Save', { exact: false }).first().click();
    const saved = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name }).click(),
      ]);
      return readFileSync(await download.path());
    };
    const gexf = (await saved('GEXF')).toString('utf8');
    expect(gexf.match(/<node /g)).toHaveLength(57);
    expect(gexf.match(/<edge /g)).toHaveLength(115);
    expect((await saved('SVG')).toString('utf8')).toContain('Russian-made rifle');
    expect((await saved('PNG')).subarray(1, 4).toString('latin1')).toBe('PNG');
  });

  test('breaks no rule of accessibility, wide and narrow, light and dark, as graph and as list', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const [width, view] of [
        [1280, 'graph'],
        [360, 'list'],
      ] as const) {
        const { page } = await watch(browser, { colorScheme, viewport: { width, height: 740 } });
        await open(page, explorer, `/graph#view=${view}&time=1&sel=${encodeURIComponent(GAVE_RIFLE)}`);
        await panel(page).locator('mark').first().waitFor();
        await page.waitForTimeout(300);
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
    }
  }, 60_000);
});

describeInBrowser('the graph without the text', () => {
  let browser: Browser;
  let explorer: Explorer;
  const folder = mkdtempSync(join(tmpdir(), 'attested-'));

  beforeAll(async () => {
    buildPages();
    [browser, explorer] = await Promise.all([launch(), startExplorer({ textLoaded: false })]);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await explorer.close();
    rmSync(folder, { recursive: true });
  });

  test('says how to add it, takes only the right file, and sends nothing', async () => {
    const { page, foreign, faults } = await watch(browser);
    const sent: string[] = [];
    page.on('request', (request) => {
      const data = request.postData();
      if (data?.includes(explorer.text.slice(SPAN[0], SPAN[0] + 40))) sent.push(data);
    });
    await open(page, explorer, `/graph#sel=${encodeURIComponent(GAVE_RIFLE)}`);
    await panel(page).getByText('ARTICLES_DIR').waitFor();
    expect(await panel(page).innerText()).toContain('Sentence 3');
    const [wrong, right] = [join(folder, 'wrong.txt'), join(folder, 'right.txt')];
    writeFileSync(wrong, `${explorer.text}.`);
    writeFileSync(right, explorer.text.replaceAll('\n', '\r\n'));
    await panel(page).locator('input[type=file]').setInputFiles(wrong);
    await panel(page).getByText('This is not the text that the graph was made from').waitFor();
    await panel(page).locator('input[type=file]').setInputFiles(right);
    await panel(page).locator('.evidence mark').first().waitFor();
    expect(await panel(page).locator('.evidence mark').first().innerText()).toBe(
      explorer.text.slice(...SPAN),
    );
    expect([sent, foreign, faults]).toEqual([[], [], []]);
  });
});
