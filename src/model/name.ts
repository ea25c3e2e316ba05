/**
 * The key of a name: what is left of it when all is taken away that no reader takes for a difference.
 *
 *     Kim Jong‑Ün   KIM JONG UN   „Kim Jong-un“   kim jong un
 *     U.S.          the U. S.     US              us
 *     Lech Wałęsa   LECH WALESA   Ｌech Walesa    lech walesa
 *
 * Names are equal when their keys are. So a rule stands here only if it never makes two names one: what guesses
 * (another script, another order of words, a typing error) is in candidate/, which proposes and takes nothing.
 * Keys are made by this function when a name is stored and when it is asked for; Cypher cannot fold Unicode, so the
 * scripts carry them.
 */

/** What stands for an apostrophe. Read before NFKC, which makes of some a blank and a mark, and after, which makes some. */
const APOSTROPHES =
  /[\u0060\u00B4\u1FEF\u1FFD\u02B9\u02BB-\u02BF\u055A\u05F3\u2018\u2019\u201B\u2032\uA78B\uA78C\uFF07]/gu;

/** Marks of script that are signs on a letter. Vowel signs of Indic and Thai, and voiced kana, are letters: they stay. */
const MARKS =
  /(?=\p{M})(?![\u3099\u309A])[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]/gu;

/** Letters that Unicode does not decompose, by what writers put for them; the tatweel only stretches a word. */
const LETTERS: { readonly [letter: string]: string } = {
  ...{
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    æ: 'ae',
    œ: 'oe',
    ə: 'e',
    ǝ: 'e',
    ħ: 'h',
    ŧ: 't',
    ŋ: 'n',
    ς: 'σ',
  },
  ...{ ٱ: 'ا', ى: 'ي', ی: 'ي', ې: 'ي', ک: 'ك', ة: 'ه', ہ: 'ه', ـ: '' },
};
const UNDECOMPOSED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/**
 * All that parts words: blanks, dashes, quotes, points. Signs that say something stay (`AT&T`, `C++`), and so do
 * wildcards: `Kim*` asks for more than Kim.
 */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}\p{S}'*?%&@#/\\]|\u2212/gu;

/** An apostrophe that is no part of a word. */
const LOOSE_APOSTROPHE = /(?<![\p{L}\p{M}\p{N}])'|'(?![\p{L}\p{N}])/gu;

/** The words of a name, folded, as it has them: `"the U. S."` gives the, u, s. None where nothing can be read. */
export function nameWords(name: string): readonly string[] {
  const plain = name.replace(APOSTROPHES, "'").normalize('NFKC').replace(APOSTROPHES, "'");
  const folded = caseFold(visible(plain))
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(UNDECOMPOSED, (letter) => LETTERS[letter] ?? letter);
  const words = folded.replace(LOOSE_APOSTROPHE, ' ').replace(BETWEEN_WORDS, ' ').split(' ');
  return words.filter((word) => word !== '');
}

/** The key under which a name is stored and found; empty for a text with nothing to read, which no name is stored under. */
export function nameKey(name: string): string {
  return joinLetters(nameWords(name))
    .join(' ')
    .replace(/^(?:the )+(?=.)/, '');
}

/**
 * The keys that a text may ask for, the first that anything has deciding: its own, then without a possessive, then as a list
 * has it, `Putin, Vladimir`.
 */
export function askedKeys(text: string): readonly string[] {
  const key = nameKey(text);
  const [last = '', first, more] = text.split(/[,，、،]/u);
  const inOrder = first !== undefined && more === undefined ? [nameKey(`${first} ${last}`)] : [];
  const keys = [key, key.replace(/'s$/, ''), ...inOrder];
  return [...new Set(keys)].filter((asked) => asked !== '');
}

/** Whether a text has the form of an id, `label:slug`; that of a fact ends with its value, which may have blanks. */
export function isId(text: string): boolean {
  return /^[a-z]+:\S.*$/su.test(text);
}

/** Without what cannot be seen; blanks of all kinds are one. */
function visible(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '');
}

/** Full case folding, which JavaScript lacks: up and down again makes ẞ and ß `ss`, ı `i`. */
function caseFold(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase();
}

/** A run of single letters is one word: u, s gives us. */
function joinLetters(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let run = false;
  for (const word of words) {
    const single = /^\p{L}$/u.test(word);
    if (single && run) joined.push(`${joined.pop()}${word}`);
    else joined.push(word);
    run = single;
  }
  return joined;
}
