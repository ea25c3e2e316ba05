import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describePages, panelOf, pointOfEdge } from './browser.ts';

/** What has the focus: its id, what it stands for, or its words. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement;
    const own = [active?.id, active?.getAttribute('data-id'), active?.getAttribute('data-fact')];
    return own.find((name) => name) ?? active?.textContent ?? '';
  });

/** Goes on by the tabulator until something has the focus. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let step = 0; step < 90; step += 1) {
    if ((await focused(page)) === wanted) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The tabulator does not come to ${wanted}.`);
}

const selected = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('sel');

describePages('the graph by keyboard alone', (pages) => {
  test('things, their facts, the evidence', async () => {
    const { page } = await pages.open('/graph');
    const panel = panelOf(page);
    await tabTo(page, 'canvas');
    await page.keyboard.press('ArrowDown');
    await panel.getByText('facts on this page').waitFor();
    const thing = selected(page);
    expect(thing).toContain(':');
    await page.keyboard.press('n');
    await panel.getByText('Fact', { exact: true }).waitFor();
    expect(selected(page)).toContain('|');
    await page.keyboard.press('n');
    await page.keyboard.press('p');
    await page.keyboard.press('Escape');
    await panel.getByText('facts on this page').waitFor();
    expect(selected(page)).toBe(thing);
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Show all again' }).waitFor();
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('panel');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Only what touches it');
  });

  test('a step in the panel keeps the focus in the panel, which is announced', async () => {
    const { page } = await pages.open('/graph#sel=gift%3A2023-putin-kim-rifle');
    const panel = panelOf(page);
    await panel.locator('.relation').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('#panel[aria-busy=false]:focus').getByText('Fact', { exact: true }).waitFor();
    expect(await panel.getAttribute('aria-live')).toBe('polite');
  });

  test('views, legend and filters keep the focus when they are used', async () => {
    const { page } = await pages.open('/graph');
    await tabTo(page, 'List');
    await page.keyboard.press('Enter');
    await page.locator('#list').waitFor();
    expect(await focused(page)).toBe('List');
    const plans = page.getByRole('button', { name: 'planned or sought' });
    await plans.focus();
    await page.keyboard.press('Space');
    expect(await plans.getAttribute('aria-pressed')).toBe('false');
    expect(await focused(page)).toBe('planned or sought');
    await page.getByText('Filters', { exact: true }).focus();
    await page.keyboard.press('Enter');
    const talks = page.getByRole('checkbox', { name: 'talks' });
    await talks.focus();
    await page.keyboard.press('Space');
    expect(await talks.isChecked()).toBe(false);
    expect(await talks.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Filters');
  });

  test('the list and the timeline keep the focus on what was picked', async () => {
    const { page } = await pages.open('/graph#view=list');
    const glove = 'gift:2023-putin-kim-glove';
    await page.locator(`#list [data-id="${glove}"]`).focus();
    await page.keyboard.press('Enter');
    await panelOf(page).getByRole('heading', { name: 'space-suit glove' }).waitFor();
    expect(await focused(page)).toBe(glove);
    const visit = 'event:2023-lavrov-pyongyang-visit';
    await page.locator(`.timeline [data-id="${visit}"]`).focus();
    await page.keyboard.press('Enter');
    await panelOf(page).getByRole('heading', { name: "Lavrov's visit to Pyongyang" }).waitFor();
    expect(await focused(page)).toBe(visit);
  });

  test('a path is found and left again', async () => {
    const { page } = await pages.open('/graph#sel=person%3Asergei-lavrov');
    const panel = panelOf(page);
    await panel.getByRole('button', { name: 'Path from here' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('pick the other end of the path').waitFor();
    await page.getByRole('combobox').focus();
    await page.keyboard.type('Pyongyang');
    await page.locator('#found li').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Path to Pyongyang' }).focus();
    await page.keyboard.press('Enter');
    await panel.getByText('of 2 facts').waitFor();
    await panel.getByRole('button', { name: 'Close the path' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('57 things, 115 facts').waitFor();
  });

  test('the skip link leads to the content and leaves the view as it is', async () => {
    const { page } = await pages.open('/graph#view=list&hide=Group');
    const before = page.url();
    await tabTo(page, 'Skip to content');
    await page.keyboard.press('Enter');
    expect([await focused(page), page.url()]).toEqual(['main', before]);
    expect(await page.locator('#list').isVisible()).toBe(true);
  });

  test('the arrows go on from the fact that was clicked, not from where the keys were last', async () => {
    const { page } = await pages.open('/graph#sel=person%3Akim-jong-un');
    const panel = panelOf(page);
    await panel.getByText('facts on this page').waitFor();
    await page.locator('#canvas').focus();
    await page.keyboard.press('N');
    await panel.getByText('Fact', { exact: true }).waitFor();
    const { x, y } = await pointOfEdge(page, 'person:vladimir-putin|GAVE|gift:2023-putin-kim-rifle');
    await page.mouse.click(x, y);
    await panel.getByRole('button', { name: 'Russian-made rifle' }).waitFor();
    await page.keyboard.press('Escape');
    await panel.getByRole('heading', { name: 'Vladimir Putin' }).waitFor();
  });

  test('what has the focus can be seen', async () => {
    const { page } = await pages.open('/graph');
    for (const wanted of ['search', 'List', 'canvas']) {
      await tabTo(page, wanted);
      const style = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
        return `${outlineStyle} ${outlineWidth}`;
      });
      expect(style).toBe('solid 3px');
    }
  });
});
