/**
 * The address of a thing: `person:vladimir-putin` is at `/id/person/vladimir-putin` of the service. An id that has nothing
 * or only dots between two colons is one step of the way, `/id/person%3A..`, since clients take such steps out.
 */
export function iriOf(id: string, baseUrl: string): string {
  const steps = id.split(':');
  const way = steps.some((step) => /^\.*$/.test(step)) ? [id] : steps;
  return `${baseUrl}/id/${way.map(encodeURIComponent).join('/')}`;
}

/** The id behind such an address as it was asked for, still encoded; one that is encoded wrongly stays as it is. */
export function idOf(address: string): string {
  const way = address.replace(/^.*?\/id\//, '').replace(/[?#].*$/, '');
  return way.split('/').map(decoded).join(':');
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
