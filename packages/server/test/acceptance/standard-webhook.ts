import { createHmac, timingSafeEqual } from "node:crypto";

/** As a receiver checks by the Standard Webhooks specification, written anew here so that both sides cannot share a mistake. */
export function verifySignature(
  secret: string,
  { headers, body }: { headers: Readonly<Record<string, string>>; body: string },
): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const expected = createHmac("sha256", key).update(signed).digest();
  const age = Math.abs(Date.now() / 1000 - Number(headers["webhook-timestamp"]));
  return (headers["webhook-signature"] ?? "").split(" ").some((part) => {
    const given = Buffer.from(part.split(",")[1] ?? "", "base64");
    return age < 300 && given.length === expected.length && timingSafeEqual(given, expected);
  });
}
