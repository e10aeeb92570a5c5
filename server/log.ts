/** Structured log lines, one JSON object each, on standard error so that commands own standard output. */
import { destination, pino, type Logger } from "pino";

export type Log = Logger;

export function openLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination({ fd: 2, sync: true }),
  );
}
