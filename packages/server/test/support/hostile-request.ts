import { API_PREFIX, type Contract } from "@dabiao/core/platform/contract.ts";
import type { InjectOptions } from "fastify";
import { corrupt, HOSTILE, sampleOf } from "./hostile.ts";
import type { Random } from "./random.ts";

const BROKEN_BODIES = [
  "{",
  '{"a":',
  "[1,",
  "nul",
  "\u0000",
  '"\\ud800"',
  '{"a\\u0000":1}',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
  `${'{"a":'.repeat(2_000)}1${"}".repeat(2_000)}`,
  Buffer.from([0xff, 0xfe, 0x7b, 0x7d]),
];
const TYPES = [
  "application/json",
  "text/plain",
  "application/xml",
  "multipart/form-data",
  "x",
  "application/x-www-form-urlencoded",
];

/** A request that is wrong in at least one way; one that reads may also be right. */
export function hostileRequest(
  contract: Contract,
  random: Random,
  signedIn: Readonly<Record<string, string>>,
): InjectOptions {
  for (;;) {
    const request = random.next() < 0.3 ? brokenRequest(contract, random) : wrongRequest(contract, random);
    if (!request) continue;
    const isSignedIn = random.next() < 0.9;
    const headers = { ...request.headers, ...(isSignedIn ? signedIn : {}), ...oddHeaders(random) };
    return { ...request, headers };
  }
}

/** A request every schema takes, about things that are not there: ids are drawn, so they name nothing. */
export function wellFormedRequest(contract: Contract, random: Random): InjectOptions | null {
  if (contract.transport) return null;
  const body = contract.body ? sampleOf(contract.body, random) : undefined;
  const query = contract.query ? sampleOf(contract.query, random) : {};
  const url = urlOf(contract, sampleParams(contract, random), query);
  if (contract.method === "GET" || body === undefined) return { method: contract.method, url };
  return {
    method: contract.method,
    url,
    payload: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  };
}

/** Wrong before any schema is asked: text that is no JSON, another type, another method. */
function brokenRequest(contract: Contract, random: Random): InjectOptions | null {
  const url = urlOf(contract, random.pick([oddParams, sampleParams])(contract, random), {});
  if (random.next() < 0.2)
    return { method: random.pick(["PUT", "OPTIONS", "HEAD"] as const), url: `${url}/${random.below(9)}` };
  if (contract.method === "GET" || contract.transport === "upload") return null;
  return {
    method: contract.method,
    url,
    payload: random.pick(BROKEN_BODIES),
    headers: { "content-type": "application/json" },
  };
}

/** Near to right: what the schemas want with one thing corrupted. Writes are sent only when some schema refuses them. */
function wrongRequest(contract: Contract, random: Random): InjectOptions | null {
  const params = random.next() < 0.3 ? oddParams(contract, random) : sampleParams(contract, random);
  const query = contract.query ? sampleOf(contract.query, random) : {};
  const body = contract.body ? sampleOf(contract.body, random) : undefined;
  const wrong = { params, query: maybeCorrupt(query, random), body: maybeCorrupt(body, random) };
  const isSafe = contract.method === "GET" && contract.transport !== "stream";
  if (!isSafe && !isRefused(contract, wrong)) return null;
  const url = urlOf(contract, wrong.params, wrong.query);
  if (contract.method === "GET" || wrong.body === undefined) return { method: contract.method, url };
  const type = random.next() < 0.9 ? "application/json" : random.pick(TYPES);
  return { method: contract.method, url, payload: JSON.stringify(wrong.body), headers: { "content-type": type } };
}

function isRefused(
  { params, query, body }: Contract,
  given: { params: object; query: unknown; body: unknown },
): boolean {
  const sent = given.body === undefined ? undefined : JSON.parse(JSON.stringify(given.body));
  const asText = Object.fromEntries(
    Object.entries((given.query ?? {}) as object).map(([key, value]) => [key, textOf(value)]),
  );
  return [params?.safeParse(given.params), query?.safeParse(asText), body?.safeParse(sent)].some(
    (parsed) => parsed?.success === false,
  );
}

function maybeCorrupt(value: unknown, random: Random): unknown {
  if (value === undefined) return undefined;
  return random.next() < 0.7 ? corrupt(value, random) : value;
}

function sampleParams(contract: Contract, random: Random): Record<string, unknown> {
  return contract.params ? (sampleOf(contract.params, random) as Record<string, unknown>) : {};
}

function oddParams(contract: Contract, random: Random): Record<string, unknown> {
  return Object.fromEntries(
    [...contract.path.matchAll(/:(\w+)/g)].map(([, name = ""]) => [
      name,
      textOf(random.pick(HOSTILE)).slice(0, 90) || "x",
    ]),
  );
}

function oddHeaders(random: Random): Record<string, string> {
  if (random.next() < 0.8) return {};
  const name = random.pick([
    "idempotency-key",
    "last-event-id",
    "x-workspace",
    "authorization",
    "accept-language",
    "if-match",
  ]);
  return {
    [name]: textOf(random.pick(HOSTILE))
      .replace(/[^\x20-\x7e]/g, "?")
      .slice(0, 300),
  };
}

function urlOf(contract: Contract, params: Readonly<Record<string, unknown>>, query: unknown): string {
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => escaped(textOf(params[name] ?? "x")) || "x");
  const pairs = typeof query === "object" && query !== null ? Object.entries(query) : [["q", query]];
  const search = pairs
    .map(([name, value]) => `${escaped(String(name))}=${escaped(textOf(value)).slice(0, 3_000)}`)
    .join("&");
  return `${API_PREFIX}${path}${search ? `?${search}` : ""}`;
}

/** Broken surrogates cannot be escaped; a lone percent sign is as bad. */
function escaped(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : "%";
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
