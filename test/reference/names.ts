import { type Graph, type GraphNode, has, idOf, type Properties } from './graph.ts';
import { ordered } from './order.ts';

/** An entity that a name can mean, as model.md section 8 has it. */
export type NameMatch = { readonly entity: GraphNode; readonly weak: boolean; readonly mentions: number };

export type Names = ReadonlyMap<string, readonly NameMatch[]>;

const plain: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  '’': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
};

/** Only Latin letters lose their marks. */
const latin = /^[a-z]\p{M}+$/u;

/** Lower case; letters without their marks; typographic apostrophes and hyphens plain. */
export function fold(name: string): string {
  const lower = name.normalize('NFC').toLowerCase();
  return lower.replace(/[a-z]̇|./gsu, (letter) => {
    const parts = letter.normalize('NFD');
    return latin.test(parts) ? (parts[0] ?? '') : (plain[letter] ?? letter);
  });
}

/** What a name that is asked for is looked up by: also trimmed, and with single spaces. */
export const foldAsked = (name: string): string => fold(name.trim().replace(/\s+/g, ' '));

type Use = { readonly name: string; readonly rank: number; readonly hits: number };

/** Every way to call an entity: 0 identifies, 1 and 2 merely may, 3 gives no name. */
function usesOf(entity: GraphNode): readonly Use[] {
  const { name, aliases, weakAliases } = entity.properties;
  const strong = [name, ...((aliases as string[] | undefined) ?? [])];
  const surfaces = entity.in.flatMap(({ type, properties: { surface, kind } }): Use[] => {
    if (type !== 'MENTIONS' || typeof surface !== 'string' || kind === 'PRONOUN') return [];
    return [{ name: surface, rank: kind !== 'NOMINAL' || has(entity, 'Event') ? 2 : 3, hits: 1 }];
  });
  const weak = (weakAliases as string[] | undefined) ?? [];
  return [
    ...strong.map((use) => ({ name: String(use), rank: 0, hits: 0 })),
    ...weak.map((use) => ({ name: use, rank: 1, hits: 0 })),
    ...surfaces,
  ];
}

/** What texts that count call an entity. */
function usedIn(entity: GraphNode, counts: (sentence: GraphNode) => boolean): ReadonlySet<string> {
  const surfaces = entity.in.flatMap(({ type, start, properties: { surface, kind } }) =>
    type === 'MENTIONS' && kind !== 'PRONOUN' && typeof surface === 'string' && counts(start)
      ? [fold(surface)]
      : [],
  );
  return new Set(surfaces);
}

/** Whether a name is made of words of another, hyphens or not. */
function isPart(name: string, whole: string): boolean {
  const words = (text: string) => ` ${fold(text).replaceAll('-', ' ')} `;
  return words(whole).includes(words(name));
}

/** The lists of names of an entity without the names that only texts use which do not count. */
export function namedBy(entity: GraphNode, counts: (sentence: GraphNode) => boolean): Properties {
  const [ever, then] = [usedIn(entity, () => true), usedIn(entity, counts)];
  const own = String(entity.properties.name);
  const known = (name: string) => isPart(name, own) || then.has(fold(name)) || !ever.has(fold(name));
  const lists = ['aliases', 'weakAliases'].flatMap((key) => {
    const names = entity.properties[key];
    return Array.isArray(names) ? [[key, (names as string[]).filter(known)] as const] : [];
  });
  return Object.fromEntries(lists);
}

/** Finds what each name can mean, the most mentioned first. */
export function indexNames(graph: Graph): Names {
  const names = new Map<string, NameMatch[]>();
  for (const entity of graph.nodes.filter((node) => has(node, 'Entity'))) {
    const uses = usesOf(entity).map((use) => ({ ...use, key: fold(use.name) }));
    for (const key of new Set(uses.map((use) => use.key))) {
      const same = uses.filter((use) => use.key === key);
      const rank = Math.min(...same.map((use) => use.rank));
      if (rank >= 3) continue;
      const mentions = same.reduce((sum, use) => sum + use.hits, 0);
      const match = { entity, weak: rank > 0, mentions };
      names.set(key, [...(names.get(key) ?? []), match]);
    }
  }
  for (const [key, matches] of names) {
    names.set(key, [...ordered(matches, (match) => [-match.mentions, idOf(match.entity)])]);
  }
  return names;
}

const EDITS_MAX = 2;
const START = 2;

/** Names that contain the one asked for, first; then by how many letters differ, as far as they start alike. */
export function near(names: Names, key: string): readonly string[] {
  if (key === '' || names.has(key)) return [];
  const start = [...key].slice(0, START).join('');
  const ranked = [...names.keys()].flatMap((name) => {
    const [contains, part, edits] = [name.includes(key), key.includes(name), editsBetween(name, key)];
    const alike = name.startsWith(start) && edits <= EDITS_MAX;
    return name !== '' && (contains || part || alike)
      ? [{ name, rank: [contains ? 0 : 1, edits, name] }]
      : [];
  });
  return ordered(ranked, ({ rank }) => rank).map(({ name }) => name);
}

/** How many letters to add, drop or change: the table of Wagner and Fischer. */
function editsBetween(a: string, b: string): number {
  const table = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const above = table[i - 1] ?? [];
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const [up = 0, left = 0, corner = 0] = [above[j], row[j - 1], above[j - 1]];
      row.push(Math.min(up + 1, left + 1, corner + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    table.push(row);
  }
  return table[a.length]?.[b.length] ?? 0;
}
