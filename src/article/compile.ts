import type { Form } from '../script/forms.ts';
import type { LiteralRow } from '../script/literal.ts';
import { type Cells, madeCells } from '../script/made.ts';
import type { OwnerScript } from '../script/script.ts';
import type { Article, Claim, Spot } from './article.ts';
import { type Grammar, labelOf } from './grammar.ts';
import { namedThings, ordered } from './order.ts';

/**
 * An article as its script: the same rows that a person would write into the tables, with what code makes of them. Each row
 * keeps the line of the article file that it comes from, so that what the load finds is told of that line.
 */

type Rows = { readonly [form: string]: readonly (readonly [Cells, Spot])[] };

const idOf = (prefix: string, key: string, own: string): string => `${prefix}:${key}:${own}`;

/** The things of an article; those that others declare stand with their id alone. */
function thingRows(article: Article): readonly (readonly [Cells, Spot])[] {
  const declared = new Map(article.things.map((one) => [one.id, one.declared]));
  return [...namedThings(article)]
    .map(([id, spot]) => [{ id, ...declared.get(id) }, spot] as const)
    .sort(([a], [b]) => (String(a.id) < String(b.id) ? -1 : 1));
}

function claimRows(claim: Claim, article: Article): Rows {
  const id = idOf('claim', article.key, claim.id);
  const { text, status, basis, voice, words } = claim;
  const row = { id, status, voice, basis, text, ...(words !== undefined && { sourceText: words }) };
  const ofForm = (form: string) =>
    claim.facts
      .filter((fact) => fact.form === form)
      .map(({ cells, spot }) => [{ claim: id, ...cells }, spot] as const);
  return {
    claims: [[row, claim.spot]],
    evidence: claim.evidence.map(({ sentence, start, end, spot }) => [
      { claim: id, sentence: idOf('sentence', article.key, sentence), start, end },
      spot,
    ]),
    sources: claim.sources.map((one) => [
      {
        claim: id,
        entity: one.entity,
        basis: one.basis,
        ...(one.words !== undefined && { sourceText: one.words }),
      },
      one.spot,
    ]),
    about: claim.about.map(({ entity, spot }) => [{ claim: id, entity }, spot]),
    judgements: claim.judgements.map(({ cells, spot }) => [cells, spot]),
    happens: ofForm('happens'),
    relations: ofForm('relations'),
    values: ofForm('values'),
    dates: ofForm('dates'),
  };
}

function textRows({ key, sentences, mentions }: Article): Rows {
  return {
    sentences: sentences.map(({ n, kind, start, end, sha256 }, at) => [
      { id: idOf('sentence', key, n), n, seq: at, kind, start, end, textSha256: sha256 },
      { line: 1, column: 1 },
    ]),
    mentions: mentions.map(({ sentence, start, end, kind, entity, surface, spot }) => [
      {
        sentence: idOf('sentence', key, sentence),
        start,
        end,
        kind,
        entity,
        ...(surface !== undefined && { surface }),
      },
      spot,
    ]),
  };
}

function rowsOf(article: Article, grammar: Grammar): Rows {
  const { key, head, textSha256, length } = article;
  const owner: Cells = { id: `article:${key}`, ...head, textSha256, length };
  const things = thingRows(article);
  const all: readonly Rows[] = [
    { article: [[owner, { line: 1, column: 1 }]] },
    ...grammar.labels.map((label) => ({
      [`things ${label.name}`]: things.filter(([{ id }]) => labelOf(grammar, String(id)) === label),
    })),
    textRows(article),
    ...article.claims.map((claim) => claimRows(claim, article)),
  ];
  const forms = new Set(all.flatMap((rows) => Object.keys(rows)));
  return Object.fromEntries([...forms].map((form) => [form, all.flatMap((rows) => rows[form] ?? [])]));
}

/** The script of an article, `file` being the file it comes from. */
export function compileArticle(article: Article, grammar: Grammar, file: string): OwnerScript {
  const id = `article:${article.key}`;
  const rows = rowsOf(ordered(article, grammar), grammar);
  const table = (form: Form) => ({
    form,
    rows: (rows[form.name] ?? []).map(
      ([cells, { line }]): LiteralRow => ({ line, values: { ...cells, ...madeOf(form, cells, id) } }),
    ),
  });
  return {
    file,
    id,
    kind: 'Article',
    tables: grammar.forms.filter(({ name }) => (rows[name] ?? []).length > 0).map(table),
  };
}

/** What code makes of a row; what a person gives of it stands. */
const madeOf = (form: Form, cells: Cells, owner: string): Cells =>
  Object.fromEntries(
    Object.entries(madeCells(form, cells, owner)).filter(([name]) =>
      form.columns.some((one) => one.name === name),
    ),
  );
