/** The address of a thing: `person:vladimir-putin` is at `/id/person/vladimir-putin` of the service. */
export function iriOf(id: string, baseUrl: string): string {
  return `${baseUrl}/id/${id.split(':').map(encodeURIComponent).join('/')}`;
}

/** The id behind such a path, that is behind all that follows `/id/`, once it is decoded. */
export function idOf(path: string): string {
  return path.replaceAll('/', ':');
}
