import { LAST_DAY } from '../compile/compile.ts';
import type { Variables } from '../compile/input.ts';
import type { Meaning, NamePlan, ReadText } from '../compile/plan.ts';
import { type ErrorCode, ServiceError } from '../errors.ts';
import {
  type Bearer,
  candidatesOf,
  type Known,
  type NameReading,
  readKnown,
} from '../model/candidate/read.ts';
import { reasons } from '../model/candidate/rules.ts';
import { type Asked, adviceOn, sentenceOn } from '../model/candidate/words.ts';
import type { Mapping } from '../model/mapping.ts';
import { askedKeys } from '../model/name.ts';
import type { GraphStore, ReadOptions, Row } from '../store/store.ts';
import { nameBook } from './name-book.ts';

/**
 * Reads the names of an operation before its statement: all of them by one look-up, by the keys that the graph keeps of
 * names and by ids. What nothing bears is looked for among all names, which proposes and takes nothing.
 *
 *     taken      the operation goes on with the thing
 *     ambiguous  in a list any of them is meant; where one thing is needed, AMBIGUOUS_NAME
 *     other      NAME_OF_OTHER_TYPE
 *     unknown    UNKNOWN_NAME, with what may be meant
 *
 * So an answer is always one to a question that was understood. The lenient form goes on: what was not understood means
 * nothing, and the answer says so.
 */

/** A name as the answer tells it, in `extensions.names`. */
export type ToldName = {
  readonly path: string;
  readonly argument: string;
  readonly value: string;
  readonly outcome: NameReading['kind'];
  /** What bears it. */
  readonly things: readonly ToldThing[];
  /** What may be meant where nothing bears it. */
  readonly suggestions?: readonly ToldSuggestion[];
  /** What to tell people, where there is something to tell. */
  readonly note?: string;
};

type ToldThing = {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** Whether the name merely may mean it. */
  readonly weak: boolean;
  /** How many items of the list it gives, where several things bear the name. */
  readonly count?: number;
};

type ToldSuggestion = Pick<ToldThing, 'id' | 'type' | 'name'> & {
  readonly reason: keyof typeof reasons;
  readonly because: string;
  readonly score: number;
};

/** What names are read with. */
export type NameReader = {
  readonly store: GraphStore;
  readonly mapping: Mapping;
  readonly options: ReadOptions;
  /** Whether what is not understood is told, and not refused. */
  readonly lenient: boolean;
};

/** A name that was planned, one of its texts, and what was read of it. */
export type NameRead = ReadText & { readonly plan: NamePlan };

/** The variables as a statement is priced, before names are read: each means one thing. */
export function beforeReading(plans: readonly NamePlan[], variables: Variables): Variables {
  if (plans.length === 0) return variables;
  return { ...variables, ...Object.fromEntries(plans.map(({ key }) => [key, { ids: [''], texts: [] }])) };
}

/** Reads all names that are planned; the variables then hold what each means. */
export async function readNames(
  reader: NameReader,
  plans: readonly NamePlan[],
  variables: Variables,
): Promise<{ readonly variables: Variables; readonly read: readonly NameRead[] }> {
  if (plans.length === 0) return { variables, read: [] };
  const days = new Map<string, Known>();
  const dayOf = ({ day }: NamePlan) => day?.(variables) ?? LAST_DAY;
  for (const day of new Set(plans.map(dayOf))) {
    const texts = plans.filter((plan) => dayOf(plan) === day).flatMap((plan) => plan.texts(variables));
    days.set(day, await lookUp(reader, texts, day));
  }
  const read: NameRead[] = [];
  for (const plan of plans) {
    const day = dayOf(plan);
    const asked = { plan, day, known: days.get(day) ?? NOTHING };
    for (const text of plan.texts(variables)) read.push({ plan, ...(await readText(reader, text, asked)) });
  }
  if (!reader.lenient) refuse(read);
  const meant = plans.map((plan) => [plan.key, meaningOf(read.filter((one) => one.plan === plan))]);
  return { variables: { ...variables, ...Object.fromEntries(meant) }, read };
}

const NOTHING: Known = { byId: new Map(), byKey: new Map() };

const LOOK_UP = `CALL () {
  UNWIND $keys AS asked MATCH (:Name {key: asked})-[names:NAMES]->(thing:Entity)
  WHERE coalesce(names.reportedOn, '') <= $day AND coalesce(thing.reportedOn, '') <= $day
  RETURN asked, thing, NOT coalesce(names.identifiesOn <= $day, false) AS weak, names.mentions AS mentions
  UNION ALL
  UNWIND $ids AS asked MATCH (:Entity {id: asked})-[:COUNTS_AS*0..1]->(thing:Entity)
  WHERE thing.sameAs IS NULL AND coalesce(thing.reportedOn, '') <= $day
  RETURN asked, thing, null AS weak, 0 AS mentions
}
RETURN asked, thing.id AS id, labels(thing) AS labels, thing.name AS name, weak, mentions`;

/** Who bears some names, or is some ids, on a day. */
async function lookUp(
  { store, mapping, options }: NameReader,
  texts: readonly string[],
  day: string,
): Promise<Known> {
  const keys = [...new Set(texts.flatMap(askedKeys))];
  const ids = [...new Set(texts.map((text) => text.trim()))];
  const rows = await store.read({ text: LOOK_UP, parameters: { keys, ids, day } }, options);
  const thingOf = ({ id, name, labels }: Row) => ({
    id: String(id),
    name: String(name),
    type: mapping.typeOf(labels as readonly string[]),
  });
  const byKey = new Map<string, Bearer[]>();
  for (const row of rows.filter(({ weak }) => weak !== null)) {
    const bearer = { thing: thingOf(row), weak: row.weak === true, mentions: Number(row.mentions) };
    byKey.set(String(row.asked), [...(byKey.get(String(row.asked)) ?? []), bearer]);
  }
  const byId = new Map(
    rows.filter(({ weak }) => weak === null).map((row) => [String(row.asked), thingOf(row)]),
  );
  return { byKey, byId };
}

async function readText(
  reader: NameReader,
  text: string,
  { plan: { wanted }, known, day }: { readonly plan: NamePlan; readonly known: Known; readonly day: string },
): Promise<ReadText> {
  const key = askedKeys(text).find((asked) => known.byKey.get(asked)) ?? '';
  const reading = readKnown(text, known, wanted);
  if (reading) return { text, key, reading };
  const candidates = candidatesOf(text, await nameBook(reader), { ...wanted, day });
  return { text, key, reading: { kind: 'UNKNOWN', candidates } };
}

const REFUSALS: { readonly [kind in Exclude<NameReading['kind'], 'TAKEN'>]: ErrorCode } = {
  AMBIGUOUS: 'AMBIGUOUS_NAME',
  OTHER_TYPE: 'NAME_OF_OTHER_TYPE',
  UNKNOWN: 'UNKNOWN_NAME',
};

/** Whether an operation cannot go on with a name. */
function isRefused({ plan: { several }, reading: { kind } }: NameRead): boolean {
  if (several === 'told' || kind === 'TAKEN') return false;
  return kind !== 'AMBIGUOUS' || several === 'refused';
}

/** Refuses what was not understood: the first in words, all of it in `names`. */
function refuse(read: readonly NameRead[]): void {
  const refused = read.filter(isRefused);
  const [first] = refused;
  if (!first || first.reading.kind === 'TAKEN') return;
  const { plan, reading } = first;
  const need = reading.kind === 'AMBIGUOUS' ? ` ${plan.path}(${plan.argument}:) needs one thing.` : '';
  const [sentence, ...more] = refused.map((one) => sentenceOn(askedIn(one)));
  throw new ServiceError(REFUSALS[reading.kind], [`${sentence}${need}`, ...more].join(' '), {
    hint: refused.map(adviceOn).join(' '),
    details: { names: read.map((one) => toldName(one)) },
  });
}

/** A name as words tell it. */
function askedIn({ plan: { wanted, several }, text, reading }: NameRead, counts?: Counts): Asked {
  return { text, reading, wanted, isAnyMeant: several === 'any', counts };
}

type Counts = ReadonlyMap<string, number>;

function meaningOf(read: readonly NameRead[]): Meaning {
  const ids = read.flatMap(({ plan: { several }, reading }) => {
    if (reading.kind === 'TAKEN') return [reading.bearer.thing.id];
    return reading.kind === 'AMBIGUOUS' && several === 'any'
      ? reading.bearers.map(({ thing }) => thing.id)
      : [];
  });
  return { ids: [...new Set(ids)], texts: read };
}

/** A name as the answer tells it; `counts` has how many items each of several bearers gives. */
export function toldName(read: NameRead, counts?: Counts): ToldName {
  const { text, reading, plan } = read;
  const { path, argument } = plan;
  const isUnknown = reading.kind === 'UNKNOWN';
  const sentences = [sentenceOn(askedIn(read, counts)), adviceOn(read)];
  const note = sentences.filter((sentence) => sentence !== undefined).join(' ');
  return {
    path,
    argument,
    value: text,
    outcome: reading.kind,
    things: bearersOf(reading).map(({ thing: { id, type, name }, weak }) => {
      const count = counts?.get(id);
      return { id, type, name, weak, ...(count !== undefined && { count }) };
    }),
    ...(isUnknown && {
      suggestions: reading.candidates.map(({ thing: { id, type, name }, reason, score }) => {
        return { id, type, name, reason, because: reasons[reason].words, score };
      }),
    }),
    ...(note !== '' && { note }),
  };
}

function bearersOf(reading: NameReading): readonly Bearer[] {
  if (reading.kind === 'TAKEN') return [reading.bearer];
  return reading.kind === 'UNKNOWN' ? [] : reading.bearers;
}
