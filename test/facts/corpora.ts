import fc from 'fast-check';
import { formsOf } from '../../src/script/forms.ts';
import { type LooseCells, Owners } from '../../src/script/owners.ts';
import { printScript } from '../../src/script/script.ts';
import { vocabulary } from '../support/load.ts';

/**
 * Invented corpora. All articles speak of the same few people, gifts and events, so they repeat, refine, deny, correct and
 * retract each other; a ledger judges claims and takes things for one.
 */

export const forms = formsOf(vocabulary);

const PEOPLE = ['person:ada', 'person:bo', 'person:cy'];
const GIFTS = ['gift:bell', 'gift:lamp'];
const EVENTS = ['event:feast', 'event:visit'];
const DATES = ['2031', '2031-04', '2031-04-30', '2031-05-01', '2031-04-29/2031-05-02', '../2031-04'];
const STATUSES = ['OCCURRED', 'OCCURRED', 'ONGOING', 'PLANNED', 'SPECULATED', 'DENIED'];

/** A row of a table of facts that some claim says. */
type Said = { readonly form: string; readonly cells: LooseCells };

const oneOf = (words: readonly string[]) => fc.constantFrom(...words);

const relation = fc.oneof(
  fc.record({ subject: oneOf(PEOPLE), predicate: fc.constant('GAVE'), object: oneOf(GIFTS) }),
  fc.record({ subject: oneOf(GIFTS), predicate: fc.constant('GIVEN_TO'), object: oneOf(PEOPLE) }),
  fc.record({ subject: oneOf(PEOPLE), predicate: fc.constant('PARENT_OF'), object: oneOf(PEOPLE) }),
  fc.record({
    subject: oneOf(PEOPLE),
    predicate: fc.constant('INVOLVED_IN'),
    object: oneOf(EVENTS),
    role: oneOf(['VISITOR', 'SPEAKER']),
  }),
  fc.record({
    subject: fc.constant('event:feast'),
    predicate: fc.constant('PART_OF'),
    object: fc.constant('event:visit'),
  }),
);
const value = fc.oneof(
  fc.record({ subject: oneOf(GIFTS), predicate: fc.constant('quantity'), value: oneOf(['10', '12']) }),
  fc.record({ subject: oneOf(GIFTS), predicate: fc.constant('item'), value: oneOf(['bell', 'gong']) }),
  fc.record({
    subject: oneOf(EVENTS),
    predicate: fc.constant('purpose'),
    value: oneOf(['to talk', 'to trade']),
  }),
);
const date = fc.record({
  subject: oneOf(EVENTS),
  predicate: oneOf(['date', 'endDate']),
  value: oneOf(DATES),
  text: fc.option(oneOf(['in spring', 'that day']), { nil: undefined }),
});
const happens = fc.record({ subject: oneOf([...GIFTS, ...EVENTS]), predicate: fc.constant('happens') });

const said: fc.Arbitrary<Said> = fc.oneof(
  relation.map((cells) => ({ form: 'relations', cells })),
  value.map((cells) => ({ form: 'values', cells })),
  date.map((cells) => ({ form: 'dates', cells })),
  happens.map((cells) => ({ form: 'happens', cells })),
);

const claim = fc.record({
  status: oneOf(STATUSES),
  basis: oneOf(['STATED', 'IMPLIED']),
  says: fc.array(said, { minLength: 1, maxLength: 3 }),
  sources: fc.uniqueArray(oneOf(PEOPLE), { maxLength: 2 }),
});

const ARTICLES = ['a', 'b', 'c', 'd'];

/** What one article judges of a claim, by its own first one. */
const judgement = fc.record({
  kind: oneOf(['RETRACTS', 'CORRECTS', 'CONTRADICTS']),
  target: fc.tuple(oneOf(ARTICLES), fc.nat(4)).map(([key, n]) => `claim:${key}:F${n}`),
  predicate: fc.option(oneOf(['date', 'quantity', 'GAVE', 'happens']), { nil: undefined }),
});

const article = fc.record({
  day: fc.integer({ min: 1, max: 4 }),
  byline: oneOf(['Reed', 'Lowe']),
  claims: fc.array(claim, { minLength: 1, maxLength: 4 }),
  judgements: fc.array(judgement, { maxLength: 2 }),
  aliases: fc.uniqueArray(oneOf(['The Bell', 'Ada of Tarn', 'Bo']), { maxLength: 2 }),
  mentions: fc.array(fc.tuple(oneOf(PEOPLE), oneOf(['Ada', 'BO', 'the mayor']), oneOf(['NAME', 'NOMINAL'])), {
    maxLength: 3,
  }),
});

type Article = typeof article extends fc.Arbitrary<infer T> ? T : never;

const LABELS: { readonly [prefix: string]: string } = { person: 'Person', gift: 'Gift', event: 'Event' };

function declare(
  owners: Owners,
  owner: string,
  { names, aliases }: { names: boolean; aliases: readonly string[] },
): void {
  for (const id of [...PEOPLE, ...GIFTS, ...EVENTS]) {
    const [prefix = '', key = ''] = id.split(':');
    const words = names
      ? { name: `${key} of ${owner.slice(-1)}`, ...(prefix === 'event' && { kind: 'VISIT' }) }
      : {};
    const more = id === 'person:ada' && aliases.length > 0 ? { aliases } : {};
    owners.add(owner, `things ${LABELS[prefix]}`, { id, ...words, ...more });
  }
}

function printArticle(key: string, { day, byline, claims, judgements, aliases, mentions }: Article): string {
  const owners = new Owners(forms);
  const owner = `article:${key}`;
  const on = `2031-05-0${day}`;
  owners.open(owner, 'Article', {
    title: key,
    byline,
    publishedOn: on,
    language: 'en',
    textSha256: 'x',
    length: 100,
  });
  owners.add(owner, 'sentences', {
    id: `sentence:${key}:1`,
    n: '1',
    seq: 0,
    kind: 'BODY',
    start: 0,
    end: 100,
    textSha256: 'x',
  });
  declare(owners, owner, { names: true, aliases });
  for (const [at, { status, basis, says, sources }] of claims.entries()) {
    const id = `claim:${key}:F${at}`;
    const voice = sources.length > 0 ? 'SOURCE' : 'ARTICLE';
    owners.add(owner, 'claims', { id, status, voice, basis, text: id });
    // Two spans of one sentence: both are evidence.
    for (const start of [at, at + 20])
      owners.add(owner, 'evidence', { claim: id, sentence: `sentence:${key}:1`, start, end: start + 5 });
    for (const entity of sources) owners.add(owner, 'sources', { claim: id, entity, basis });
    for (const { form, cells } of says)
      addOnce(owners, owner, { form, cells: { claim: id, ...cells, basis } });
  }
  if (key === 'a') sayThatAllHappens(owners, owner);
  for (const { kind, target, predicate } of judgements) {
    const told = kind === 'CONTRADICTS' ? (predicate ?? 'happens') : predicate;
    owners.add(owner, 'judgements', { kind, by: `claim:${key}:F0`, target, on, predicate: told });
  }
  for (const [at, [entity, surface, kind]] of mentions.entries()) {
    owners.add(owner, 'mentions', {
      sentence: `sentence:${key}:1`,
      start: at,
      end: at + 9,
      kind,
      entity,
      surface,
    });
  }
  return printScript(owners.script(owner), key);
}

/** Somebody says of every event and gift that it happens; what he says can be taken back like anything else. */
function sayThatAllHappens(owners: Owners, owner: string): void {
  const claim = 'claim:a:F4';
  owners.add(owner, 'claims', {
    id: claim,
    status: 'OCCURRED',
    voice: 'ARTICLE',
    basis: 'STATED',
    text: claim,
  });
  owners.add(owner, 'evidence', { claim, sentence: 'sentence:a:1', start: 0, end: 1 });
  for (const subject of [...GIFTS, ...EVENTS])
    owners.add(owner, 'happens', { claim, subject, predicate: 'happens', basis: 'STATED' });
}

/** A claim says a fact once, whatever words of a date stand beside it. */
function addOnce(owners: Owners, owner: string, { form, cells }: Said): void {
  const id = [cells.subject, cells.predicate, cells.object ?? cells.value, cells.role].join();
  const has = owners
    .rows(owner, form)
    .some(
      (row) =>
        row.claim === cells.claim &&
        [row.subject, row.predicate, row.object ?? row.value, row.role].join() === id,
    );
  if (!has) owners.add(owner, form, cells);
}

const ledger = fc.record({
  ranks: fc.uniqueArray(
    fc.record({
      kind: oneOf(['PREFERS', 'WITHDRAWS']),
      target: fc.tuple(oneOf(ARTICLES), fc.nat(4)).map(([key, n]) => `claim:${key}:F${n}`),
    }),
    { minLength: 1, maxLength: 3, selector: ({ kind, target }) => kind + target },
  ),
  same: fc.uniqueArray(
    fc.constantFrom(['person:ada', 'person:bo'], ['person:bo', 'person:cy'], ['gift:bell', 'gift:lamp']),
    { maxLength: 2 },
  ),
  revoked: fc.nat(2),
});

function printLedger({
  ranks,
  same,
  revoked,
}: typeof ledger extends fc.Arbitrary<infer T> ? T : never): string {
  const owners = new Owners(forms);
  const owner = 'ledger:desk';
  owners.open(owner, 'Ledger');
  for (const { kind, target } of ranks) owners.add(owner, 'judgements', { kind, target, on: '2031-05-03' });
  for (const [target, other] of same)
    owners.add(owner, 'judgements', { kind: 'SAME_AS', target, other, on: '2031-05-03' });
  const undone = owners.rows(owner, 'judgements')[revoked];
  if (undone) owners.add(owner, 'judgements', { kind: 'REVOKES', target: undone.id, on: '2031-05-04' });
  return printScript(owners.script(owner), 'ledger');
}

function printBackground(): string {
  const owners = new Owners(forms);
  owners.open('background:world', 'Background');
  declare(owners, 'background:world', { names: false, aliases: ['Quill'] });
  owners.add('background:world', 'background relations', {
    subject: 'person:ada',
    predicate: 'PARENT_OF',
    object: 'person:cy',
    basis: 'BACKGROUND',
  });
  return printScript(owners.script('background:world'), 'world');
}

/** Scripts by name. */
export type Corpus = ReadonlyMap<string, string>;

/** All scripts of a corpus, in two versions of each: as first printed, and as edited. */
export const corpora: fc.Arbitrary<readonly [Corpus, Corpus]> = fc
  .tuple(
    fc.tuple(article, article, article, article, ledger),
    fc.tuple(article, article, article, article, ledger),
  )
  .map(
    (versions) =>
      versions.map(([a, b, c, d, judged]) => {
        const articles = [a, b, c, d].map(
          (one, at) => [ARTICLES[at] ?? '', printArticle(ARTICLES[at] ?? '', one)] as const,
        );
        return new Map([...articles, ['ledger', printLedger(judged)], ['world', printBackground()]]);
      }) as unknown as readonly [Corpus, Corpus],
  );
