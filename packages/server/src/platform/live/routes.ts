import { actorName } from "@dabiao/core/people/actor.ts";
import { type LiveMessage, listenLive } from "@dabiao/core/platform/live.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { FastifyInstance, FastifyReply } from "fastify";
import { register } from "../http/register.ts";
import type { Listener, Live } from "./live.ts";

/** Proxies close what is silent for a minute; this also finds out who has been signed out. */
const HEARTBEAT_MS = 25_000;
/** Unread bytes after which a page is let go: it comes back and reads everything again. */
const MOST_UNREAD = 1024 * 1024;
/** Pages one member may keep open at once. */
const MOST_PAGES = 30;

/** The live channel. Each open page costs a socket and a timer. */
export function liveRoutes(app: FastifyInstance, live: Live): void {
  const pages = new Map<string, number>();
  const open = new Set<FastifyReply>();

  register(app, listenLive, ({ workspace, actor, query, request, reply }) => {
    const caller = `${workspace.id}/${actorName(actor)}`;
    const count = pages.get(caller) ?? 0;
    if (count >= MOST_PAGES) throw new Refusal("too_many_requests", { seconds: 60 });
    pages.set(caller, count + 1);
    startEvents(reply);
    open.add(reply);
    const listener: Listener = { actor, send: (id, messages) => sendEvents(reply, id, messages) };
    const leave = live.listen(workspace, listener, lastSeen(request.headers["last-event-id"]) ?? query.after);
    const heartbeat = setInterval(() => {
      void app.http.identify(request).then(
        (identity) => {
          if (!identity?.actor) return reply.raw.end();
          listener.actor = identity.actor;
          return reply.raw.write(": here\n\n");
        },
        () => reply.raw.end(),
      );
    }, HEARTBEAT_MS);
    reply.raw.once("close", () => {
      clearInterval(heartbeat);
      leave();
      open.delete(reply);
      pages.set(caller, (pages.get(caller) ?? 1) - 1);
      if (pages.get(caller) === 0) pages.delete(caller);
    });
    return undefined as never;
  });

  app.addHook("preClose", (done) => {
    for (const reply of open) reply.raw.end();
    done();
  });
}

function startEvents(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.writeHead(200, {
    ...Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)])),
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  });
  reply.raw.write("retry: 2000\n\n");
}

function sendEvents(reply: FastifyReply, id: string, messages: readonly LiveMessage[]): void {
  if (reply.raw.writableLength > MOST_UNREAD) return void reply.raw.destroy();
  // The id closes the batch: a connection lost in the middle of it gets the whole batch again.
  const texts = messages.map((message) => `data: ${JSON.stringify(message)}\n\n`);
  texts.splice(-1, 0, `id: ${id}\n${messages.length === 0 ? "\n" : ""}`);
  reply.raw.write(texts.join(""));
}

function lastSeen(header: string | string[] | undefined): string | undefined {
  return typeof header === "string" && header.length <= 100 ? header : undefined;
}
