import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { askedKeys, nameKey, nameWords } from '../../src/model/name.ts';

/** Names that no reader takes for different ones, by what tells them apart on paper. */
const alike: readonly (readonly [string, readonly string[]])[] = [
  ['case', ['Sauli Niinistö', 'SAULI NIINISTÖ', 'sauli niinisto']],
  ['dotted and dotless i', ['Işıl Kızıltan', 'IŞIL KIZILTAN', 'Isil Kiziltan', 'İşil Kiziltan']],
  ['sharp s', ['Strauß', 'STRAUẞ', 'Strauss', 'STRAUSS']],
  ['final sigma and tonos', ['Κάρολος Παπούλιας', 'ΚΑΡΟΛΟΣ ΠΑΠΟΥΛΙΑΣ', 'καρολος παπουλιας']],
  ['Georgian capitals', ['მიხეილ', 'ᲛᲘᲮᲔᲘᲚ']],
  ['marks', ['Nguyễn Phú Trọng', 'Nguyen Phu Trong', 'Nguyễn Phú Trọng'.normalize('NFD')]],
  ['letters that do not decompose', ['Bjørn Ærø', 'Bjorn Aero', 'BJØRN ÆRØ']],
  ['Polish l', ['Lech Wałęsa', 'LECH WALESA']],
  ['hamza, yeh, vowel signs, tatweel', ['إبراهيم رئيسي', 'ابراهیم رئیسی', 'إِبْراهيم رئيســي']],
  ['conjoining jamo', ['김정은', '김정은'.normalize('NFD')]],
  ['full width', ['Vladimir Putin', 'Ｖｌａｄｉｍｉｒ　Ｐｕｔｉｎ']],
  ['Kangxi radicals', ['大阪', '⼤阪']],
  ['dashes', ['Ban Ki-moon', 'Ban Ki‐moon', 'Ban Ki‑moon', 'Ban Ki–moon', 'Ban Ki−moon', 'Ban Ki moon']],
  ['blanks', ['Aung San', ' Aung  San ', 'Aung\u00a0San', 'Aung\tSan', 'Aung\u3000San']],
  ['apostrophes', ["D'Arcy", 'D’Arcy', 'D′Arcy', 'D´Arcy', 'D`Arcy', 'D＇Arcy', 'Dʼarcy']],
  [
    'quotes',
    ['Vladimir Putin', '„Vladimir Putin“', '"Vladimir Putin"', '«Vladimir Putin»', "'Vladimir Putin'"],
  ],
  ['points', ['US', 'U.S.', 'U. S.', 'U.S', 'u.s.']],
  ['initials', ['George H. W. Bush', 'George H.W. Bush', 'George HW Bush']],
  ['commas', ['Washington, D.C.', 'Washington DC']],
  [
    'what cannot be seen',
    ['Putin', 'Pu\u200btin', 'Pu\u00adtin', '\u202aPutin\u202c', '\ufeffPutin', 'Pu\u200dtin'],
  ],
  ['joiners', ['नरेन्द्र मोदी', 'नरेन्\u200dद्र मोदी']],
  ['the article', ['Kremlin', 'the Kremlin', 'The Kremlin']],
];

/** Names that differ in what a reader sees. */
const apart: readonly (readonly [string, string, string])[] = [
  ['vowel signs', 'मोदी', 'मादा'],
  ['voiced kana', 'かき', 'がき'],
  ['scripts', 'Putin', 'Путин'],
  ['one letter', 'Ann Lee', 'Anne Lee'],
  ['order', 'Kim Jong-un', 'Jong-un Kim'],
  ['joined words', 'Kim Jong-un', 'Kim Jongun'],
  ['an apostrophe between letters', "O'Brien", 'OBrien'],
  ['a possessive, which may be the name', "McDonald's", 'McDonald'],
  ['a wildcard', 'Kim*', 'Kim'],
  ['signs', 'C++', 'C'],
];

describe('the key of a name', () => {
  test.each(alike)('is one for %s', (_, names) => {
    expect([...new Set(names.map(nameKey))]).toHaveLength(1);
  });

  test.each(apart)('tells %s', (_, one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  test.each([
    ['Kim Jong‑Ün', 'kim jong un'],
    ['the U. S.', 'us'],
    ["Korea's", "korea's"],
    ['The The', 'the'],
    ['AT&T', 'at&t'],
    ['Кремль', 'кремль'],
  ])('of %s is %s', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  test.each(["'", '„“', ' \u200b', '...', '—'])('of %j is empty: nothing can be read', (text) => {
    expect([nameKey(text), nameWords(text), askedKeys(text)]).toEqual(['', [], []]);
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );

  test('is its own key, whatever the text', () => {
    fc.assert(
      fc.property(text, (name) => nameKey(nameKey(name)) === nameKey(name)),
      { numRuns: 1_000 },
    );
  });

  test('does not depend on the normal form of the text', () => {
    fc.assert(
      fc.property(text, (name) => {
        for (const form of ['NFC', 'NFD']) expect(nameKey(name.normalize(form))).toBe(nameKey(name));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a name that is asked for', () => {
  test('may be a possessive, or the name itself', () => {
    expect([askedKeys("the Kremlin's"), askedKeys('Kim')]).toEqual([["kremlin's", 'kremlin'], ['kim']]);
  });
});
