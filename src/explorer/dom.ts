/** Makes elements without ever reading data as HTML. */

/** What can stand inside an element. */
export type Child = Node | string | number | null | undefined | false;

type Attributes = { readonly [name: string]: string | number | boolean | undefined | EventListener };

/** An element with attributes and children; a function is the listener of the event that its name says. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  fill(element, ...children);
  return element;
}

/** An SVG element, likewise. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAttributes(element, attributes);
  fill(element, ...children);
  return element;
}

/** Puts children in the place of what an element holds. */
export function fill(element: Element, ...children: readonly (Child | readonly Child[])[]): void {
  const kept = children.flat().filter((child): child is Node | string | number => isShown(child));
  element.replaceChildren(...kept.map((child) => (typeof child === 'number' ? String(child) : child)));
}

function isShown(child: Child): boolean {
  return child !== null && child !== undefined && child !== false && child !== '';
}

function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
}
