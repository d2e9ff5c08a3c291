import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { FastifyInstance } from "fastify";

/** Filters and forms nest a dozen levels at most; recursion in schemas and in JSON.stringify is safe far beyond this. */
const DEEPEST = 64;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Reads JSON bodies: `__proto__` and `constructor.prototype` are refused, and so is what PostgreSQL cannot
 * keep as text (NUL and broken surrogates). An empty body is none. Other text is not taken at all.
 */
export function acceptJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<string>("application/json", { parseAs: "string" }, (request, body, done) => {
    if (body === "") return done(null, undefined);
    return parse(request, body, (error, value) => {
      const fault = error ? new Refusal("bad_json", { reason: "syntax" }, ["body"]) : jsonFault(value, "body");
      done(fault, value);
    });
  });
}

/** What makes a parsed value unfit, if anything. Walks with its own stack, so depth cannot hurt it. */
export function jsonFault(value: unknown, part: string): Refusal | null {
  const pending: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.depth > DEEPEST) return new Refusal("bad_json", { reason: "depth" }, [part]);
    if (typeof next.value === "string") {
      if (!isStorable(next.value)) return new Refusal("bad_json", { reason: "characters" }, [part]);
    } else if (typeof next.value === "object" && next.value !== null) {
      for (const [key, child] of Object.entries(next.value)) {
        if (!isStorable(key)) return new Refusal("bad_json", { reason: "characters" }, [part]);
        if (typeof child === "string" || typeof child === "object")
          pending.push({ value: child, depth: next.depth + 1 });
      }
    }
  }
  return null;
}

function isStorable(text: string): boolean {
  return !text.includes("\0") && !LONE_SURROGATE.test(text);
}
