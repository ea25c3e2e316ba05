import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { counter, describePages, panelOf, READY_MS, readyWork, worked } from './browser.ts';

/** What the page's thread may work for one frame, so that an idle machine draws 30 in a second. */
const FRAME_MS = 1_000 / 30;

async function counts(page: Page): Promise<number> {
  const words = await page.locator('.shown').innerText();
  const [, things = 0, facts = 0] = /(\d+) things, (\d+) facts/.exec(words) ?? [];
  return Number(things) + Number(facts);
}

/** Whether something is loaded that does not fit on the screen. */
const full = async (page: Page) => / more do not fit/.test(await page.locator('.shown').innerText());

describePages(
  'a graph of two thousand things, which does not fit on the screen',
  (pages) => {
    test('starts with who is in most events, grows step by step, and never over 500 elements', async () => {
      const { page, faults } = await pages.open('/graph');
      const first = await counts(page);
      expect(first).toBeGreaterThan(50);
      for (const name of ['Kim Jong-un', 'Vladimir Putin']) {
        await page.getByRole('combobox').fill(name);
        await page.locator('#found li', { hasText: name }).first().click();
        await page.locator('#panel[aria-busy=false] h2', { hasText: name }).waitFor();
        const more = panelOf(page).getByRole('button', { name: /^Load \d+ of \d+ more facts$/ });
        while ((await more.count()) > 0 && !(await full(page))) {
          const before = await more.innerText();
          await more.click();
          await page.getByRole('button', { name: before, exact: true }).waitFor({ state: 'detached' });
          await page.locator('#panel[aria-busy=false]').waitFor();
          expect(await counts(page)).toBeLessThanOrEqual(500);
        }
      }
      expect(await counts(page)).toBeGreaterThan(Math.max(first, 450));
      expect(await page.locator('.shown').innerText()).toMatch(/\d+ more do not fit/);
      const session = await counter(page);
      const before = await worked(session);
      const { frames, seconds } = await page.evaluate(pan);
      const each = ((await worked(session)) - before) / frames;
      const rate = (frames / seconds).toFixed(0);
      process.stdout.write(
        `${await counts(page)} elements: ${rate} frames a second, ${each.toFixed(1)} ms of work for each\n`,
      );
      expect(each).toBeLessThan(FRAME_MS);
      expect(faults).toEqual([]);
    });

    test('counts honestly what of a thing is not loaded', async () => {
      const { page } = await pages.open('/graph#sel=person%3Akim-jong-un');
      const here = Number(
        /(\d+) facts on this page/.exec(await panelOf(page).getByText('facts on this page').innerText())?.[1],
      );
      const more = Number(
        /of (\d+) more/.exec(await panelOf(page).getByRole('button', { name: /^Load/ }).innerText())?.[1],
      );
      const response = await page.request.post(`${pages.explorer().url}/graphql`, {
        data: { query: '{ person(id: "person:kim-jong-un") { facts { totalCount } } }' },
      });
      const { data } = (await response.json()) as { data: { person: { facts: { totalCount: number } } } };
      expect(here + more).toBe(data.person.facts.totalCount);
    });

    test('goes on loading where one page of the service ends', async () => {
      const steps = Array.from({ length: 14 }, () => 'person:kim-jong-un').join(',');
      const { page } = await pages.open(`/graph#sel=person%3Akim-jong-un&steps=${encodeURIComponent(steps)}`);
      const facts = panelOf(page).getByText('facts on this page');
      const here = async () => Number(/(\d+) facts/.exec(await facts.innerText())?.[1]);
      const before = await here();
      expect(before).toBeGreaterThan(500);
      await panelOf(page)
        .getByRole('button', { name: /^Load 40 of/ })
        .click();
      await panelOf(page)
        .getByText(`${before + 40} facts on this page`)
        .waitFor();
      expect(await counts(page)).toBeLessThanOrEqual(500);
    });

    test('is saved as a picture that is not empty, however tall it is', async () => {
      const { page } = await pages.open('/graph');
      await page.getByText('Save', { exact: true }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'PNG' }).click(),
      ]);
      const png = readFileSync(await download.path());
      const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
      expect([png.subarray(1, 4).toString('latin1'), height > 3_000, height <= 16_384]).toEqual([
        'PNG',
        true,
        true,
      ]);
      const colours = await page.evaluate(coloursIn, png.toString('base64'));
      expect([width > 0, colours > 10]).toEqual([true, true]);
    });

    test('is ready soon', async () => {
      expect(await readyWork(pages, '/graph')).toBeLessThan(READY_MS);
    });
  },
  { crowd: 1_900 },
);

/** How many colours a picture has: a browser that could not draw gives one of a single colour. */
async function coloursIn(base64: string): Promise<number> {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: 2_000 });
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0);
  const { data = [] } = context?.getImageData(0, 0, canvas.width, 2_000) ?? {};
  const found = new Set<number>();
  for (let at = 0; at < data.length; at += 4)
    found.add((data[at] ?? 0) * 65_536 + (data[at + 1] ?? 0) * 256 + (data[at + 2] ?? 0));
  return found.size;
}

/** Moves the picture for two seconds and counts the frames that were drawn. */
function pan(): Promise<{ frames: number; seconds: number }> {
  type Drawn = { readonly _cyreg: { readonly cy: { panBy(by: { x: number; y: number }): void } } };
  const { cy } = (document.getElementById('canvas') as unknown as Drawn)._cyreg;
  const start = performance.now();
  let frames = 0;
  return new Promise((resolve) => {
    const frame = () => {
      const spent = performance.now() - start;
      if (spent >= 2_000) return resolve({ frames, seconds: spent / 1_000 });
      frames += 1;
      cy.panBy({ x: Math.sin(spent / 200) * 6, y: Math.cos(spent / 300) * 6 });
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}
