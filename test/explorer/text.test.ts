import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describePages, panelOf } from './browser.ts';

const GAVE_RIFLE = 'person:vladimir-putin|GAVE|gift:2023-putin-kim-rifle';
const SPAN = [412, 487] as const;

describePages(
  'the graph without the text',
  (pages) => {
    const folder = mkdtempSync(join(tmpdir(), 'attested-'));

    test('says how to add it, takes only the right file, and sends nothing', async () => {
      const { page, foreign, faults } = await pages.blank();
      const { text, url } = pages.explorer();
      const sent: string[] = [];
      page.on('request', (request) => {
        const data = request.postData();
        if (data?.includes(text.slice(SPAN[0], SPAN[0] + 40))) sent.push(data);
      });
      await page.goto(`${url}/graph#sel=${encodeURIComponent(GAVE_RIFLE)}`);
      const panel = panelOf(page);
      await panel.getByText('ARTICLES_DIR').waitFor();
      expect(await panel.innerText()).toContain('Sentence 3');
      const [wrong, right] = [join(folder, 'wrong.txt'), join(folder, 'right.txt')];
      writeFileSync(wrong, `${text}.`);
      writeFileSync(right, text.replaceAll('\n', '\r\n'));
      await panel.locator('input[type=file]').setInputFiles(wrong);
      await panel.getByText('This is not the text that the graph was made from').waitFor();
      expect(await panel.locator('mark').count()).toBe(0);
      await panel.locator('input[type=file]').setInputFiles(right);
      await panel.locator('.evidence mark').first().waitFor();
      expect(await panel.locator('.evidence mark').first().innerText()).toBe(text.slice(...SPAN));
      expect([sent, foreign, faults]).toEqual([[], [], []]);
    });

    test('the start page names the sentences and says why it does not quote them', async () => {
      const { page } = await pages.open('/#q=what-did-putin-give-kim');
      const answer = page.locator('#answer');
      await answer.getByText('The text of the article is not loaded').waitFor();
      expect(await answer.innerText()).toContain('Sentence 3');
      expect(await answer.locator('mark').count()).toBe(0);
    });
  },
  { textLoaded: false },
);
