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

/**
 * Puts children in the place of others as `fill` does, and keeps what the reader had there: the focus stays on the
 * control of the same name, and what was unfolded or folded stays so.
 */
export function refill(element: Element, ...children: readonly (Child | readonly Child[])[]): void {
  const active = document.activeElement;
  const name = active && active !== element && element.contains(active) ? nameOf(active) : undefined;
  const folds = new Map([...element.querySelectorAll('details')].map((fold) => [nameOf(fold), fold.open]));
  fill(element, ...children);
  for (const fold of element.querySelectorAll('details'))
    fold.open = fold.open || folds.get(nameOf(fold)) === true;
  if (name === undefined) return;
  const same = [...element.querySelectorAll<HTMLElement>(active?.localName ?? '')];
  same.find((one) => nameOf(one) === name)?.focus({ preventScroll: true });
}

/** What tells a control from its neighbours: the thing or fact it stands for, else its words. */
function nameOf(element: Element): string {
  const own = ['data-id', 'data-fact', 'aria-label'].map((name) => element.getAttribute(name));
  const words = element.closest('label')?.textContent ?? element.textContent;
  return own.find((value) => value !== null) ?? words ?? '';
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

/** Room above and below what was scrolled to: the axis of the timeline stays in place over it. */
const SCROLL_MARGIN = 26;

/** Scrolls a part of the page, and only that, until what is in it can be seen. */
export function scrollWithin(part: Element, wanted: Element | null): void {
  if (!wanted) return;
  const [outer, inner] = [part.getBoundingClientRect(), wanted.getBoundingClientRect()];
  const above = inner.top - SCROLL_MARGIN - outer.top;
  const below = inner.bottom + SCROLL_MARGIN - outer.bottom;
  if (above < 0) part.scrollTop += above;
  else if (below > 0) part.scrollTop += below;
}
