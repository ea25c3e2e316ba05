import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildPages } from '../support/borrow.ts';
import { describePages } from './browser.ts';

/** What the build lists of the documents that the pages ask. */
const MANIFEST = 'dist/explorer/documents.json';

type Manifest = { readonly operations: readonly { readonly name: string; readonly body: string }[] };

const bodies = () => {
  const { operations } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
  return new Set(operations.map(({ body }) => body));
};

describePages(
  'pages of a service that answers only the documents of its list',
  (pages) => {
    test('ask nothing that the build did not list, and nothing but files of the service beside', async () => {
      const { page, asked, foreign, faults } = await pages.open('/#q=what-did-putin-give-kim');
      await page.locator('#answer mark').first().waitFor();
      await page.goto(`${pages.explorer().url}/graph`);
      await page.locator('html[data-ready]').waitFor();
      await page.getByRole('combobox').fill('Kim');
      await page.locator('#found li').first().click();
      const panel = page.getByRole('complementary', { name: 'Evidence' });
      await panel.getByRole('heading', { name: 'Kim Jong-un' }).waitFor();
      await panel.getByText('facts on this page').click();
      await panel.locator('.relation').first().click();
      await panel.locator('.article-text mark').first().waitFor();
      await panel.locator('.thing-link').first().click();
      await panel.getByRole('button', { name: 'Path from here' }).click();
      await page.getByRole('combobox').fill('Sergei Lavrov');
      await page.locator('#found li').first().click();
      await panel.getByRole('button', { name: /^Path to/ }).click();
      await panel.getByText('shortest').waitFor();
      const paths = new Set(asked.map(({ what }) => what.replace(/\/assets\/.*/, '/assets/*')));
      expect([...paths].sort()).toEqual(['GET /', 'GET /assets/*', 'GET /graph', 'POST /graphql']);
      const documents = asked.flatMap(({ document }) => document ?? []);
      const listed = bodies();
      expect(documents.length).toBeGreaterThan(8);
      expect(documents.filter((document) => !listed.has(document))).toEqual([]);
      expect([foreign, faults]).toEqual([[], []]);
    });

    test('GraphiQL runs the examples, refuses the rest and says why', async () => {
      const { page, asked } = await pages.open('/explorer');
      const response = page.locator('.graphiql-response .view-lines');
      await page.getByRole('button', { name: 'What is only feared, doubted or speculated on?' }).click();
      await response.getByText('claims', { exact: false }).first().waitFor();
      expect(await page.locator('.locked').isHidden()).toBe(true);
      await page.locator('.graphiql-query-editor .view-lines').click();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('{ people { totalCount } }');
      await page.keyboard.press('Control+Enter');
      await page.getByText('This service answers only the questions on its list').waitFor();
      const paths = new Set(asked.map(({ what }) => what.replace(/\/assets\/.*/, '/assets/*')));
      expect([...paths].sort()).toEqual([
        'GET /assets/*',
        'GET /explorer',
        'GET /schema.graphql',
        'POST /graphql',
      ]);
    });
  },
  { settings: { TRUSTED_DOCUMENTS: MANIFEST } },
);

test('each document of the list has a name of its own', async () => {
  await buildPages();
  const { operations } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
  const names = operations.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(['Overview', 'Fact', 'WhatDidPutinGiveKim']));
});
