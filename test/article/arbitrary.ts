import fc from 'fast-check';
import type { Article, Claim, Fact, HashedSentence, Mention, Thing } from '../../src/article/article.ts';
import { NOWHERE } from '../../src/article/article.ts';
import { likelyKind, surfaceOf } from '../../src/article/mention-line.ts';
import { splitText } from '../../src/article/sentences.ts';
import { ArticleText, sha256 } from '../../src/article/text.ts';
import { grammar } from './language.ts';

/**
 * Invented articles: a text of a few sentences, things with names that are hard to write, and claims that say facts drawn
 * from the vocabulary. Built as data, so that what is printed and read is held against something that was never a file.
 */

const spot = NOWHERE;

const WORDS = [
  ...['Ada', 'Venn', 'met', 'Bo', 'Lundeen', 'at', 'the', 'Old', 'Mint', 'Łódź', 'naïve', 'e\u0301tude'],
  ...['Пётр', 'принял', '会談', '𝒜da', "Venn's", 'co-operate', '“lamp”', 'one'],
];

/** Names with what lines, YAML and Cypher give a meaning to. */
const NAMES = fc.constantFrom(
  ...[
    'Ada Venn',
    "O'Neill",
    'named',
    'not named',
    'demonym Venn',
    'COURT of Ferry',
    'A | B',
    'a "b" c',
    '?who',
    '~',
  ],
  ...[
    '#1',
    '- dash',
    'key: value',
    'x # y',
    'back\\slash',
    'Пётр I',
    'é́',
    '𝒜',
    'ends with colon:',
    '@home',
    '"all"',
  ],
);

/** How an article tells whose word it gives: words, never the sign for none. */
const SAID = NAMES.filter((name) => name !== '~');

const text = fc
  .array(fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 9 }), { minLength: 2, maxLength: 6 })
  .map((lines) => ['A Title of Invention', ...lines.map((words) => `So ${words.join(' ')}.`)].join('\n'));

type Told = { readonly text: ArticleText; readonly sentences: readonly HashedSentence[] };

function told(source: string): Told {
  const whole = new ArticleText(source);
  const sentences = splitText(whole).map((one) => ({ ...one, sha256: sha256(whole.slice(one)) }));
  return { text: whole, sentences };
}

/** Stretches of whole words, one for each pair of numbers. */
function places({ text, sentences }: Told, picks: readonly (readonly [number, number, number])[]) {
  return picks.map(([which, from, length]) => {
    const { n, start, end } = sentences[which % sentences.length] ?? { n: '1', start: 0, end: 1 };
    const words = [...text.slice({ start, end }).matchAll(/\S+/gu)];
    const first = words[from % words.length];
    const last = words[Math.min(words.length - 1, (from % words.length) + length)];
    const at = (units: number) => start + [...text.slice({ start, end }).slice(0, units)].length;
    const span = { start: at(first?.index ?? 0), end: at((last?.index ?? 0) + (last?.[0].length ?? 1)) };
    return { sentence: n, ...span, spot };
  });
}

const picks = (max: number) =>
  fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(4)), { minLength: 1, maxLength: max });

const { labels, vocabulary } = grammar;

const thing = (prefix: string, at: number): fc.Arbitrary<Thing> => {
  const label = labels.find((one) => one.prefix === prefix);
  const cells = (label?.declared ?? []).map(({ name, type, list, required }) => {
    const words = vocabulary.enums.get(type);
    const value: fc.Arbitrary<unknown> = words
      ? fc.constantFrom(...words)
      : type === 'Boolean'
        ? fc.boolean()
        : list
          ? fc.uniqueArray(NAMES, { minLength: 1, maxLength: 3 })
          : NAMES;
    return [name, required ? value : fc.option(value, { nil: undefined })] as const;
  });
  return fc.record(Object.fromEntries(cells)).map((declared) => ({
    id: `${prefix}:thing-${at}`,
    declared: Object.fromEntries(
      Object.entries(declared).filter(([, value]) => value !== undefined),
    ) as Thing['declared'],
    spot,
  }));
};

const idsOf = (labelName: string): readonly string[] => {
  const prefix = labels.find(({ name }) => name === labelName)?.prefix ?? '';
  return [`${prefix}:thing-1`, `${prefix}:thing-2`];
};

const basis = fc.constantFrom('STATED', 'IMPLIED');

/** A value of each sort of scalar, as a fact holds it. */
function value(type: string): fc.Arbitrary<string> {
  if (type === 'Int') return fc.integer({ min: 0, max: 90_000 }).map(String);
  if (type === 'FuzzyDate')
    return fc.constantFrom('2031', '2031-05', '2031-05-02', '2031-05-02/2031-05-04', '2031-05-02~');
  return NAMES;
}

const withValue = (cells: object): Fact['cells'] =>
  Object.fromEntries(Object.entries(cells).filter(([, one]) => one !== undefined));

const relationFacts: readonly fc.Arbitrary<Fact>[] = vocabulary.relations.map(
  ({ name, from, to, qualifiers }) =>
    fc
      .record({
        subject: fc.constantFrom(...from.flatMap(idsOf)),
        object: fc.constantFrom(...to.flatMap(idsOf)),
        basis,
        ...Object.fromEntries(
          qualifiers
            .filter(({ required }) => required)
            .map((one) => [
              one.name,
              fc.constantFrom(...(vocabulary.enums.get(one.type) ?? ['Mayor', 'a, b; "c"'])),
            ]),
        ),
      })
      .map((cells) => ({ form: 'relations' as const, cells: { ...cells, predicate: name }, spot })),
);

const valueFacts: readonly fc.Arbitrary<Fact>[] = vocabulary.values.map(
  ({ name, rule, type, labels: of }) => {
    const form = rule === 'DATE' ? ('dates' as const) : ('values' as const);
    const more = rule === 'DATE' ? { text: fc.option(NAMES, { nil: undefined }) } : {};
    return fc
      .record({ subject: fc.constantFrom(...of.flatMap(idsOf)), value: value(type), basis, ...more })
      .map((cells) => ({
        form,
        cells: withValue({ ...cells, predicate: name }),
        spot,
      }));
  },
);

const happens: fc.Arbitrary<Fact> = fc
  .record({ subject: fc.constantFrom(...idsOf('Event'), ...idsOf('Gift')), basis })
  .map((cells) => ({ form: 'happens', cells: { ...cells, predicate: 'happens' }, spot }));

const fact = fc.oneof(happens, ...relationFacts, ...valueFacts);

const saidBy = fc.oneof(
  fc.constant({ voice: 'ARTICLE', sources: [] as Claim['sources'] }),
  fc.option(SAID, { nil: undefined }).map((words) => ({
    voice: 'UNNAMED',
    sources: [] as Claim['sources'],
    ...(words !== undefined && { words }),
  })),
  fc
    .record({ words: fc.option(SAID, { nil: undefined }), said: SAID, of: basis })
    .map(({ words, said, of }) => ({
      voice: 'SOURCE',
      sources: [{ entity: 'person:thing-1', basis: of, words: said, spot }],
      ...(words !== undefined && { words }),
    })),
);

const key = ({ cells, form }: Fact): string =>
  `${form} ${cells.subject} ${cells.predicate} ${cells.object ?? cells.value} ${cells.role} ${cells.title}`;

const claim = (told: Told, at: number): fc.Arbitrary<Claim> =>
  fc
    .record({
      text: NAMES,
      status: fc.constantFrom('OCCURRED', 'PLANNED', 'DENIED'),
      basis,
      said: saidBy,
      places: picks(3),
      facts: fc.uniqueArray(fact, { minLength: 1, maxLength: 5, selector: key }),
      about: fc.uniqueArray(fc.constantFrom('person:thing-2', 'event:thing-1'), { maxLength: 2 }),
    })
    .map(({ said, places: where, about, ...rest }) => ({
      ...rest,
      ...said,
      id: `F${String(at + 1).padStart(2, '0')}`,
      evidence: distinct(places(told, where)),
      about: about.map((entity) => ({ entity, spot })),
      judgements:
        at === 0
          ? []
          : [
              {
                cells: {
                  kind: 'CORRECTS',
                  by: `claim:kd:F0${at + 1}`,
                  target: 'claim:kd:F01',
                  on: '2031-04-12',
                },
                spot,
              },
            ],
      spot,
    }));

function distinct<T extends { start: number; end: number }>(all: readonly T[]): readonly T[] {
  return all.filter(
    (one, at) => all.findIndex(({ start, end }) => start === one.start && end === one.end) === at,
  );
}

function mentionsOf(where: Told, picked: readonly (readonly [number, number, number])[]): readonly Mention[] {
  return distinct(places(where, picked)).map((place, at) => {
    const words = where.text.slice(place);
    const entity = labels[at % labels.length]?.prefix ?? 'person';
    const likely = likelyKind(words, `${entity}:thing-1`, grammar);
    return {
      ...place,
      entity: `${entity}:thing-1`,
      kind: at % 3 === 0 ? 'DEMONYM' : likely,
      ...surfaceOf(words),
    };
  });
}

/** An article, and its text. */
export const article: fc.Arbitrary<{ readonly article: Article; readonly text: string }> = text.chain(
  (source) => {
    const where = told(source);
    const things = labels.flatMap(({ prefix }) => [thing(prefix, 1), thing(prefix, 2)]);
    return fc
      .record({
        things: fc.tuple(...things),
        claims: fc.tuple(claim(where, 0), claim(where, 1), claim(where, 2)),
        mentions: picks(6),
        byline: fc.option(NAMES, { nil: undefined }),
      })
      .map(({ things, claims, mentions, byline }) => ({
        text: source,
        article: {
          key: 'kd',
          head: {
            title: 'A Title of Invention',
            ...(byline !== undefined && { byline }),
            publishedOn: '2031-04-12',
            language: 'en',
          },
          headSpots: new Map(),
          textSha256: sha256(source),
          length: where.text.points.length,
          sentences: where.sentences,
          things,
          claims,
          mentions: mentionsOf(where, mentions),
        },
      }));
  },
);
