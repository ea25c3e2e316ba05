import type { GraphStore, Value } from '../../src/store/store.ts';

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

type Cells = { readonly [column: string]: Value };

/** Rows of one kind and the statement that adds a batch of them. */
type Part = { readonly name: string; readonly text: string; readonly count: number; row(i: number): Cells };

/** Elements that one gift brings with it: its own four, its name, and its share of the rest. */
const ELEMENTS_PER_GIFT = 8.86;
const BATCH = 1_000;
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

const NAMED = `CREATE (k:Name {key: row.key}) CREATE (k)-[:NAMES {weak: false, mentions: 1}]->(n)`;
const EDGE = "{basis: 'STATED', claims: row.claims}";

function peopleParts(counts: Counts, seed: number): Part[] {
  const named = (kind: string, i: number, name: string) => ({
    key: name.toLowerCase(),
    node: { id: idOf(kind, i), name, aliases: [] },
  });
  return [
    {
      name: 'countries',
      text: `UNWIND $rows AS row CREATE (n:Country:Entity {isoCode: row.code}) SET n += row.node ${NAMED}`,
      count: counts.countries,
      row: (i) => ({ ...named('country', i, `Country ${i}`), code: `C${i}` }),
    },
    {
      name: 'people',
      text: `UNWIND $rows AS row CREATE (n:Person:Entity) SET n += row.node ${NAMED}`,
      count: counts.people,
      row: (i) => named('person', i, personName(i)),
    },
    {
      name: 'articles',
      text: 'UNWIND $rows AS row CREATE (n:Article) SET n += row',
      count: counts.articles,
      row: (i) => ({
        id: idOf('article', i),
        title: `Article ${i}`,
        publishedOn: day(seed + i * 31),
        language: 'en',
        length: 4000,
        textSha256: '0'.repeat(64),
      }),
    },
  ];
}

/** Every fourth event is dated and contains the three after it, one of them at one remove. */
function eventParts(counts: Counts, seed: number): Part[] {
  const date = (i: number) => {
    const on = day(Math.floor(chance(seed + 1, i) * 12_000));
    return { date: on, dateMin: on, dateMax: on, datePrecision: 'DAY', dateBasis: 'STATED' };
  };
  const roll = (i: number) => personAt(counts, chance(seed + 2, i));
  return [
    {
      name: 'events',
      text: [
        'UNWIND $rows AS row MATCH (c:Country {id: row.country})',
        'MATCH (a:Person {id: row.a}) MATCH (b:Person {id: row.b})',
        `CREATE (n:Event:Entity) SET n += row.node CREATE (n)-[:HAS_PLACE ${EDGE}]->(c)`,
        `CREATE (a)-[:INVOLVED_IN {role: 'PARTICIPANT', basis: 'STATED', claims: row.claims}]->(n)`,
        `CREATE (b)-[:INVOLVED_IN {role: 'PARTICIPANT', basis: 'STATED', claims: row.claims}]->(n) ${NAMED}`,
      ].join('\n'),
      count: counts.events,
      row: (i) => {
        const name = `${pick(EVENT, i)} ${i}`;
        const status = i % 10 === 9 ? 'PLANNED' : 'OCCURRED';
        const own = { id: idOf('event', i), name, aliases: [], kind: 'MEETING', status };
        const [a, b] = [roll(i * 2), roll(i * 2 + 1)];
        return {
          key: name,
          node: i % 4 === 0 ? { ...own, ...date(i) } : own,
          country: idOf('country', i % counts.countries),
          a: idOf('person', a),
          b: idOf('person', a === b ? (a + 1) % counts.people : b),
          claims: [],
        };
      },
    },
    {
      name: 'parts of events',
      text: `UNWIND $rows AS row MATCH (a:Event {id: row.part}) MATCH (b:Event {id: row.whole})
CREATE (a)-[:PART_OF ${EDGE}]->(b)`,
      count: Math.floor((counts.events * 3) / 4) - 3,
      row: (i) => {
        const part = Math.floor(i / 3) * 4 + (i % 3) + 1;
        const whole = i % 3 === 2 ? part - 1 : part - 1 - (i % 3);
        return { part: idOf('event', part), whole: idOf('event', whole), claims: [] };
      },
    },
  ];
}

/** A gift with the three edges that a question follows. Ends are looked up before anything is created. */
export const GIFT_TEXT = `UNWIND $rows AS row
MATCH (a:Person {id: row.from}) MATCH (b:Person {id: row.to}) MATCH (e:Event {id: row.event})
CREATE (g:Gift:Entity {id: row.id, name: row.name, aliases: [], item: row.item, quantity: 1})
CREATE (a)-[:GAVE ${EDGE}]->(g) CREATE (g)-[:GIVEN_TO ${EDGE}]->(b) CREATE (g)-[:GIVEN_DURING ${EDGE}]->(e)`;

function giftParts(counts: Counts, seed: number): Part[] {
  const claimed = Math.floor(counts.gifts / counts.claims);
  const name = (i: number) => `${pick(ITEM, i * 5)} ${i}`;
  return [
    {
      name: 'gifts',
      text: GIFT_TEXT,
      count: counts.gifts,
      row: (i) => {
        const { from, to, event } = giftAt(counts, seed, i);
        const ends = { from: idOf('person', from), to: idOf('person', to), event: idOf('event', event) };
        const claims = i % claimed === 0 ? [idOf('claim', i / claimed)] : [];
        return { ...ends, id: idOf('gift', i), name: name(i), item: pick(ITEM, i * 5), claims };
      },
    },
    {
      name: 'names of gifts',
      text: `UNWIND $rows AS row MATCH (n:Gift {id: row.id}) ${NAMED}`,
      count: counts.gifts,
      row: (i) => ({ id: idOf('gift', i), key: name(i) }),
    },
    {
      name: 'claims',
      text: `UNWIND $rows AS row MATCH (g:Gift {id: row.about}) MATCH (a:Article {id: row.article})
CREATE (s:Sentence) SET s += row.sentence CREATE (c:Claim) SET c += row.node
CREATE (s)-[:IN_ARTICLE]->(a) CREATE (c)-[:ABOUT]->(g) CREATE (c)-[:STATED_IN {start: 0, end: 20}]->(s)`,
      count: Math.min(counts.claims, Math.floor(counts.gifts / claimed)),
      row: (i) => claimRow(counts, i, claimed),
    },
  ];
}

function claimRow(counts: Counts, i: number, claimed: number): Cells {
  const text = `Somebody gave somebody gift number ${i * claimed}.`;
  const number = Math.floor(i / counts.articles);
  return {
    about: idOf('gift', i * claimed),
    article: idOf('article', i % counts.articles),
    sentence: {
      id: `sentence:bench-${pad(i % counts.articles)}:${number + 1}`,
      n: String(number + 1),
      seq: number,
      kind: 'BODY',
      start: number * 60,
      end: number * 60 + text.length,
      text,
      textSha256: '0'.repeat(64),
    },
    node: {
      id: idOf('claim', i),
      text,
      status: 'OCCURRED',
      voice: 'ARTICLE',
      basis: 'STATED',
      rank: 'NORMAL',
    },
  };
}

/** How long a part took to load. */
export type Loaded = { readonly name: string; readonly rows: number; readonly ms: number };

/** Loads the graph into an empty store whose constraints and indexes are there, batch by batch. */
export async function loadGenerated(store: GraphStore, size: GraphSize, batch = BATCH): Promise<Loaded[]> {
  const counts = countsOf(size);
  const parts = [
    ...peopleParts(counts, size.seed),
    ...eventParts(counts, size.seed),
    ...giftParts(counts, size.seed),
  ];
  const loaded: Loaded[] = [];
  for (const part of parts) {
    const started = performance.now();
    for (let from = 0; from < part.count; from += batch) {
      const length = Math.min(batch, part.count - from);
      const rows = Array.from({ length }, (_, i) => part.row(from + i));
      await store.write([{ text: part.text, parameters: { rows } }]);
    }
    loaded.push({ name: part.name, rows: part.count, ms: performance.now() - started });
  }
  return loaded;
}
