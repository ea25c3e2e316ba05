import type { Claim, Judgement, Owned } from './owned.ts';

/**
 * What is judged of claims. A claim can be taken back, corrected by another, or held to be the better one: as a whole, or
 * for what it says of one predicate. A judgement counts from its day on; one that is revoked was a mistake, and counts never.
 */
export class Judgements {
  readonly #all: readonly Judgement[];

  /** Those that stand on a day. */
  constructor({ judgements }: Owned, day: string) {
    const revoked = judgements.filter(({ kind }) => kind === 'REVOKES').map(({ target }) => target);
    this.#all = judgements.filter(
      ({ id, kind, on }) => kind !== 'REVOKES' && on <= day && !revoked.includes(id),
    );
  }

  of(...kinds: readonly string[]): readonly Judgement[] {
    return this.#all.filter(({ kind }) => kinds.includes(kind));
  }

  /** The first day on which a claim was taken back; for a predicate also where only that was. */
  withdrawnOn(claim: Claim, predicate?: string): string | null {
    const against = this.of('RETRACTS', 'CORRECTS', 'WITHDRAWS').filter(({ target }) => target === claim.id);
    return firstDay(against, predicate);
  }

  /** The first day on which a claim corrected another or was judged the better one. */
  preferredOn(claim: Claim, predicate?: string): string | null {
    const preferring = this.of('PREFERS').filter(({ target }) => target === claim.id);
    const correcting = this.of('CORRECTS').filter(({ by }) => by === claim.id);
    return firstDay([...preferring, ...correcting], predicate);
  }
}

function firstDay(judgements: readonly Judgement[], predicate: string | undefined): string | null {
  const counting = judgements.filter((one) => one.predicate === null || one.predicate === predicate);
  return counting.map(({ on }) => on).sort()[0] ?? null;
}
