import type { LiteralRow } from '../script/literal.ts';
import { type Cells, madeCells } from '../script/made.ts';
import type { OwnerScript, Table } from '../script/script.ts';
import {
  type Article,
  type Claim,
  type Fact,
  type FactForm,
  type HashedSentence,
  NOWHERE,
  type Thing,
} from './article.ts';

/** An article as its script tells it: the way back of compile.ts, up to what code makes anew. */
export function articleOf(script: OwnerScript): Article {
  return new Restore(script).article();
}

const FACT_FORMS: readonly FactForm[] = ['happens', 'relations', 'values', 'dates'];

const lastOf = (id: unknown): string => String(id).split(':').slice(2).join(':');

const spot = NOWHERE;

class Restore {
  readonly #script: OwnerScript;

  constructor(script: OwnerScript) {
    this.#script = script;
  }

  article(): Article {
    const { id, textSha256, length, ...head } = this.#cells('article')[0] ?? {};
    return {
      key: String(id).replace(/^article:/, ''),
      head,
      headSpots: new Map(),
      textSha256: String(textSha256),
      length: Number(length),
      sentences: this.#cells('sentences').map(sentenceOf),
      things: this.#things(),
      mentions: this.#cells('mentions').map(({ sentence, entity, kind, start, end, surface }) => ({
        sentence: lastOf(sentence),
        entity: String(entity),
        kind: String(kind),
        start: Number(start),
        end: Number(end),
        ...(surface !== undefined && { surface: String(surface) }),
        spot,
      })),
      claims: this.#claims(),
    };
  }

  #tables(name: string): readonly Table[] {
    return this.#script.tables.filter(({ form }) => form.name === name);
  }

  /** The rows of a table without what code makes of them. */
  #cells(name: string): readonly Cells[] {
    return this.#tables(name).flatMap((table) => table.rows.map((row) => this.#given(table, row)));
  }

  #given({ form }: Table, { values }: LiteralRow): Cells {
    const made = new Set(form.columns.filter((one) => one.made).map(({ name }) => name));
    const bare = Object.fromEntries(Object.entries(values).filter(([name]) => !made.has(name)));
    const again = madeCells(form, bare, this.#script.id);
    const told = form.columns.filter((one) => one.given && values[one.name] !== undefined);
    const differs = told.some(({ name }) => values[name] !== again[name]);
    return differs
      ? { ...bare, ...Object.fromEntries(told.map(({ name }) => [name, values[name] ?? ''])) }
      : bare;
  }

  #things(): readonly Thing[] {
    const tables = this.#script.tables.filter(({ form }) => form.label);
    return tables.flatMap((table) =>
      table.rows.flatMap((row) => {
        const { id, ...declared } = this.#given(table, row);
        return Object.keys(declared).length > 0 ? [{ id: String(id), declared, spot }] : [];
      }),
    );
  }

  #claims(): readonly Claim[] {
    const by = (form: string, column = 'claim') => grouped(this.#cells(form), column);
    const [evidence, sources, about] = [by('evidence'), by('sources'), by('about')];
    const judgements = by('judgements', 'by');
    const facts = FACT_FORMS.map((form) => [form, by(form)] as const);
    return this.#cells('claims').map(({ id, text, status, basis, voice, sourceText }) => ({
      id: lastOf(id),
      text: String(text),
      status: String(status),
      basis: String(basis),
      voice: String(voice),
      ...(sourceText !== undefined && { words: String(sourceText) }),
      evidence: (evidence.get(String(id)) ?? []).map(({ sentence, start, end }) => ({
        sentence: lastOf(sentence),
        start: Number(start),
        end: Number(end),
        spot,
      })),
      sources: (sources.get(String(id)) ?? []).map((row) => ({
        entity: String(row.entity),
        basis: String(row.basis),
        ...(row.sourceText !== undefined && { words: String(row.sourceText) }),
        spot,
      })),
      about: (about.get(String(id)) ?? []).map(({ entity }) => ({ entity: String(entity), spot })),
      facts: facts.flatMap(([form, rows]) => (rows.get(String(id)) ?? []).map((row) => factOf(form, row))),
      judgements: (judgements.get(String(id)) ?? []).map((cells) => ({ cells, spot })),
      spot,
    }));
  }
}

function grouped(rows: readonly Cells[], column: string): ReadonlyMap<string, readonly Cells[]> {
  const groups = new Map<string, Cells[]>();
  for (const row of rows) {
    const group = groups.get(String(row[column])) ?? [];
    groups.set(String(row[column]), group);
    group.push(row);
  }
  return groups;
}

function sentenceOf({ n, kind, start, end, textSha256 }: Cells): HashedSentence {
  return {
    n: String(n),
    kind: String(kind),
    start: Number(start),
    end: Number(end),
    sha256: String(textSha256),
  };
}

function factOf(form: FactForm, { claim: _, ...cells }: Cells): Fact {
  return { form, cells, spot };
}
