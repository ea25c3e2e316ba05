import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** The browser that the pages are tested in. */

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Whether there is a browser. */
export const hasChromium = existsSync(executablePath);

/** Runs cases in a browser; without one they are skipped, or fail where one is required. */
export function describeInBrowser(title: string, body: () => void): void {
  if (hasChromium) {
    describe(title, body);
  } else if (process.env.REQUIRE_CHROMIUM === '1') {
    test(`${title}: there is a Chromium at ${executablePath}`, () => expect(hasChromium).toBe(true));
  } else {
    describe.skip(`${title}, which needs a Chromium at ${executablePath} (or CHROMIUM_PATH)`, body);
  }
}

/** Starts the browser, which talks to nobody of its own accord. */
export function launch(): Promise<Browser> {
  const quiet = ['disable-quic', 'no-first-run', 'disable-background-networking', 'disable-component-update'];
  const args = ['no-sandbox', 'disable-gpu', 'disable-sync', ...quiet].map((name) => `--${name}`);
  return chromium.launch({ executablePath, args });
}

/** A page and what went on in it. */
export type Watched = {
  readonly page: Page;
  /** Requests that would have left this machine. */
  readonly foreign: string[];
  /** Errors of scripts, violations of the content security policy, and what else the console complains of. */
  readonly faults: string[];
};

/** Opens a page and watches it. */
export async function watch(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const [foreign, faults]: [string[], string[]] = [[], []];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1') foreign.push(request.url());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { page, foreign, faults };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds serious or critical on a page, each as its rule and where. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // By the protocol, not by a script element: the content security policy allows none.
  await page.evaluate(axe);
  const results = await page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as { axe: { run: () => Promise<AxeResults> } };
    return (await tool.run()).violations;
  });
  return results
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`);
}

type AxeResults = {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly target: readonly string[] }[];
  }[];
};

/** A point of an edge on the screen, a little before its target. */
export async function pointOfEdge(page: Page, id: string): Promise<{ x: number; y: number }> {
  return page.evaluate((edge) => {
    const container = document.getElementById('canvas') as HTMLElement & Drawn;
    const { x, y } = container._cyreg.cy.getElementById(edge).renderedTargetEndpoint();
    const box = container.getBoundingClientRect();
    return { x: box.left + x - 14, y: box.top + y };
  }, id);
}

type Drawn = {
  readonly _cyreg: {
    readonly cy: { getElementById(id: string): { renderedTargetEndpoint(): { x: number; y: number } } };
  };
};
