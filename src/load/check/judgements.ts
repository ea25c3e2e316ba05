import { HAPPENS } from '../../facts/ids.ts';
import type { Vocabulary } from '../../facts/vocabulary.ts';
import type { LiteralRow } from '../../script/literal.ts';
import type { Cells } from '../../script/made.ts';
import type { OwnerScript } from '../../script/script.ts';
import { aDay, oneOf } from './words.ts';

/** Where a judgement stands. Its target may be in a script that is not there: it waits for it. */
export type JudgementPlace = {
  readonly script: OwnerScript;
  readonly claims: ReadonlyMap<unknown, LiteralRow>;
  readonly vocabulary: Vocabulary;
};

/** What an article judges by a claim of its own, and what anyone judges by himself. */
const BY_CLAIM = ['RETRACTS', 'CORRECTS', 'CONTRADICTS'];
const BY_OWNER = ['PREFERS', 'WITHDRAWS'];
const OF_THINGS = ['SAME_AS', 'NOT_SAME_AS'];

const KINDS: Readonly<Record<OwnerScript['kind'], readonly string[]>> = {
  Article: [...BY_CLAIM, ...BY_OWNER],
  Background: [],
  Ledger: [...BY_OWNER, ...OF_THINGS, 'REVOKES'],
};

const isThing = ({ labels }: Vocabulary, id: unknown): boolean =>
  labels.some(({ prefix }) => String(id).startsWith(`${prefix}:`));

function targetOf(
  { kind, target, other, predicate }: Cells,
  { vocabulary }: JudgementPlace,
): readonly string[] {
  const prefix = kind === 'REVOKES' ? 'judgement:' : 'claim:';
  if (OF_THINGS.includes(String(kind))) {
    const both = isThing(vocabulary, target) && isThing(vocabulary, other) && target !== other;
    const alike = String(target).split(':')[0] === String(other).split(':')[0];
    if (!both || !alike)
      return [`${kind} names two things of one kind, in target and other, not ${target} and ${other}.`];
    return predicate === undefined ? [] : [`${kind} has no predicate.`];
  }
  if (String(target).startsWith('judgement:REVOKES'))
    return ['REVOKES is on a judgement that is itself no REVOKES: judge anew instead.'];
  const extra = other === undefined ? [] : [`${kind} has no other.`];
  return String(target).startsWith(prefix)
    ? extra
    : [`${kind} is on a ${prefix.slice(0, -1)}, not on ${target}.`, ...extra];
}

function byOf({ kind, by, target }: Cells, { script, claims }: JudgementPlace): readonly string[] {
  const needs = BY_CLAIM.includes(String(kind));
  if (needs && !claims.has(by))
    return [`${kind} is by a claim of this script, in the column by, not ${by ?? 'by none'}.`];
  if (!needs && by !== undefined)
    return [`${kind} is by the owner of the script: the column by is left out.`];
  const foreign = script.kind === 'Article' && BY_OWNER.includes(String(kind)) && !claims.has(target);
  return foreign
    ? [`An article ${kind} its own claims alone; of others it can deny or contradict what they say.`]
    : [];
}

/** A judgement of the script's own owner is in the script, so that one which its row does not name is a slip. */
function revokedOf({ kind, target }: Cells, { script }: JudgementPlace): readonly string[] {
  if (kind !== 'REVOKES' || !String(target).split('|').includes(script.id)) return [];
  const own = script.tables
    .filter(({ form }) => form.name === 'judgements')
    .flatMap(({ rows }) => rows.map(({ values }) => String(values.id)));
  if (own.includes(String(target))) return [];
  const others = own.filter((id) => !id.startsWith('judgement:REVOKES'));
  return [`${script.id} has no judgement ${target}; it has ${others.join(', ') || 'none'}.`];
}

/** All that is wrong with a judgement. */
export function checkJudgement(row: Cells, place: JudgementPlace): readonly string[] {
  const { vocabulary, script } = place;
  const kind = oneOf('kind', KINDS[script.kind], row.kind);
  if (kind.length > 0) return kind;
  const predicates = [
    HAPPENS,
    ...vocabulary.values.map(({ name }) => name),
    ...vocabulary.relations.map(({ name }) => name),
  ];
  const silent = row.kind === 'CONTRADICTS' && row.predicate === undefined;
  return [
    ...targetOf(row, place),
    ...byOf(row, place),
    ...revokedOf(row, place),
    ...aDay('on', row.on),
    ...oneOf('predicate', predicates, row.predicate),
    ...(silent ? ['CONTRADICTS tells in the column predicate what cannot both be so.'] : []),
  ];
}
