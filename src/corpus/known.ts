import { nearest } from '../article/finding.ts';
import { type Grammar, labelOf } from '../article/grammar.ts';
import { nameKey } from '../model/name.ts';
import type { Cells } from '../script/made.ts';
import type { OwnerScript } from '../script/script.ts';

/**
 * What the owners of a corpus and of the layers below it declare of things, and say of events and gifts. Read once; an
 * article is then held against what the others have, which costs what it looks up and not what there is.
 */

/** A thing as owners declare it. */
export type KnownThing = {
  readonly id: string;
  readonly label: string;
  readonly names: readonly string[];
  readonly weakNames: readonly string[];
  readonly kind?: string;
  readonly demonym?: string;
};

/** What an event or a gift is, for telling whether two are one. */
export type Happening = {
  readonly id: string;
  readonly kind: string;
  /** Who stands to it in which way: `GAVE person:ada`. */
  readonly actors: ReadonlySet<string>;
  readonly days: readonly (readonly [first: number, last: number])[];
  /** What is said of it, by predicate: a lamp is no loom. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
};

/** What all but one owner know. */
export type Elsewhere = {
  readonly thing: (id: string) => KnownThing | undefined;
  /** The things that a name is of, by the key of names. */
  readonly called: (name: string) => readonly KnownThing[];
};

/** How many owners call a thing so, by the word. */
type Counts = Map<string, number>;

/** What owners declare of a thing, counted, so that what one of them says can be taken out again. */
type Declared = {
  readonly byOwner: Map<string, Cells>;
  /** What it is called in the first place: who gives it but another name (`~ | Ada V.`) leaves that to others. */
  readonly firstNames: Counts;
  readonly names: Counts;
  readonly weakNames: Counts;
  readonly demonyms: Counts;
  readonly kinds: Counts;
};

/** How many things of one name, or happenings of one actor, are looked at: of more, the rest says nothing new. */
const LOOKED_AT_MAX = 100;

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const firstNameOf = ({ name }: Cells): readonly string[] => (name === undefined ? [] : [String(name)]);

const namesOf = (cells: Cells): readonly string[] => [...firstNameOf(cells), ...texts(cells.aliases)];

const demonymOf = ({ demonym }: Cells): readonly string[] => (demonym === undefined ? [] : [String(demonym)]);

/** Things and happenings of many owners. */
export class Known {
  readonly #grammar: Grammar;
  readonly #declared = new Map<string, Declared>();
  readonly #byKey = new Map<string, Set<string>>();
  readonly #happenings: ReadonlyMap<string, Happening>;
  /** Happenings by their kind and each of their actors. */
  readonly #byActor = new Map<string, Happening[]>();

  constructor(scripts: readonly OwnerScript[], grammar: Grammar) {
    this.#grammar = grammar;
    for (const { id: owner, tables } of scripts)
      for (const { form, rows } of tables)
        if (form.label) for (const { values } of rows) this.#declare(owner, values);
    this.#happenings = happeningsOf(scripts, (id) => this.#thing(id, undefined));
    for (const one of this.#happenings.values())
      for (const actor of one.actors) {
        const key = `${one.kind} ${actor}`;
        const alike = this.#byActor.get(key) ?? [];
        this.#byActor.set(key, alike);
        if (alike.length < LOOKED_AT_MAX) alike.push(one);
      }
  }

  /** What others than an owner know; without one, what all do. */
  without(owner?: string): Elsewhere {
    return {
      thing: (id) => this.#thing(id, owner),
      called: (name) => {
        const ids = [...(this.#byKey.get(nameKey(name)) ?? [])].slice(0, LOOKED_AT_MAX);
        return ids.flatMap((id) => {
          const thing = this.#thing(id, owner);
          const all = thing && [...thing.names, ...thing.weakNames, thing.demonym ?? ''];
          return thing && all?.some((one) => nameKey(one) === nameKey(name)) ? [thing] : [];
        });
      },
    };
  }

  /** Every thing that somebody declares. */
  things(): readonly KnownThing[] {
    return [...this.#declared.keys()].flatMap((id) => this.#thing(id, undefined) ?? []);
  }

  /** The id that somebody may have meant. */
  near(id: string): string | undefined {
    const prefix = id.slice(0, id.indexOf(':') + 1);
    return nearest(
      id,
      [...this.#declared.keys()].filter((one) => one !== id && one.startsWith(prefix)),
    );
  }

  happening(id: string): Happening | undefined {
    return this.#happenings.get(id);
  }

  /** Others of the same kind with an actor in common, and a time that can be one. */
  alike(one: Happening): readonly Happening[] {
    const near = [...one.actors].flatMap((actor) => this.#byActor.get(`${one.kind} ${actor}`) ?? []);
    return [...new Set(near)].filter((other) => areAlike(one, other));
  }

  #declare(owner: string, cells: Cells): void {
    const id = String(cells.id);
    if (Object.keys(cells).length < 2) return;
    const known = this.#declared.get(id) ?? {
      byOwner: new Map(),
      ...{
        firstNames: new Map(),
        names: new Map(),
        weakNames: new Map(),
        demonyms: new Map(),
        kinds: new Map(),
      },
    };
    this.#declared.set(id, known);
    known.byOwner.set(owner, cells);
    count(known.firstNames, firstNameOf(cells));
    count(known.names, namesOf(cells));
    count(known.weakNames, texts(cells.weakAliases));
    count(known.demonyms, demonymOf(cells));
    count(known.kinds, kindOf(cells));
    for (const name of [...namesOf(cells), ...texts(cells.weakAliases), ...demonymOf(cells)]) {
      const key = nameKey(name);
      const ids = this.#byKey.get(key) ?? new Set();
      this.#byKey.set(key, ids.add(id));
    }
  }

  /** A thing that others than `owner` give its first name. */
  #thing(id: string, owner: string | undefined): KnownThing | undefined {
    const known = this.#declared.get(id);
    const label = labelOf(this.#grammar, id)?.name;
    if (!known || label === undefined) return undefined;
    const own: Cells = (owner === undefined ? undefined : known.byOwner.get(owner)) ?? {};
    const firstNames = others(known.firstNames, firstNameOf(own));
    if (firstNames.length === 0) return undefined;
    const names = [...new Set([...firstNames, ...others(known.names, namesOf(own))])];
    const [kind] = others(known.kinds, kindOf(own));
    const [demonym] = others(known.demonyms, demonymOf(own));
    return {
      id,
      label,
      names,
      weakNames: others(known.weakNames, texts(own.weakAliases)),
      ...(kind !== undefined && { kind }),
      ...(demonym !== undefined && { demonym }),
    };
  }
}

function count(counts: Counts, words: readonly string[]): void {
  for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
}

/** The words that somebody else says too. */
const others = (counts: Counts, own: readonly string[]): readonly string[] =>
  [...counts].flatMap(([word, by]) => (by > (own.includes(word) ? 1 : 0) ? [word] : []));

const kindOf = ({ kind }: Cells): readonly string[] => (kind === undefined ? [] : [String(kind)]);

const meet = (a: Happening['days'], b: Happening['days']): boolean =>
  a.length === 0 ||
  b.length === 0 ||
  a.some(([low, high]) => b.some(([from, to]) => low <= to && from <= high));

const agree = (said: ReadonlySet<string>, other: ReadonlySet<string> | undefined): boolean =>
  other === undefined || [...said].some((value) => other.has(value));

/** Two of one kind, the one with all the people of the other, at a time that can be one. */
function areAlike(a: Happening, b: Happening): boolean {
  const [few, many] = a.actors.size < b.actors.size ? [a, b] : [b, a];
  return (
    a.id !== b.id &&
    [...few.actors].every((id) => many.actors.has(id)) &&
    meet(a.days, b.days) &&
    [...a.values].every(([predicate, said]) => agree(said, b.values.get(predicate)))
  );
}

type Draft = {
  readonly actors: Set<string>;
  readonly days: (readonly [number, number])[];
  readonly values: Map<string, Set<string>>;
};

function happeningsOf(
  scripts: readonly OwnerScript[],
  thing: (id: string) => KnownThing | undefined,
): ReadonlyMap<string, Happening> {
  const drafts = new Map<string, Draft>();
  const rows = scripts.flatMap(({ tables }) =>
    tables.flatMap(({ form, rows }) => rows.map(({ values }) => [form.name, values] as const)),
  );
  for (const [form, { subject }] of rows)
    if (form === 'happens') drafts.set(String(subject), { actors: new Set(), days: [], values: new Map() });
  for (const [form, row] of rows) {
    const [subject, object] = [String(row.subject), String(row.object)];
    if (form === 'dates') drafts.get(subject)?.days.push(daysOf(row));
    if (form === 'values') sayValue(drafts.get(subject), row);
    if (form !== 'relations') continue;
    const part = [row.predicate, row.role].filter(Boolean).join(' ');
    drafts.get(object)?.actors.add(`${part} ${subject}`);
    if (!drafts.has(object)) drafts.get(subject)?.actors.add(`${part} ${object}`);
  }
  return new Map(
    [...drafts].flatMap(([id, draft]) => {
      const known = thing(id);
      return known ? [[id, { id, kind: known.kind ?? known.label, ...draft }] as const] : [];
    }),
  );
}

function sayValue(draft: Draft | undefined, { predicate, value }: Cells): void {
  const said = draft?.values.get(String(predicate)) ?? new Set<string>();
  draft?.values.set(String(predicate), said.add(String(value)));
}

const daysOf = ({ earliestDay, latestDay }: Cells): readonly [number, number] => [
  Number(earliestDay ?? Number.NEGATIVE_INFINITY),
  Number(latestDay ?? Number.POSITIVE_INFINITY),
];
