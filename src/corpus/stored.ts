import type { Grammar } from '../article/grammar.ts';
import type { Column, Form } from '../script/forms.ts';
import type { Literal } from '../script/literal.ts';
import type { OwnerScript } from '../script/script.ts';
import type { GraphStore, Row } from '../store/store.ts';

/**
 * The script of an article as a graph holds it: for each table the statement that reads back what the tail of the table
 * wrote. So whatever a graph was made from, the file of an article can be had from it.
 */

const CLAIMS = 'MATCH (c:Claim {owner: $owner})';

/** `RETURN s.id AS id, s.n AS n`: the columns of a form, each from where its tail put it. */
function returned(columns: readonly Column[], from: (column: string) => string): string {
  return `RETURN ${columns.map(({ name }) => `${from(name)} AS ${name}`).join(', ')}`;
}

/** What a claim says of a fact, and the fact does not tell. */
const SAYS = ['basis', 'text', 'earliest', 'latest', 'earliestDay', 'latestDay'];

/** Where a column of a fact stands: on the claim, its ends, what the claim says of it, or the fact itself. */
function ofFact(form: string): (column: string) => string {
  const ends: { readonly [column: string]: string } = {
    claim: 'c.id',
    fact: 'f.id',
    subject: 'a.id',
    object: 'b.id',
  };
  return (column) => {
    if (column === 'object' && form !== 'relations') return 'f.object';
    return ends[column] ?? (SAYS.includes(column) ? `r.${column}` : `f.${column}`);
  };
}

function factQuery(form: Form): string {
  const kinds: { readonly [form: string]: string } = {
    happens: "f.form = 'HAPPENS'",
    relations: "f.form = 'RELATION'",
    values: "f.form = 'VALUE' AND f.precision IS NULL",
    dates: "f.form = 'VALUE' AND f.precision IS NOT NULL",
  };
  const object = form.name === 'relations' ? ' MATCH (f)-[:OBJECT]->(b:Entity)' : '';
  const from = ofFact(form.name);
  return `${CLAIMS}-[r:SAYS]->(f:Fact) WHERE ${kinds[form.name]} MATCH (f)-[:SUBJECT]->(a:Entity)${object} ${returned(form.columns, from)}`;
}

const SENTENCES = 'MATCH (:Owner {id: $owner})<-[:IN_ARTICLE]-(s:Sentence)';

function queryOf({ name, columns, label }: Form): string | undefined {
  if (label)
    return `MATCH (:Owner {id: $owner})-[d:DECLARES]->(e:${label.name}) ${returned(columns, (one) => (one === 'id' ? 'e.id' : `d.${one}`))} ORDER BY id`;
  const ofEntity = (one: string) => (one === 'claim' ? 'c.id' : one === 'entity' ? 'e.id' : `r.${one}`);
  switch (name) {
    case 'article':
      return `MATCH (o:Article {id: $owner}) ${returned(columns, (one) => `o.${one}`)}`;
    case 'sentences':
      return `${SENTENCES} ${returned(
        columns.filter((one) => one.name !== 'text'),
        (one) => `s.${one}`,
      )} ORDER BY seq`;
    case 'claims':
      return `${CLAIMS} ${returned(columns, (one) => `c.${one}`)} ORDER BY id`;
    case 'evidence':
      return `${CLAIMS}-[r:STATED_IN]->(s:Sentence) ${returned(columns, (one) => (one === 'sentence' ? 's.id' : ofEntity(one)))}`;
    case 'sources':
      return `${CLAIMS}-[r:ATTRIBUTED_TO]->(e:Entity) ${returned(columns, ofEntity)}`;
    case 'about':
      return `${CLAIMS}-[r:ABOUT]->(e:Entity) ${returned(columns, ofEntity)}`;
    case 'mentions':
      return `${SENTENCES}-[r:MENTIONS]->(e:Entity) ${returned(columns, (one) => (one === 'sentence' ? 's.id' : ofEntity(one)))}`;
    case 'judgements':
      return `MATCH (j:Judgement {owner: $owner}) ${returned(columns, (one) => `j.${one}`)}`;
    default:
      return undefined;
  }
}

const isFactForm = (name: string): boolean => ['happens', 'relations', 'values', 'dates'].includes(name);

const withValue = (row: Row): { [column: string]: Literal } =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (value == null ? [] : [[name, value as Literal]])),
  );

/** What a graph holds of an article, as its script; undefined where it has no such article. */
export async function storedScript(
  store: GraphStore,
  key: string,
  grammar: Grammar,
): Promise<OwnerScript | undefined> {
  const id = `article:${key}`;
  const tables = await Promise.all(
    grammar.forms.map(async (form) => {
      const text = isFactForm(form.name) ? factQuery(form) : queryOf(form);
      const rows = text === undefined ? [] : await store.read({ text, parameters: { owner: id } });
      return { form, rows: rows.map((row) => ({ line: 1, values: withValue(row) })) };
    }),
  );
  const hasOwner = tables.some(({ form, rows }) => form.name === 'article' && rows.length > 0);
  return hasOwner ? { file: '', id, kind: 'Article', tables } : undefined;
}
