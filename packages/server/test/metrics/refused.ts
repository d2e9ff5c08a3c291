import { Refusal } from "@dabiao/core/platform/refusal.ts";

/** For `assert.rejects`: the refusal with this code and no other. */
export function refusedWith(code: string): (error: unknown) => boolean {
  return (error) => error instanceof Refusal && error.code === code;
}
