import type { FtmProperties, FtmTerms } from '../model/terms.ts';
import { listAt, type Told, textOf, textsOf } from '../model/told.ts';

/** People, countries, events and gifts in FollowTheMoney. */

/** How far up the places are followed that a place lies in. */
const PLACES_UP = 4;

/** The countries that a place lies in, as GraphQL asks for them: level by level. */
function countriesAbove(levels: number): string {
  if (levels === 0) return '';
  const above = `locatedIn(first: 100) { nodes { ... on Country { isoCode } ${countriesAbove(levels - 1)} } }`;
  return `... on Place { ${above} }`;
}

/** The countries at, and above, some places. */
function countriesOf(places: readonly Told[]): string[] {
  const own = textsOf(places, 'isoCode').map((code) => code.toLowerCase());
  const above = places.length > 0 ? countriesOf(places.flatMap((place) => listAt(place, 'locatedIn'))) : [];
  return [...new Set([...own, ...above])].sort();
}

/** A country as an actor: the model lets territories take part in nothing. */
const stateOf = (id: string) => `${id}:state`;

function event(fields: Told, passes: (type: string) => boolean): FtmProperties {
  const places = listAt(fields, 'places');
  const actors = listAt(fields, 'involvements', 'actor').filter(({ __typename }) =>
    passes(String(__typename)),
  );
  const ids = actors.map(({ __typename, id }) =>
    __typename === 'Country' ? stateOf(String(id)) : String(id),
  );
  return {
    location: textsOf(places, 'name'),
    country: countriesOf(places),
    startDate: null,
    endDate: null,
    keywords: [fields.kind, fields.status].flatMap((word) => textOf(word) ?? []),
    involved: [...new Set(ids)],
  };
}

function person(fields: Told): FtmProperties {
  const offices = listAt(fields, 'offices');
  const position = textsOf(offices, 'title');
  const codes = textsOf(listAt(fields, 'offices', 'country'), 'isoCode');
  return {
    position,
    country: codes.map((code) => code.toLowerCase()),
    topics: position.length > 0 ? ['role.pep'] : [],
  };
}

/** The schemas of FollowTheMoney for what news speaks of. */
export const ftm: FtmTerms = {
  types: {
    Person: {
      schema: 'Person',
      selection: () => 'offices(first: 100) { nodes { title country { isoCode } } }',
      read: person,
    },
    Country: {
      schema: 'Territory',
      read: ({ isoCode }) => ({ country: textOf(isoCode)?.toLowerCase() }),
      acts: {
        schema: 'PublicBody',
        id: stateOf,
        read: ({ isoCode }) => ({ country: textOf(isoCode)?.toLowerCase(), legalForm: 'State' }),
      },
    },
    Place: {
      schema: 'Address',
      selection: () =>
        `locatedIn(first: 100) { nodes { ... on Country { isoCode } ${countriesAbove(PLACES_UP - 1)} } }`,
      read: (fields) => ({ full: textOf(fields.name) ?? textOf(fields.id), country: countriesOf([fields]) }),
    },
    Organization: { schema: 'Organization', read: () => ({}) },
    Group: { schema: 'LegalEntity', read: () => ({}) },
    Event: {
      schema: 'Event',
      selection:
        () => `places(first: 100) { nodes { name ... on Country { isoCode } ${countriesAbove(PLACES_UP)} } }
involvements(first: 100000) { nodes { actor { __typename id } } }`,
      read: event,
    },
    Gift: {
      schema: 'Asset',
      read: ({ description, item }) => ({ description: textOf(description), keywords: textOf(item) }),
    },
  },
  schemaOf: { kind: { GOVERNMENT: 'PublicBody' } },
  relations: {
    HOLDS_OFFICE: {
      schema: 'Occupancy',
      from: 'holder',
      to: 'post',
      post: { schema: 'Position', fallback: 'Office' },
    },
    PARENT_OF: { schema: 'Family', from: 'person', to: 'relative', also: { relationship: 'parent' } },
    GAVE: { schema: 'UnknownLink', from: 'subject', to: 'object', also: { role: 'gave' } },
  },
};
