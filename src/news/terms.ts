import { iso3Of } from '../model/candidate/iso3.ts';
import type { ColumnTerms, ExtendTerm, PlaceTerms, Projection, Terms } from '../model/terms.ts';
import { listAt, textsOf } from '../model/told.ts';
import { ftm } from './ftm.ts';
import { rdf } from './rdf.ts';

/** The domain of the package, news, in the words of files and tools. Nothing outside this folder knows it. */

const columns: ColumnTerms = {
  before: [
    { field: 'kind', name: 'subtype', about: 'What sort of place, organization or event.' },
    { field: 'description', name: 'description', about: 'What the texts say of it, in our words.' },
    { field: 'aliases', name: 'aliases', about: 'Other names that identify it.' },
    { field: 'weakAliases', name: 'weak_aliases', about: 'Names that may mean it, among others.' },
    { field: 'status', name: 'status', about: 'How sure the texts are of the event.' },
  ],
  after: [
    { field: 'isoCode', name: 'iso2', about: 'ISO 3166-1 alpha-2 code.' },
    { field: 'wikidata', name: 'wikidata', about: 'Wikidata item.' },
    { field: 'item', name: 'item', about: 'What sort of gift.' },
    { field: 'quantity', name: 'quantity', about: 'How many.' },
    { field: 'object', name: 'object', about: 'What the event is about.' },
    { field: 'purpose', name: 'purpose', about: 'What the event is for.' },
  ],
  made: [{ field: 'isoCode', name: 'iso3', about: 'ISO 3166-1 alpha-3 code.', make: iso3Of }],
  // In a table of all nodes these would stand mostly empty.
  ownTableOnly: ['demonym', 'named', 'endDate', 'grounds', 'ordinal', 'duration'],
};

const persons: Projection = {
  name: 'persons',
  about: 'people alone, joined by how many gifts the one gave the other.',
  type: 'Person',
  over: ['GAVE', 'GIVEN_TO'],
  relation: 'GAVE_TO',
  label: (count) => (count === 1 ? 'gave a gift to' : `gave ${count} gifts to`),
};

const places: PlaceTerms = {
  of: 'Gift',
  during: 'during',
  events: 'Event',
  places: 'places',
  partOf: 'partOf',
  fragment: 'giving',
  property: 'schema:location',
};

const OFFICES = 'offices(first: 1000) { nodes { title country { id name } } }';

const extend: readonly ExtendTerm[] = [
  {
    name: 'offices',
    type: 'Person',
    selection: OFFICES,
    read: (told) => textsOf(listAt(told, 'offices'), 'title').map((str) => ({ str })),
  },
  {
    name: 'countries',
    type: 'Person',
    selection: OFFICES,
    read: (told) =>
      listAt(told, 'offices', 'country').map(({ id, name }) => ({ id: String(id), name: String(name) })),
  },
];

/** What files say of people, countries, events and gifts. */
export const terms: Terms = {
  subject: 'news',
  examples: {
    id: 'person:vladimir-putin',
    otherId: 'person:kim-jong-un',
    name: 'Kim Jong-un',
    question: '{ gifts(from: "Putin", to: "Kim") { nodes { name evidence { sentence { number } } } } }',
  },
  columns,
  projection: persons,
  places,
  extend,
  rdf,
  ftm,
};
