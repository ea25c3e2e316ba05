import type { Judgements } from './judgements.ts';
import type { Fact } from './owned.ts';

/** What each id stands for: the smallest one of all that are judged to be the same thing, itself where nobody did. */
export type Sameness = (id: string) => string;

/** Joins what SAME_AS joins. That two ids mean one thing is no news of a day: it is so for all days. */
export function samenessBy(judgements: Judgements, things: ReadonlySet<string>): Sameness {
  const groups = new Map<string, ReadonlySet<string>>();
  const groupOf = (id: string) => groups.get(id) ?? new Set([id]);
  for (const { target, other } of judgements.of('SAME_AS')) {
    if (other === null || !things.has(target) || !things.has(other)) continue;
    const joined = new Set([...groupOf(target), ...groupOf(other)]);
    for (const id of joined) groups.set(id, joined);
  }
  return (id) => [...groupOf(id)].sort()[0] ?? id;
}

/** The fact that a fact counts as: the same of the things that its ends stand for. */
export function canonical(fact: Fact, same: Sameness): Fact {
  const [subject, object] = [same(fact.subject), fact.object === null ? null : same(fact.object)];
  if (subject === fact.subject && object === fact.object) return fact;
  const parts = [subject, fact.predicate, object ?? fact.value, fact.properties.qualifier];
  return {
    ...fact,
    id: `fact:${parts.filter((part) => typeof part === 'string').join('|')}`,
    subject,
    object,
  };
}
