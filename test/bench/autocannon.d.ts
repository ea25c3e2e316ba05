/** The part of autocannon that the benchmark uses; the package brings no types. */
declare module 'autocannon' {
  export type Result = {
    readonly requests: { readonly total: number };
    readonly duration: number;
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
  };
  type Options = {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    /** Seconds after which a request counts as lost. */
    readonly timeout: number;
    /** Milliseconds between two looks at the time. */
    readonly sampleInt: number;
    readonly requests: readonly {
      readonly method: 'POST';
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }[];
  };
  type Shooting = Promise<Result> & {
    on(
      event: 'response',
      listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ): void;
  };
  // biome-ignore lint/style/noDefaultExport: the package is one function
  export default function autocannon(options: Options): Shooting;
}
