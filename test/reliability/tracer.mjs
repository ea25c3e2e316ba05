import { trace } from '@opentelemetry/api';
import { BasicTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';

/** Loaded before the service by `--import`, as who runs it sets up OpenTelemetry: writes each span to standard error. */
const exporter = {
  export(spans, done) {
    for (const { name, attributes, status, duration } of spans) {
      const milliseconds = duration[0] * 1_000 + duration[1] / 1_000_000;
      process.stderr.write(`${JSON.stringify({ msg: 'span', name, attributes, status, milliseconds })}\n`);
    }
    done({ code: 0 });
  },
  async shutdown() {},
};
trace.setGlobalTracerProvider(
  new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
);
