// Loaded into a server before its own code, into the hub and the yardstick alike: tells the benchmark how much memory
// and time the server took, and when an acknowledgement had been taken in.
import { EventEmitter } from "node:events";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { answer, monotonic } from "./channel.mjs";

/** @typedef {{ rss: number, used: number }} Memory `used`: the JavaScript heap and what hangs on it, bytes */
/** @typedef {{ count: number, at: number }} Painted acknowledgements since the start, and `monotonic()` at the last */

/** @type {Painted} */
let latest = { count: 0, at: 0 };
let highest = 0;
/** @type {Set<{ met: () => boolean, tell: (painted: Painted) => void }>} */
const waiting = new Set();

/** @param {unknown} version */
function acknowledged(version) {
  latest = { count: latest.count + 1, at: monotonic() };
  if (typeof version === "number") highest = Math.max(highest, version);
  for (const one of waiting) {
    if (!one.met()) continue;
    waiting.delete(one);
    one.tell(latest);
  }
}

/** @param {() => boolean} met @returns {Promise<Painted>} */
function painted(met) {
  return new Promise((tell) => {
    if (met()) tell(latest);
    else waiting.add({ met, tell });
  });
}

// Every event of a socket reaches its handlers through here, however the server was bundled.
const emit = EventEmitter.prototype.emit;
/** @this {EventEmitter} @param {string | symbol} name @param {unknown[]} args */
EventEmitter.prototype.emit = function emitted(name, ...args) {
  const heard = emit.call(this, name, ...args);
  if (name === "painted") acknowledged(args[0]);
  return heard;
};

const loop = monitorEventLoopDelay({ resolution: 5 });

answer({
  /** What stays after the garbage has gone. @returns {Promise<Memory>} */
  async memory() {
    for (let round = 0; round < 4; round += 1) {
      globalThis.gc?.();
      await pause(50);
    }
    const { rss, heapUsed, external } = process.memoryUsage();
    return { rss, used: heapUsed + external };
  },
  rss: () => process.memoryUsage.rss(),
  /** Milliseconds of processor time since the start. */
  cpu() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  loopBegins() {
    loop.enable();
    loop.reset();
  },
  /** How long what was due had to wait since then, milliseconds: 99 in 100 waited no longer. */
  loopP99: () => loop.percentile(99) / 1e6,
  /** The next acknowledgement from now on. */
  nextPainted() {
    const before = latest.count;
    return painted(() => latest.count > before);
  },
  counted: () => latest.count,
  paintedCount: (/** @type {number} */ wanted) => painted(() => latest.count >= wanted),
  paintedVersion: (/** @type {number} */ wanted) => painted(() => highest >= wanted),
});
