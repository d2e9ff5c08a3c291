import type { Actor } from "@dabiao/core/people/actor.ts";
import type { Locale } from "@dabiao/core/platform/text.ts";
import type { FastifyRequest } from "fastify";
import type { Workspace } from "../postgres/db.ts";

/** A signed-in person, in whichever workspace. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
}

/** Who a request comes from, as far as its cookie or key tells. */
export interface Identity {
  /** Null for an API key. */
  readonly account: Account | null;
  readonly workspace?: Workspace;
  readonly actor?: Actor;
}

/**
 * Reads the session cookie or the API key of a request. It runs before the body is read.
 * Null means nobody; a key or session that is broken or revoked is nobody too.
 */
export interface Authenticator {
  authenticate(request: FastifyRequest): Promise<Identity | null>;
}
