import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadSchema } from '../../src/graphql/schema.ts';
import { loadGraph } from '../../src/load/load.ts';
import { readDomain, scriptFolders } from '../../src/model/domain/domain.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { describeEachEngine } from '../support/engines.ts';
import { type RunningService, serve } from '../support/service.ts';

/** Another domain altogether, from a folder of its own: universities, departments, professors, students, courses. */
const domain = readDomain(['test/domain/university']);

describe('the schema of another domain', () => {
  const { sdl } = loadSchema(domain);

  test('has no word of news', () => {
    const words =
      'gift|giver|event|person|people|country|countries|summit|visit|meeting|president|news|war|treaty';
    expect(sdl.match(new RegExp(`\\b(${words})s?\\b`, 'gi')) ?? []).toEqual([]);
  });

  test.each([
    ['lists in pages', 'type CourseConnection {'],
    ['filters', 'input CourseWhere {'],
    ['orders', 'input StudentOrder @oneOf {'],
    ['filters of lists', 'input AttendanceListFilter {'],
    ['filters of its enums', 'input LevelFilter {'],
    ['groups', 'enum CourseDimension {'],
    ['predicates of its own words', 'REQUIRES'],
    ['predicates by rule', '"Of a professor: the department."'],
  ])('has %s', (_, text) => {
    expect(sdl).toContain(text);
  });
});

describeEachEngine('another domain answers', (open) => {
  let store: GraphStore;
  let service: RunningService;

  beforeAll(async () => {
    store = await open();
    await loadGraph({ store, domain, cypherDir: scriptFolders(domain), rebuild: true });
    service = await serve(store, {}, domain);
  });

  afterAll(async () => {
    await service?.close();
    await store?.close();
  });

  test.each<readonly [string, string, object]>([
    [
      'who teaches',
      '{ courses(where: { code: { eq: "PH201" } }) { nodes { name teachers { nodes { name } } } } }',
      {
        courses: { nodes: [{ name: 'Optics', teachers: { nodes: [{ name: 'Vera Stone' }] } }] },
      },
    ],
    [
      'who attends what with which grade',
      '{ student(name: "Ada Lake") { attendances(orderBy: [{ grade: DESC }]) { nodes { grade course { name } } } } }',
      {
        student: {
          attendances: {
            nodes: [
              { grade: 3.7, course: { name: 'Mechanics' } },
              { grade: 2.5, course: { name: 'Harmony' } },
            ],
          },
        },
      },
    ],
    [
      'who has a good grade',
      '{ students(where: { attendances: { some: { grade: { gte: 2 } } } }) { nodes { name } } }',
      {
        students: { nodes: [{ name: 'Ada Lake' }] },
      },
    ],
    [
      'what is offered at which level',
      '{ courseStats(by: [LEVEL]) { level count } }',
      {
        courseStats: [
          { level: 'UNDERGRADUATE', count: 2 },
          { level: 'GRADUATE', count: 1 },
        ],
      },
    ],
    [
      'how a student and a professor are joined',
      '{ path(from: "Tom Field", to: "Vera Stone") { hops paths { facts { predicate } } } }',
      {
        path: { hops: 2, paths: [{ facts: [{ predicate: 'ATTENDS' }, { predicate: 'TEACHES' }] }] },
      },
    ],
    [
      'what a word finds',
      '{ search(text: "physics") { node { __typename id } } }',
      {
        search: [{ node: { __typename: 'Department', id: 'department:physics' } }],
      },
    ],
    [
      'which facts a grade tells apart',
      '{ facts(where: { grade: { lt: 3 } }, orderBy: [{ grade: DESC }]) { nodes { grade subject { name } object { name } } } }',
      {
        facts: {
          nodes: [
            { grade: 2.5, subject: { name: 'Ada Lake' }, object: { name: 'Harmony' } },
            { grade: 1.5, subject: { name: 'Tom Field' }, object: { name: 'Mechanics' } },
          ],
        },
      },
    ],
    [
      'what its facts rest on',
      '{ facts(where: { predicate: { eq: REQUIRES } }) { nodes { basis subject { name } object { name } } } }',
      {
        facts: {
          nodes: [{ basis: 'BACKGROUND', subject: { name: 'Optics' }, object: { name: 'Mechanics' } }],
        },
      },
    ],
  ])('%s', async (_, question, answer) => {
    const { data, errors } = await service.ask(question);
    expect(errors).toBeUndefined();
    expect(data).toEqual(answer);
  });
});
