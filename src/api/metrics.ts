/** What the server tells Prometheus of itself. */
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Env } from './endpoint.ts';

export interface Metrics {
  /** Measures each request. */
  measure: MiddlewareHandler<Env>;
  /** How many listen to the stream. */
  listeners: Gauge;
  text(): Promise<string>;
  type: string;
}

export function makeMetrics(): Metrics {
  const registers = [new Registry()], [register] = registers as [Registry];
  collectDefaultMetrics({ register });
  const labelNames = ['method', 'route', 'status'] as const;
  const seconds = new Histogram({ name: 'dragoman_http_request_seconds', help: 'Time to answer a request', labelNames, registers, buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] });
  const errors = new Counter({ name: 'dragoman_http_errors_total', help: 'Requests that ended in an error of the server', registers });
  return {
    listeners: new Gauge({ name: 'dragoman_stream_listeners', help: 'Callers that listen to the stream of happenings', registers }),
    type: register.contentType,
    text: () => register.metrics(),
    async measure(c, next) {
      const begun = performance.now();
      await next();
      const { status } = c.res, route = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'page';
      seconds.observe({ method: c.req.method, route, status }, (performance.now() - begun) / 1000);
      if (status >= 500) errors.inc();
    },
  };
}
