import type cytoscape from 'cytoscape';
import type { Colours } from './colours.ts';
import { LABEL, MARK } from './layout.ts';
import { FONT, FONT_SIZE } from './text-width.ts';

/** How the canvas draws what the elements say of themselves; colours come from the theme. */

/** The style of all elements. */
export function canvasStyle(c: Colours): cytoscape.StylesheetJson {
  return [...nodes(c), ...edges(c), ...marked(c)] as cytoscape.StylesheetJson;
}

function nodes(c: Colours) {
  const label = {
    label: 'data(label)',
    color: c.ink,
    'font-family': FONT,
    'font-size': FONT_SIZE,
    'line-height': 1.22,
  };
  return [
    {
      selector: 'node',
      style: {
        ...label,
        'text-wrap': 'wrap',
        'overlay-opacity': 0,
        width: 'data(width)',
        height: 'data(height)',
      },
    },
    {
      selector: 'node.side',
      style: {
        'background-color': 'data(colour)',
        'background-image': 'data(image)',
        'background-width': '62%',
        'background-height': '62%',
        'border-width': 2,
        'border-color': c.surface,
        'text-valign': 'center',
        'text-max-width': `${LABEL - 8}px`,
        'text-outline-width': 3,
        'text-outline-color': c.surface,
        shape: 'data(shape)',
      },
    },
    {
      selector: 'node.left',
      style: { 'text-halign': 'left', 'text-margin-x': -6, 'text-justification': 'right' },
    },
    {
      selector: 'node.right',
      style: { 'text-halign': 'right', 'text-margin-x': 6, 'text-justification': 'left' },
    },
    {
      selector: 'node.pill',
      style: {
        shape: 'round-rectangle',
        'corner-radius': 7,
        'background-color': c.surface,
        'border-width': 1.4,
        'border-color': 'data(colour)',
        'text-halign': 'right',
        'text-valign': 'center',
        'text-justification': 'left',
        'text-max-width': 'data(textWidth)',
        'text-margin-x': 'data(indent)',
      },
    },
    {
      selector: 'node.apart',
      style: {
        'background-image': 'data(image)',
        'background-width': 18,
        'background-height': 18,
        'background-position-x': 10,
        'background-position-y': '50%',
        'border-width': 1.8,
      },
    },
    {
      selector: 'node.plan',
      style: { 'border-style': 'dashed', 'border-color': c.planned, 'border-width': 1.6 },
    },
    {
      selector: 'node.maybe',
      style: { 'border-style': 'dotted', 'border-color': c.speculated, 'border-width': 2.2, color: c.soft },
    },
    {
      selector: 'node.denied',
      style: { 'border-style': 'double', 'border-color': c.denied, 'border-width': 4, color: c.soft },
    },
    {
      selector: 'node.heading',
      style: {
        'background-opacity': 0,
        color: c.soft,
        'font-size': 12,
        'font-weight': 600,
        'text-halign': 'right',
        'text-valign': 'center',
        events: 'no',
      },
    },
  ];
}

function edges(c: Colours) {
  return [
    {
      selector: 'edge',
      style: {
        width: 1.4,
        'line-color': 'data(colour)',
        'line-opacity': 'data(opacity)',
        'curve-style': 'unbundled-bezier',
        'edge-distances': 'endpoints',
        'control-point-distances': 'data(distances)',
        'control-point-weights': 'data(weights)',
        'source-endpoint': 'data(sourceEnd)',
        'target-endpoint': 'data(targetEnd)',
        'target-arrow-shape': 'triangle',
        'target-arrow-color': 'data(colour)',
        'arrow-scale': 0.75,
        'overlay-opacity': 0,
        'text-margin-x': 'data(shift)',
        'font-family': FONT,
        'font-size': 11.5,
        color: c.ink,
        'text-background-color': c.surface,
        'text-background-opacity': 0.94,
        'text-background-padding': '2px',
        'text-background-shape': 'round-rectangle',
      },
    },
    { selector: 'edge.plan', style: { 'line-style': 'dashed', 'line-dash-pattern': [6, 4] } },
    { selector: 'edge.maybe', style: { 'line-style': 'dotted', 'line-opacity': 0.55 } },
    { selector: 'edge.denied', style: { 'line-style': 'dotted', 'line-opacity': 0.55 } },
  ];
}

/** What is selected, what touches it, and what is neither. */
function marked(c: Colours) {
  return [
    { selector: 'node.side.dim', style: { opacity: 0.3 } },
    {
      selector: 'node.pill.dim',
      style: { 'text-opacity': 0.38, 'border-opacity': 0.3, 'background-image-opacity': 0.3 },
    },
    { selector: 'edge.dim', style: { 'line-opacity': 'data(faint)', 'arrow-scale': 0.4 } },
    { selector: 'edge.near', style: { 'line-opacity': 0.95, width: 1.9, 'z-index': 5 } },
    {
      selector: 'edge.near.labelled.source',
      style: {
        'source-label': 'data(verb)',
        'source-text-offset': 'data(offset)',
        'source-text-margin-x': 'data(shiftSource)',
        'z-index': 6,
      },
    },
    {
      selector: 'edge.near.labelled.target',
      style: {
        'target-label': 'data(verb)',
        'target-text-offset': 'data(offset)',
        'target-text-margin-x': 'data(shiftTarget)',
        'z-index': 6,
      },
    },
    { selector: 'edge.near.labelled.middle', style: { label: 'data(verb)', 'z-index': 7 } },
    { selector: 'edge.hover', style: { 'line-opacity': 1, width: 2.6, label: 'data(verb)', 'z-index': 8 } },
    {
      selector: 'edge.selected',
      style: {
        'line-opacity': 1,
        width: 3.4,
        label: 'data(verb)',
        'source-label': '',
        'target-label': '',
        'font-weight': 600,
        'font-size': 12.5,
        'z-index': 9,
      },
    },
    {
      selector: 'node.selected',
      style: { 'border-color': c.accent, 'border-width': 3, 'border-style': 'solid' },
    },
    {
      selector: 'node.side.selected',
      style: {
        'outline-color': c.accent,
        'outline-width': 3,
        'outline-offset': 1,
        width: MARK + 4,
        height: MARK + 4,
      },
    },
  ];
}
