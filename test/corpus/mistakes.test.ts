import { describe, expect, test } from '@jest/globals';
import { printArticle } from '../../src/article/print-article.ts';
import { grammar, readSound } from '../article/language.ts';
import { articleFile, findingsIn, SOURCE, TEXT } from './harbour.ts';

/**
 * The 74 careless mistakes (numbered to 75, as they were once listed; 36 is two of them) that were tried on hand-written
 * scripts, of which 48 passed in silence. An article file either has no place for one, or says so at its line, or it is no
 * mistake any more.
 */

type Edit = readonly [from: string, to: string, ...more: readonly string[]];

type Mistake =
  | {
      readonly n: number;
      readonly what: string;
      readonly edit: Edit;
      readonly code: string;
      readonly at: string;
    }
  | {
      readonly n: number;
      readonly what: string;
      readonly text: Edit | ((text: string) => string);
      readonly code: string;
    }
  | { readonly n: number; readonly what: string; readonly packed: Edit; readonly code: string }
  | { readonly n: number; readonly what: string; readonly right: Edit }
  | { readonly n: number; readonly what: string; readonly impossible: string };

const NO_COLUMN = 'the working form has no such column: it is made from the words and the text';
const OWN_ONLY = 'a file says nothing but what its own article says';

const LAMP = '  gift:2031-venn-lundeen-lamp: storm lamp';
const F01 = 'facts: event:2031-venn-lundeen-meeting happens;';

const MISTAKES: readonly Mistake[] = [
  {
    n: 1,
    what: 'sentence span one too far',
    packed: ['  1: BODY 107-204', '  1: BODY 107-205'],
    code: 'SENTENCE_HASH',
  },
  { n: 2, what: 'sentence hash, one digit', packed: ['107-204 e', '107-204 f'], code: 'SENTENCE_HASH' },
  { n: 3, what: 'article hash wrong', packed: ['text: ', 'text: 0'], code: 'SPAN' },
  { n: 4, what: 'article length wrong', impossible: NO_COLUMN },
  {
    n: 5,
    what: 'mention one off, with surface',
    packed: ['President Ada Venn 1:0-', 'President Ada Venn 1:1-'],
    code: 'SPAN',
  },
  { n: 6, what: 'mention one off, surface left out', impossible: NO_COLUMN },
  {
    n: 7,
    what: 'mention links another: a namesake',
    edit: ['Bo Lundeen 1;', 'Ada Venn 1; Bo Lundeen 1;'],
    code: 'MENTION_OTHER',
    at: 'Ada Venn 1; Bo',
  },
  {
    n: 8,
    what: 'evidence three characters off',
    edit: ['quote: Venn handed her', 'quote: n handed her'],
    code: 'QUOTE_NONE',
    at: 'n handed her',
  },
  {
    n: 9,
    what: 'evidence in the wrong sentence',
    edit: ['quote: Venn handed her guest a storm lamp made in Port Ansel', 'quote: sentence 8'],
    code: 'FACT_ELSEWHERE',
    at: 'F04:',
  },
  {
    n: 10,
    what: 'evidence beyond its sentence',
    edit: ['made in Port Ansel\n', 'made in Port Ansel. Lundeen gave\n'],
    code: 'QUOTE_ACROSS',
    at: 'Venn handed her guest',
  },
  {
    n: 11,
    what: 'evidence in no sentence',
    edit: ['quote: Toru asked for a base there', 'quote: sentence 40'],
    code: 'SENTENCE',
    at: 'sentence 40',
  },
  {
    n: 12,
    what: 'evidence in no sentence, one of two',
    edit: ['- sentence 0d', '- sentence 0x'],
    code: 'SENTENCE',
    at: 'sentence 0x',
  },
  { n: 13, what: 'evidence of no claim', impossible: 'a quote stands in its claim' },
  {
    n: 14,
    what: 'about an id with a typo',
    edit: ['    facts: person:jon-reyk', '    about: person:ada-ven, country:xa\n    facts: person:jon-reyk'],
    code: 'UNDECLARED',
    at: 'person:ada-ven,',
  },
  {
    n: 15,
    what: 'about one id alone, with a typo',
    edit: ['facts: person:jon-reyk HOLDS_OFFICE country:xa as "Foreign Minister"', 'about: person:jon-reik'],
    code: 'UNDECLARED',
    at: 'person:jon-reik',
  },
  {
    n: 16,
    what: 'giver with a typo',
    edit: ['person:ada-venn GAVE', 'person:ada-vena GAVE'],
    code: 'UNDECLARED',
    at: 'gift:2031-venn-lundeen-lamp\n',
  },
  {
    n: 17,
    what: 'role with a typo in its event',
    edit: [F01, 'facts: event:2031-venn-lundeen-meetin happens;'],
    code: 'UNDECLARED',
    at: 'event:2031-venn-lundeen-meetin happens',
  },
  {
    n: 18,
    what: 'mention of an id with a typo',
    edit: ['  person:ira-moss: Ira Moss 3', '  person:ira-mos: Ira Moss 3'],
    code: 'UNDECLARED',
    at: 'Ira Moss 3',
  },
  { n: 19, what: 'fact of no claim', impossible: 'a fact stands in its claim' },
  { n: 20, what: 'fact without claims', impossible: 'a fact stands in its claim' },
  {
    n: 21,
    what: 'fact in a claim of something else',
    edit: [
      '    facts:\n      - person:ada-venn GAVE',
      '    facts:\n      - person:jon-reyk HOLDS_OFFICE country:xt as "Guest"\n      - person:ada-venn GAVE',
    ],
    code: 'ACTOR_ELSEWHERE',
    at: 'F04:',
  },
  {
    n: 22,
    what: 'source with a typo',
    edit: ['by: person:ira-moss', 'by: person:ira-mose'],
    code: 'UNDECLARED',
    at: 'person:ira-mose',
  },
  {
    n: 23,
    what: 'contradicts a claim that is not there',
    edit: ['    quote: Foreign Minister', '    contradicts: F99 HOLDS_OFFICE\n    quote: Foreign Minister'],
    code: 'CLAIM_UNKNOWN',
    at: 'F99',
  },
  {
    n: 24,
    what: 'unknown kind of event',
    edit: [': MEETING Meeting', ': PARTY Meeting'],
    code: 'KIND',
    at: 'PARTY',
  },
  {
    n: 25,
    what: 'unknown role',
    edit: [
      'PARTICIPANT person:ada-venn, person:bo-lundeen; HAS',
      'PARTICIPENT person:ada-venn, person:bo-lundeen; HAS',
    ],
    code: 'PREDICATE',
    at: 'PARTICIPENT',
  },
  {
    n: 26,
    what: 'unknown status',
    edit: ['status: EXPECTED', 'status: LIKELY'],
    code: 'STATUS',
    at: 'LIKELY',
  },
  {
    n: 27,
    what: 'unknown kind of place',
    edit: ['FACILITY Old Mint', 'MUSEUM Old Mint'],
    code: 'KIND',
    at: 'MUSEUM',
  },
  { n: 28, what: 'property misspelt', edit: ['quantity 1', 'quantiy 1'], code: 'PREDICATE', at: 'quantiy' },
  { n: 29, what: 'quantity as text', edit: ['quantity 2', 'quantity two'], code: 'VALUE', at: 'two\n' },
  {
    n: 30,
    what: 'event that no claim is about',
    edit: [F01, 'facts:'],
    code: 'NOTHING_SAID',
    at: 'event:2031-venn-lundeen-meeting:',
  },
  {
    n: 31,
    what: 'gift that nobody gave and no claim tells',
    edit: [LAMP, `  gift:2031-nothing: nothing\n${LAMP}`],
    code: 'NOTHING_SAID',
    at: 'gift:2031-nothing',
  },
  {
    n: 32,
    what: 'the same gift under two ids',
    edit: [
      '      - person:ada-venn GAVE gift:2031-venn-lundeen-lamp\n',
      '      - person:ada-venn GAVE gift:2031-venn-lundeen-lamp, gift:2031-lamp\n      - gift:2031-lamp happens; GIVEN_TO person:bo-lundeen; GIVEN_DURING event:2031-venn-lundeen-gifts; MADE_IN country:xa\n',
      LAMP,
      `  gift:2031-lamp: lamp\n${LAMP}`,
    ],
    code: 'SAME_GIFT',
    at: 'gift:2031-venn-lundeen-lamp:',
  },
  {
    n: 33,
    what: 'the same event under two ids',
    edit: [
      F01,
      'facts:\n      - event:2031-a happens; PARTICIPANT person:ada-venn, person:bo-lundeen\n      - event:2031-venn-lundeen-meeting happens;',
      '  event:2031-lundeen-visit: VISIT',
      '  event:2031-a: MEETING A meeting\n  event:2031-lundeen-visit: VISIT',
    ],
    code: 'SAME_EVENT',
    at: 'event:2031-venn-lundeen-meeting:',
  },
  {
    n: 34,
    what: 'the same person under two ids',
    edit: ['  person:jon-reyk: Jon', '  person:ada: Ada Venn\n  person:jon-reyk: Jon'],
    code: 'SAME_NAME',
    at: 'person:ada:',
  },
  {
    n: 35,
    what: "an alias that is another's name",
    edit: ['Jon Reyk | ?Reyk', 'Jon Reyk | Bo Lundeen'],
    code: 'SAME_NAME',
    at: 'person:jon-reyk:',
  },
  {
    n: 36,
    what: 'two people merged under one id',
    edit: ['Ira Moss 3;', 'Ira Moss 3; Jon Reyk 7;'],
    code: 'MENTION_OTHER',
    at: 'Jon Reyk 7;',
  },
  {
    n: 37,
    what: 'words of the article as our own',
    edit: [
      'says: Lundeen got a lamp from Venn.',
      'says: The Dock Workers’ Union warned on Thursday against any sale of the northern quay.',
    ],
    code: 'COPIES',
    at: 'F04:',
  },
  {
    n: 38,
    what: 'the text of a sentence in the file',
    impossible: 'the travelling form has no words of the text but short names',
  },
  {
    n: 39,
    what: 'date in words',
    edit: ['date 2031-05 text', 'date May text'],
    code: 'DATE',
    at: 'May text',
  },
  {
    n: 40,
    what: '31 February',
    edit: ['date 2031-04-11', 'date 2031-02-31'],
    code: 'DATE',
    at: '2031-02-31',
  },
  {
    n: 41,
    what: 'first and last day of another year',
    edit: ['text "in May"', 'text "in May" within 2030-05-01/2030-05-02'],
    code: 'LOAD',
    at: 'event:2031-reyk-visit happens',
  },
  { n: 42, what: 'precision DAY with a month', impossible: NO_COLUMN },
  { n: 43, what: 'first day forgotten', impossible: NO_COLUMN },
  { n: 44, what: 'date that no claim gives', impossible: 'a date stands in its claim' },
  { n: 45, what: 'open start', right: ['date 2031-05 text "in May"', 'date ../2031-05 text "in May"'] },
  {
    n: 46,
    what: 'date of a claim in words',
    edit: ['date 2031-04-10', 'date "10 April 2031"'],
    code: 'DATE',
    at: '"10 April',
  },
  {
    n: 47,
    what: 'OCCURRED after publication',
    edit: ['date 2031-04-11', 'date 2031-04-21'],
    code: 'FUTURE',
    at: '2031-04-21',
  },
  {
    n: 48,
    what: 'words of a date that are not there',
    edit: ['text "on Thursday"', 'text "on Monday"'],
    code: 'SOURCE_WORDS',
    at: '2031-04-10',
  },
  {
    n: 49,
    what: 'words of a source that are not there',
    edit: ['"said Ira Moss"', '"told Ira Moss"'],
    code: 'SOURCE_WORDS',
    at: 'person:ira-moss "told',
  },
  {
    n: 50,
    what: 'publishedOn: 14 May 2031',
    edit: ['publishedOn: 2031-04-12', 'publishedOn: 12 April 2031'],
    code: 'DATE',
    at: '12 April',
  },
  {
    n: 51,
    what: 'language: English',
    edit: ['language: en', 'language: English'],
    code: 'LANGUAGE',
    at: 'English',
  },
  {
    n: 52,
    what: 'id with a capital and a blank',
    edit: ['  person:jon-reyk: Jon', '  person:Jon Reyk: Jon'],
    code: 'ID_FORM',
    at: 'person:Jon',
  },
  {
    n: 53,
    what: 'prefix of another label',
    edit: ['  person:jon-reyk: Jon', '  org:jon-reyk: Jon'],
    code: 'KIND',
    at: 'Jon Reyk |',
  },
  {
    n: 54,
    what: 'claim id of the other article',
    impossible: 'a claim has a number, and the key of its own file',
  },
  {
    n: 55,
    what: 'the same claim id twice',
    edit: ['  F09:', '  F08:'],
    code: 'TWICE',
    at: 'F08:\n    says: Reyk is the foreign',
  },
  {
    n: 56,
    what: 'GAVE the wrong way round',
    edit: [
      'person:bo-lundeen GAVE gift:2031-lundeen-venn-looms',
      'gift:2031-lundeen-venn-looms GAVE person:bo-lundeen',
    ],
    code: 'EDGE_END',
    at: 'person:bo-lundeen\n',
  },
  {
    n: 57,
    what: 'HAS_PLACE a person',
    edit: ['HAS_PLACE place:old-mint', 'HAS_PLACE person:ira-moss'],
    code: 'EDGE_END',
    at: 'person:ira-moss; date',
  },
  {
    n: 58,
    what: 'unknown relation',
    edit: ['person:ada-venn GAVE', 'person:ada-venn BRIBED'],
    code: 'PREDICATE',
    at: 'BRIBED',
  },
  {
    n: 60,
    what: 'PART_OF in a circle',
    edit: [F01, `facts: event:2031-venn-lundeen-meeting PART_OF event:2031-venn-lundeen-gifts; happens;`],
    code: 'CIRCLE',
    at: 'event:2031-venn-lundeen-gifts; happens',
  },
  {
    n: 61,
    what: 'GAVE in a claim that is DENIED',
    right: [
      '    by: person:ira-moss "said Ira Moss"',
      '    status: DENIED\n    by: person:ira-moss "said Ira Moss"',
    ],
  },
  { n: 62, what: 'the label forgotten', impossible: NO_COLUMN },
  {
    n: 63,
    what: 'two sentences overlap',
    packed: ['  2: BODY 205-', '  2: BODY 200-'],
    code: 'SENTENCE_HASH',
  },
  { n: 64, what: 'the last sentence left out', impossible: 'the sentences are those of the text' },
  { n: 65, what: 'numbering with a gap', impossible: NO_COLUMN },
  {
    n: 66,
    what: 'a semicolon forgotten',
    edit: ['person:bo-lundeen; HAS_PLACE', 'person:bo-lundeen HAS_PLACE'],
    code: 'QUALIFIER',
    at: 'HAS_PLACE',
  },
  {
    n: 67,
    what: 'an apostrophe not escaped',
    right: ['says: Venn got two looms for it.', "says: Venn's guest gave her two looms."],
  },
  { n: 68, what: 'rewrites a claim of the other', impossible: OWN_ONLY },
  { n: 69, what: 'deletes a gift of the other', impossible: OWN_ONLY },
  {
    n: 70,
    what: 'overwrites a name of the world',
    edit: ['  country:xa: Arvale', '  country:ru: Ruritania | isoCode RU\n  country:xa: Arvale'],
    code: 'TWO_NAMES',
    at: 'country:ru',
  },
  { n: 71, what: 'text with CRLF', text: (text) => text.replaceAll('\n', '\r\n'), code: 'TEXT_BREAKS' },
  { n: 72, what: 'text with a BOM', text: (text) => `\uFEFF${text}`, code: 'TEXT_MARK' },
  {
    n: 73,
    what: 'one straight quote for a curly one',
    text: ["Workers' Union", 'Workers’ Union'],
    code: 'TEXT_CHANGED',
  },
  { n: 74, what: 'trailing newline added', right: ['', ''] },
];

/** The source with words replaced, pair by pair. */
function replaced(source: string, [from, to, ...more]: Edit): string {
  if (!source.includes(from)) throw new Error(`nothing to spoil: ${from}`);
  const done = source.replace(from, to);
  const [next, by] = more;
  return next === undefined || by === undefined ? done : replaced(done, [next, by]);
}

const codes = (article: ReturnType<typeof articleFile>) => findingsIn(article).map(({ code }) => code);

/** The line on which some words stand. */
const lineOf = (source: string, words: string): number =>
  source.slice(0, source.indexOf(words)).split('\n').length;

const packed = (source: string) => printArticle(readSound(source, TEXT), { grammar });

describe('the sound article', () => {
  test('has nothing to find, in either form', () => {
    expect(findingsIn(articleFile(SOURCE, TEXT))).toEqual([]);
    expect(codes(articleFile(packed(SOURCE), TEXT, 'packed'))).toEqual(['FACT_ELSEWHERE']);
  });
});

describe('careless mistakes', () => {
  const written = MISTAKES.filter((one) => 'edit' in one);
  test.each(written.map((one) => [one.n, one.what, one] as const))(
    '%d %s',
    (_, _what, { edit, code, at }) => {
      const source = replaced(SOURCE, edit);
      const found = findingsIn(articleFile(source, TEXT));
      const told = found.map(({ code, line }) => `${code} ${line}`);
      expect(told).toContain(`${code} ${lineOf(source, at)}`);
      for (const { sentence, mend } of found) {
        expect(sentence).toMatch(/[.?"]$/);
        if (mend !== undefined) expect(mend).toMatch(/[.?"…]$/);
      }
    },
  );

  const ofTexts = MISTAKES.filter((one) => 'text' in one);
  test.each(ofTexts.map((one) => [one.n, one.what, one] as const))('%d %s', (_, _what, { text, code }) => {
    const changed = typeof text === 'function' ? text(TEXT) : replaced(TEXT, text);
    expect(codes(articleFile(packed(SOURCE), changed, 'packed'))).toContain(code);
  });

  const ofPacked = MISTAKES.filter((one) => 'packed' in one);
  test.each(ofPacked.map((one) => [one.n, one.what, one] as const))(
    '%d %s',
    (_, _what, { packed: edit, code }) => {
      const source = packed(SOURCE);
      const begin = edit[0] === 'a' ? source.indexOf('  1: BODY') + 20 : 0;
      const spoilt = source.slice(0, begin) + replaced(source.slice(begin), edit);
      expect(codes(articleFile(spoilt, TEXT, 'packed'))).toContain(code);
    },
  );

  const right = MISTAKES.filter((one) => 'right' in one);
  test.each(right.map((one) => [one.n, one.what, one] as const))(
    '%d %s: is none',
    (n, _what, { right: edit }) => {
      expect(findingsIn(articleFile(replaced(SOURCE, edit), n === 74 ? `${TEXT}\n` : TEXT))).toEqual([]);
    },
  );

  test('are all told of, found or impossible', () => {
    const told = MISTAKES.map(({ n }) => n);
    const elsewhere = [59, 75];
    expect([...told, ...elsewhere].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 75 }, (_, at) => at + 1),
    );
  });
});
