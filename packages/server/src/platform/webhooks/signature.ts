import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";

export function drawSecret(): string {
  return PREFIX + randomBytes(32).toString("base64");
}

/**
 * The headers that prove a delivery is ours and recent. The id stays the same when a delivery is repeated,
 * so that the receiver can leave out what it already has.
 *
 * @source Standard Webhooks 1.0.0, symmetric signatures: HMAC-SHA256 over `id.timestamp.body`
 */
export function signatureHeaders(secret: string, id: string, at: Date, body: string): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
