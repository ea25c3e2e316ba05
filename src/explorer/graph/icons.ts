import { svg } from '../dom.ts';
import type { ThingType } from './model.ts';
import './marks.css';

/** The marks of the types, drawn on a field of 24 by 24. */
export const marks: Readonly<Record<ThingType, string>> = {
  Person: 'M12 12.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c.6-3.6 3.5-5.6 7.5-5.6s6.9 2 7.5 5.6z',
  Group:
    'M8.5 11.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM15.8 11.5a2.7 2.7 0 1 0 0-5.4zM2.8 18.5c.4-3 2.6-4.7 5.7-4.7s5.3 1.7 5.7 4.7zM16 18.5h5.2c-.4-3-2.3-4.7-5.4-4.7z',
  Organization:
    'M12 3.5 20.5 8v1.7h-17V8zM5 11h2.5v6H5zM10.750 11h2.5v6h-2.5zM16.5 11H19v6h-2.5zM3.5 18.3h17v2.2h-17z',
  Country: 'M5.5 3.5h2v17h-2zM8.5 4.5h10.5l-2.6 4 2.6 4H8.5z',
  Place:
    'M12 2.8a6.7 6.7 0 0 0-6.7 6.7c0 4.7 6.7 11.7 6.7 11.7s6.7-7 6.7-11.7A6.7 6.7 0 0 0 12 2.8zm0 9.2a2.6 2.6 0 1 1 0-5.2 2.6 2.6 0 0 1 0 5.2z',
  Gift: 'M4 8h7v4H4zM13 8h7v4h-7zM5.2 13.5H11V20.5H5.2zM13 13.5h5.8V20.5H13zM12 7.3c-1.3-3.6-5.7-4-5.5-1.2.1 1.2 2.5 1.5 5.5 1.2zm0 0c1.3-3.6 5.7-4 5.5-1.2-.1 1.2-2.5 1.5-5.5 1.2z',
  Event:
    'M5 5.5h14a2.5 2.5 0 0 1 2.5 2.5v8a2.5 2.5 0 0 1-2.5 2.5H5A2.5 2.5 0 0 1 2.5 16V8A2.5 2.5 0 0 1 5 5.5zm0 2a.5.5 0 0 0-.5.5v8c0 .3.2.5.5.5h14a.5.5 0 0 0 .5-.5V8a.5.5 0 0 0-.5-.5z',
};

/** A mark as an element in the colour of its type. */
export function mark(type: ThingType, size = 18): SVGElement {
  const attributes = {
    viewBox: '0 0 24 24',
    width: size,
    height: size,
    class: `mark ${type}`,
    'aria-hidden': 'true',
  };
  return svg('svg', attributes, svg('path', { d: marks[type], 'fill-rule': 'evenodd' }));
}

/** A mark as an image for the canvas. */
export function markImage(type: ThingType, colour: string): string {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill-rule="evenodd" fill="${colour}" d="${marks[type]}"/></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(text)}`;
}
