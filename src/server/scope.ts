/** What a client may do: ask questions, take the graph away whole, have it loaded anew, see how the service runs and all else. */
export const scopes = ['read', 'export', 'reload', 'admin'] as const;

/** One of the things that a client may do. */
export type Scope = (typeof scopes)[number];

/** Who asks, and what they may do. */
export type Principal = {
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** The last day on which their key opens anything, in UTC. */
  readonly until?: string | undefined;
  /** The rows of the graph that may be gone through for them in a minute. */
  readonly workPerMinute?: number | undefined;
};

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a client needs for this route; `open` asks for nothing. Without it the path decides. */
    scope?: Scope | 'open';
  }
  interface FastifyRequest {
    principal: Principal | null;
  }
}

/** Who asks a service that knows no keys: everyone, for all but what shows how it runs. */
export const everyone: Principal = { name: 'everyone', scopes: new Set<Scope>(['read', 'export']) };

/** Who asks such a service from its own machine. */
export const local: Principal = { name: 'local', scopes: new Set(scopes) };

/** Who may ask, by which name, from which pages, how often. */
export type Access = {
  /** The names that the service is asked by; undefined for any. */
  readonly hosts: ReadonlySet<string> | undefined;
  /** The origins, besides its own, whose pages may ask; undefined for any. */
  readonly origins: ReadonlySet<string> | undefined;
  /** Who a key or a token is of; undefined when the service knows neither. */
  readonly identify: ((secret: string) => Promise<Principal | undefined>) | undefined;
  readonly ratePerMinute: number | undefined;
};
