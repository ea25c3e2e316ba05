import { cleanText } from '../export/cells.ts';

/** The object of a triple. */
export type Term =
  | { readonly kind: 'iri'; readonly iri: string }
  | {
      readonly kind: 'literal';
      readonly value: string;
      readonly language?: string;
      readonly datatype?: string;
    };

/** A predicate, prefixed, with its object. */
export type Pair = readonly [predicate: string, object: Term];

/** Triples about one subject. */
export type Block = {
  readonly subject: string;
  readonly types: readonly string[];
  readonly pairs: readonly Pair[];
};

/** The vocabularies, all of them public. */
export const prefixes: { readonly [prefix: string]: string } = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  np: 'http://www.nanopub.org/nschema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  time: 'http://www.w3.org/2006/time#',
  dcterms: 'http://purl.org/dc/terms/',
  edtf: 'http://id.loc.gov/datatypes/edtf/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** A thing by its address; what may not stand in one is escaped. */
export function iri(address: string): Term {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these may not stand in an IRI
  return { kind: 'iri', iri: address.replace(/[\u0000-\u0020<>"{}|^`\\]/g, encodeURIComponent) };
}

/** What has no name in a public vocabulary, by its address in our schema. */
export function schemaIri(name: string, baseUrl: string): string {
  return `${baseUrl}/schema.graphql#${name}`;
}

/** A text, with its language where that is known. */
export function literal(value: string, language: string | null = null): Term {
  const clean = cleanText(value);
  return { kind: 'literal', value: clean, ...(language !== null && { language }) };
}

/** A text where there is one. */
export function some(predicate: string, value: unknown): Pair[] {
  return typeof value === 'string' && value !== '' ? [[predicate, literal(value)]] : [];
}

/** A number or truth value, with its type. */
export function typed(value: string, datatype: string): Term {
  return { kind: 'literal', value, datatype };
}

const dateTypes = ['xsd:gYear', 'xsd:gYearMonth', 'xsd:date'] as const;

/** A day, month or year as XML Schema has it: `2023-09`, `-0043`, and without a sign `17000`. */
export function date(period: string): Term {
  const parts = period.match(/-\d\d(?!\d)/g)?.length ?? 0;
  return { kind: 'literal', value: period.replace(/^\+/, ''), datatype: dateTypes[parts] ?? 'xsd:date' };
}

/** A date for which XML Schema has no type: about, a season, a set. */
export function edtf(value: string): Term {
  return { kind: 'literal', value, datatype: 'edtf:EDTF' };
}
