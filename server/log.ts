/** Structured log lines, one JSON object each, on standard error so that commands own standard output. */
import { destination, pino, stdSerializers, type Logger } from "pino";

export type Log = Logger;

export function openLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      // Without it an error would be an empty object: its words and stack are no fields of its own.
      serializers: { error: stdSerializers.err },
      formatters: { level: (label) => ({ level: label }) },
    },
    destination({ fd: 2, sync: true }),
  );
}
