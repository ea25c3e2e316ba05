import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Browser,
  type BrowserContextOptions,
  type CDPSession,
  chromium,
  type Page,
} from 'playwright-core';
import { buildPages } from '../support/borrow.ts';
import { type Explorer, type ExplorerOptions, startExplorer } from './service.ts';

/**
 * The browsers that the pages are tested in, as Debian names them. The shell is the same engine without the windows of
 * a desktop, and takes half the processor.
 */
const installed = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path));
const executablePath = process.env.CHROMIUM_PATH ?? installed ?? '/usr/bin/chromium-headless-shell';

/** Whether there is a browser. */
const hasChromium = existsSync(executablePath);

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
  /** All that it asked for: the method and the path, and the document where it asked a question. */
  readonly asked: Asked[];
  /** Requests that would have left this machine. */
  readonly foreign: string[];
  /** Errors of scripts, violations of the content security policy, and what else the console complains of. */
  readonly faults: string[];
};

/** One request of a page. */
export type Asked = { readonly what: string; readonly document: string | undefined };

/** Makes an empty page and watches it. */
export async function watch(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const [asked, foreign, faults]: [Asked[], string[], string[]] = [[], [], []];
  page.on('request', (request) => {
    const { protocol, hostname, pathname } = new URL(request.url());
    if (['data:', 'blob:'].includes(protocol)) return;
    if (hostname !== '127.0.0.1') foreign.push(request.url());
    const body = request.postDataJSON() as { query?: string } | null;
    asked.push({ what: `${request.method()} ${pathname}`, document: body?.query });
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { page, asked, foreign, faults };
}

/** The pages of a service, each opened in a browser of its own session. */
export type Pages = {
  readonly explorer: () => Explorer;
  /** Puts another service in the place of the one that the pages had. */
  readonly replace: (explorer: Explorer) => void;
  /** An empty page. */
  readonly blank: (options?: BrowserContextOptions) => Promise<Watched>;
  /** A page at a path, ready to be used. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Watched>;
};

/** Runs cases against the pages of a service of their own. */
export function describePages(title: string, body: (pages: Pages) => void, options?: ExplorerOptions): void {
  describeInBrowser(title, () => {
    let browser: Browser;
    let explorer: Explorer;
    const opened: Watched[] = [];
    const blank = async (context?: BrowserContextOptions) => {
      const watched = await watch(browser, context);
      opened.push(watched);
      return watched;
    };
    beforeAll(async () => {
      await buildPages();
      [browser, explorer] = await Promise.all([launch(), startExplorer(options)]);
    }, 180_000);
    afterEach(async () => {
      await Promise.all(opened.splice(0).map(leave));
    });
    afterAll(async () => {
      await browser?.close();
      await explorer?.close();
    });
    body({
      explorer: () => explorer,
      replace: (other) => {
        explorer = other;
      },
      blank,
      open: async (path, context) => {
        const watched = await blank(context);
        await go(watched.page, `${explorer.url}${path}`);
        return watched;
      },
    });
  });
}

/** Closes a page; a question that was rerouted may still be under way, and fails nobody then. */
async function leave({ page }: Watched): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().close();
}

/** Goes to an address and waits until its page says that it can be used. */
export async function go(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('html[data-ready]').waitFor();
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds serious or critical on a page, or in a part of it, each as its rule and where. */
export async function accessibilityFaults(page: Page, part = 'html'): Promise<readonly string[]> {
  // By the protocol, not by a script element: the content security policy allows none.
  await page.evaluate(axe);
  const results = await page.evaluate(async (selector) => {
    const { axe: tool } = globalThis as unknown as { axe: { run: (part: string) => Promise<AxeResults> } };
    return (await tool.run(selector)).violations;
  }, part);
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

/** The panel beside the graph. */
export const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Evidence' });

/** What the thread of a page may work until it can be used, so that it is ready in that time on an idle machine. */
export const READY_MS = 1_500;

/** Starts to count the processor time of a page's thread, which is the same on a busy machine as on an idle one. */
export async function counter(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** Milliseconds of processor time so far. */
export async function worked(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
}

/** Opens a page and gives the milliseconds of work until it could be used; prints them with the time that passed. */
export async function readyWork(pages: Pages, path: string): Promise<number> {
  const { page } = await pages.blank();
  const session = await counter(page);
  await go(page, `${pages.explorer().url}${path}`);
  const work = await worked(session);
  const ready = await page.locator('html').getAttribute('data-ready');
  process.stdout.write(`${path} ready after ${ready} ms, ${work.toFixed(0)} ms of work\n`);
  return work;
}
