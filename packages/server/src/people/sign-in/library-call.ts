import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { APIError } from "better-auth/api";
import type { FastifyReply, FastifyRequest } from "fastify";

/** What a header may hold for the library; anything else is as good as none. */
const PLAIN = /^[\x20-\x7e]*$/;
const DEVICE_LENGTH = 300;

/** What the sign-in library reads of a request. The address is the one Fastify found, whatever headers say. */
export function libraryHeaders(request: FastifyRequest): Headers {
  const headers = new Headers({ "x-forwarded-for": request.ip });
  const { cookie, "user-agent": device } = request.headers;
  if (cookie && PLAIN.test(cookie)) headers.set("cookie", cookie);
  if (device && PLAIN.test(device)) headers.set("user-agent", device.slice(0, DEVICE_LENGTH));
  return headers;
}

/** Hands the library's cookies on and gives its answer. */
export function withCookies<Response>(reply: FastifyReply, answer: { headers: Headers; response: Response }): Response {
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) reply.header("set-cookie", cookies);
  return answer.response;
}

const LOCKED_MINUTES = 15;

/** The library's refusals in the product's own words; everything else is a bug and stays one. */
function refusalOfLibrary(error: unknown): unknown {
  if (!(error instanceof APIError)) return error;
  switch (error.body?.code ?? "") {
    case "INVALID_EMAIL_OR_PASSWORD":
    case "INVALID_EMAIL":
      return new Refusal("wrong_credentials");
    case "INVALID_PASSWORD":
      return new Refusal("wrong_password", {}, ["body"]);
    case "INVALID_CODE":
    case "INVALID_BACKUP_CODE":
      return new Refusal("wrong_code", {}, ["body"]);
    case "INVALID_TWO_FACTOR_COOKIE":
    case "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE":
      return new Refusal("second_factor_expired");
    case "ACCOUNT_TEMPORARILY_LOCKED":
      return new Refusal("sign_in_locked", { minutes: LOCKED_MINUTES });
    case "TOTP_ALREADY_ENABLED":
      return new Refusal("two_factor_already_on");
    case "TOTP_NOT_ENABLED":
    case "TWO_FACTOR_NOT_ENABLED":
      return new Refusal("two_factor_not_started");
    default:
      return error.statusCode === 401 ? new Refusal("signed_out") : error;
  }
}

/** Awaits a call of the library and turns its refusals into ours. */
export async function asked<Answer>(call: Promise<Answer>): Promise<Answer> {
  return await call.catch((error: unknown) => {
    throw refusalOfLibrary(error);
  });
}
