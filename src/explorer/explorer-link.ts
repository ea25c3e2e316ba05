import { h } from './dom.ts';

/** The address of GraphiQL with an operation in its editor. */
export function explorerLink(query: string, variables = ''): string {
  const parameters = new URLSearchParams({ query, ...(variables && { variables }) });
  return `./explorer#${parameters}`;
}

/** A link to what the page asked, to be read and changed. */
export function queryLink(query: string, variables: object): HTMLElement {
  const text = Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : '';
  const link = h('a', { href: explorerLink(query, text) }, 'See and change the query in GraphiQL');
  return h('p', { class: 'onward' }, link);
}
