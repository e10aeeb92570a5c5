// The yardstick: a Socket.IO server without a hub around it. It lets everyone into one room, and sends what it is told
// to send.
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { Server } from "socket.io";

const http = createServer((request, response) => {
  void answer(request).then((body) => response.end(body));
});

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
});

/** @param {import("node:http").IncomingMessage} request */
async function answer(request) {
  if (request.method === "POST") io.to("room").emit("changes", await json(request));
  return "{}";
}

http.listen(Number(process.env.PORT), "127.0.0.1");
