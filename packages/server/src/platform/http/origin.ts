import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { FastifyRequest } from "fastify";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Keeps other sites from acting with a user's cookie: browsers name the origin of every unsafe request.
 * A program with a key and no cookie has nothing a foreign page could borrow, and may call from anywhere.
 *
 * @throws Refusal `foreign_origin`
 */
export function refuseForeignOrigin(request: FastifyRequest, origins: readonly string[]): void {
  if (SAFE.has(request.method)) return;
  const { origin, authorization, cookie } = request.headers;
  if (authorization && !cookie) return;
  if (origin === undefined) {
    if (request.headers["sec-fetch-site"] === "cross-site") throw new Refusal("foreign_origin", { origin: "" });
    return;
  }
  if (origins.includes(origin) || isOwn(origin, request.host)) return;
  throw new Refusal("foreign_origin", { origin: origin.slice(0, 200) });
}

/** Both read as addresses, so that a port that goes without saying makes no difference. */
function isOwn(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host: theirs } = new URL(origin);
  const own = `${protocol}//${host}`;
  return URL.canParse(own) && new URL(own).host === theirs;
}
