import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describePages, panelOf } from './browser.ts';

const MARKUP = '<script>globalThis.hurt = true</script><img src=x onerror="globalThis.hurt = true">';
const LONG = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(4);
const names = [
  MARKUP,
  LONG,
  '金正恩朝鮮民主主義人民共和國國務委員會委員長兼總書記',
  'Владимир Путин',
  'محمد بن سلمان',
  '👩‍👩‍👧‍👦 family',
];

type Label = { readonly lines: readonly string[]; readonly left: number };

/** The label of a thing as it is drawn: its lines, and where it begins in the drawing. */
function labelOf(page: Page, id: string): Promise<Label> {
  return page.evaluate((wanted) => {
    type Node = {
      data(name: string): string;
      boundingBox(options: { includeLabels: boolean }): { x1: number };
    };
    type Drawn = { _cyreg: { cy: { getElementById(id: string): Node } } };
    const node = (document.getElementById('canvas') as unknown as Drawn)._cyreg.cy.getElementById(wanted);
    return { lines: node.data('label').split('\n'), left: node.boundingBox({ includeLabels: true }).x1 };
  }, id);
}

describePages(
  'names that are hard to show',
  (pages) => {
    test.each(names.map((name, at) => [name.slice(0, 30), at] as const))(
      '%s stands whole in the panel and the list, and within its room in the drawing',
      async (_name, at) => {
        const id = `person:named-${at}`;
        const { page, faults } = await pages.open(`/graph#sel=${encodeURIComponent(id)}`);
        const heading = panelOf(page).locator('h2');
        await heading.waitFor();
        expect(await heading.textContent()).toBe(names[at]);
        expect(await heading.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
        const { lines, left } = await labelOf(page, id);
        const others = await labelOf(page, 'person:kim-jong-un');
        expect(lines.length).toBeLessThanOrEqual(4);
        // The room for a label at a side is 132 pixels.
        expect(left).toBeGreaterThan(others.left - 132);
        await page.getByRole('button', { name: 'List', exact: true }).click();
        expect(await page.locator(`#list [data-id="${id}"]`).textContent()).toBe(names[at]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
        expect(await page.evaluate(() => 'hurt' in globalThis)).toBe(false);
        expect(faults).toEqual([]);
      },
    );

    test('one without a fact is found, shown, and said to be so', async () => {
      const { page } = await pages.open('/graph');
      await page.getByRole('combobox').fill('Владимир Путин');
      await page.keyboard.press('Enter');
      const panel = panelOf(page);
      await panel.getByRole('heading', { name: 'Владимир Путин' }).waitFor();
      await panel.getByText('0 facts on this page').waitFor();
      expect(await panel.innerText()).toContain('No sentence says so');
    });

    test('a narrow screen scrolls only down, however long a name is', async () => {
      for (const view of ['list', 'graph']) {
        const { page } = await pages.open(`/graph#view=${view}&sel=person%3Anamed-1`, {
          viewport: { width: 360, height: 740 },
        });
        await panelOf(page).locator('h2').waitFor();
        const { scrollWidth, scrollHeight } = await page.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement;
          const { bottom } = document.getElementById('panel')?.getBoundingClientRect() ?? { bottom: 0 };
          return { scrollWidth, scrollHeight: scrollHeight - bottom - scrollY };
        });
        // Nothing hangs out at the side, nor below the panel, which comes last.
        expect(scrollWidth).toBe(360);
        expect(Math.abs(scrollHeight)).toBeLessThan(2);
      }
    });
  },
  { names },
);
