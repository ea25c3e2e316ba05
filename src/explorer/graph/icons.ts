import { svg } from '../dom.ts';
import { lookOf, type ThingType } from '../looks.ts';
import './marks.css';

/** A mark as an element in the colour of its type. */
export function mark(type: ThingType, size = 18): SVGElement {
  const attributes = {
    viewBox: '0 0 24 24',
    width: size,
    height: size,
    class: `mark ${type}`,
    'aria-hidden': 'true',
  };
  return svg('svg', attributes, svg('path', { d: lookOf(type).mark, 'fill-rule': 'evenodd' }));
}

/** A mark as an image for the canvas. */
export function markImage(type: ThingType, colour: string): string {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill-rule="evenodd" fill="${colour}" d="${lookOf(type).mark}"/></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(text)}`;
}
