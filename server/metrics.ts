/** What the hub counts, for /metrics (Prometheus text). */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

export interface Metrics {
  readonly registry: Registry;
  readonly connected: Gauge;
  readonly refused: Counter<"reason">;
  readonly changes: Counter;
  /** From the change's commit to a screen's word that it has drawn it, seconds. */
  readonly painted: Histogram;
}

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    connected: new Gauge({ name: "signpost_screens_connected", help: "Sockets open now", registers }),
    refused: new Counter({
      name: "signpost_refused_total",
      help: "Messages and connections turned away",
      labelNames: ["reason"],
      registers,
    }),
    changes: new Counter({ name: "signpost_changes_total", help: "Commands carried out", registers }),
    painted: new Histogram({
      name: "signpost_painted_seconds",
      help: "From telling the screens of a change to one having drawn it",
      buckets: [0.02, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 15],
      registers,
    }),
  };
}
