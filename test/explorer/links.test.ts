import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describePages, panelOf } from './browser.ts';

/** What is on the screen: how much, what the panel is about, and which controls are pressed. */
async function seen(page: Page): Promise<object> {
  await page.locator('#panel[aria-busy=false]').waitFor();
  return {
    shown: await page.locator('.shown').innerText(),
    panel: await page.locator('#panel h2').innerText(),
    pressed: await page.locator('.tools [aria-pressed="true"]').allInnerTexts(),
    times: await page.locator('.timeline [data-id]').count(),
  };
}

const pathOf = (page: Page) => page.url().slice(new URL(page.url()).origin.length);

describePages('links', (pages) => {
  test('bring back selection, filters and view, and the way back', async () => {
    const { page } = await pages.open('/graph');
    await page.getByRole('button', { name: 'planned or sought' }).click();
    await page.getByRole('button', { name: 'groups' }).click();
    await page.getByRole('button', { name: 'List', exact: true }).click();
    await page.locator('#list [data-id="gift:2023-putin-kim-glove"]').click();
    await panelOf(page).getByRole('heading', { name: 'space-suit glove' }).waitFor();
    const again = await pages.open(pathOf(page));
    expect(await seen(again.page)).toEqual(await seen(page));
    expect(await again.page.locator('#list').getByText('residents', { exact: true }).count()).toBe(0);
    await page.goBack();
    await panelOf(page).getByRole('heading', { name: 'Click a thing or a line' }).waitFor();
  });

  test.each([
    ['a time', '/graph#from=2023-10-01&to=2023-12-31'],
    ['kinds of event', '/graph#kinds=VISIT,TALKS'],
    ['a focus', '/graph#focus=person%3Akim-jong-il&sel=person%3Akim-jong-il'],
    ['a path', '/graph#path=person%3Asergei-lavrov%2Cplace%3Apyongyang'],
    [
      'a fact of a path',
      '/graph#path=person%3Asergei-lavrov%2Cplace%3Apyongyang&sel=event%3A2023-lavrov-pyongyang-visit%7CHAS_PLACE%7Cplace%3Apyongyang',
    ],
    ['no timeline', '/graph#time=0'],
  ])('bring back %s', async (_what, path) => {
    const { page } = await pages.open(path);
    const first = await seen(page);
    await page.getByRole('button', { name: 'Nearer' }).click();
    await page.waitForFunction(() => location.hash.includes('at='));
    const again = await pages.open(pathOf(page));
    expect(await seen(again.page)).toEqual(first);
    const whole = await pages.open('/graph');
    expect(await seen(whole.page)).not.toEqual(first);
  });

  test('take a fact by its id in the graph, as files and answers give it, and mark it', async () => {
    const id = 'person:vladimir-putin|GAVE|gift:2023-putin-kim-glove';
    const { page } = await pages.open(`/graph#view=list&sel=${encodeURIComponent(`fact:${id}`)}`);
    await panelOf(page).getByRole('heading', { name: 'Vladimir Putin gave space-suit glove' }).waitFor();
    expect(await page.locator(`#list [data-fact="${id}"][aria-current="true"]`).count()).toBeGreaterThan(0);
  });

  test('bring back where the drawing is looked at', async () => {
    const { page } = await pages.open('/graph');
    await page.getByRole('button', { name: 'Nearer' }).click();
    await page.waitForFunction(() => location.hash.includes('at='));
    const again = await pages.open(pathOf(page));
    const view = (one: Page) =>
      one.evaluate(() => {
        type Viewed = { _cyreg: { cy: { zoom(): number; pan(): { x: number; y: number } } } };
        const { cy } = (document.getElementById('canvas') as unknown as Viewed)._cyreg;
        return [cy.zoom(), cy.pan().x, cy.pan().y].map((value) => Math.round(value * 100) / 100);
      });
    const [zoom = 0, x = 0, y = 0] = await view(page);
    const [zoomAgain = 0, xAgain = 0, yAgain = 0] = await view(again.page);
    expect(zoomAgain).toBeCloseTo(zoom, 1);
    expect(Math.hypot(x - xAgain, y - yAgain)).toBeLessThan(2);
  });

  test('say nothing of where the drawing is looked at before somebody moves it', async () => {
    const { page } = await pages.open('/graph#sel=person%3Akim-jong-il');
    await panelOf(page).getByRole('heading', { name: 'Kim Jong-il' }).waitFor();
    await page.getByRole('button', { name: 'Nearer' }).click();
    await page.waitForFunction(() => location.hash.includes('at='));
    await page.getByRole('button', { name: 'As wide as the page' }).click();
    expect(new URL(page.url()).hash).not.toContain('at=');
  });

  test('that are broken show the graph all the same, and what is missing in words', async () => {
    const { page, faults } = await pages.open('/graph#at=1,x&view=cube&off=NEVER&sel=person%3Anobody');
    await panelOf(page).getByText('There is no such thing in the graph.').waitFor();
    await page.getByText('57 things, 115 facts').waitFor();
    expect(faults).toEqual([]);
  });
});

describePages(
  'links into a graph that does not fit on the screen',
  (pages) => {
    test('bring back what was found and loaded step by step', async () => {
      const { page } = await pages.open('/graph');
      const panel = panelOf(page);
      await page.getByRole('combobox').fill('Pyongyang');
      await page.locator('#found li').first().click();
      await panel.getByRole('heading', { name: 'Pyongyang' }).waitFor();
      for (let step = 0; step < 2; step += 1) {
        await page.getByRole('combobox').fill('Kim Jong-un');
        await page.locator('#found li').first().click();
        const more = panel.getByRole('button', { name: /^Load \d+ of \d+ more facts$/ });
        const before = await more.innerText();
        await more.click();
        await page.getByRole('button', { name: before, exact: true }).waitFor({ state: 'detached' });
      }
      const again = await pages.open(pathOf(page));
      expect(await seen(again.page)).toEqual(await seen(page));
    });
  },
  { crowd: 400 },
);
