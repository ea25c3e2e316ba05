import graphology from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { ftmId } from '../../src/export/ftm.ts';
import { openStore } from '../../src/store/open.ts';
import type { GraphStore } from '../../src/store/store.ts';
import { asked, PUBLIC_URL, routesOver } from './service.ts';

/** What any file says of the graph, in one shape, so that all files can be asked the same. */
export type Reading = {
  /** Every id that the file defines, as it stands there. */
  readonly ids: readonly string[];
  /** Every id that something in the file leads to. */
  readonly references: readonly string[];
  readonly name: (id: string) => string | undefined;
  /** Other names; joined by "; " where the format has no lists. */
  readonly aliases: (id: string) => readonly string[] | string | undefined;
  /** The dates of a thing, as precise as the file has them. */
  readonly when: (id: string) => string | undefined;
};

type Fields = { readonly [name: string]: unknown };

const padded = (fields: Fields | undefined) =>
  fields && [fields.start_date, fields.end_date, fields.date_precision].join(' ');

function ofRows(nodes: readonly Fields[], edges: readonly Fields[]): Reading {
  const known = new Map(nodes.map((node) => [String(node.id), node]));
  return {
    ids: [...known.keys()],
    references: edges.flatMap(({ source, target }) => [String(source), String(target)]),
    name: (id) => known.get(id)?.label as string | undefined,
    aliases: (id) => known.get(id)?.aliases as readonly string[] | string | undefined,
    when: (id) => padded(known.get(id)),
  };
}

type Parsed = {
  readonly nodes: () => string[];
  readonly hasNode: (id: string) => boolean;
  readonly getNodeAttributes: (id: string) => Fields;
  readonly forEachEdge: (
    each: (edge: string, attributes: Fields, source: string, target: string) => void,
  ) => void;
};

function ofGraph(graph: Parsed): Reading {
  const attributes = (id: string) => (graph.hasNode(id) ? graph.getNodeAttributes(id) : undefined);
  const references: string[] = [];
  graph.forEachEdge((_edge, _attributes, source, target) => references.push(source, target));
  return {
    ids: graph.nodes(),
    references,
    name: (id) => attributes(id)?.label as string | undefined,
    aliases: (id) => attributes(id)?.aliases as readonly string[] | string | undefined,
    when: (id) => padded(attributes(id)),
  };
}

/** CSV after RFC 4180, rows as objects under the names of the header. */
export function parseCsv(text: string): Fields[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  const [header = [], ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
}

type FtmEntity = { readonly id: string; readonly properties: { readonly [name: string]: readonly string[] } };

/** The properties of FollowTheMoney whose values are ids of other entities. */
const ftmReferences = [
  'proof',
  'involved',
  'organizer',
  'subject',
  'object',
  'holder',
  'post',
  'person',
  'relative',
];

function ofFtm(text: string): Reading {
  const entities = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as FtmEntity);
  const known = new Map(entities.map((entity) => [entity.id, entity.properties]));
  const of = (id: string) => known.get(ftmId(id));
  return {
    ids: [...known.keys()],
    references: entities.flatMap(({ properties }) => ftmReferences.flatMap((name) => properties[name] ?? [])),
    name: (id) => of(id)?.name?.[0],
    aliases: (id) => of(id)?.alias,
    when: (id) => of(id)?.startDate?.[0],
  };
}

/** Triples as any RDF format gives them: subject, predicate, object, whether that is an address. */
export type Triple = readonly [subject: string, predicate: string, object: string, isIri: boolean];

/** What triples say; only addresses of this service are ids. */
export function ofTriples(triples: readonly Triple[]): Reading {
  const at = `${PUBLIC_URL}/id/`;
  // A part of a thing, such as its giving, is there with the thing.
  const idOf = (iri: string) =>
    iri.slice(at.length).replace(/#.*$/, '').split('/').map(decodeURIComponent).join(':');
  const objects = (id: string, predicate: string) =>
    triples.filter(([s, p]) => idOf(s) === id && p === `schema:${predicate}`).map(([, , o]) => o);
  const own = (iri: string) => iri.startsWith(at);
  return {
    ids: [
      ...new Set(
        triples
          .map(([s]) => s)
          .filter(own)
          .map(idOf),
      ),
    ],
    references: triples.filter(([, , o, isIri]) => isIri && own(o)).map(([, , o]) => idOf(o)),
    name: (id) => objects(id, 'name')[0],
    aliases: (id) => objects(id, 'alternateName'),
    when: (id) => objects(id, 'startDate')[0],
  };
}

type Expanded = { readonly '@id'?: string; readonly '@value'?: string };

function ofJsonld(text: string): Reading {
  const { '@graph': blocks } = JSON.parse(text) as {
    '@graph': { readonly '@id': string; readonly [p: string]: unknown }[];
  };
  const triples = blocks.flatMap(({ '@id': subject, '@type': _type, ...rest }) => [
    [subject, 'a', '', false] as const,
    ...Object.entries(rest).flatMap(([predicate, objects]) =>
      (objects as Expanded[]).map(
        (object): Triple => [subject, predicate, object['@id'] ?? object['@value'] ?? '', '@id' in object],
      ),
    ),
  ]);
  return ofTriples(triples);
}

type Kumu = { readonly elements: readonly Fields[]; readonly connections: readonly Fields[] };

function ofKumu(text: string): Reading {
  const { elements, connections } = JSON.parse(text) as Kumu;
  const ids = [...elements, ...connections].map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new Error('an id stands for two things');
  return ofRows(
    elements,
    connections.map(({ from, to }) => ({ source: from, target: to })),
  );
}

type Slide = {
  readonly unique_id: string;
  readonly start_date: Fields;
  readonly end_date: Fields;
  readonly text: { readonly headline: string };
};

function ofTimeline(text: string): Reading {
  const { events } = JSON.parse(text) as { events: Slide[] };
  const known = new Map(events.map((slide) => [slide.unique_id, slide]));
  const words = (html = '') =>
    html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return {
    ids: [...known.keys()],
    references: [],
    name: (id) => (known.has(id) ? words(known.get(id)?.text.headline) : undefined),
    aliases: () => undefined,
    when: (id) => JSON.stringify(known.get(id)?.start_date),
  };
}

/** Runs a script as cypher-shell does: one statement after the other, schema first. */
export async function runScript(store: GraphStore, script: string): Promise<void> {
  const lines = script.split('\n').filter((line) => line !== '');
  const broken = lines.filter((line) => !line.endsWith(';'));
  if (broken.length > 0) throw new Error(`no statement: ${broken[0]}`);
  const statements = lines.map((line) => ({ text: line.slice(0, -1), parameters: {} }));
  await store.define(statements.filter(({ text }) => text.startsWith('CREATE CONSTRAINT')));
  for (const one of statements.filter(({ text }) => text.startsWith('UNWIND'))) await store.write([one]);
}

async function ofCypher(script: string): Promise<Reading> {
  const copy = await openStore({ url: 'memory:' });
  await runScript(copy, script);
  const reading = await readTables(copy, 'json');
  await copy.close();
  return reading;
}

async function readTables(store: GraphStore, extension: 'csv' | 'json'): Promise<Reading> {
  const app = await asked(await routesOver(store));
  const [nodes = '', edges = ''] = [
    (await app.get(`/tables/nodes.${extension}`)).body,
    (await app.get(`/tables/edges.${extension}`)).body,
  ];
  await app.close();
  const parse = (text: string) => (extension === 'csv' ? parseCsv(text) : (JSON.parse(text) as Fields[]));
  return ofRows(parse(nodes), parse(edges));
}

const directed = () => graphology.MultiDirectedGraph;
const strict = { allowUndeclaredAttributes: false, addMissingNodes: false };

/** How each file is read; those that need a reader of Python are read elsewhere. */
export const readings: {
  readonly [file: string]: (body: string, store: GraphStore) => Reading | Promise<Reading>;
} = {
  'graph.gexf': (body) => ofGraph(gexf.parse(directed(), body, strict)),
  'graph-1.2.gexf': (body) => ofGraph(gexf.parse(directed(), body, strict)),
  'graph.graphml': (body) => ofGraph(graphml.parse(directed(), body)),
  'graph.cypher': ofCypher,
  'entities.ftm.json': ofFtm,
  'graph.jsonld': ofJsonld,
  'kumu.json': ofKumu,
  'timeline.json': ofTimeline,
  'nodes.csv': (_body, store) => readTables(store, 'csv'),
  'nodes.json': (_body, store) => readTables(store, 'json'),
};
