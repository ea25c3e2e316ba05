import type { Claim, Declaration, Fact, Judgement, Owned, Owner, Saying } from './owned.ts';

/** Writes by hand what owners wrote, for tests: three words a fact, one line a claim. */

/** `gift:bell quantity 10`: of whom, what, and to whom or which; an id makes it a relation. */
type Told = string;

/** A claim: its key, how sure it is, and what it says. */
export type WrittenClaim = {
  readonly id: string;
  readonly status?: string;
  readonly says: readonly Told[];
  readonly by?: readonly string[];
};

export type WrittenOwner = {
  readonly id: string;
  readonly day?: string;
  readonly byline?: string;
  /** Things by their ids, each with its name; an empty one declares it without. */
  readonly declares?: { readonly [thing: string]: string };
  readonly claims?: readonly WrittenClaim[];
  /** `RETRACTS one:F1` or `CORRECTS one:F1 quantity`, by the first claim, or by the owner of a ledger on a day. */
  readonly judges?: readonly string[];
  readonly knows?: readonly Told[];
};

const LABELS: { readonly [prefix: string]: string } = { person: 'Person', gift: 'Gift', event: 'Event' };

const prefixOf = (id: string): string => id.split(':')[0] ?? '';

const isThing = (text: string | undefined): boolean => text !== undefined && prefixOf(text) in LABELS;

const DATES = ['date', 'endDate'];

function factOf(told: Told): Fact {
  const [subject = '', predicate = '', object, role] = told.split(' ');
  const related = isThing(object);
  const parts = [subject, predicate, object, role].filter((part) => part !== undefined);
  return {
    id: `fact:${parts.join('|')}`,
    form: predicate === 'happens' ? 'HAPPENS' : related ? 'RELATION' : 'VALUE',
    predicate,
    subject,
    object: related ? (object ?? null) : null,
    value: related ? null : (object ?? null),
    properties: { role, qualifier: role, precision: object?.length === 10 ? 'DAY' : 'MONTH' },
  };
}

/** The days of a day, or of a month that has 31. */
function daysOf({ predicate, value }: Fact): object {
  if (!DATES.includes(predicate) || value === null) return {};
  return value.length === 10
    ? { earliest: value, latest: value }
    : { earliest: `${value}-01`, latest: `${value}-31` };
}

function ownerOf({ id, day = '', byline }: WrittenOwner): Owner {
  const kinds = { article: 'Article', ledger: 'Ledger', background: 'Background' } as const;
  const kind = kinds[prefixOf(id) as keyof typeof kinds];
  const properties = { id, publishedOn: day, byline, title: id, language: 'en', length: 0, textSha256: '' };
  return { id, owner: id, kind, day, properties };
}

const keyOf = ({ id }: { readonly id: string }): string => id.split(':')[1] ?? '';

function claimOf(written: WrittenClaim, owner: Owner): Claim {
  const { status = 'OCCURRED', by = [] } = written;
  const id = `claim:${keyOf(owner)}:${written.id}`;
  const sentence = { to: `sentence:${keyOf(owner)}:1`, properties: { start: 0, end: 1 } };
  const voice = by.length > 0 ? 'SOURCE' : 'ARTICLE';
  return {
    id,
    owner: owner.id,
    day: owner.day,
    byline: String(owner.properties.byline ?? owner.id),
    status,
    properties: { id, status, voice, basis: 'STATED', text: written.says.join(', ') },
    sources: by.map((to) => ({ to, properties: { basis: 'STATED' } })),
    about: [],
    spans: [sentence],
  };
}

function judgementOf(text: string, owner: Owner, by: string | null): Judgement {
  const [kind = '', target = '', predicate = null] = text.split(' ');
  const id = `judgement:${text}`;
  const common = { id, owner: owner.id, kind, other: null, by, on: owner.day, predicate, properties: {} };
  return { ...common, target: `claim:${target}` };
}

function sayingsOf(written: WrittenOwner, owner: Owner): readonly Saying[] {
  const saying = (claim: Claim | null) => (told: Told) => {
    const fact = factOf(told);
    return {
      claim,
      owner,
      fact: fact.id,
      properties: { basis: claim ? 'STATED' : 'BACKGROUND', ...daysOf(fact) },
    };
  };
  return [
    ...(written.knows ?? []).map(saying(null)),
    ...(written.claims ?? []).flatMap((one) => one.says.map(saying(claimOf(one, owner)))),
  ];
}

function declarationsOf({ declares = {} }: WrittenOwner, owner: Owner): readonly Declaration[] {
  return Object.entries(declares).map(([thing, name]) => {
    const words = name === '' ? {} : { name, keys: [name.toLowerCase()] };
    const kind = prefixOf(thing) === 'event' ? { kind: 'MEETING' } : {};
    return { owner, thing, label: LABELS[prefixOf(thing)] ?? '', properties: { ...words, ...kind } };
  });
}

function sentenceOf(owner: Owner) {
  const id = `sentence:${keyOf(owner)}:1`;
  const span = { start: 0, end: 1, textSha256: '' };
  return { id, owner: owner.id, properties: { id, n: '1', seq: 0, kind: 'BODY', ...span } };
}

/** Makes of these owners what a dump of the graph would give. */
export function written(all: readonly WrittenOwner[]): Owned {
  const owners = all.map((one) => ({ one, owner: ownerOf(one) }));
  const told = all.flatMap(({ knows = [], claims = [] }) => [
    ...knows,
    ...claims.flatMap(({ says }) => says),
  ]);
  return {
    owners: owners.map(({ owner }) => owner),
    declarations: owners.flatMap(({ one, owner }) => declarationsOf(one, owner)),
    sentences: owners.flatMap(({ owner }) => (owner.kind === 'Article' ? [sentenceOf(owner)] : [])),
    claims: owners.flatMap(({ one, owner }) => (one.claims ?? []).map((claim) => claimOf(claim, owner))),
    facts: [...new Map(told.map((text) => [factOf(text).id, factOf(text)])).values()],
    sayings: owners.flatMap(({ one, owner }) => sayingsOf(one, owner)),
    judgements: owners.flatMap(({ one, owner }) => {
      const [first] = one.claims ?? [];
      const by = first ? `claim:${keyOf(owner)}:${first.id}` : null;
      return (one.judges ?? []).map((text) => judgementOf(text, owner, by));
    }),
    mentions: [],
  };
}
