/** A document of the pages, with its fragments, as the build fixes it. */
declare module '*.graphql' {
  export const text: string & { readonly known: 'to a locked service' };
}
