import type { RdfTerms } from '../model/terms.ts';

/** People, countries, events and gifts in schema.org, PROV, OWL-Time and SKOS. */
export const rdf: RdfTerms = {
  classes: {
    Person: 'schema:Person',
    Country: 'schema:Country',
    Place: 'schema:Place',
    Organization: 'schema:Organization',
    Group: 'schema:Thing',
    Event: 'schema:Event',
    Gift: 'schema:Product',
  },
  classOf: { kind: { GOVERNMENT: 'schema:GovernmentOrganization' } },
  additional: { Group: 'Group' },
  properties: {
    kind: 'schema:additionalType',
    isoCode: 'schema:identifier',
    object: 'schema:description',
    item: 'schema:category',
    description: 'schema:description',
    // When a gift was given is said of the giving.
    'Gift.date': null,
    // Ours alone, and no vocabulary here has a word for them.
    demonym: null,
    named: null,
    endDate: null,
    purpose: null,
    grounds: null,
    ordinal: null,
    duration: null,
    quantity: null,
  },
  relations: {
    GAVE: giving('target', 'schema:agent'),
    GIVEN_TO: giving('source', 'schema:recipient'),
    GIVEN_DURING: giving('source', 'schema:event'),
    INVOLVED_IN: {
      kind: 'role',
      of: 'target',
      property: 'schema:participant',
      // Who speaks of an event or is acted for need not be there.
      present: {
        qualifiers: ['PARTICIPANT', 'VISITOR', 'OBSERVER'],
        types: ['Person', 'Organization'],
        property: 'schema:attendee',
      },
    },
    HOLDS_OFFICE: { kind: 'role', of: 'source', property: 'schema:affiliation', also: 'schema:jobTitle' },
    BEFORE: property('time:before'),
    CONCERNS: property('schema:about'),
    HAS_PLACE: property('schema:location'),
    IN_RETURN_FOR: property('schema:isRelatedTo'),
    LOCATED_IN: property('schema:containedInPlace'),
    MADE_IN: property('schema:countryOfOrigin'),
    PARENT_OF: property('schema:children'),
    PART_OF: property('schema:superEvent'),
    POSSIBLY_SAME_AS: property('skos:closeMatch'),
    REPRESENTS: property('prov:actedOnBehalfOf'),
  },
};

/** A giving is one action, whose parts several predicates tell. */
function giving(object: 'source' | 'target', of: string) {
  return {
    kind: 'action',
    class: 'schema:GiveAction',
    fragment: 'giving',
    object,
    property: of,
  } as const;
}

function property(name: string) {
  return { kind: 'property', property: name } as const;
}
