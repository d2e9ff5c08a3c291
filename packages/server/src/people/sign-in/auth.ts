import { PASSWORD_MAX, PASSWORD_MIN } from "@dabiao/core/people/password.ts";
import { betterAuth } from "better-auth";
import { twoFactor } from "better-auth/plugins/two-factor";
import { newId } from "../../platform/id.ts";
import type { Db } from "../../platform/postgres/db.ts";
import { instanceSecret } from "./secret-store.ts";

const DAY_S = 86_400;
const SESSION_DAYS = 14;

export interface AuthOptions {
  readonly db: Db;
  /** The address users open, when known: cookies are marked secure behind https. */
  readonly publicUrl?: string | undefined;
  readonly now: Date;
}

/** The library that proves who someone is: passwords, second factor, sessions. It is called, never mounted. */
export type Auth = Awaited<ReturnType<typeof openAuth>>;

export async function openAuth(options: AuthOptions) {
  const secret = await instanceSecret(options.db, "sign_in", options.now);
  return betterAuth({
    appName: "达标 Dabiao",
    baseURL: options.publicUrl ?? "http://localhost",
    secret,
    database: { db: options.db.platform as never, type: "postgres" },
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      revokeSessionsOnPasswordReset: true,
    },
    session: {
      modelName: "session",
      expiresIn: SESSION_DAYS * DAY_S,
      updateAge: DAY_S,
      fields: {
        ...STAMPS,
        userId: "account_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
      },
    },
    user: {
      modelName: "account",
      fields: { ...STAMPS, emailVerified: "email_verified" },
      additionalFields: { locale: { type: "string", required: true, defaultValue: "zh-CN", input: false } },
    },
    account: {
      modelName: "credential",
      fields: {
        ...STAMPS,
        userId: "account_id",
        accountId: "provider_account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
      },
    },
    verification: { modelName: "verification", fields: { ...STAMPS, expiresAt: "expires_at" } },
    plugins: [twoFactor({ issuer: "达标", schema: TWO_FACTOR_TABLE })],
    // Ours counts failures per address typed; the library's own limits only its mounted handler.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "dabiao",
      useSecureCookies: options.publicUrl?.startsWith("https:") ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      database: { generateId: () => newId() },
      // Requests reach the library through our own routes, which have already checked their origin.
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
  });
}

const STAMPS = { createdAt: "created_at", updatedAt: "updated_at" };
const TWO_FACTOR_TABLE = {
  user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
  twoFactor: {
    modelName: "two_factor",
    fields: {
      userId: "account_id",
      backupCodes: "backup_codes",
      failedVerificationCount: "failed_verification_count",
      lockedUntil: "locked_until",
    },
  },
};
