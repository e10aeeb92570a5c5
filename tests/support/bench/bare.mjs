// The yardstick: a Socket.IO server without a hub around it. It lets everyone into one room, sends what it is told to
// send, and has a page that does no more than to show what comes.
import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { Server } from "socket.io";

const client = new URL("client-dist/socket.io.min.js", import.meta.resolve("socket.io/package.json"));

const page = `<!doctype html><title>bare</title><p></p><script src="/client.js"></script><script src="/page.js"></script>`;

/** Acknowledges after the frame, as a board does (kiosk/screens/frame.ts). */
const script = `
  const socket = io({ transports: ["websocket"] });
  const drawn = new MessageChannel();
  drawn.port1.onmessage = ({ data }) => socket.emit("painted", data);
  socket.on("connect", () => socket.emit("hello", {}, () => (document.title = "ready")));
  socket.on("changes", (changes) => requestAnimationFrame(() => {
    document.querySelector("p").textContent = JSON.stringify(changes.entries);
    drawn.port2.postMessage(changes.version);
  }));
`;

const http = createServer((request, response) => {
  if (request.method === "POST") void broadcast(request).then(() => response.end("{}"));
  else if (request.url === "/client.js") createReadStream(client).pipe(response);
  else response.end(request.url === "/page.js" ? script : page);
});

/** @param {import("node:http").IncomingMessage} request whose body is a list of what to send */
async function broadcast(request) {
  const all = /** @type {unknown[]} */ (await json(request));
  for (const changes of all) io.to("room").emit("changes", changes);
}

// As the hub's own (server/live/sockets.ts).
const io = new Server(http, {
  serveClient: false,
  perMessageDeflate: false,
  maxHttpBufferSize: 1_000_000,
  pingInterval: 20_000,
  pingTimeout: 20_000,
});

io.on("connection", (socket) => {
  socket.on("hello", (_hello, reply) => {
    void socket.join("room");
    reply({});
  });
  socket.on("painted", () => {});
  socket.on("desk", (reply) => {
    void socket.join("desk");
    reply({});
  });
  socket.on("ring", (id) => io.to("desk").emit("rang", id));
});

http.listen(Number(process.env.PORT), "127.0.0.1");
