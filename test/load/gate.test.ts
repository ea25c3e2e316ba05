import { describe, expect, test } from '@jest/globals';
import { checkScript } from '../../src/load/check/script.ts';
import { formsOf } from '../../src/script/forms.ts';
import { Owners } from '../../src/script/owners.ts';
import { printScript, readScript } from '../../src/script/script.ts';
import { vocabulary } from '../support/load.ts';

const forms = formsOf(vocabulary);

/** A sound script with a row of each sort. */
function sound(): string {
  const owners = new Owners(forms);
  const owner = 'article:kd';
  const claim = 'claim:kd:F1';
  const sentence = 'sentence:kd:1';
  owners.open(owner, 'Article', {
    title: 'T',
    publishedOn: '2031-05-02',
    language: 'en',
    textSha256: 'x',
    length: 40,
  });
  owners.add(owner, 'sentences', {
    id: sentence,
    n: '1',
    seq: 0,
    kind: 'BODY',
    start: 0,
    end: 40,
    textSha256: 'x',
  });
  owners.add(owner, 'things Person', { id: 'person:ada', name: 'Ada Quill', weakAliases: ['Quill'] });
  owners.add(owner, 'things Country', { id: 'country:xa', name: 'Arvale', isoCode: 'XA' });
  owners.add(owner, 'things Event', { id: 'event:feast', name: 'feast', kind: 'RECEPTION' });
  owners.add(owner, 'things Gift', { id: 'gift:bell', name: 'bell' });
  owners.add(owner, 'claims', {
    id: claim,
    status: 'OCCURRED',
    voice: 'SOURCE',
    basis: 'STATED',
    text: 'Ada Quill gave a bell.',
  });
  owners.add(owner, 'evidence', { claim, sentence, start: 0, end: 20 });
  owners.add(owner, 'sources', { claim, entity: 'person:ada', basis: 'STATED' });
  owners.add(owner, 'mentions', {
    sentence,
    start: 0,
    end: 5,
    kind: 'NAME',
    entity: 'person:ada',
    surface: 'Quill',
  });
  owners.add(owner, 'happens', { claim, subject: 'gift:bell', predicate: 'happens', basis: 'STATED' });
  owners.add(owner, 'relations', {
    claim,
    subject: 'person:ada',
    predicate: 'GAVE',
    object: 'gift:bell',
    basis: 'STATED',
  });
  owners.add(owner, 'relations', {
    claim,
    subject: 'person:ada',
    predicate: 'INVOLVED_IN',
    object: 'event:feast',
    role: 'VISITOR',
    basis: 'STATED',
  });
  owners.add(owner, 'values', {
    claim,
    subject: 'gift:bell',
    predicate: 'quantity',
    value: '2',
    basis: 'STATED',
  });
  owners.add(owner, 'dates', {
    claim,
    subject: 'event:feast',
    predicate: 'date',
    value: '2031-04',
    basis: 'IMPLIED',
  });
  owners.add(owner, 'judgements', { kind: 'RETRACTS', by: claim, target: 'claim:old:F1', on: '2031-05-02' });
  return printScript(owners.script(owner), 'kd');
}

/** All that is wrong, and the text of the line that each finding names. */
function findingsOf(text: string): readonly (readonly [string, string])[] {
  const { script, findings } = readScript('kd.cypher', text, forms);
  const all = [...findings, ...(script ? checkScript(script, vocabulary) : [])];
  const lines = text.split('\n');
  return all.map(({ line, sentence }) => [sentence, lines[line - 1] ?? ''] as const);
}

/** What is spoilt, how, the sentence that says so, and what stands in the line that it names. */
const spoilt: readonly (readonly [what: string, from: string, to: string, sentence: string])[] = [
  ['a status', "status: 'OCCURRED'", "status: 'MAYBE'", 'status is OCCURRED, ONGOING'],
  ['a voice', "voice: 'SOURCE'", "voice: 'CHOIR'", 'voice is ARTICLE, SOURCE or UNNAMED, not CHOIR.'],
  ['a name', "name: 'bell'", "name: ' . '", 'A name has letters or digits in it'],
  ['a kind', "kind: 'RECEPTION'", "kind: 'PARTY'", 'kind is MEETING'],
  [
    'a role',
    "role: 'VISITOR', qualifier: 'VISITOR'",
    "role: 'HERO', qualifier: 'HERO'",
    'role is PARTICIPANT',
  ],
  [
    'a role left out',
    "|VISITOR', slot: 'person:ada|INVOLVED_IN'",
    "', slot: 'person:ada|INVOLVED_IN'",
    'fact is made from the other columns',
  ],
  [
    'a day',
    "publishedOn: '2031-05-02'",
    "publishedOn: '2031-02-30'",
    'publishedOn is a day of the calendar such as 2031-05-02, not 2031-02-30.',
  ],
  ['a date', "value: '2031-04',", "value: '2031-13',", '2031-13'],
  ['a number', "value: '2', basis", "value: 'two', basis", 'quantity is a whole number'],
  ...['2147483648', '2.5', '02', '+2', '1e3', ''].map(
    (value) =>
      [
        `a number, ${JSON.stringify(value)}`,
        "value: '2', basis",
        `value: '${value}', basis`,
        'quantity is a whole number of at most 32 bits',
      ] as const,
  ),
  ['a number for a text', "value: '2', basis", 'value: 2, basis', 'value is a text, not 2.'],
  ['a long number', 'length: 40', 'length: 2147483648', 'length has at most 32 bits: 2147483648.'],
  ['a fraction', 'length: 40', 'length: 40.5', 'length is a whole number, not 40.5.'],
  ['a code', "isoCode: 'XA'", "isoCode: 'xa'", 'isoCode has the form [A-Z]{2}, not xa.'],
  [
    'an item of Wikidata',
    "name: 'Ada Quill'",
    "name: 'Ada Quill', wikidata: 'q42'",
    'wikidata has the form Q[1-9][0-9]*, not q42.',
  ],
  [
    'a span',
    'start: 0, end: 20',
    'start: 0, end: 41',
    'The span 0 to 41 lies outside sentence:kd:1, which is 0 to 40.',
  ],
  [
    'a sentence outside',
    'length: 40',
    'length: 39',
    'sentence:kd:1 lies outside its article, which has 39 characters.',
  ],
  ['the order of sentences', 'seq: 0', 'seq: 1', 'sentence:kd:1 is 0, not 1.'],
  [
    'a reference to a claim',
    "{claim: 'claim:kd:F1', sentence",
    "{claim: 'claim:kd:F9', sentence",
    'There is no claim claim:kd:F9 in this script.',
  ],
  [
    'a reference to a thing',
    "entity: 'person:ada', surface",
    "entity: 'person:eve', surface",
    'person:eve is declared by no table of things',
  ],
  [
    'an id of another owner',
    "{id: 'sentence:kd:1'",
    "{id: 'sentence:xy:1'",
    'The id of a sentence of article:kd begins with sentence:kd:, not sentence:xy:1.',
  ],
  [
    'an id of another label',
    "{id: 'event:feast', name",
    "{id: 'feast', name",
    'The id of a Event is event: and a key',
  ],
  [
    'the key of a name',
    "keys: ['ada quill']",
    "keys: ['ada']",
    "keys is made from the other columns, and here ['ada quill'] belongs, not ['ada'].",
  ],
  [
    'the source of a claim',
    "  {claim: 'claim:kd:F1', entity: 'person:ada', basis: 'STATED'}",
    "  {claim: 'claim:kd:F1', entity: 'person:ada', basis: 'HEARD'}",
    'basis is STATED or IMPLIED, not HEARD.',
  ],
  [
    'a column',
    "language: 'en'",
    "language: 'en', mood: 'glad'",
    'There is no column mood; there are id, title',
  ],
  ['a type', 'seq: 0', "seq: '0'", "seq is a whole number, not '0'."],
  ['a needed column', "language: 'en', ", '', 'The column language is missing.'],
  ['a judgement of another', "kind: 'RETRACTS'", "kind: 'SAME_AS'", 'kind is RETRACTS, CORRECTS'],
  ['a half of a character', "title: 'T'", "title: '\\uD83D'", 'title holds half of a surrogate pair'],
];

describe('the gate', () => {
  test('lets a sound script pass', () => {
    expect(findingsOf(sound())).toEqual([]);
    const item = sound().replace("name: 'Ada Quill'", "name: 'Ada Quill', wikidata: 'Q42'");
    expect(findingsOf(item)).toEqual([]);
  });

  test.each(spoilt)('sees %s that is wrong, in its line', (_, from, to, sentence) => {
    const text = sound();
    expect(text).toContain(from);
    const findings = findingsOf(text.replace(from, to));
    expect(findings.map(([said]) => said)).toContainEqual(expect.stringContaining(sentence));
    const [, line = ''] = findings.find(([said]) => said.includes(sentence)) ?? [];
    expect(line).toMatch(/^ {2}\{/);
  });

  test.each([
    [
      'ends that stand the wrong way round',
      { subject: 'gift:bell', predicate: 'GAVE', object: 'person:ada' },
      'it stands the wrong way round',
    ],
    [
      'an end of another label',
      { subject: 'country:xa', predicate: 'PARENT_OF', object: 'person:ada' },
      'PARENT_OF leads from Person to Person, not from Country to Person.',
    ],
    [
      'a person as a place',
      { subject: 'event:feast', predicate: 'HAS_PLACE', object: 'person:ada' },
      'HAS_PLACE leads from Event to Place, Country, not from Event to Person.',
    ],
    [
      'an unknown relationship',
      { subject: 'person:ada', predicate: 'LOVES', object: 'gift:bell' },
      'predicate is',
    ],
    [
      'a role that it needs',
      { subject: 'person:ada', predicate: 'INVOLVED_IN', object: 'event:feast' },
      'INVOLVED_IN needs a role.',
    ],
    [
      'a role that it does not have',
      { subject: 'person:ada', predicate: 'GAVE', object: 'gift:bell', role: 'VISITOR' },
      'GAVE has no role.',
    ],
  ])('sees %s', (_, cells, sentence) => {
    const { script } = readScript('kd.cypher', sound(), forms);
    const relations = forms.find(({ name }) => name === 'relations');
    if (!script || !relations) throw new Error('the sound script is none');
    const one = new Owners(forms);
    one.open(script.id, 'Article', {});
    one.add(script.id, 'relations', { claim: 'claim:kd:F1', ...cells, basis: 'STATED' });
    const rows = one.rows(script.id, 'relations').map((values) => ({ line: 1, values }));
    const tables = [...script.tables, { form: relations, rows }];
    const said = checkScript({ ...script, tables }, vocabulary).map((finding) => finding.sentence);
    expect(said).toContainEqual(expect.stringContaining(sentence));
  });

  test.each([
    ['a claim without a sentence', 'evidence', 'claim:kd:F1 is stated in no sentence.'],
    [
      'a quoted claim without a source',
      'sources',
      'claim:kd:F1 has the voice of a SOURCE, and no row of sources tells whose.',
    ],
  ])('sees %s', (_, form, sentence) => {
    const { script } = readScript('kd.cypher', sound(), forms);
    if (!script) throw new Error('the sound script is none');
    const tables = script.tables.filter((table) => table.form.name !== form);
    expect(checkScript({ ...script, tables }, vocabulary).map((finding) => finding.sentence)).toEqual([
      sentence,
    ]);
  });

  test('tells which form is the right one where a statement has none', () => {
    const tail = 'CREATE (c)-[:ATTRIBUTED_TO {basis: row.basis, sourceText: row.sourceText}]->(e);';
    const [[sentence] = ['']] = findingsOf(
      sound().replace(tail, 'MERGE (c)-[r:ATTRIBUTED_TO]->(e) SET r.basis = row.basis;'),
    );
    expect(sentence).toContain('This statement has none of the forms of a script. Who says so');
    expect(sentence).toContain(
      `UNWIND [{…}] AS row MATCH (c:Claim {id: row.claim}) MATCH (e:Entity {id: row.entity}) ${tail}`,
    );
  });

  test('asks a script to begin by taking its owner out', () => {
    const [[sentence] = ['']] = findingsOf(sound().replace(/^MATCH \(o:Owner .*DETACH DELETE o;$/m, ''));
    expect(sentence).toMatch(
      /^A script begins by taking its own owner out of the graph, and here should stand: /,
    );
  });
});
