import { type Judged, judgeFacts } from './facts.ts';
import { Judgements } from './judgements.ts';
import { type Owned, ownedBy } from './owned.ts';
import { canonical, type Sameness, samenessBy } from './sameness.ts';
import { type Thing, thingsIn } from './things.ts';
import { type Weighed, weighFacts } from './verdicts.ts';

/** A day that never comes: what is derived on it is what holds now. */
export const NEVER = '9999-12-31';

/** What follows on a day from what owners wrote: by that day, and for all days of what things are one. */
export type Derived = {
  readonly day: string;
  /** What had been written by the day. */
  readonly owned: Owned;
  readonly judgements: Judgements;
  readonly same: Sameness;
  /** The ids of things and facts that count as others, with those of these: so on all days. */
  readonly merged: ReadonlyMap<string, string>;
  readonly facts: ReadonlyMap<string, Weighed>;
  readonly things: ReadonlyMap<string, Thing>;
};

const byId = <T>(items: readonly T[], id: (item: T) => string): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [id(item), item]));

/** Derives all that holds on a day, as docs/model.md tells it, with no thought of how long it takes. */
export function derive(written: Owned, day = NEVER): Derived {
  const things = new Set(written.declarations.map(({ thing }) => thing));
  const same = samenessBy(new Judgements(written, NEVER), things);
  const owned = ownedBy(written, day);
  const judgements = new Judgements(owned, day);
  const told = judgeFacts(owned, judgements, same);
  const there = byId(
    thingsIn(owned, written, same).filter((thing) => isThere(thing, told)),
    ({ id }) => id,
  );
  const facts = weighFacts(
    told.filter(({ fact: { subject, object } }) => there.has(subject) && there.has(object ?? subject)),
    { owned, judgements },
  );
  const merged = mergedIn(written, same);
  return { day, owned, judgements, same, merged, facts: byId(facts, ({ fact }) => fact.id), things: there };
}

function mergedIn({ declarations, facts }: Owned, same: Sameness): ReadonlyMap<string, string> {
  const things = declarations.map(({ thing }) => [thing, same(thing)] as const);
  const told = facts.map((fact) => [fact.id, canonical(fact, same).id] as const);
  return new Map([...things, ...told].filter(([id, other]) => id !== other));
}

/** What takes place is not there before somebody says or denies that it does. */
function isThere({ id, label }: Thing, told: readonly Judged[]): boolean {
  const happens = label === 'Event' || label === 'Gift';
  return !happens || told.some(({ fact }) => fact.subject === id && fact.form === 'HAPPENS');
}
