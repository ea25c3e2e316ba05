import { type Judged, type Said, STATUSES } from './facts.ts';
import type { Judgements } from './judgements.ts';
import { ordered } from './order.ts';
import type { Claim, Owned } from './owned.ts';

export type Verdict = 'AGREED' | 'SINGLE_SOURCE' | 'DISPUTED' | 'WITHDRAWN';

/** A fact beside all others: whether sources agree on it, what stands against it, and what its slot shows. */
export type Weighed = Judged & {
  readonly verdict: Verdict | null;
  readonly contradicting: readonly Claim[];
  readonly chosen: boolean;
  readonly refinedBy: string | null;
};

/** Dates dispute each other where they have no day in common, exact values where they differ, wordings never. */
const DATES = ['date', 'endDate'];
const EXACT = ['quantity', 'ordinal'];

const isDate = ({ fact }: Judged): boolean => DATES.includes(fact.predicate);

/** A plan and what became of it do not compete. */
const isCertain = ({ status }: Judged): boolean => STATUSES.indexOf(status) <= STATUSES.indexOf('HABITUAL');

const START = '';
const END = '~';

const firstOf = ({ earliest }: Judged): string => earliest ?? START;
const lastOf = ({ latest }: Judged): string => latest ?? END;

const within = (inner: Judged, outer: Judged): boolean =>
  firstOf(inner) >= firstOf(outer) && lastOf(inner) <= lastOf(outer);

function cannotBothBe(one: Judged, other: Judged): boolean {
  if (isDate(one)) return lastOf(one) < firstOf(other) || firstOf(one) > lastOf(other);
  return EXACT.includes(one.fact.predicate);
}

const DAY_MS = 86_400_000;

/** How many days lie between 1970 and an open end; more than any day that has a date. */
const OPEN = 1e12;

/** How many days a date can mean. */
function width({ earliest, latest }: Judged): number {
  const [first, last] = [earliest, latest].map((day) => (day === null ? null : Date.parse(day) / DAY_MS));
  return (last ?? OPEN) - (first ?? -OPEN);
}

const reported = ({ reportedOn }: Judged): string => reportedOn ?? START;

/** The value that a thing is shown to have: preferred, then surest, then told first; then the finest date inside it. */
function choose(slot: readonly Judged[]): Judged | undefined {
  const holding = slot.filter(({ holds }) => holds);
  const [base] = ordered(holding, (one) => [
    one.preferred ? 0 : 1,
    STATUSES.indexOf(one.status),
    reported(one),
    one.fact.id,
  ]);
  if (!base || !isDate(base)) return base;
  const inside = holding.filter((one) => within(one, base) && isCertain(one) === isCertain(base));
  return ordered(inside, (one) => [width(one), one === base ? 0 : 1, reported(one), one.fact.id])[0];
}

/** Claims that what somebody judged sets against the claims of a fact. */
function opposed({ fact, saying }: Judged, { owned, judgements }: Weighing): readonly Claim[] {
  const own = saying.flatMap(({ claim }) => claim?.id ?? []);
  const others = judgements.of('CONTRADICTS').flatMap(({ predicate, by, target }) => {
    if (predicate !== fact.predicate) return [];
    return [...(own.includes(target) ? [by] : []), ...(own.includes(by ?? '') ? [target] : [])];
  });
  return owned.claims.filter((claim) => {
    return others.includes(claim.id) && judgements.withdrawnOn(claim, fact.predicate) === null;
  });
}

/** What weighing looks at besides the fact itself. */
export type Weighing = {
  readonly owned: Owned;
  readonly judgements: Judgements;
  readonly slots: ReadonlyMap<string, readonly Judged[]>;
};

const claimsOf = (said: readonly Said[]): readonly Claim[] => said.flatMap(({ claim }) => claim ?? []);

function verdictOf(
  judged: Judged,
  contradicting: readonly Claim[],
  rivals: readonly Judged[],
): Verdict | null {
  if (judged.status === 'WITHDRAWN') return 'WITHDRAWN';
  if (claimsOf([...judged.saying, ...judged.denying]).length === 0) return null;
  if (judged.holds && contradicting.length + rivals.length > 0) return 'DISPUTED';
  return judged.sources > 1 ? 'AGREED' : 'SINGLE_SOURCE';
}

function weigh(judged: Judged, weighing: Weighing): Weighed {
  const slot = weighing.slots.get(slotOf(judged)) ?? [];
  const rivals = slot.filter(
    (other) =>
      other !== judged &&
      other.holds &&
      isCertain(other) === isCertain(judged) &&
      cannotBothBe(judged, other),
  );
  const against = judged.holds
    ? [
        ...claimsOf(judged.denying),
        ...rivals.flatMap((one) => claimsOf(one.saying)),
        ...opposed(judged, weighing),
      ]
    : [];
  const contradicting = ordered([...new Set(against)], ({ id }) => [id]);
  const best = judged.fact.form === 'VALUE' ? choose(slot) : undefined;
  const refined = best && best !== judged && judged.holds && isDate(judged) && within(best, judged);
  return {
    ...judged,
    contradicting,
    verdict: verdictOf(judged, contradicting, rivals),
    chosen: best === judged,
    refinedBy: refined ? best.fact.id : null,
  };
}

/** All values of one property compete; nothing else does. */
const slotOf = ({ fact }: Judged): string =>
  fact.form === 'VALUE' ? `${fact.subject} ${fact.predicate}` : fact.id;

/** Weighs facts against each other. */
export function weighFacts(
  judged: readonly Judged[],
  known: Pick<Weighing, 'owned' | 'judgements'>,
): readonly Weighed[] {
  const slots = new Map<string, readonly Judged[]>();
  for (const one of judged) slots.set(slotOf(one), [...(slots.get(slotOf(one)) ?? []), one]);
  return judged.map((one) => weigh(one, { ...known, slots }));
}
