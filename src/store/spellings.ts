/**
 * How a word can stand in a full-text index. Engines cut a text into words before they put it into lower case, or letter
 * by letter, and none composes letters with their marks first: so a word in lower case is looked up as each of these.
 */
export function spellingsOf(word: string): readonly string[] {
  const spellings = [
    word,
    word.normalize('NFD'),
    // the last sigma of a Greek word has a form of its own, unless letters are put into lower case one by one
    word.replaceAll('ς', 'σ'),
    word.replace(/σ$/, 'ς'),
    // İ becomes two letters, of which the second one parts words; or a plain i
    word.replaceAll('i\u0307', 'İ'),
    word.replaceAll('i\u0307', 'i'),
  ];
  return [...new Set(spellings)];
}
