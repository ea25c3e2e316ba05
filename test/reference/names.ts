import type { Derived } from './derive.ts';
import type { Graph, GraphNode } from './graph.ts';
import { idOf } from './graph.ts';
import { ordered } from './order.ts';

/** An entity that a name can mean, as model.md tells it. */
export type NameMatch = { readonly entity: GraphNode; readonly weak: boolean; readonly mentions: number };

export type Names = ReadonlyMap<string, readonly NameMatch[]>;

/** Letters that do not decompose into one with a mark, and forms of one letter. */
const PLAIN = new Map(
  Object.entries({
    ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ə: 'e', ǝ: 'e', ħ: 'h', ŧ: 't', ς: 'σ' },
    ...{ ٱ: 'ا', ى: 'ي', ی: 'ي', ې: 'ي', ک: 'ك', ة: 'ه', ہ: 'ه', ـ: '' },
  }),
);

const APOSTROPHES = ["'", '’', '‘', '`', '´', 'ʼ', '′', '＇'];

/** Marks on letters of these scripts say nothing of who is named. */
const MARKED =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]\p{M}+$/u;

function plainLetter(letter: string): string {
  const parts = letter.normalize('NFD');
  const bare = MARKED.test(parts) ? ([...parts][0] ?? '') : letter;
  return PLAIN.get(bare) ?? bare;
}

const isLetter = (sign: string | undefined): boolean =>
  sign !== undefined && /^[\p{L}\p{M}\p{N}]$/u.test(sign);

/** Signs that are part of what they stand in. */
const isSign = (sign: string): boolean => /^[\p{S}*?%&@#/\\]$/u.test(sign) && sign !== '−';

/** Letter by letter: what is no letter or digit parts words, but for an apostrophe between letters. */
function wordsOf(name: string): readonly string[] {
  const seen = name.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  const straight = [...seen].map((sign) => (APOSTROPHES.includes(sign) ? "'" : sign)).join('');
  const lower = straight.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFC');
  const signs = [...lower.matchAll(/\P{M}\p{M}*/gsu)].map(([letter]) => plainLetter(letter));
  const kept = signs.map((sign, at) => {
    if (sign === "'")
      return isLetter(lastOf(signs[at - 1])) && isLetter([...(signs[at + 1] ?? '')][0]) ? sign : ' ';
    return isLetter([...sign][0]) || isSign(sign) ? sign : ' ';
  });
  return kept
    .join('')
    .split(' ')
    .filter((word) => word !== '');
}

const lastOf = (text: string | undefined): string | undefined => [...(text ?? '')].at(-1);

/** What a name is looked up by: no case, no marks, no "the", and a run of single letters as one word. */
export function keyOf(name: string): string {
  const joined: string[] = [];
  let before = false;
  for (const word of wordsOf(name)) {
    const isSingle = /^\p{L}$/u.test(word);
    if (isSingle && before) joined.push(`${joined.pop()}${word}`);
    else joined.push(word);
    before = isSingle;
  }
  while (joined.length > 1 && joined[0] === 'the') joined.shift();
  return joined.join(' ');
}

/** What a name that is asked for is looked up by: its own key, else without a possessive, else turned round at its one comma. */
export const keysAsked = (name: string): readonly string[] => {
  const key = keyOf(name);
  const parts =
    [...name].filter((sign) => ',，、،'.includes(sign)).length === 1 ? name.split(/[,，、،]/u) : [];
  return [key, key.replace(/'s$/, ''), keyOf(parts.toReversed().join(' '))].filter((one) => one !== '');
};

/** Finds what each name can mean on a day, the most mentioned by then first. */
export function indexNames({ things }: Derived, graph: Graph): Names {
  const names = new Map<string, NameMatch[]>();
  for (const { id, names: called } of things.values()) {
    const entity = graph.byId.get(id);
    if (!entity) continue;
    for (const { key, weak, mentions } of called)
      names.set(key, [...(names.get(key) ?? []), { entity, weak, mentions }]);
  }
  for (const [key, matches] of names) {
    names.set(key, [...ordered(matches, (match) => [-match.mentions, idOf(match.entity)])]);
  }
  return names;
}
