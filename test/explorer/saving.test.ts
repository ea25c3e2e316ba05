import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import graphology from 'graphology';
import gexf from 'graphology-gexf';
import type { Page } from 'playwright-core';
import { describePages } from './browser.ts';

async function saved(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return readFileSync(await download.path());
}

describePages('what is shown, saved as a file', (pages) => {
  test('as GEXF that a reader of graphs takes, with types, statuses and verbs', async () => {
    const { page } = await pages.open('/graph');
    await page.getByText('Save', { exact: true }).click();
    // The reader takes any XML parser of a browser's kind; the browser's own judges the file first.
    const text = (await saved(page, 'GEXF')).toString('utf8');
    const wellFormed = await page.evaluate(
      (xml) => new DOMParser().parseFromString(xml, 'text/xml').querySelector('parsererror') === null,
      text,
    );
    expect(wellFormed).toBe(true);
    const graph = gexf.parse(graphology.MultiDirectedGraph, text);
    expect([graph.order, graph.size]).toEqual([57, 115]);
    expect(graph.getNodeAttributes('event:2023-lavrov-pyongyang-visit')).toMatchObject({
      label: "Lavrov's visit to Pyongyang",
      type: 'Event',
      status: 'EXPECTED',
      date: '2023-10',
    });
    const gave = graph.edges('person:vladimir-putin', 'gift:2023-putin-kim-rifle');
    expect(gave.map((edge) => graph.getEdgeAttributes(edge))).toEqual([
      expect.objectContaining({ label: 'gave', predicate: 'GAVE', basis: 'STATED' }),
    ]);
  });

  test('as GEXF of the filtered view, not of the whole graph', async () => {
    const { page } = await pages.open('/graph#focus=gift%3A2023-putin-kim-glove');
    await page.getByText('Save', { exact: true }).click();
    const graph = gexf.parse(graphology.MultiDirectedGraph, (await saved(page, 'GEXF')).toString('utf8'));
    expect(graph.nodes().sort()).toEqual([
      'event:2023-putin-kim-gift-exchange',
      'gift:2023-putin-kim-glove',
      'person:kim-jong-un',
      'person:vladimir-putin',
    ]);
  });

  test('as SVG that a browser draws, with an arrow and a line of its kind for every fact', async () => {
    const { page } = await pages.open('/graph');
    await page.getByText('Save', { exact: true }).click();
    const svg = (await saved(page, 'SVG')).toString('utf8');
    const drawn = await page.evaluate((text) => {
      const file = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        root: file.documentElement.localName,
        lines: file.querySelectorAll('path[marker-end]').length,
        titles: [...file.querySelectorAll('title')].map((one) => one.textContent),
        dashed: file.querySelectorAll('path[stroke-dasharray]').length,
      };
    }, svg);
    expect(drawn.root).toBe('svg');
    expect(drawn.lines).toBe(115);
    expect(drawn.dashed).toBeGreaterThan(5);
    expect(drawn.titles).toContain('Vladimir Putin gave Russian-made rifle');
    expect(svg).toContain('Russian-made rifle');
  });

  test('as PNG of the size of the drawing', async () => {
    const { page } = await pages.open('/graph');
    await page.getByText('Save', { exact: true }).click();
    const png = await saved(page, 'PNG');
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(width).toBeGreaterThan(1_000);
    expect(height).toBeGreaterThan(2_000);
  });
});
