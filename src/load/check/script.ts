import { HAPPENS } from '../../facts/ids.ts';
import type { Label, Vocabulary } from '../../facts/vocabulary.ts';
import { type Finding, inOrder } from '../../script/finding.ts';
import type { LiteralRow } from '../../script/literal.ts';
import type { Cells } from '../../script/made.ts';
import type { OwnerScript } from '../../script/script.ts';
import { checkCells, checkMade } from './cells.ts';
import { checkJudgement } from './judgements.ts';
import { aDay, aName, aValue, ofEnum, ofPattern, oneOf } from './words.ts';

/**
 * The gate: everything that an owner writes, held against the model before anything is written. Of each script alone, since
 * an id tells whose it is and every thing that a script uses is declared in it; so an article is checked at the same cost
 * among ten and among ten thousand.
 */
export function checkScript(script: OwnerScript, vocabulary: Vocabulary): readonly Finding[] {
  return inOrder(new ScriptCheck(script, vocabulary).run());
}

const TABLES: Readonly<Record<OwnerScript['kind'], RegExp>> = {
  Article: /^(?!background)/,
  Background: /^(?:background|things)/,
  Ledger: /^(?:ledger|judgements)/,
};

const PREFIX: Readonly<Record<OwnerScript['kind'], string>> = {
  Article: 'article',
  Background: 'background',
  Ledger: 'ledger',
};

/** What every form asks of a table is in cells.ts; here is what rows ask of each other. */
class ScriptCheck {
  readonly #script: OwnerScript;
  readonly #vocabulary: Vocabulary;
  readonly #key: string;
  readonly #sentences: ReadonlyMap<unknown, LiteralRow>;
  readonly #claims: ReadonlyMap<unknown, LiteralRow>;
  readonly #things: ReadonlyMap<unknown, Label>;
  readonly findings: Finding[] = [];

  constructor(script: OwnerScript, vocabulary: Vocabulary) {
    this.#script = script;
    this.#vocabulary = vocabulary;
    this.#key = script.id.slice(script.id.indexOf(':') + 1);
    this.#sentences = byId(this.#rows('sentences'));
    this.#claims = byId(this.#rows('claims'));
    this.#things = new Map(
      script.tables.flatMap(({ form, rows }) => {
        const { label } = form;
        return label ? rows.map(({ values }) => [values.id, label] as const) : [];
      }),
    );
  }

  run(): readonly Finding[] {
    const { tables, kind, id } = this.#script;
    for (const { form, rows } of tables) {
      const fits = TABLES[kind].test(form.name);
      if (!fits) this.#find(rows[0], `A ${kind} has no table of ${form.name}.`);
      const whole = rows.filter((row) => this.#say(row, checkCells(form, row)));
      this.#once(form.name, whole);
      const right = whole.filter((row) => this.#say(row, this.#ofRow(form.name, row.values, form.label)));
      for (const row of right) this.#say(row, checkMade(form, row, id));
    }
    if (this.findings.length === 0) this.#wholes();
    return this.findings;
  }

  #rows(form: string): readonly LiteralRow[] {
    return this.#script.tables.filter((table) => table.form.name === form).flatMap(({ rows }) => rows);
  }

  #find(row: LiteralRow | undefined, sentence: string): void {
    this.findings.push({ file: this.#script.file, line: row?.line ?? 1, sentence });
  }

  #say(row: LiteralRow, sentences: readonly string[]): boolean {
    for (const sentence of sentences) this.#find(row, sentence);
    return sentences.length === 0;
  }

  #once(form: string, rows: readonly LiteralRow[]): void {
    const seen = new Set<string>();
    for (const row of rows) {
      const { id, claim, fact } = row.values;
      const key =
        id !== undefined
          ? String(id)
          : fact !== undefined
            ? `${claim} says ${fact}`
            : JSON.stringify(row.values);
      if (seen.has(key))
        this.#find(
          row,
          `The table of ${form} has ${id === undefined && fact === undefined ? 'this row' : key} twice.`,
        );
      seen.add(key);
    }
  }

  #ofRow(form: string, row: Cells, label: Label | undefined): readonly string[] {
    if (label) return this.#thing(row, label);
    switch (form) {
      case 'article':
        return [...this.#owner(row), ...aDay('publishedOn', row.publishedOn)];
      case 'background':
      case 'ledger':
        return this.#owner(row);
      case 'sentences':
        return [
          ...this.#owned('sentence', row.id),
          ...ofEnum(this.#vocabulary, 'SentenceKind', { name: 'kind', value: row.kind }),
        ];
      case 'claims':
        return this.#claim(row);
      case 'evidence':
        return [...this.#ofClaim(row), ...this.#span(row)];
      case 'sources':
        return [...this.#ofClaim(row), ...this.#declared(row.entity), ...this.#basis(row)];
      case 'about':
        return [...this.#ofClaim(row), ...this.#declared(row.entity)];
      case 'mentions':
        return [
          ...this.#span(row),
          ...this.#declared(row.entity),
          ...ofEnum(this.#vocabulary, 'MentionKind', { name: 'kind', value: row.kind }),
        ];
      case 'judgements':
        return checkJudgement(row, {
          script: this.#script,
          claims: this.#claims,
          vocabulary: this.#vocabulary,
        });
      default:
        return this.#fact(form, row);
    }
  }

  #owner({ id }: Cells): readonly string[] {
    const prefix = PREFIX[this.#script.kind];
    return /^[a-z]+:[^\s|:]+$/.test(String(id)) && String(id).startsWith(`${prefix}:`)
      ? []
      : [
          `The id of a ${this.#script.kind} is ${prefix}: and a key without blanks, colons and bars, not ${id}.`,
        ];
  }

  /** What an owner owns has its key, so that no two owners can mean the same. */
  #owned(prefix: string, id: unknown): readonly string[] {
    const begin = `${prefix}:${this.#key}:`;
    return String(id).startsWith(begin) && /^[^\s|]+$/.test(String(id))
      ? []
      : [`The id of a ${prefix} of ${this.#script.id} begins with ${begin}, not ${id}.`];
  }

  #thing(row: Cells, { name, prefix, declared }: Label): readonly string[] {
    const wrong =
      String(row.id).startsWith(`${prefix}:`) &&
      /^[^\s|]+$/.test(String(row.id)) &&
      String(row.id).length > prefix.length + 1;
    const words = declared.flatMap((one) => [
      ...ofEnum(this.#vocabulary, one.type, { name: one.name, value: row[one.name] }),
      ...ofPattern(one, row[one.name]),
    ]);
    return [
      ...(wrong
        ? []
        : [`The id of a ${name} is ${prefix}: and a key without blanks and bars, not ${row.id}.`]),
      ...aName(row.name),
      ...words,
    ];
  }

  #claim({ id, status, voice, basis }: Cells): readonly string[] {
    const statuses = (this.#vocabulary.enums.get('Status') ?? []).filter((word) => word !== 'WITHDRAWN');
    return [
      ...this.#owned('claim', id),
      ...oneOf('status', statuses, status),
      ...ofEnum(this.#vocabulary, 'Voice', { name: 'voice', value: voice }),
      ...this.#basis({ basis: basis ?? '' }),
    ];
  }

  #basis({ basis }: Cells): readonly string[] {
    return oneOf('basis', ['STATED', 'IMPLIED'], basis);
  }

  #ofClaim({ claim }: Cells): readonly string[] {
    return this.#claims.has(claim) ? [] : [`There is no claim ${claim} in this script.`];
  }

  #declared(id: unknown): readonly string[] {
    return this.#things.has(id)
      ? []
      : [`${id} is declared by no table of things in this script; a row with its id alone will do.`];
  }

  #span({ sentence, start, end }: Cells): readonly string[] {
    const found = this.#sentences.get(sentence)?.values;
    if (!found) return [`There is no sentence ${sentence} in this script.`];
    const [from, to] = [Number(start), Number(end)];
    const inside = from >= Number(found.start) && from < to && to <= Number(found.end);
    return inside
      ? []
      : [`The span ${start} to ${end} lies outside ${sentence}, which is ${found.start} to ${found.end}.`];
  }

  #fact(form: string, row: Cells): readonly string[] {
    const isBackground = form.startsWith('background ');
    const kind = form.replace('background ', '');
    const ends = [row.subject, ...(kind === 'relations' ? [row.object] : [])];
    const missing = [
      ...ends.flatMap((id) => this.#declared(id)),
      ...(isBackground ? [] : this.#ofClaim(row)),
    ];
    if (missing.length > 0) return missing;
    const basis = isBackground ? oneOf('basis', ['BACKGROUND'], row.basis) : this.#basis(row);
    const subject = this.#things.get(row.subject);
    if (kind === HAPPENS) return [...basis, ...this.#happens(row, subject)];
    if (kind === 'relations') return [...basis, ...this.#relation(row)];
    const isDate = this.#vocabulary.values.some(
      ({ name, rule }) => name === row.predicate && rule === 'DATE',
    );
    if (isDate !== (kind === 'dates'))
      return [`${row.predicate} belongs into the table of ${isDate ? 'dates' : 'values'}.`];
    return [...basis, ...aValue(this.#vocabulary, row, subject?.name ?? '')];
  }

  #happens({ predicate }: Cells, subject: Label | undefined): readonly string[] {
    const able = this.#vocabulary.labels.filter(({ happens }) => happens).map(({ name }) => name);
    if (!subject?.happens) return [`That it happens is said of ${able.join(', ')}, not of ${subject?.name}.`];
    return oneOf('predicate', [HAPPENS], predicate);
  }

  #relation(row: Cells): readonly string[] {
    const { relations, enums } = this.#vocabulary;
    const known = relations.find(({ name }) => name === row.predicate);
    if (!known)
      return oneOf(
        'predicate',
        relations.map(({ name }) => name),
        row.predicate,
      );
    const [from, to] = [this.#things.get(row.subject)?.name ?? '', this.#things.get(row.object)?.name ?? ''];
    const fits = known.from.includes(from) && known.to.includes(to);
    const turned = known.from.includes(to) && known.to.includes(from);
    const ends = `${known.name} leads from ${known.from.join(', ')} to ${known.to.join(', ')}, not from ${from} to ${to}${turned ? ': it stands the wrong way round' : ''}.`;
    const own = new Set(known.qualifiers.map(({ name }) => name));
    const odd = relations
      .flatMap(({ qualifiers }) => qualifiers)
      .filter(({ name }) => name in row && !own.has(name))
      .map(({ name }) => `${known.name} has no ${name}.`);
    const wanted = known.qualifiers.flatMap(({ name, type, required }) => {
      if (row[name] === undefined) return required ? [`${known.name} needs a ${name}.`] : [];
      return oneOf(name, enums.get(type) ?? [String(row[name])], row[name]);
    });
    return [...(fits ? [] : [ends]), ...new Set(odd), ...wanted];
  }

  /** What holds of a script as a whole, asked once its rows are right. */
  #wholes(): void {
    this.#sentencesInOrder();
    const told = (forms: readonly string[], column: string): ReadonlySet<unknown> =>
      new Set(forms.flatMap((form) => this.#rows(form).map(({ values }) => values[column])));
    const stated = told(['evidence'], 'claim');
    const sourced = told(['sources'], 'claim');
    for (const row of this.#rows('claims')) {
      const { id } = row.values;
      if (!stated.has(id)) this.#find(row, `${id} is stated in no sentence.`);
      if (row.values.voice === 'SOURCE' && !sourced.has(id))
        this.#find(row, `${id} has the voice of a SOURCE, and no row of sources tells whose.`);
    }
  }

  #sentencesInOrder(): void {
    const length = Number(this.#rows('article')[0]?.values.length ?? 0);
    for (const [at, row] of this.#rows('sentences').entries()) {
      const { id, seq, start, end } = row.values;
      if (seq !== at)
        this.#find(
          row,
          `The sentences of an article are numbered 0, 1, 2 and on by seq: ${id} is ${at}, not ${seq}.`,
        );
      if (Number(start) < 0 || Number(start) >= Number(end) || Number(end) > length) {
        this.#find(row, `${id} lies outside its article, which has ${length} characters.`);
      }
    }
  }
}

const byId = (rows: readonly LiteralRow[]): ReadonlyMap<unknown, LiteralRow> =>
  new Map(rows.map((row) => [row.values.id, row]));
