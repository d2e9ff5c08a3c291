import { z } from "zod";
import { InstantString, LOCALES } from "../platform/text.ts";
import { Permission } from "./role.ts";

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());
/** As typed at sign-in: no rule but a length, so that an old password is never refused for its form. */
export const PasswordAttempt = z.string().min(1).max(500);
export const OneTimeCode = z
  .string()
  .trim()
  .regex(/^\d{6}$/);
export const BackupCode = z.string().trim().min(8).max(20);
export const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const PersonName = z.string().trim().min(1).max(100);

/** Who one is in the workspace at hand. */
export const CurrentMember = z.object({
  id: z.string(),
  name: z.string(),
  roleKeys: z.array(z.string()),
  permissions: z.array(Permission),
});

/** What the pages know of the person at the screen. `preview` is set while looking through another member's eyes. */
export const Me = z.object({
  account: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    locale: z.enum(LOCALES),
    twoFactor: z.boolean(),
  }),
  workspaces: z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(["company", "demo"]) })),
  workspace: z
    .object({ id: z.string(), name: z.string(), kind: z.enum(["company", "demo"]), zone: z.string() })
    .nullable(),
  member: CurrentMember.nullable(),
  preview: z.object({ memberId: z.string() }).nullable(),
});
export type Me = z.infer<typeof Me>;

export const Session = z.object({
  id: z.string(),
  current: z.boolean(),
  address: z.string().nullable(),
  device: z.string().nullable(),
  signedInAt: InstantString,
  expiresAt: InstantString,
});
export type Session = z.infer<typeof Session>;

/** `second_factor` means the password was right and the six digits (or a backup code) are still asked for. */
export const SignInState = z.object({ state: z.enum(["signed_in", "second_factor"]) });
export type SignInState = z.infer<typeof SignInState>;
