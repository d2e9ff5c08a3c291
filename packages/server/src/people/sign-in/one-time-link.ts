import { createHash, randomBytes } from "node:crypto";

export const INVITE_DAYS = 7;
export const PASSWORD_LINK_DAYS = 1;

/** What is handed over, and the only thing kept of it. */
export function newLinkToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: linkHash(token) };
}

export function linkHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
