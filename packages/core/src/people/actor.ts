import type { Locale } from "../platform/text.ts";

/** The surface an action came through; the change log keeps it. */
export type Source = "ui" | "api" | "import" | "automation" | "system";

interface ActorBase {
  readonly workspaceId: string;
  /** The member whose records count as own; null when no person stands behind the actor. */
  readonly memberId: string | null;
  /** Keys of the role definitions that give rights; rights of several roles add up. */
  readonly roleKeys: readonly string[];
  /** Rises with every change of units, memberships or roles: resolved scopes are cached by it. */
  readonly orgVersion: number;
  readonly locale: Locale;
  readonly source: Source;
  /** The request, import batch or automation run that causes what the actor does. */
  readonly requestId: string;
}

/** A person working in the web page or the phone app. */
export interface MemberActor extends ActorBase {
  readonly kind: "member";
  readonly memberId: string;
  /** Null for a member who has no sign-in yet, as in "preview as". */
  readonly accountId: string | null;
}

/** A program with a key. It has the roles given to the key and never more than its member may. */
export interface ApiKeyActor extends ActorBase {
  readonly kind: "api_key";
  readonly apiKeyId: string;
}

/** A published automation, acting as the role it declares. */
export interface AutomationActor extends ActorBase {
  readonly kind: "automation";
  readonly automationKey: string;
}

/** The product itself: migrations, timers, the demo company, the command line. Rights do not limit it. */
export interface SystemActor extends ActorBase {
  readonly kind: "system";
  readonly memberId: null;
  /** What runs, e.g. `demo` or `timer`. */
  readonly task: string;
}

/** Who does something: every surface takes one. */
export type Actor = MemberActor | ApiKeyActor | AutomationActor | SystemActor;

/** The actor for work the product does by itself; `task` and `requestId` say what for. */
export function systemActor(workspaceId: string, task: string, requestId: string): SystemActor {
  const nobody = { memberId: null, roleKeys: [], orgVersion: 0, locale: "zh-CN", source: "system" } as const;
  return { kind: "system", workspaceId, task, requestId, ...nobody };
}

/** A short stable name of the actor, for keys of caches, limits and logs: `member:…`, `api_key:…`. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case "member":
      return `member:${actor.memberId}`;
    case "api_key":
      return `api_key:${actor.apiKeyId}`;
    case "automation":
      return `automation:${actor.automationKey}`;
    case "system":
      return `system:${actor.task}`;
  }
}
