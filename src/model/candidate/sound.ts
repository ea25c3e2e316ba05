/**
 * Names across scripts and romanizations: first in Latin letters, then by their consonants alone, those that one
 * language writes for another's being one.
 *
 *     Moskau, Moscou, Moscow           MSK
 *     セルゲイ・ラブロフ, Sergei Lavrov  SRKRPRP, after "serugei raburofu"
 *     김정은, Kim Dzong Un, Kim Jong-un  KMSNKN
 *
 * It is a guess: Korean sounds like Ukraine. Nothing is ever taken by it.
 */
import anyAscii from 'any-ascii';

/** A name in Latin letters, without blanks: `Путин` gives putin. */
export function latinOf(key: string): string {
  return anyAscii(key)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** Letters that make one consonant together, longest first, and the consonants of single letters. */
const CONSONANTS: readonly (readonly [RegExp, string])[] = [
  [/shch|tsch|sch|tch|dzh|sh|ch|zh|dz|ts|tz|cz|sz|^x|c(?=[eiy])/g, 'S'],
  [/x/g, 'KS'],
  [/kh|gh|ck|[ckgq]/g, 'K'],
  [/ph|[bpfv]/g, 'P'],
  [/[dt]/g, 'T'],
  [/[sz]/g, 'S'],
  [/[lr]/g, 'R'],
  [/m/g, 'M'],
  [/n/g, 'N'],
  [/h/g, ''],
];

/** How j and w are read: both as consonants, either, both as vowels. `Lawrow` has one, `Pjongjang` the other. */
const READINGS = [
  ['S', 'P'],
  ['S', ''],
  ['', 'P'],
  ['', ''],
] as const;

/** The consonants of a name in Latin letters, in all ways to read them. */
export function soundsOf(latin: string): readonly string[] {
  const consonants = consonantsOf(latin).replace(/[aeiouy]/g, '');
  const readings = READINGS.map(([j, w]) => consonants.replaceAll('j', j).replaceAll('w', w));
  return [...new Set(readings.map((reading) => reading.replace(/(.)\1+/g, '$1')))];
}

/** A name in Latin letters as it is spoken, with its vowels: `parkchunghee` gives PaRKSuNKee. */
export function spokenOf(latin: string): string {
  return consonantsOf(latin).replaceAll('j', 'S').replaceAll('w', 'P');
}

function consonantsOf(latin: string): string {
  return CONSONANTS.reduce((text, [letters, consonant]) => text.replace(letters, consonant), latin);
}
