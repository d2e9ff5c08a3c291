import { randomBytes } from "node:crypto";
import { API_PREFIX } from "@dabiao/core/platform/contract.ts";
import Fastify, { type FastifyInstance } from "fastify";

const PAGE = "/api/docs";

/**
 * The page that shows the API and tries it out. Its script is four megabytes of text inside its package,
 * so the package is loaded when somebody first opens the page, into a little server of its own.
 */
export function apiPage(app: FastifyInstance): void {
  const nonce = randomBytes(16).toString("base64");
  let page: Promise<FastifyInstance> | undefined;
  const policy =
    `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'unsafe-inline'; ` +
    "img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

  for (const url of [PAGE, `${PAGE}/`, `${PAGE}/js/scalar.js`]) {
    app.get(url, async (request, reply) => {
      page ??= openPage(nonce);
      const answer = await (await page).inject({ url: request.url.split("?", 1)[0] ?? PAGE });
      return reply
        .code(answer.statusCode)
        .headers({ "content-security-policy": policy, "cache-control": "private, max-age=3600" })
        .headers(answer.headers.location ? { location: answer.headers.location } : {})
        .type(String(answer.headers["content-type"] ?? "text/plain"))
        .send(answer.rawPayload);
    });
  }
  app.addHook("onClose", async () => {
    await (await page)?.close();
  });
}

async function openPage(nonce: string): Promise<FastifyInstance> {
  const { default: scalar } = await import("@scalar/fastify-api-reference");
  const server = Fastify();
  await server.register(scalar, {
    routePrefix: PAGE,
    configuration: {
      url: `${API_PREFIX}/openapi.json`,
      pageTitle: "达标 API",
      nonce,
      withDefaultFonts: false,
      telemetry: false,
      agent: { disabled: true },
      showDeveloperTools: "never",
    },
  });
  return server;
}
