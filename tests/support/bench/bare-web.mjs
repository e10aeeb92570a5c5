// The yardstick of a start: Express, Socket.IO and SQLite in one process, and nothing made of them.
import { createServer } from "node:http";
import SQLite from "better-sqlite3";
import express from "express";
import { Server } from "socket.io";

const database = new SQLite(process.env.DATABASE ?? ":memory:");
const app = express();
app.get("/readyz", (_request, response) => {
  response.json(database.prepare("select 1 as ready").get());
});
const http = createServer(app);
const io = new Server({ serveClient: false, perMessageDeflate: false });
io.attach(http);
http.listen(Number(process.env.PORT), "127.0.0.1");
