import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type OperationDefinitionNode, parse } from 'graphql';
import neo4j, { type Driver, type ProfiledPlan } from 'neo4j-driver';
import { readConfig } from '../../src/config.ts';
import { createExecute } from '../../src/graphql/execute.ts';
import { loadSchema } from '../../src/graphql/schema.ts';
import { loadGraph } from '../../src/load/load.ts';
import { readDomain } from '../../src/model/domain/domain.ts';
import type { GraphStore, Statement } from '../../src/store/store.ts';
import { toNeo4j } from '../../src/store/values.ts';
import { describeNeo4j } from '../support/engines.ts';
import { domain } from '../support/load.ts';

/** What each question costs Neo4j at most, kept in plan-report.json; UPDATE_PLANS=1 measures and writes it anew. */

const FILE = 'test/bench/plan-report.json';
const isUpdate = process.env.UPDATE_PLANS === '1';

/**
 * The order in which a load happens to lay nodes and edges down decides how soon a search that may stop early meets its
 * end. So what is kept is the most that some loads showed, each question by itself: most show no difference at all.
 */
const LOADS = isUpdate ? 6 : 1;

/**
 * How much more than that a plan may cost before it counts as worse. What other tests left behind on the server shifts
 * hits further than loads do (143 to 186 were seen for the one that is kept as 167), but neither rows nor scans.
 */
const LEEWAY = { dbHits: 1.2, rows: 1.2 };

type Work = { readonly dbHits: number; readonly rows: number; readonly scans: readonly string[] };

/** Questions with a filter that fixes one end: they start there, and look at no more than what hangs on it. */
const SOUGHT = /^(gifts? by|people by name|events by|facts by|gifts of)/;

const PERSON = '... on Entity { id name }';
const questions: { readonly [name: string]: string } = {
  'gift by id':
    '{ gift(id: "gift:2023-putin-kim-rifle") { name givers { nodes { __typename } } during { name } } }',
  'gifts by giver and recipient': `{ gifts(from: "Putin", to: "Kim Jong-un") { nodes { name recipients { nodes { ${PERSON} } } } } }`,
  'gifts by the id of a giver':
    '{ gifts(where: {givers: {some: {id: {eq: "person:vladimir-putin"}}}}) { nodes { name } totalCount } }',
  'gifts by the id of their event':
    '{ gifts(where: {during: {id: {eq: "event:2023-putin-kim-gift-exchange"}}}) { nodes { name } } }',
  'people by name': '{ people(where: {name: {eq: "vladimir putin"}}) { nodes { name } } }',
  'gifts by the name of a giver':
    '{ gifts(where: {givers: {some: {name: {eq: "Vladimir Putin"}}}}) { nodes { name } } }',
  'events by the name of someone involved':
    '{ events(where: {involvements: {some: {actor: {name: {eq: "Kim Jong-un"}}}}}) { nodes { name } } }',
  'facts by the id of their subject':
    '{ facts(where: {subject: {id: {eq: "person:vladimir-putin"}}}) { nodes { predicate } } }',
  'gifts of one giver counted':
    '{ giftStats(by: [ITEM], where: {givers: {some: {name: {eq: "Vladimir Putin"}}}}) { count item } }',
  'gifts of one giver counted by recipient':
    '{ giftStats(by: [RECIPIENT], where: {givers: {some: {name: {eq: "Vladimir Putin"}}}}) { count recipient { name } } }',
  'path of facts as of a day':
    '{ path(from: "Lavrov", to: "Kim Jong-un", asOf: "2023-09-18") { outcome hops paths { nodes { id } facts { predicate } } } }',
  'people with gifts': `{ people(first: 10) { nodes { name gave(first: 10) { nodes { name recipients { nodes { ${PERSON} } } during { name } } } } } }`,
  'people by part of a name': '{ people(where: {name: {contains: "kim"}}) { nodes { name } } }',
  'people in order of name':
    '{ people(orderBy: [{name: DESC}], first: 2) { nodes { name } pageInfo { endCursor hasNextPage } } }',
  'gifts counted by giver': '{ giftStats(by: [GIVER]) { count giver { name } } }',
  'gifts counted by giver, with days': '{ giftStats(by: [GIVER]) { count first last giver { name } } }',
  'path of facts':
    '{ path(from: "Lavrov", to: "Kim Jong-un") { outcome hops paths { nodes { id } facts { predicate } } } }',
  'events in order of time':
    '{ timeline(of: "Kim Jong-un", first: 5) { nodes { name date { earliest latest } } } }',
  'evidence of a gift':
    '{ gift(id: "gift:2023-putin-kim-rifle") { evidence { sentence { number } } agreement { verdict } } }',
};

/** The statements that a question is answered with: those that look names up, and the one that answers. */
async function statementsOf(query: string, server: GraphStore): Promise<readonly Statement[]> {
  const schema = loadSchema(readDomain());
  const found: Statement[] = [];
  const store: GraphStore = Object.create(server, {
    read: {
      value: (statement: Statement) => {
        found.push(statement);
        return server.read(statement);
      },
    },
  });
  const document = parse(query);
  const [operation] = document.definitions as readonly OperationDefinitionNode[];
  if (!operation) throw new Error('no operation');
  const execute = createExecute({ ...schema, store, limits: readConfig({}) });
  await execute({ document, operation, documentId: query, variables: {} });
  if (found.length === 0) throw new Error(`no statement for ${query}`);
  return found;
}

const sum = (plan: ProfiledPlan, of: (plan: ProfiledPlan) => number): number =>
  plan.children.reduce((total, child) => total + sum(child, of), of(plan));

/** The operators of a plan. */
const operators = (plan: ProfiledPlan): readonly string[] => [
  plan.operatorType,
  ...plan.children.flatMap(operators),
];

async function profile(driver: Driver, statements: readonly Statement[]): Promise<Work> {
  const works: Work[] = [];
  for (const statement of statements) works.push(await profileOne(driver, statement));
  return {
    dbHits: works.reduce((total, { dbHits }) => total + dbHits, 0),
    rows: works.reduce((total, { rows }) => total + rows, 0),
    scans: works.flatMap(({ scans }) => scans).sort(),
  };
}

async function profileOne(driver: Driver, { text, parameters }: Statement): Promise<Work> {
  const { summary } = await driver.executeQuery(`PROFILE ${text}`, toNeo4j(parameters));
  if (!summary.profile) throw new Error('no profile');
  return {
    dbHits: sum(summary.profile, (plan) => Number(plan.dbHits)),
    rows: sum(summary.profile, (plan) => Number(plan.rows)),
    scans: operators(summary.profile)
      .filter((operator) => operator.includes('Scan'))
      .map((operator) => operator.replace('@neo4j', ''))
      .sort(),
  };
}

/** The dearer of two profiles of one question. */
function dearer(one: Work | undefined, other: Work): Work {
  if (!one) return other;
  return {
    dbHits: Math.max(one.dbHits, other.dbHits),
    rows: Math.max(one.rows, other.rows),
    scans: one.scans.length > other.scans.length ? one.scans : other.scans,
  };
}

describeNeo4j('the plan report', (open, server) => {
  let driver: Driver;
  const report: { [name: string]: Work } = {};
  const kept: { readonly [name: string]: Work } = JSON.parse(readFileSync(FILE, 'utf8'));

  async function profileAll(): Promise<void> {
    const store = await open();
    await loadGraph({ domain, store, cypherDir: 'cypher', rebuild: true });
    // Plans follow what the server knows of the data, so it is told to look before they are made.
    await driver.executeQuery('CALL db.prepareForReplanning(60)');
    for (const [name, query] of Object.entries(questions))
      report[name] = dearer(report[name], await profile(driver, await statementsOf(query, store)));
    await store.close();
  }

  beforeAll(async () => {
    const { url, user, password = '' } = server();
    driver = neo4j.driver(url, user ? neo4j.auth.basic(user, password) : undefined);
    for (let load = 0; load < LOADS; load++) await profileAll();
    if (isUpdate) writeFileSync(FILE, `${JSON.stringify(report, null, 2)}\n`);
  }, 600_000);

  afterAll(() => driver?.close());

  test.each(Object.keys(questions))('%s takes no more work than before', (name) => {
    const [work, before] = [report[name], isUpdate ? report[name] : kept[name]];
    if (!work || !before) throw new Error(`${name} is not in ${FILE}`);
    if (SOUGHT.test(name)) expect(work.scans).toEqual([]);
    expect(work.scans.length).toBeLessThanOrEqual(before.scans.length);
    // Of a label by its index or without: on a graph as small as this either is as good.
    expect(work.scans.filter((scan) => !scan.startsWith('Node') && !before.scans.includes(scan))).toEqual([]);
    expect(work.dbHits).toBeLessThanOrEqual(before.dbHits * LEEWAY.dbHits);
    expect(work.rows).toBeLessThanOrEqual(before.rows * LEEWAY.rows);
  });
});
