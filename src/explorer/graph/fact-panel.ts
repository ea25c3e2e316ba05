import { AskError, ask } from '../ask.ts';
import { text as factDocument } from '../documents/fact.graphql';
import { h } from '../dom.ts';
import { type Evidence, statusBadge } from '../evidence.ts';
import { queryLink } from '../explorer-link.ts';
import type { ThingType } from '../looks.ts';
import { bases, type Status, verb } from '../words.ts';
import { type Agreement, agreementPart, evidencePart } from './claims.ts';
import { mark } from './icons.ts';
import { factAddress } from './model.ts';
import { change } from './state.ts';

/** The panel of a fact: the edge as a sentence, and what it rests on. */

type End = {
  readonly __typename: ThingType;
  readonly id: string;
  readonly name: string;
};

type WholeFact = {
  readonly id: string;
  readonly predicate: string;
  readonly role: string | null;
  readonly title: string | null;
  readonly basis: string;
  readonly status: Status;
  readonly subject: End;
  readonly object: End;
  readonly agreement: Agreement;
  readonly evidence: readonly Evidence[];
};

/** What the panel shows for a fact. */
export async function factPanel(id: string, again: () => void): Promise<readonly Node[]> {
  const asked = { id: factAddress(id) };
  const { facts } = await ask<{ facts: { nodes: readonly WholeFact[] } }>(factDocument, asked);
  const fact = facts.nodes.find((node) => node.id === asked.id);
  if (!fact)
    throw new AskError('There is no such fact in the graph.', {
      hint: 'The link may come from another state of the graph.',
    });
  return [
    h('p', { class: 'kind' }, 'Fact'),
    h(
      'h2',
      { class: 'fact' },
      endButton(fact.subject),
      h('span', { class: 'verb' }, ` ${verb(fact)} `),
      endButton(fact.object),
    ),
    h('p', { class: 'where' }, statusBadge(fact.status), h('span', {}, bases[fact.basis] ?? '')),
    ...agreementPart(fact.agreement),
    ...evidencePart(fact.evidence, again),
    queryLink(factDocument, asked),
  ];
}

/** A thing as a button that selects it. */
export function endButton({ __typename, id, name }: Pick<End, '__typename' | 'id' | 'name'>): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'thing-link', click: () => change({ sel: id }) },
    mark(__typename, 16),
    name,
  );
}
