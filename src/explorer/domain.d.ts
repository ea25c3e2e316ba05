/** What the build read of the domain. */
declare module 'virtual:domain' {
  /** What many things of a type are called. */
  export const words: Readonly<Record<string, string>>;
  export const questions: readonly { readonly name: string; readonly text: string }[];
  /** The words of the start page, and the questions that a newcomer should meet first. */
  export const start: {
    readonly headline: string;
    readonly lede: string;
    readonly placeholder: string;
    readonly graph?: string;
    readonly tables?: string;
    readonly first: readonly string[];
  };
}
