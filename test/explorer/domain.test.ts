import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadSchema } from '../../src/graphql/schema.ts';
import { readDomain } from '../../src/model/domain/domain.ts';
import { describePages } from './browser.ts';

/** The pages of a domain with a type that they have no word for. */

const TREATY = ['news', 'test/domain/treaty'];

describePages(
  'pages that were built before there were treaties',
  (pages) => {
    test('show one in the graph by rule: a plain mark, its name, its date and what it leads to', async () => {
      const { page, faults } = await pages.open('/graph#sel=treaty:2023-friendship');
      await page.locator('html[data-ready]').waitFor();
      const panel = page.getByRole('complementary', { name: 'Evidence' });
      await panel.getByRole('heading', { name: 'Treaty of Friendship' }).waitFor();
      expect(await panel.locator('.kind').innerText()).toBe('treaty');
      expect(await panel.innerText()).toContain('North Korea');
      expect(await page.getByRole('button', { name: /^treatys? / }).count()).toBe(1);
      expect(faults).toEqual([]);
    });

    test('stay what they are on the start page', async () => {
      const { page, faults } = await pages.open('/');
      await page.locator('.counts').waitFor();
      expect(faults).toEqual([]);
    });
  },
  { domain: TREATY },
);

/** What the build lists for a schema: every document that its pages ask, each of which fits it. */
function documentsFor(folders: readonly string[]): ReadonlyMap<string, string> {
  const file = join(mkdtempSync(join(tmpdir(), 'attested-pages-')), 'schema.graphql');
  writeFileSync(file, loadSchema(readDomain(folders)).sdl);
  const script = `import('./src/explorer/documents.mjs').then((m) => process.stdout.write(JSON.stringify(m.manifest())))`;
  const env = { ...process.env, PAGES_SCHEMA: file };
  const { operations } = JSON.parse(execFileSync(process.execPath, ['-e', script], { env }).toString()) as {
    operations: { name: string; body: string }[];
  };
  return new Map(operations.map(({ name, body }) => [name, body]));
}

describe('pages built for a schema', () => {
  test('with treaties count them on the start page, ask for their dates, and show all that they hold', () => {
    const documents = documentsFor(TREATY);
    expect(documents.get('Overview')).toContain('treaties{totalCount}');
    expect(documents.get('Whole')).toContain('...on Treaty{date{');
    expect(documents.get('Thing')).toContain('...on Treaty{date{words');
    expect(documents.has('WhatDidPutinGiveKim')).toBe(true);
  });

  test('of another domain ask nothing of news', () => {
    const documents = documentsFor(['test/domain/university']);
    expect(documents.get('Overview')).toContain('courses{totalCount}');
    expect(documents.get('Thing')).toContain('credits__Course:credits');
    const all = [...documents.values()].join(' ');
    expect(all.match(/\b(gifts?|people|Person|Country|Event|eventStats|role)\b/g) ?? []).toEqual([]);
  });
});
