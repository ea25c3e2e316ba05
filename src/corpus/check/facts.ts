import type { Claim, Fact } from '../../article/article.ts';
import { suggest } from '../../article/finding.ts';
import { labelOf } from '../../article/grammar.ts';
import type { ValuePredicate } from '../../facts/vocabulary.ts';
import { readDate } from '../../model/date/read.ts';
import { type Checking, factsOf, nameOf } from './context.ts';

/** Whether each fact is one that the vocabulary has: the right things at its ends, a value of its form, a day that can be. */
export function checkFacts(checking: Checking): void {
  for (const { claim, fact } of factsOf(checking.article)) {
    if (fact.form === 'relations') checkRelation(checking, fact);
    else checkValue(checking, fact);
    if (fact.form === 'dates') checkFuture(checking, claim, fact);
  }
  checkCircles(checking);
}

const labelName = ({ grammar }: Checking, id: unknown): string => labelOf(grammar, String(id))?.name ?? '';

/** `PARTICIPANT`, where the word of a role stands for its relation. */
function wordOf({ grammar }: Checking, { cells }: Fact): string {
  const role = [...grammar.predicates].find(
    ([, one]) =>
      one.kind === 'role' && one.relation.name === cells.predicate && cells[one.qualifier] === one.role,
  );
  return role?.[0] ?? String(cells.predicate);
}

function checkRelation(checking: Checking, fact: Fact): void {
  const { grammar, findings } = checking;
  const { cells, spot } = fact;
  const relation = grammar.vocabulary.relations.find(({ name }) => name === cells.predicate);
  if (!relation) return;
  const word = wordOf(checking, fact);
  const [from, to] = [labelName(checking, cells.subject), labelName(checking, cells.object)];
  if (from === '' || to === '') return;
  if (cells.subject === cells.object) {
    findings.error(spot, 'EDGE_SELF', `${cells.subject} is at both ends of ${word}.`, 'Name the other one.');
    return;
  }
  if (word === cells.predicate) checkEnds(checking, fact, [from, to]);
  else checkRole(checking, fact, word);
  const missing = relation.qualifiers.filter(({ name, required }) => required && cells[name] === undefined);
  for (const { name } of missing)
    findings.error(spot, 'QUALIFIER', `${word} needs a ${name}.`, `Add it behind the object: as "…".`);
  const own = new Set(relation.qualifiers.map(({ name }) => name));
  for (const name of grammar.qualifiers)
    if (cells[name] !== undefined && !own.has(name))
      findings.error(spot, 'QUALIFIER', `${word} has no ${name}.`, 'Take it out.');
}

function checkEnds(checking: Checking, { cells, spot }: Fact, [from, to]: readonly [string, string]): void {
  const { grammar, findings } = checking;
  const relation = grammar.vocabulary.relations.find(({ name }) => name === cells.predicate);
  if (!relation || (relation.from.includes(from) && relation.to.includes(to))) return;
  const isTurned = relation.from.includes(to) && relation.to.includes(from);
  const mend = isTurned
    ? `It stands the wrong way round: write ${cells.object} ${relation.name} ${cells.subject}.`
    : `It leads from ${relation.from.join(', ')} to ${relation.to.join(', ')}.`;
  findings.error(spot, 'EDGE_END', `${relation.name} does not lead from a ${from} to a ${to}.`, mend);
}

function checkRole(checking: Checking, { cells, spot }: Fact, role: string): void {
  const { grammar, findings, article, elsewhere } = checking;
  const [actor, event] = [labelName(checking, cells.subject), labelName(checking, cells.object)];
  const relation = grammar.vocabulary.relations.find(({ name }) => name === cells.predicate);
  const able = grammar.roleEnds.get(role) ?? relation?.from ?? [];
  if (!relation?.to.includes(event))
    findings.error(
      spot,
      'EDGE_END',
      `${cells.object} is a ${event}, and has no ${role}.`,
      `Write EVENT ${role} WHO: the ${relation?.to.join(', ')} comes first.`,
    );
  else if (!able.includes(actor))
    findings.error(spot, 'ROLE_END', `A ${actor} cannot be ${role}.`, `It is one of ${able.join(', ')}.`);
  const kind =
    article.things.find(({ id }) => id === cells.object)?.declared.kind ??
    elsewhere.thing(String(cells.object))?.kind;
  const rule = grammar.kinds.get(String(kind));
  if (rule && !rule.roles.includes(role))
    findings.error(spot, 'ROLE_KIND', `${kind} has no ${role}.`, `It has ${rule.roles.join(', ')}.`);
}

function checkValue(checking: Checking, { cells, spot, form }: Fact): void {
  const { grammar, findings } = checking;
  const label = labelName(checking, cells.subject);
  if (label === '') return;
  if (form === 'happens') {
    const able = grammar.labels.filter(({ happens }) => happens).map(({ name }) => name);
    if (!able.includes(label))
      findings.error(spot, 'PROPERTY_END', `A ${label} does not happen.`, `${able.join(' and ')} do.`);
    return;
  }
  const value = grammar.vocabulary.values.find(({ name }) => name === cells.predicate);
  if (!value) return;
  if (!value.labels.includes(label))
    findings.error(
      spot,
      'PROPERTY_END',
      `A ${label} has no ${value.name}.`,
      `It is said of ${value.labels.join(', ')}.`,
    );
  const wrong =
    form === 'dates' ? dateFault(String(cells.value)) : valueFault(checking, value, String(cells.value));
  if (wrong) findings.error(spot, form === 'dates' ? 'DATE' : 'VALUE', ...wrong);
}

type Told = readonly [sentence: string, mend: string];

function dateFault(text: string): Told | undefined {
  const read = readDate(text);
  if (read.kind === 'REFUSED') return [read.message, read.hint];
  if (read.edtf !== text)
    return [`${text} is written ${read.edtf}.`, 'So two who mean the same write the same.'];
  return undefined;
}

function valueFault({ grammar }: Checking, { name, type }: ValuePredicate, text: string): Told | undefined {
  const words = grammar.vocabulary.enums.get(type);
  if (words) return words.includes(text) ? undefined : [`${name} is no ${text}.`, suggest(text, words)];
  if (type === 'Int' && !/^(?:0|-?[1-9]\d{0,15})$/.test(text))
    return [
      `${name} is a whole number, not ${text}.`,
      'Write it in digits; where the text has words, leave it out.',
    ];
  if (type === 'Float' && String(Number(text)) !== text)
    return [`${name} is a number, not ${text}.`, 'Write it in digits.'];
  return text.trim() === '' ? [`${name} is empty.`, 'Say it, or take it out.'] : undefined;
}

/** What is told as done cannot lie behind the day on which it is told. */
function checkFuture({ article, findings }: Checking, claim: Claim, { cells, spot }: Fact): void {
  const read = readDate(String(cells.value));
  const told = readDate(String(article.head.publishedOn ?? ''));
  if (read.kind === 'REFUSED' || told.kind === 'REFUSED' || claim.status !== 'OCCURRED') return;
  if (read.earliestDay !== null && told.latestDay !== null && read.earliestDay > told.latestDay)
    findings.error(
      spot,
      'FUTURE',
      `${claim.id} says that it OCCURRED on ${cells.value}, after the article of ${article.head.publishedOn}.`,
      'Mend the day, or give the claim the status PLANNED or EXPECTED.',
    );
}

/** A thing that is part of itself, by way of others. */
function checkCircles(checking: Checking): void {
  const { article, findings } = checking;
  for (const predicate of circular(checking)) {
    const rows = factsOf(article).filter(
      ({ fact }) => fact.cells.predicate === predicate && fact.form === 'relations',
    );
    const next = new Map<string, string[]>();
    for (const { fact } of rows)
      next.set(String(fact.cells.subject), [
        ...(next.get(String(fact.cells.subject)) ?? []),
        String(fact.cells.object),
      ]);
    for (const { fact } of rows) {
      const isCircle = reaches(next, String(fact.cells.object), String(fact.cells.subject));
      if (!isCircle || fact.cells.subject === fact.cells.object) continue;
      findings.error(
        fact.spot,
        'CIRCLE',
        `${nameOf(checking, String(fact.cells.subject))} is ${predicate} itself, by way of ${nameOf(checking, String(fact.cells.object))}.`,
        'Turn one of these facts round, or take it out.',
      );
      break;
    }
  }
}

/** Relations between things of one label, which are no matter of both sides. */
function circular({ grammar }: Checking): readonly string[] {
  return grammar.vocabulary.relations
    .filter(
      ({ from, to, name }) => from.length === 1 && to.join() === from.join() && !/SAME|RELATED/.test(name),
    )
    .map(({ name }) => name);
}

function reaches(next: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (one === to) return true;
    if (seen.has(one)) continue;
    seen.add(one);
    open.push(...(next.get(one) ?? []));
  }
  return false;
}
