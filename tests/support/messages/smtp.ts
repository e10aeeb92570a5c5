/** An SMTP server on loopback that speaks the real protocol (RFC 5321) and refuses when told to. */
import { createServer, type Server, type Socket } from "node:net";
import { once } from "node:events";

export interface Mail {
  readonly to: string;
  readonly from: string;
  /** The message as it came over the wire, dots unstuffed. */
  readonly raw: string;
}

export interface SmtpServer {
  readonly url: string;
  readonly mails: readonly Mail[];
  /** What it answers to the next RCPT commands instead of 250 ("550 5.1.1 No such user"); `null`: nothing but 250. */
  refuse(answer: string | null): void;
  /** Whether anybody is there: who connects meanwhile is hung up on. Its port stays its own. */
  beAway(isAway: boolean): void;
  close(): Promise<void>;
}

export async function startSmtp(): Promise<SmtpServer> {
  const mails: Mail[] = [];
  let refusal: string | null = null;
  let away = false;
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    if (away) return void socket.destroy();
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => {});
    talk(
      socket,
      () => refusal,
      (mail) => mails.push(mail),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `smtp://127.0.0.1:${portOf(server)}`,
    mails,
    refuse: (answer) => void (refusal = answer),
    beAway(isAway) {
      away = isAway;
      for (const socket of open) socket.destroy();
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

function talk(socket: Socket, refusal: () => string | null, keep: (mail: Mail) => void): void {
  let [from, to, data, buffer] = ["", "", null as string | null, ""];
  const say = (line: string) => socket.write(`${line}\r\n`);
  const address = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? "";
  say("220 mail.example ESMTP");
  socket.setEncoding("utf8").on("data", (chunk: string) => {
    buffer += chunk;
    for (let end = buffer.indexOf("\r\n"); end >= 0; end = buffer.indexOf("\r\n")) {
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      if (data !== null && line === ".") {
        keep({ from, to, raw: data });
        data = null;
        say("250 2.0.0 Taken");
      } else if (data !== null) data += `${line.replace(/^\./, "")}\r\n`;
      else if (/^EHLO/i.test(line)) socket.write("250-mail.example\r\n250 8BITMIME\r\n");
      else if (/^MAIL FROM:/i.test(line)) {
        from = address(line);
        say("250 2.1.0 Ok");
      } else if (/^RCPT TO:/i.test(line)) {
        to = address(line);
        say(refusal() ?? "250 2.1.5 Ok");
      } else if (/^DATA/i.test(line)) {
        data = "";
        say("354 Go ahead");
      } else if (/^QUIT/i.test(line)) {
        say("221 Bye");
        socket.end();
      } else say("250 Ok");
    }
  });
}
