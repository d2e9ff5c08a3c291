import type { FastifyReply, FastifyRequest } from "fastify";

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** Answers of the API are data: they are neither kept by caches nor run as anything. */
const API = {
  ...EVERYWHERE,
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

/** Pages load from this server only. Ant Design writes its styles into the page, hence `unsafe-inline` for them. */
const PAGE = {
  ...EVERYWHERE,
  "content-security-policy":
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
    "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
  "permissions-policy": "camera=(self), geolocation=(self), microphone=(self), payment=()",
};

const YEAR_S = 31_536_000;

export function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(request.url.startsWith("/api/") ? API : PAGE);
  if (request.protocol === "https") reply.header("strict-transport-security", `max-age=${YEAR_S}`);
}
