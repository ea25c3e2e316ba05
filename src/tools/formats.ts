import { writeBibtex, writeCsl } from '../dossier/citation.ts';
import { writeCypher } from '../export/cypher-dump.ts';
import { writeFtm } from '../export/ftm.ts';
import { writeGexf } from '../export/gexf.ts';
import { writeGraphml } from '../export/graphml.ts';
import { writeKumu } from '../export/kumu.ts';
import type { Write } from '../export/source.ts';
import { writeTimeline } from '../export/timeline.ts';
import { writeAnnotations } from '../rdf/annotation.ts';
import { writeJsonld } from '../rdf/jsonld.ts';
import { writeTrig } from '../rdf/nanopub.ts';
import { writeTurtle } from '../rdf/turtle.ts';

/** A file that the graph is served as. */
export type Format = {
  readonly mediaType: string;
  /** What it is for, one line. */
  readonly about: string;
  readonly write: Write;
  /** Whether it holds the whole graph, claims and sentences too, and takes no filter. */
  readonly whole?: boolean;
  /** Whether it is nodes and edges and no more: its counts can be told, and a projection be written so. */
  readonly graph?: boolean;
};

const XML = 'application/xml; charset=utf-8';

/** Every file under `/export/`, by its name. */
export const formats: { readonly [file: string]: Format } = {
  'graph.gexf': {
    mediaType: XML,
    about: 'GEXF 1.3 with dates, for Gephi and Gephi Lite.',
    write: writeGexf('http://gexf.net/1.3', '1.3'),
    graph: true,
  },
  'graph-1.2.gexf': {
    mediaType: XML,
    about: 'The same as GEXF 1.2, for NetworkX before 3.5.',
    write: writeGexf('http://www.gexf.net/1.2draft', '1.2'),
    graph: true,
  },
  'graph.graphml': {
    mediaType: XML,
    about: 'GraphML, for Cytoscape, yEd, igraph and R.',
    write: writeGraphml,
    graph: true,
  },
  'graph.cypher': {
    mediaType: 'text/plain; charset=utf-8',
    about: 'A script that makes the whole graph in an empty Neo4j.',
    write: writeCypher,
    whole: true,
  },
  'entities.ftm.json': {
    mediaType: 'application/x-ndjson; charset=utf-8',
    about: 'FollowTheMoney entities, one a line, for Aleph and the ftm tools.',
    write: writeFtm,
  },
  'graph.ttl': {
    mediaType: 'text/turtle; charset=utf-8',
    about: 'RDF in schema.org and PROV, as Turtle.',
    write: writeTurtle,
  },
  'graph.jsonld': {
    mediaType: 'application/ld+json; charset=utf-8',
    about: 'The same triples as JSON-LD.',
    write: writeJsonld,
  },
  'graph.trig': {
    mediaType: 'application/trig; charset=utf-8',
    about: 'The same triples and each fact as a nanopublication, as TriG.',
    write: writeTrig,
  },
  'annotations.jsonld': {
    mediaType: 'application/ld+json; charset=utf-8',
    about: 'Each claim as a Web Annotation on the words that state it.',
    write: writeAnnotations,
    whole: true,
  },
  'sources.csl.json': {
    mediaType: 'application/json; charset=utf-8',
    about: 'The articles as CSL-JSON, for Zotero, Pandoc and word processors.',
    write: writeCsl,
    whole: true,
  },
  'sources.bib': {
    mediaType: 'text/plain; charset=utf-8',
    about: 'The articles as BibTeX.',
    write: writeBibtex,
    whole: true,
  },
  'kumu.json': {
    mediaType: 'application/json; charset=utf-8',
    about: 'Elements and connections, for Kumu.',
    write: writeKumu,
    graph: true,
  },
  'timeline.json': {
    mediaType: 'application/json; charset=utf-8',
    about: 'The dated events, for TimelineJS.',
    write: writeTimeline,
  },
};
