import type { Cells } from '../../src/script/made.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { loadScripts } from '../support/load.ts';
import { type Rows, scriptOf } from '../support/rows.ts';

/**
 * A graph of any size in the shape of real news: a few heads of state give and get most gifts and the rest form a
 * long tail, events are parts of events, and some gifts have claims with sentences. Same size, same seed: same graph.
 */

/** How large a graph to make; `elements` counts nodes and relationships, names and all. */
export type GraphSize = { readonly elements: number; readonly seed: number };

/** How many there are of each. */
export type Counts = {
  readonly gifts: number;
  readonly people: number;
  readonly events: number;
  readonly claims: number;
  readonly countries: number;
  readonly articles: number;
};

/** Elements that one gift brings with it: its own four, its name, and its share of the rest. */
const ELEMENTS_PER_GIFT = 34.2;
const FIRST = 'Anna Boris Chen Dara Elif Farid Greta Hana Igor Jonas Kofi Leila Mara Nils Olga Pavel'.split(
  ' ',
);
const LAST = 'Adler Becker Castro Dubois Eriksen Fofana Garcia Haddad Ito Jansen Kim Lang Moreau Novak'.split(
  ' ',
);
const ITEM = 'rifle glove vase horse carpet sword painting book clock car tea watch sculpture coin'.split(
  ' ',
);
const EVENT = 'summit talks visit meeting banquet tour ceremony reception'.split(' ');

/** How many there are of each in a graph of this size. */
export function countsOf({ elements }: GraphSize): Counts {
  const gifts = Math.round(elements / ELEMENTS_PER_GIFT);
  const part = (share: number) => Math.max(4, Math.round(gifts / share));
  return {
    gifts,
    people: part(4),
    events: part(8),
    claims: part(4),
    countries: 40,
    articles: part(100),
  };
}

/** Evenly spread numbers in [0, 1) by seed and place, so that any row can be made without those before it. */
export function chance(seed: number, place: number): number {
  let x = Math.imul(seed ^ (place + 0x9e3779b9), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  x = Math.imul(x ^ (x >>> 16), 0x27d4eb2f);
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
}

const pick = <T>(items: readonly T[], at: number): T => items[at % items.length] as T;
/** AA, AB, … */
const letters = (i: number) => String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26));
const pad = (i: number) => String(i).padStart(7, '0');
const day = (n: number) => new Date(Date.UTC(1990, 0, 1 + (n % 12_000))).toISOString().slice(0, 10);

/** The id of the person, event, gift, country or sentence of this number. */
export const idOf = (kind: string, i: number): string => `${kind}:bench-${pad(i)}`;

/** The person's name, as everybody has one. */
export const personName = (i: number): string => `${pick(FIRST, i * 7)} ${pick(LAST, i * 11 + 3)} ${i}`;

/** A person by weight: the first few are heads of state, who take part in a tenth of everything each. */
export function personAt({ people }: Counts, roll: number): number {
  return Math.min(people - 1, Math.floor(people ** roll - 1));
}

/** Who gives gift `i`, who gets it, and at which event: never the same person. */
export function giftAt(counts: Counts, seed: number, i: number) {
  const from = personAt(counts, chance(seed, i * 3));
  const other = personAt(counts, chance(seed, i * 3 + 1));
  const to = other === from ? (from + 1) % counts.people : other;
  return { from, to, event: Math.floor(chance(seed, i * 3 + 2) * counts.events) };
}

const STATED = { basis: 'STATED' };
const KNOWN = { basis: 'BACKGROUND' };
const happens = (subject: string, said = KNOWN): Cells => ({ subject, predicate: 'happens', ...said });
const relation = (subject: string, predicate: string, object: string): Cells => ({
  subject,
  predicate,
  object,
  ...KNOWN,
});

const rows = (count: number, row: (i: number) => Cells): readonly Cells[] =>
  Array.from({ length: count }, (_, i) => row(i));

const eventName = (i: number): string => `${pick(EVENT, i)} ${i}`;
const giftName = (i: number): string => `${pick(ITEM, i * 5)} ${i}`;

/** Every tenth event is only planned, so that a report says so. */
const isPlanned = (event: number): boolean => event % 10 === 9;

/** Who takes part in an event, two people, and where it is. */
function relationsOfEvent(counts: Counts, seed: number, i: number): readonly Cells[] {
  const [a, b] = [personAt(counts, chance(seed + 2, i * 2)), personAt(counts, chance(seed + 2, i * 2 + 1))];
  const people = [a, a === b ? (a + 1) % counts.people : b];
  const event = idOf('event', i);
  return [
    relation(event, 'HAS_PLACE', idOf('country', i % counts.countries)),
    ...people.map((person) => ({
      ...relation(idOf('person', person), 'INVOLVED_IN', event),
      role: 'PARTICIPANT',
    })),
  ];
}

/** Every fourth event contains the three after it, one of them at one remove. */
function partOf(i: number): Cells {
  const part = Math.floor(i / 3) * 4 + (i % 3) + 1;
  const whole = i % 3 === 2 ? part - 1 : part - 1 - (i % 3);
  return relation(idOf('event', part), 'PART_OF', idOf('event', whole));
}

/** The relationships of a gift that a question follows. */
function relationsOfGift(counts: Counts, seed: number, i: number): readonly Cells[] {
  const { from, to, event } = giftAt(counts, seed, i);
  const gift = idOf('gift', i);
  return [
    relation(idOf('person', from), 'GAVE', gift),
    relation(gift, 'GIVEN_TO', idOf('person', to)),
    relation(gift, 'GIVEN_DURING', idOf('event', event)),
  ];
}

/** What is known without a text: all things, and what is told of them but what an article says. */
function background(counts: Counts, seed: number): Rows {
  const gifts = Array.from({ length: counts.gifts }, (_, i) => i);
  const events = Array.from({ length: counts.events }, (_, i) => i);
  const dated = events.filter((i) => i % 4 === 0);
  return {
    background: [{ id: 'background:bench' }],
    'things Person': rows(counts.people, (i) => ({ id: idOf('person', i), name: personName(i) })),
    'things Country': rows(counts.countries, (i) => ({
      id: idOf('country', i),
      name: `Country ${i}`,
      isoCode: letters(i),
    })),
    'things Event': events.map((i) => ({ id: idOf('event', i), name: eventName(i), kind: 'MEETING' })),
    'things Gift': gifts.map((i) => ({ id: idOf('gift', i), name: giftName(i) })),
    'background happens': [
      ...events.filter((i) => !isPlanned(i)).map((i) => happens(idOf('event', i))),
      ...gifts.map((i) => happens(idOf('gift', i))),
    ],
    'background relations': [
      ...events.flatMap((i) => relationsOfEvent(counts, seed, i)),
      ...rows(Math.floor((counts.events * 3) / 4) - 3, partOf),
      ...gifts.flatMap((i) => relationsOfGift(counts, seed, i)),
    ],
    'background values': gifts.map((i) => ({
      subject: idOf('gift', i),
      predicate: 'item',
      value: pick(ITEM, i * 5),
      ...KNOWN,
    })),
    'background dates': dated.map((i) => ({
      subject: idOf('event', i),
      predicate: 'date',
      value: day(Math.floor(chance(seed + 1, i) * 12_000)),
      ...KNOWN,
    })),
  };
}

/** What an article says: one sentence and one claim for each of its things. */
function articleRows(counts: Counts, seed: number, article: number): Rows {
  const key = `bench-${pad(article)}`;
  const ofArticle = (count: number) =>
    Array.from({ length: count }, (_, i) => i).filter((i) => i % counts.articles === article);
  const share = Math.floor(counts.gifts / counts.claims);
  const gifts = ofArticle(counts.claims).map((i) => ({ status: 'OCCURRED', thing: idOf('gift', i * share) }));
  const plans = ofArticle(counts.events)
    .filter(isPlanned)
    .map((i) => ({ status: 'PLANNED', thing: idOf('event', i) }));
  const said = [...gifts, ...plans].map((one, i) => ({ ...one, i, claim: `claim:${key}:F${i + 1}` }));
  const things = (kind: string) =>
    said.filter(({ thing }) => thing.startsWith(kind)).map(({ thing }) => ({ id: thing }));
  const sentence = (i: number) => `sentence:${key}:${i + 1}`;
  return {
    article: [
      {
        id: `article:${key}`,
        title: `Article ${article}`,
        publishedOn: day(seed + article * 31),
        language: 'en',
        textSha256: '0'.repeat(64),
        length: 60 * Math.max(1, said.length),
      },
    ],
    sentences: said.map(({ i }) => ({
      id: sentence(i),
      n: String(i + 1),
      seq: i,
      kind: 'BODY',
      start: i * 60,
      end: i * 60 + 50,
      textSha256: '0'.repeat(64),
    })),
    'things Event': things('event:'),
    'things Gift': things('gift:'),
    claims: said.map(({ claim, status, thing }) => ({
      id: claim,
      status,
      voice: 'ARTICLE',
      ...STATED,
      text: `There is ${thing}.`,
    })),
    evidence: said.map(({ claim, i }) => ({ claim, sentence: sentence(i), start: i * 60, end: i * 60 + 20 })),
    happens: said.map(({ claim, thing }) => ({ claim, ...happens(thing, STATED) })),
  };
}

/** The scripts of a graph of this size, by their names: background knowledge, then the articles. */
export function scriptsOf(size: GraphSize): ReadonlyMap<string, string> {
  const counts = countsOf(size);
  const articles = Array.from({ length: counts.articles }, (_, i): readonly [string, string] => [
    `20-bench-${pad(i)}`,
    scriptOf(articleRows(counts, size.seed, i)),
  ]);
  return new Map([['10-bench', scriptOf(background(counts, size.seed))], ...articles]);
}

/** How many gifts were loaded, and how long the load of them and of all others took. */
export type Loaded = { readonly gifts: number; readonly ms: number };

/** Loads the graph as a corpus is loaded: checked, written and derived in one transaction. */
export async function loadGenerated(store: GraphStore, size: GraphSize): Promise<Loaded> {
  const { ms } = await loadScripts(store, scriptsOf(size));
  return { gifts: countsOf(size).gifts, ms };
}
