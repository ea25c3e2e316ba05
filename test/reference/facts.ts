import type { Judgements } from './judgements.ts';
import { ordered } from './order.ts';
import type { Claim, Fact, Owned, Saying } from './owned.ts';
import { canonical, type Sameness } from './sameness.ts';
import { type Told, toldBy } from './sources.ts';

/** A saying with since when it is preferred, and since when it counts no more. */
export type Said = Saying & { readonly withdrawnOn: string | null; readonly preferredOn: string | null };

/** A fact as it stood on a day, looked at by itself. */
export type Judged = Told & {
  readonly fact: Fact;
  /** Who says so and who denies it, not taken back; and what was taken back. Background is among those who say so. */
  readonly saying: readonly Said[];
  readonly denying: readonly Said[];
  readonly withdrawn: readonly Said[];
  readonly holds: boolean;
  readonly status: string;
  readonly preferred: boolean;
  readonly basis: string;
  readonly reportedOn: string | null;
  readonly withdrawnOn: string | null;
  /** The days that it can mean, of a date; null at an open end. */
  readonly earliest: string | null;
  readonly latest: string | null;
  /** The words of a text for it, of a date. */
  readonly text: string | null;
};

/** From the surest to the least sure. */
export const STATUSES: readonly string[] = [
  'OCCURRED',
  'ONGOING',
  'HABITUAL',
  'PLANNED',
  'EXPECTED',
  'REQUESTED',
  'SPECULATED',
  'DOUBTED',
  'DENIED',
  'WITHDRAWN',
];

const BASES = ['STATED', 'IMPLIED', 'BACKGROUND'];

const denies = ({ claim }: Saying): boolean => claim?.status === 'DENIED';

/** Background counts as known, so as what goes on. */
const statusOf = ({ claim }: Saying): string => claim?.status ?? 'ONGOING';

const surest = (order: readonly string[], among: readonly unknown[]): string | undefined =>
  order.find((one) => among.includes(one));

const days = (said: readonly Said[]): readonly string[] =>
  said.flatMap(({ claim }) => claim?.day ?? []).sort();

const strings = (said: readonly Said[], property: string): readonly string[] =>
  said.flatMap(({ properties }) => {
    const value = properties[property];
    return typeof value === 'string' ? [value] : [];
  });

/** Claims alone tell how sure something is where there are any; the preferred ones alone where there are some. */
function sureness(saying: readonly Said[]): {
  readonly status: string | undefined;
  readonly preferred: boolean;
} {
  const claimed = saying.filter(({ claim }) => claim !== null);
  const preferred = claimed.filter(({ preferredOn }) => preferredOn !== null);
  const heard = [preferred, claimed, saying].find((some) => some.length > 0) ?? [];
  return { status: surest(STATUSES, heard.map(statusOf)), preferred: preferred.length > 0 };
}

const claimsOf = (said: readonly Said[]): readonly Claim[] => said.flatMap(({ claim }) => claim ?? []);

/** The narrowest days that those who say so leave; of what nobody says any more, those that anybody left who spoke of it. */
function daysOf({ saying, withdrawn, denying }: Pick<Judged, 'saying' | 'withdrawn' | 'denying'>) {
  const heard = saying.length > 0 ? saying : [...withdrawn, ...denying];
  return {
    earliest: [...strings(heard, 'earliest')].sort().at(-1) ?? null,
    latest: [...strings(heard, 'latest')].sort().at(0) ?? null,
  };
}

/** The last day on which something of it was taken back. */
const lastOf = (withdrawn: readonly Said[]): string | null =>
  withdrawn
    .flatMap((one) => one.withdrawnOn ?? [])
    .sort()
    .at(-1) ?? null;

/** Who expects a thing does not say that it took place: of what happens, those count who say at least what it is shown as. */
const isAsSure = ({ predicate }: Fact, { claim }: Said, shown: string | undefined): boolean =>
  predicate !== 'happens' ||
  claim === null ||
  shown === undefined ||
  STATUSES.indexOf(claim.status) <= STATUSES.indexOf(shown);

function judge(fact: Fact, said: readonly Said[], same: Sameness): Judged {
  const live = said.filter(({ withdrawnOn }) => withdrawnOn === null);
  const saying = live.filter((one) => !denies(one));
  const denying = live.filter(denies);
  const withdrawn = said.filter(({ withdrawnOn }) => withdrawnOn !== null);
  const once = withdrawn.filter((one) => !denies(one));
  const gone = once.length > 0 || live.length === 0;
  const { status, preferred } = sureness(saying);
  const holds = saying.length > 0;
  const heard = [saying, once, [...denying, ...withdrawn]].find((some) => some.length > 0) ?? [];
  const texts = ordered(claimsOf(saying).length > 0 ? saying : [], ({ claim }) => [
    claim?.day ?? '',
    claim?.id ?? '',
  ]);
  return {
    fact,
    saying,
    denying,
    withdrawn,
    holds,
    preferred,
    status: status ?? (gone ? 'WITHDRAWN' : 'DENIED'),
    basis: surest(BASES, strings(heard, 'basis')) ?? 'BACKGROUND',
    reportedOn: heard.some(({ claim }) => claim === null) ? null : (days(heard)[0] ?? null),
    withdrawnOn: holds || !gone ? null : lastOf(once.length > 0 ? once : withdrawn),
    text: strings(texts, 'text')[0] ?? null,
    ...daysOf({ saying, withdrawn: once, denying: [...denying, ...withdrawn] }),
    ...toldBy(claimsOf(holds || gone ? saying.filter((one) => isAsSure(fact, one, status)) : denying), same),
  };
}

/** Every fact that somebody had said by a day, each judged from all that counts as it. */
export function judgeFacts(owned: Owned, judgements: Judgements, same: Sameness): readonly Judged[] {
  const byFact = new Map<string, Said[]>();
  const predicates = new Map(owned.facts.map(({ id, predicate }) => [id, predicate]));
  for (const saying of owned.sayings) {
    const { claim } = saying;
    const predicate = predicates.get(saying.fact);
    const said = {
      ...saying,
      withdrawnOn: claim && judgements.withdrawnOn(claim, predicate),
      preferredOn: claim && judgements.preferredOn(claim, predicate),
    };
    byFact.set(saying.fact, [...(byFact.get(saying.fact) ?? []), said]);
  }
  const whole = new Map<string, { fact: Fact; said: readonly Said[] }>();
  for (const raw of owned.facts) {
    const fact = canonical(raw, same);
    const before = whole.get(fact.id)?.said ?? [];
    whole.set(fact.id, { fact, said: [...before, ...(byFact.get(raw.id) ?? [])] });
  }
  return [...whole.values()].map(({ fact, said }) => judge(fact, said, same));
}
