import { expect, test } from '@jest/globals';
import { accessibilityFaults, describePages, panelOf, pointOfEdge } from './browser.ts';

const GAVE_RIFLE = 'person:vladimir-putin|GAVE|gift:2023-putin-kim-rifle';
/** Where sentence 3 says so, in the text. */
const SPAN = [412, 487] as const;

describePages('the graph', (pages) => {
  test('a click on the edge from Putin to the rifle shows the sentence, marked', async () => {
    const { page, foreign, faults } = await pages.open('/graph');
    const { x, y } = await pointOfEdge(page, GAVE_RIFLE);
    await page.mouse.click(x, y);
    const panel = panelOf(page);
    await panel.locator('.evidence mark').first().waitFor();
    await panel.locator('.article-text mark').first().waitFor();
    const words = pages.explorer().text.slice(...SPAN);
    expect(await panel.locator('.evidence mark').first().innerText()).toBe(words);
    expect(await panel.locator('.article-text mark').first().innerText()).toBe(words);
    const text = await panel.innerText();
    for (const said of [
      'Vladimir Putin',
      'gave',
      'Russian-made rifle',
      'occurred',
      'the article itself',
      'Sentence 3',
      'one source',
    ]) {
      expect(text).toContain(said);
    }
    expect([foreign, faults]).toEqual([[], []]);
  });

  test('“Kim” can mean two people, and Enter takes none of them unasked', async () => {
    const { page } = await pages.open('/graph');
    await page.getByRole('combobox').fill('Kim');
    await page.keyboard.press('Enter');
    await page.getByText('“Kim” can mean 2:').waitFor();
    expect(await page.locator('#found .meant span').allInnerTexts()).toEqual(['Kim Jong-un', 'Kim Jong-il']);
    const first = page.locator('#found li').first();
    await page.locator('#found li[aria-selected="true"]').waitFor();
    expect(await first.getAttribute('aria-selected')).toBe('true');
    expect(await page.getByRole('combobox').getAttribute('aria-activedescendant')).toBe('found-0');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await panelOf(page).getByRole('heading', { name: 'Kim Jong-il' }).waitFor();
  });

  test('a name that only one has is taken by Enter, however fast it is typed', async () => {
    const { page } = await pages.open('/graph');
    await page.getByRole('combobox').fill('Kremlin');
    await page.keyboard.press('Enter');
    await panelOf(page).getByRole('heading', { name: 'Kremlin' }).waitFor();
  });

  test('a name that nobody has gives near ones and takes none', async () => {
    const { page } = await pages.open('/graph');
    await page.getByRole('combobox').fill('Putni');
    await page.getByText('Nothing is called “Putni”').waitFor();
  });

  test('what the texts do not say is said to be not stated', async () => {
    const { page } = await pages.open('/graph#sel=gift%3A2023-putin-kim-glove');
    await panelOf(page).locator('.properties').waitFor();
    expect(await panelOf(page).locator('.properties').innerText()).toMatch(/made in\s+not stated/);
  });

  test('a disputed fact says so, and what stands against it', async () => {
    const { page } = await pages.blank();
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll(
        '"verdict":"SINGLE_SOURCE","articles":1,"sources":1,"contradicting":[]',
        '"verdict":"DISPUTED","articles":2,"sources":2,"contradicting":[{"id":"claim:x","statement":"Nobody gave anything.","status":"DENIED"}]',
      );
      await route.fulfill({ response, body });
    });
    await page.goto(`${pages.explorer().url}/graph#sel=${encodeURIComponent(GAVE_RIFLE)}`);
    await panelOf(page).locator('.agreement').getByText('disputed').waitFor();
    const against = await panelOf(page).locator('.against').innerText();
    expect(against).toMatch(/Against it stands\s+Nobody gave anything\.\s+denied/);
  });

  test('the timeline and the graph select for each other', async () => {
    const { page } = await pages.open('/graph');
    await page.locator('.timeline a[data-id="event:2023-lavrov-pyongyang-visit"]').focus();
    await page.keyboard.press('Enter');
    await panelOf(page).getByRole('heading', { name: "Lavrov's visit to Pyongyang" }).waitFor();
    expect(await panelOf(page).innerText()).toContain('October 2023');
    const other = await pages.open('/graph#sel=event%3A2000-putin-pyongyang-visit');
    const current = other.page.locator('.timeline [aria-current="true"]');
    const last = await pages.open('/graph#sel=event%3A2023-concerns-over-summit');
    const chip = last.page.locator('.timeline [aria-current="true"]');
    const [box, frame] = await Promise.all([
      chip.boundingBox(),
      last.page.locator('.timeline').boundingBox(),
    ]);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0));
    expect(await current.getAttribute('data-id')).toBe('event:2000-putin-pyongyang-visit');
    expect(await other.page.locator('.undated li').count()).toBeGreaterThan(5);
  });

  test('the timeline draws a date known to the month as an interval, not as a point', async () => {
    const { page } = await pages.open('/graph');
    const width = async (id: string) =>
      Number(await page.locator(`.timeline a[data-id="${id}"] rect`).getAttribute('width'));
    expect(await width('event:2000-putin-pyongyang-visit')).toBeGreaterThan(60);
  });

  test('a path between two picked things is shown alone, with its evidence, and can be left again', async () => {
    const { page } = await pages.open('/graph#sel=person%3Asergei-lavrov');
    const panel = panelOf(page);
    await panel.getByRole('button', { name: 'Path from here' }).click();
    await page.getByText('pick the other end of the path').waitFor();
    await page.getByRole('combobox').fill('Pyongyang');
    await page.locator('#found li').first().click();
    await panel.getByRole('button', { name: 'Path to Pyongyang' }).click();
    await panel.getByText('of 2 facts').waitFor();
    expect(await panel.locator('.steps').first().innerText()).toContain('Evidence: Dateline, Sentence 16');
    await page.getByText('3 things, 2 facts').waitFor();
    await panel
      .getByRole('button', { name: /^Evidence/ })
      .first()
      .click();
    await panel.locator('.evidence').first().waitFor();
    await panel.getByRole('button', { name: 'Back to the path' }).click();
    await panel.getByRole('button', { name: 'Close the path' }).click();
    await page.getByText('57 things, 115 facts').waitFor();
  });

  test('filters by time leave out what cannot lie in it', async () => {
    const { page } = await pages.open('/graph#view=list&from=2000-01-01&to=2001-01-01');
    const events = await page
      .locator('#list .listed', { hasText: 'events (' })
      .locator('.name')
      .allInnerTexts();
    expect(events.sort()).toEqual([
      'Intended meeting of Putin with Kim Jong-il',
      "Putin's visit to Pyongyang in July 2000",
    ]);
  });

  test('filters that leave nothing say so, and can be undone there', async () => {
    const { page } = await pages.open('/graph#hide=Person,Country,Organization,Group,Event,Gift,Place');
    await page.getByText('The filters leave nothing to show.').waitFor();
    await page.locator('.nothing').getByRole('button', { name: 'Show everything' }).click();
    await page.getByText('57 things, 115 facts').waitFor();
  });

  test('plans and speculation are drawn in other lines than facts', async () => {
    const { page } = await pages.open('/graph');
    const lines = await page.evaluate(() => {
      type Styled = { _cyreg: { cy: { edges(selector: string): { style(name: string): string } } } };
      const { cy } = (document.getElementById('canvas') as unknown as Styled)._cyreg;
      return ['.fact', '.plan', '.maybe'].map((kind) => cy.edges(kind).style('line-style'));
    });
    expect(lines).toEqual(['solid', 'dashed', 'dotted']);
  });

  test('the list says of a fact that it is only planned or feared', async () => {
    const { page } = await pages.open('/graph#view=list&sel=event%3A2023-lavrov-pyongyang-visit');
    await page.locator('#list summary').first().waitFor();
    const visit = page.locator('#list li', {
      has: page.locator(
        '> [data-fact="person:sergei-lavrov|INVOLVED_IN|event:2023-lavrov-pyongyang-visit|VISITOR"]',
      ),
    });
    expect(await visit.first().textContent()).toContain('expected');
  });

  test('a change of filters neither asks for the evidence again nor reads it aloud again', async () => {
    const { page, asked } = await pages.open(`/graph#sel=${encodeURIComponent(GAVE_RIFLE)}`);
    await panelOf(page).locator('.article-text mark').first().waitFor();
    const documents = () => asked.flatMap(({ document }) => document ?? []);
    const before = documents();
    await page.getByRole('button', { name: 'planned or sought' }).click();
    await page.getByRole('button', { name: 'Nearer' }).click();
    await page.waitForFunction(() => location.hash.includes('at='));
    expect(documents()).toEqual(before);
    expect(await panelOf(page).locator('.article').getAttribute('aria-live')).toBe('off');
  });

  test('the browser calls each view by what is selected', async () => {
    const { page } = await pages.open('/graph');
    expect(await page.title()).toBe('Graph · attested');
    await page.locator('.timeline a[data-id="event:2023-lavrov-pyongyang-visit"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.title === "Lavrov's visit to Pyongyang · Graph · attested");
  });

  test('what the panel shows can be asked in GraphiQL', async () => {
    const { page } = await pages.open(`/graph#sel=${encodeURIComponent(GAVE_RIFLE)}`);
    await panelOf(page).getByRole('link', { name: 'See and change the query in GraphiQL' }).click();
    await page.locator('html[data-ready]').waitFor();
    const text = (await page.locator('.graphiql-query-editor .view-lines').innerText()).replaceAll(
      '\u00a0',
      ' ',
    );
    expect(text).toMatch(/query Fact\([\s\S]*\n {2}facts\(/);
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.locator('.graphiql-response').getByText('GAVE').first().waitFor();
  });

  test('a kind of event can be shown alone with two clicks', async () => {
    const { page } = await pages.open('/graph#view=list');
    await page.getByText('Filters', { exact: true }).click();
    await page.getByRole('button', { name: 'None of them' }).click();
    await page.getByRole('checkbox', { name: 'gift exchange' }).check();
    const events = page.locator('#list .listed', { hasText: 'events (' }).locator('.name');
    expect(await events.allInnerTexts()).toEqual(['Gift exchange at the Putin-Kim summit']);
  });

  test('prints the evidence on light paper, all of it, without what only a screen can do', async () => {
    const { page } = await pages.open(`/graph#sel=${encodeURIComponent(GAVE_RIFLE)}`);
    await panelOf(page).locator('.article-text mark').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.tools').isVisible()).toBe(false);
    const cut = await panelOf(page)
      .locator('.article-text')
      .evaluate((text) => text.scrollHeight > text.clientHeight + 1);
    expect(cut).toBe(false);
  });

  test('nothing moves for readers who want no motion', async () => {
    const { page } = await pages.open('/graph', { reducedMotion: 'reduce' });
    await page.locator('.undated button').last().click();
    const moving = await page.evaluate(() => {
      type Animated = { _cyreg: { cy: { animated(): boolean } } };
      return (document.getElementById('canvas') as unknown as Animated)._cyreg.cy.animated();
    });
    expect(moving).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  });

  test('breaks no rule of accessibility, wide and narrow, light and dark, as graph and as list', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const [width, view] of [
        [1280, 'graph'],
        [360, 'list'],
      ] as const) {
        const path = `/graph#view=${view}&time=1&sel=${encodeURIComponent(GAVE_RIFLE)}`;
        const { page } = await pages.open(path, { colorScheme, viewport: { width, height: 740 } });
        await page.locator('#panel[aria-busy=false] .article-text mark').first().waitFor();
        await page.getByText('Filters', { exact: true }).click();
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
    }
  });
});
