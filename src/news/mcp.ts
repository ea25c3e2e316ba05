import { gql } from 'graphql-tag';
import { z } from 'zod';
import type { ListTool } from '../mcp/list-tool.ts';
import { during, paged } from '../mcp/lists.ts';
import { AGREEMENT, EVIDENCE, PAGE, PERIOD } from '../mcp/operations.ts';
import { agreement, cited, date, day, name, named, page } from '../mcp/shapes.ts';

/** The tools that news adds: its gifts and its events, by those whom they join. */

const gifts: ListTool = {
  name: 'list_gifts',
  description:
    'Who gave what to whom, during which event, and what it was given in return for. Giver, recipient and event are names or ids; leave one out to get all. For both directions between two, ask twice.',
  what: 'gift',
  document: gql`query ListGifts($giver: String, $recipient: String, $event: String, $first: Int!, $after: String) {
  list: gifts(from: $giver, to: $recipient, during: $event, first: $first, after: $after) {
    nodes {
      id
      name
      item
      quantity
      description
      givers { nodes { ... on Entity { id name } } }
      recipients { nodes { ... on Entity { id name } } }
      during { id name status }
      madeIn { id name }
      inReturnFor { nodes { id name } }
      date ${PERIOD}
      ${AGREEMENT}
      ${EVIDENCE}
    }
    ${PAGE}
  }
}`,
  variables: paged,
  input: {
    giver: name('Who gave'),
    recipient: name('Who received'),
    event: name('The event of the giving, or one that contains it'),
    ...page,
  },
  row: {
    id: z.string(),
    name: z.string(),
    item: z.string(),
    quantity: z.number().nullable(),
    description: z.string().nullable(),
    givers: z.array(named),
    recipients: z.array(named),
    during: named.extend({ status: z.string() }).nullable(),
    madeIn: named.nullable(),
    inReturnFor: z.array(named),
    date,
    agreement,
    ...cited,
  },
};

const events: ListTool = {
  name: 'list_events',
  description:
    'Events by who is involved, where and when. The status of each tells whether it happened or is planned, expected, requested, speculated on or doubted: never report an event without it. Only OCCURRED, ONGOING and HABITUAL are told as real.',
  what: 'event',
  document: gql`query ListEvents(
  $person: String, $country: String, $status: [Status!], $where: EventWhere, $first: Int!, $after: String
) {
  list: events(involving: $person, at: $country, status: $status, where: $where, first: $first, after: $after) {
    nodes {
      id
      name
      kind
      status
      date ${PERIOD}
      places { nodes { id name } }
      involvements { nodes { role actor { id name } } }
      ${AGREEMENT}
      ${EVIDENCE}
    }
    ${PAGE}
  }
}`,
  variables: during,
  input: {
    person: name('Who is involved, also a country or body'),
    country: name('Where, also a city or region'),
    from: day.optional().describe('The first day, YYYY-MM-DD; then events without a date are left out.'),
    to: day.optional().describe('The last day, YYYY-MM-DD; then events without a date are left out.'),
    status: 'statuses',
    ...page,
  },
  row: {
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    status: z.string(),
    date,
    places: z.array(named),
    involvements: z.array(z.object({ role: z.string(), actor: named })),
    agreement,
    ...cited,
  },
};

/** The lists that news has tools for. */
export const lists: readonly ListTool[] = [gifts, events];
