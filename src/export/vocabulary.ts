/** The labels of the world layer. */
export const nodeTypes = ['Person', 'Country', 'Place', 'Organization', 'Group', 'Event', 'Gift'] as const;

export type NodeType = (typeof nodeTypes)[number];

/** The relationship types between them. */
export const relations = [
  'BEFORE',
  'CONCERNS',
  'GAVE',
  'GIVEN_DURING',
  'GIVEN_TO',
  'HAS_PLACE',
  'HOLDS_OFFICE',
  'INVOLVED_IN',
  'IN_RETURN_FOR',
  'LOCATED_IN',
  'MADE_IN',
  'PARENT_OF',
  'PART_OF',
  'POSSIBLY_SAME_AS',
  'REPRESENTS',
] as const;

/** How sure the texts can be of an event. */
export const statuses = [
  'OCCURRED',
  'ONGOING',
  'HABITUAL',
  'PLANNED',
  'EXPECTED',
  'REQUESTED',
  'SPECULATED',
  'DOUBTED',
] as const;

const known = new Set<string>(nodeTypes);

/** Whether a label is one of the world layer. */
export function isNodeType(label: string): label is NodeType {
  return known.has(label);
}
