import type { Observer } from './observing.ts';

/** The part of `@opentelemetry/api` that is used. */
export type OpenTelemetry = {
  readonly trace: {
    getTracer(name: string): {
      startSpan(
        name: string,
        options: { startTime: Date; attributes: Record<string, string | number> },
      ): Span;
    };
  };
};

type Span = { setStatus(status: { code: number }): unknown; end(time: Date): void };

/** `SpanStatusCode.ERROR`. */
const ERROR = 2;

/** The package that applications set up; absent unless whoever runs the service installs it. */
const PACKAGE = '@opentelemetry/api';

/** Spans for each operation when OpenTelemetry is installed, else nothing. */
export async function findTracing(): Promise<Observer | undefined> {
  try {
    return traceOperations((await import(PACKAGE)) as OpenTelemetry);
  } catch {
    return undefined;
  }
}

/** One span for each operation, named by its type: names of clients have no bound. No text, no variables. */
export function traceOperations({ trace }: OpenTelemetry): Observer {
  const tracer = trace.getTracer('attested');
  return ({ type, name, startedAt, milliseconds, codes, cost, rows, requestId }) => {
    const span = tracer.startSpan(`GraphQL ${type ?? 'document'}`, {
      startTime: startedAt,
      attributes: {
        'attested.request.id': requestId,
        ...(type !== undefined && { 'graphql.operation.type': type }),
        ...(name !== undefined && { 'graphql.operation.name': name }),
        ...(cost !== undefined && { 'attested.cost': cost }),
        ...(rows !== undefined && { 'attested.rows': rows }),
        ...(codes[0] !== undefined && { 'error.type': codes[0] }),
      },
    });
    if (codes.length > 0) span.setStatus({ code: ERROR });
    span.end(new Date(startedAt.getTime() + milliseconds));
  };
}
