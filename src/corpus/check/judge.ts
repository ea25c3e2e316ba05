import type { Claim } from '../../article/article.ts';
import { labelOf } from '../../article/grammar.ts';
import { type Checking, endsOf, nameOf } from './context.ts';

/** What no rule decides, and a person should look at: claims whose sentence speaks of others, and two events that may be one. */
export function checkJudgeable(checking: Checking): void {
  for (const claim of checking.article.claims) checkElsewhere(checking, claim);
  checkTwins(checking);
}

/** Who acts: things whose label has no date of its own to happen on. */
const isActor = ({ grammar }: Checking, id: string): boolean => labelOf(grammar, id)?.happens === false;

/** The things that the sentences of a claim name, and those of the sentences just before, which pronouns mean. */
function mentionedIn(
  { article }: Checking,
  claim: Claim,
): { readonly here: Set<string>; readonly near: Set<string> } {
  const at = new Map(article.sentences.map(({ n }, seq) => [n, seq]));
  const seqs = claim.evidence.map(({ sentence }) => at.get(sentence) ?? -1);
  const [here, near] = [new Set<string>(), new Set<string>()];
  for (const { entity, sentence } of article.mentions) {
    const seq = at.get(sentence) ?? -9;
    if (seqs.includes(seq)) here.add(entity);
    if (seqs.some((one) => Math.abs(one - seq) <= 2)) near.add(entity);
  }
  return { here, near };
}

function checkElsewhere(checking: Checking, claim: Claim): void {
  const { article, findings } = checking;
  if (article.mentions.length === 0 || claim.evidence.length === 0) return;
  const { here, near } = mentionedIn(checking, claim);
  const ends = [...new Set(claim.facts.flatMap(endsOf))];
  const actors = ends.filter((id) => isActor(checking, id));
  const where = claim.evidence.map(({ sentence }) => sentence).join(', ');
  if (actors.length > 0 && !ends.some((id) => here.has(id))) {
    findings.judge(
      claim.spot,
      'FACT_ELSEWHERE',
      `Sentence ${where} names none of ${actors.join(', ')}.`,
      'Quote the sentence that says it, or add the words that mean them under `mentions:`.',
    );
    return;
  }
  const far = actors.filter((id) => !near.has(id));
  if (far.length > 0)
    findings.judge(
      claim.spot,
      'ACTOR_ELSEWHERE',
      `Neither sentence ${where} nor those beside it name ${far.join(', ')}.`,
      'Quote what says it, or add the words that mean them under `mentions:`.',
    );
}

function checkTwins(checking: Checking): void {
  const { known, article, findings, grammar } = checking;
  const own = new Set(article.things.map(({ id }) => id));
  const told = new Set(
    article.claims.flatMap(({ facts }) =>
      facts
        .filter(({ cells }) => /SAME/.test(String(cells.predicate)))
        .map((one) => [...endsOf(one)].sort().join(' ')),
    ),
  );
  for (const { id, spot } of article.things) {
    const one = known.happening(id);
    const alike = one ? known.alike(one).filter((other) => !own.has(other.id) || other.id < id) : [];
    const twin = alike.find((other) => !told.has([id, other.id].sort().join(' ')));
    if (!twin) continue;
    const code = labelOf(grammar, id)?.nouns ? 'SAME_EVENT' : 'SAME_GIFT';
    findings.judge(
      spot,
      code,
      `${nameOf(checking, id)} and ${twin.id} are of one kind, with the same people: are they one?`,
      `If so, write ${twin.id} everywhere; if perhaps, say so by POSSIBLY_SAME_AS.`,
    );
  }
}
