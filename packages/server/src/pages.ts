import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FastifyReply, FastifyRequest } from "fastify";

const BUILT = fileURLToPath(new URL("../../web/dist/page/", import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};
const ENCODINGS = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

type Pages = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/**
 * The built pages. Only files that were there at the start are served, so no request can name another;
 * every other path is a page of the app and gets its one document.
 */
export function openPages(folder = BUILT): Pages {
  const files = listFiles(folder);
  return (request, reply) => {
    const path = request.url.split("?", 1)[0] ?? "/";
    const file = files.has(path) ? path : "/index.html";
    if (!files.has(file))
      return reply.code(503).type("text/plain; charset=utf-8").send("页面还没有构建。\nThe pages are not built.\n");
    // A missing script must not be answered with a document: the browser would report a syntax error instead.
    if (file !== path && extname(path) in TYPES && extname(path) !== ".html") {
      return reply.code(404).type("text/plain; charset=utf-8").send("not found\n");
    }
    return sendFile(folder, files, file, request, reply);
  };
}

function sendFile(
  folder: string,
  files: ReadonlySet<string>,
  file: string,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const accepted = String(request.headers["accept-encoding"] ?? "");
  const packed = ENCODINGS.find(([name, suffix]) => accepted.includes(name) && files.has(file + suffix));
  if (packed) reply.header("content-encoding", packed[0]);
  return reply
    .type(TYPES[extname(file)] ?? "application/octet-stream")
    .header("vary", "accept-encoding")
    .header("cache-control", file.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache")
    .header("content-length", statSync(join(folder, file + (packed?.[1] ?? ""))).size)
    .send(createReadStream(join(folder, file + (packed?.[1] ?? ""))));
}

function listFiles(folder: string): Set<string> {
  if (!existsSync(folder)) return new Set();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Set(
    entries.map((entry) => `/${join(entry.parentPath, entry.name).slice(folder.length).replaceAll("\\", "/")}`),
  );
}
