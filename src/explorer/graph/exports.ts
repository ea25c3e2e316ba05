import { h } from '../dom.ts';
import { verb } from '../words.ts';
import type { Canvas } from './canvas.ts';
import { picture } from './drawing.ts';
import type { Graph } from './model.ts';

/** This view as a file: GEXF for the tools of analysts, PNG and SVG for documents. */

/** The buttons that save what is shown. */
export function exportsMenu(canvas: Canvas, graph: () => Graph): HTMLElement {
  const item = (text: string, click: () => void) => h('button', { type: 'button', click }, text);
  return h(
    'div',
    { class: 'menu' },
    item('GEXF, for Gephi', () => save(new Blob([gexf(graph())], { type: 'application/gexf+xml' }), 'gexf')),
    item('SVG, a drawing', () =>
      save(new Blob([picture(graph(), canvas.places)], { type: 'image/svg+xml' }), 'svg'),
    ),
    item('PNG, a picture', () => void canvas.picture().then((blob) => save(blob, 'png'))),
    h('a', { href: './export' }, 'The whole graph as a file'),
  );
}

function save(blob: Blob, extension: string): void {
  const href = URL.createObjectURL(blob);
  h('a', { href, download: `attested-view.${extension}` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

const namespace = 'http://gexf.net/1.3';

/** What is shown as GEXF 1.3, with types, statuses and verbs. */
export function gexf({ things, facts }: Graph): string {
  const file = document.implementation.createDocument(namespace, 'gexf');
  const make = (
    name: string,
    attributes: Readonly<Record<string, string>>,
    children: readonly Element[] = [],
  ) => {
    const element = file.createElementNS(namespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const column = (title: string) => make('attribute', { id: title, title, type: 'string' });
  const values = (pairs: Readonly<Record<string, string | null | undefined>>) =>
    make(
      'attvalues',
      {},
      Object.entries(pairs).flatMap(([key, value]) => (value ? [make('attvalue', { for: key, value })] : [])),
    );
  const nodes = [...things.values()].map(({ id, name, type, status, kind, date }) =>
    make('node', { id, label: name }, [values({ type, status, kind, date: date?.edtf })]),
  );
  const edges = [...facts.values()].map((fact) =>
    make('edge', { id: fact.id, source: fact.subject, target: fact.object, label: verb(fact) }, [
      values({ predicate: fact.predicate, role: fact.role, basis: fact.basis }),
    ]),
  );
  const graph = make('graph', { defaultedgetype: 'directed' }, [
    make('attributes', { class: 'node' }, ['type', 'status', 'kind', 'date'].map(column)),
    make('attributes', { class: 'edge' }, ['predicate', 'role', 'basis'].map(column)),
    make('nodes', {}, nodes),
    make('edges', {}, edges),
  ]);
  file.documentElement.setAttribute('version', '1.3');
  file.documentElement.append(graph);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(file)}\n`;
}
