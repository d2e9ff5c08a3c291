import type { Actor } from "@dabiao/core/people/actor.ts";
import type { Permission } from "@dabiao/core/people/role.ts";

/** Who changes definitions: what the model needs to know of an access. */
export interface Definer {
  readonly actor: Actor;
  readonly memberId: string | null;
  /** @throws Refusal `forbidden` */
  demand(permission: Permission): void;
}
