/** The language of a text by its script and its small words; what is not known is taken for English. */

const SMALL_WORDS: { readonly [language: string]: readonly string[] } = {
  en: ['the', 'of', 'and', 'in', 'to', 'a', 'for', 'with', 'was', 'said'],
  de: ['der', 'die', 'und', 'das', 'in', 'zu', 'den', 'mit', 'nicht', 'ist'],
  fr: ['le', 'la', 'les', 'des', 'et', 'en', 'du', 'une', 'que', 'dans'],
  es: ['el', 'la', 'los', 'de', 'y', 'en', 'que', 'una', 'por', 'con'],
  ru: ['в', 'и', 'на', 'с', 'что', 'не', 'по', 'из', 'о', 'за'],
  uk: ['в', 'і', 'на', 'з', 'що', 'не', 'та', 'до', 'про', 'за'],
};

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
];

/** The code of a text's language. */
export function languageOf(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = SCRIPTS.find(([pattern]) => (text.match(pattern)?.length ?? 0) > letters / 5);
  if (script) return script[1];
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counted = Object.entries(SMALL_WORDS).map(
    ([language, small]) => [words.filter((word) => small.includes(word)).length, language] as const,
  );
  const [best] = counted.sort((a, b) => b[0] - a[0]);
  return best && best[0] > 0 ? best[1] : 'en';
}
