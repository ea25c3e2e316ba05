import { describe, expect, test } from '@jest/globals';
import { grammar } from '../article/language.ts';
import { articleFile, findingsIn, KEY } from './harbour.ts';

/** Each cell of the vocabulary by a fact line of its own, made from the table: one that passes, one that is refused. */

const TEXT = 'A Title\nAda Venn did it.\n';

/** An article in which one claim says these lines. */
function saying(things: readonly string[], lines: readonly string[]): string {
  return [
    'attested: 1',
    'article:',
    ...[`key: ${KEY}`, 'title: A Title', 'publishedOn: 2031-04-12', 'language: en'].map(
      (line) => `  ${line}`,
    ),
    'things:',
    ...things.map((line) => `  ${line}`),
    'claims:',
    '  F01:',
    '    says: It was done.',
    '    quote: Ada Venn did it',
    '    facts:',
    ...lines.map((line) => `      - ${line}`),
  ].join('\n');
}

const errorsOf = (things: readonly string[], lines: readonly string[]) =>
  findingsIn(articleFile(saying(things, lines), TEXT))
    .filter(({ level }) => level === 'error')
    .map(({ code }) => code);

const THINGS: { readonly [label: string]: string } = {
  Person: 'person:a: Ada',
  Country: 'country:xa: Arvale | isoCode XA',
  Place: 'place:p: CITY Port',
  Organization: 'org:o: COURT Court',
  Group: 'group:g: sailors',
  Event: 'event:e: VISIT A visit',
  Gift: 'gift:g: lamp',
};
const idOf = (label: string, thing = THINGS[label] ?? '') => thing.slice(0, thing.indexOf(': '));

const roles = grammar.vocabulary.enums.get('Role') ?? [];

describe('kinds of events', () => {
  const kinds = grammar.vocabulary.enums.get('EventKind') ?? [];

  test('have their roles told, each of which there is', () => {
    expect(kinds.filter((kind) => !grammar.kinds.has(kind))).toEqual([]);
    expect(
      [...grammar.kinds.values()].flatMap((rule) => rule.roles.filter((role) => !roles.includes(role))),
    ).toEqual([]);
  });

  test('are of the classes of PLOVER', () => {
    const classes = new Set([...grammar.kinds.values()].map((rule) => rule.class));
    expect([...classes].sort()).toEqual(
      'ACCUSE AGREE AID ASSAULT COERCE CONCEDE CONSULT COOPERATE MOBILIZE NONE PROTEST REJECT REQUEST RETREAT SANCTION SUPPORT THREATEN'.split(
        ' ',
      ),
    );
  });

  test.each(kinds)('%s takes its roles and no others', (kind) => {
    const rule = grammar.kinds.get(kind)?.roles ?? [];
    const things = [THINGS.Organization ?? '', `event:k: ${kind} A thing`];
    const told = (role: string) => errorsOf(things, [`event:k happens; ${role} org:o`]);
    expect(rule.flatMap(told)).toEqual([]);
    expect(roles.filter((role) => !rule.includes(role)).map(told)).toEqual(
      roles.filter((role) => !rule.includes(role)).map(() => ['ROLE_KIND']),
    );
  });
});

describe('relations', () => {
  const cells = grammar.vocabulary.relations.flatMap(({ name, from, to, qualifiers }) =>
    qualifiers.some(({ required, type }) => required && grammar.vocabulary.enums.has(type))
      ? []
      : Object.keys(THINGS).flatMap((a) =>
          Object.keys(THINGS).map((b) => ({
            name,
            ends: [a, b] as const,
            fits: from.includes(a) && to.includes(b),
            as: qualifiers.some(({ required }) => required) ? ' as "Mayor"' : '',
          })),
        ),
  );

  test.each([...new Set(cells.map(({ name }) => name))])('%s leads between its labels alone', (name) => {
    const happening = (label: string) =>
      ['Event', 'Gift'].includes(label) ? [`${idOf(label)} happens`] : [];
    for (const { ends, fits, as } of cells.filter((cell) => cell.name === name)) {
      const [a, b] = ends;
      const things = [
        ...new Set([
          THINGS[a] ?? '',
          a === b ? (THINGS[b] ?? '').replace(/^(\w+):\w+/, '$1:other') : (THINGS[b] ?? ''),
        ]),
      ];
      const object = a === b ? `${idOf(b).split(':')[0]}:other` : idOf(b);
      const lines = [
        `${idOf(a)} ${name} ${object}${as}`,
        ...happening(a),
        ...(a === b && happening(b).length > 0 ? [`${object} happens`] : a === b ? [] : happening(b)),
      ];
      expect([a, b, errorsOf(things, lines)]).toEqual([a, b, fits ? [] : ['EDGE_END']]);
    }
  });
});

describe('values', () => {
  const values = grammar.vocabulary.values.filter(({ type }) => type === 'String' || type === 'Int');

  test.each(values.map((one) => [one.name, one] as const))(
    '%s is said of its labels alone',
    (name, { labels, type }) => {
      for (const label of Object.keys(THINGS)) {
        const lines = [
          `${idOf(label)} ${name} ${type === 'Int' ? '3' : '"three"'}`,
          ...(['Event', 'Gift'].includes(label) ? [`${idOf(label)} happens`] : []),
        ];
        expect([label, errorsOf([THINGS[label] ?? ''], lines)]).toEqual([
          label,
          labels.includes(label) ? [] : ['PROPERTY_END'],
        ]);
      }
    },
  );
});
