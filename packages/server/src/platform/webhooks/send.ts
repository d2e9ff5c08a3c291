import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { isPrivate, publicLookup } from "./target.ts";

const TIMEOUT_MS = 15_000;

export interface Sending {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly allowPrivate: boolean;
}

/** Posts a delivery and gives the receiver's status. Redirects are not followed and the answer's body is not read. */
export function send({ url, headers, body, allowPrivate }: Sending): Promise<number> {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, "");
  if (!allowPrivate && isIP(host) && isPrivate(host))
    return Promise.reject(new Error(`${host} is an address of a private network`));
  const request = target.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sending = request(target, {
      method: "POST",
      agent: false,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        ...headers,
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "user-agent": "Dabiao",
      },
      ...(allowPrivate ? {} : { lookup: publicLookup }),
    });
    sending.on("response", (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
      response.on("error", () => undefined);
      response.socket.setTimeout(TIMEOUT_MS, () => response.destroy());
    });
    sending.on("error", reject);
    sending.end(body);
  });
}
