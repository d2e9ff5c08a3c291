import type { z } from "zod";
import type { Issue } from "../platform/refusal.ts";

/** A definition another definition needs: deleting the target lists its dependants. `part` is a field, stage or option inside it. */
export interface Reference {
  readonly kind: string;
  readonly key: string;
  readonly part?: string;
}

/** The published definitions of a workspace at one version, as checks and compilers see them. */
export interface World {
  /** Rises with every publication; caches are keyed by it. */
  readonly version: number;
  get<Body>(kind: Kind<Body>, key: string): Body | undefined;
  list<Body>(kind: Kind<Body>): readonly { readonly key: string; readonly body: Body }[];
}

/**
 * A kind of definition, declared once: everything zero-code is one of these.
 * Draft, check, impact, publish, roll back, diff, references and packages are written once for all kinds.
 */
export interface Kind<Body> {
  readonly kind: string;
  readonly schema: z.ZodType<Body>;
  /** What the body needs to exist. */
  references(body: Body): readonly Reference[];
  /** What is wrong with the body in this world; paths are inside the body. An empty list allows publication. */
  check(body: Body, world: World): readonly Issue[];
}

export function declareKind<Body>(kind: Kind<Body>): Kind<Body> {
  return kind;
}
