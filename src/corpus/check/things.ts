import type { Article, Mention, Thing } from '../../article/article.ts';
import { labelOf } from '../../article/grammar.ts';
import { namedThings } from '../../article/order.ts';
import { nameKey, nameWords } from '../../model/name.ts';
import { TITLES } from '../titles.ts';
import { type Checking, endsOf, factsOf, nameOf } from './context.ts';

/** Whether the things of an article are the ones that are meant: each declared once, under one name, and spoken of. */
export function checkThings(checking: Checking): void {
  checkDeclared(checking);
  for (const thing of checking.article.things) {
    checkRequired(checking, thing);
    checkNames(checking, thing);
    checkUse(checking, thing);
  }
  for (const mention of checking.article.mentions) checkMention(checking, mention);
}

function checkDeclared({ article, known, elsewhere, findings, grammar }: Checking): void {
  const own = new Set(
    article.things.filter(({ declared }) => declared.name !== undefined).map(({ id }) => id),
  );
  for (const [id, spot] of namedThings(article)) {
    if (own.has(id) || elsewhere.thing(id)) continue;
    if (!labelOf(grammar, id)) {
      findings.error(
        spot,
        'ID_FORM',
        `${id} is no id of a thing.`,
        `An id begins with ${grammar.labels.map(({ prefix }) => `${prefix}:`).join(' ')}.`,
      );
      continue;
    }
    const near = nearId(article, id) ?? known.near(id);
    const mend =
      near === undefined
        ? 'Declare it under `things:`, with its name.'
        : `Did you mean ${near}? Else declare it under \`things:\`.`;
    findings.error(spot, 'UNDECLARED', `Nobody declares ${id}.`, mend);
  }
}

/** An id of the same file that shares all but a letter or two. */
function nearId({ things }: Article, id: string): string | undefined {
  const close = (other: string) =>
    other !== id && Math.abs(other.length - id.length) < 3 && shared(other, id) >= id.length - 2;
  return things.find((one) => close(one.id))?.id;
}

/** How many letters two texts have in common at their beginnings and ends. */
function shared(a: string, b: string): number {
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return head + tail;
}

function checkRequired({ grammar, findings, elsewhere }: Checking, { id, declared, spot }: Thing): void {
  if (declared.name === undefined && elsewhere.thing(id)) return;
  const missing = (labelOf(grammar, id)?.declared ?? []).filter(
    ({ name, required, type }) =>
      required && declared[name] === undefined && !grammar.vocabulary.enums.has(type),
  );
  for (const { name } of missing)
    findings.error(
      spot,
      'REQUIRED',
      `${id} has no ${name}.`,
      name === 'name' ? 'Write its name behind its id.' : `Add \`| ${name} …\` to its line.`,
    );
}

const namesOf = ({ declared }: Thing): readonly string[] =>
  [declared.name, ...(Array.isArray(declared.aliases) ? declared.aliases : [])].flatMap((name) =>
    name === undefined ? [] : [String(name)],
  );

function checkNames({ article, elsewhere, findings, grammar }: Checking, thing: Thing): void {
  const { id, declared, spot } = thing;
  const other = elsewhere.thing(id);
  const names = (other?.names ?? []).map(nameKey);
  if (other && declared.name !== undefined && !names.includes(nameKey(String(declared.name))))
    findings.error(
      spot,
      'TWO_NAMES',
      `${id} is "${other.names[0]}" already.`,
      'Another thing needs an id of its own; another name of this one stands behind ~ |.',
    );
  if (/[\p{Lu}]/u.test(id))
    findings.error(
      spot,
      'ID_FORM',
      `${id} has capitals.`,
      'An id has small letters, digits and hyphens: person:ada-venn.',
    );
  const label = labelOf(grammar, id);
  for (const name of namesOf(thing)) {
    const own = article.things.filter((one) =>
      namesOf(one).some((other) => nameKey(other) === nameKey(name)),
    );
    const others = [...elsewhere.called(name).map((one) => one.id), ...own.map((one) => one.id)];
    const twin = others.find((other) => other !== id && labelOf(grammar, other) === label);
    if (twin !== undefined)
      findings.judge(
        spot,
        'SAME_NAME',
        `"${name}" is a name of ${twin} too.`,
        `If they are one, write ${twin} everywhere; if not, tell them apart by their names.`,
      );
  }
}

function checkUse({ article, findings, grammar }: Checking, { id, spot }: Thing): void {
  const facts = factsOf(article).filter(({ fact }) => endsOf(fact).includes(id));
  const label = labelOf(grammar, id);
  const isTold = facts.some(({ fact }) => fact.form === 'happens');
  if (label?.happens && !isTold) {
    const [first] = facts;
    const mend = `Add \`${id} happens\` to ${first ? `${first.claim.id}, if it says so` : 'the claim that says so'}.`;
    findings.error(spot, 'NOTHING_SAID', `No claim says that ${id} happens.`, mend);
  }
  const spoken = article.claims.some(
    ({ about, sources }) =>
      about.some(({ entity }) => entity === id) || sources.some(({ entity }) => entity === id),
  );
  const mentioned = article.mentions.some(({ entity }) => entity === id);
  if (facts.length === 0 && !spoken && !mentioned)
    findings.judge(
      spot,
      'UNUSED',
      `Nothing is said of ${id}.`,
      'Take it out, or say what the article says of it.',
    );
  const isGiven = facts.some(({ fact }) => fact.cells.object === id && fact.form === 'relations');
  const takesGivers = grammar.vocabulary.relations.some(({ to }) => to.length === 1 && to[0] === label?.name);
  if (label?.happens && takesGivers && !label.nouns && !isGiven)
    findings.judge(
      spot,
      'GIFT_OF_NOBODY',
      `Nobody gave ${id}.`,
      'Say who gave it, unless the article does not tell.',
    );
}

/** Words of a mention that are somebody else's name, or no name of the thing. */
function checkMention(checking: Checking, mention: Mention): void {
  const { elsewhere, article, findings, text } = checking;
  const words = text?.slice(mention) ?? mention.surface;
  if (words === undefined || !['NAME', 'DEMONYM'].includes(mention.kind)) return;
  const own = article.things.find(({ id }) => id === mention.entity);
  const names = own ? namesOf(own) : [];
  const weak = Array.isArray(own?.declared.weakAliases) ? own.declared.weakAliases : [];
  const known = elsewhere.thing(mention.entity);
  const all = [...names, ...weak, ...(known?.names ?? []), ...(known?.weakNames ?? [])];
  const demonyms = [own?.declared.demonym, known?.demonym].flatMap((one) =>
    one === undefined ? [] : [String(one)],
  );
  if ([...all, ...demonyms].some((name) => fits(words, name))) return;
  const ours = article.things.filter((one) => namesOf(one).some((name) => nameKey(name) === nameKey(words)));
  const other = [...ours, ...elsewhere.called(words)].find(({ id }) => id !== mention.entity);
  const name = nameOf(checking, mention.entity);
  if (other)
    findings.error(
      mention.spot,
      'MENTION_OTHER',
      `"${words}" is a name of ${other.id}, not of ${mention.entity}.`,
      'Link the one that is meant.',
    );
  else
    findings.error(
      mention.spot,
      'MENTION_NAME',
      `"${words}" does not fit ${name}.`,
      'It is another thing, or a name is missing from the line of this one.',
    );
}

/** Whether words are a name or the telling part of one: `Lundeen` and `Premier Lundeen` fit Bo Lundeen, Carl Lundeen does not. */
function fits(words: string, name: string): boolean {
  if (nameKey(words) === nameKey(name)) return true;
  const known = nameWords(name);
  const said = nameWords(words).filter((word) => !TITLES.has(word) || known.includes(word));
  return said.length > 0 && said.every((word) => known.some((one) => one === word || `${one}'s` === word));
}
