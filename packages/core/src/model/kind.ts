import type { z } from "zod";
import type { Issue } from "../platform/refusal.ts";

/** A definition another definition needs: deleting the target lists its dependants. `part` is a field, stage or option inside it. */
export interface Reference {
  readonly kind: string;
  readonly key: string;
  readonly part?: string;
}

/** A kind's name with the schema of its bodies: enough to find definitions, without the rules that check them. */
export interface KindSchema<Body> {
  readonly kind: string;
  readonly schema: z.ZodType<Body>;
}

/** The published definitions of a workspace at one version, as checks and compilers see them. */
export interface World {
  /** Rises with every publication; caches are keyed by it. */
  readonly version: number;
  get<Body>(kind: KindSchema<Body>, key: string): Body | undefined;
  list<Body>(kind: KindSchema<Body>): readonly { readonly key: string; readonly body: Body }[];
  /** The column that holds a field, where it is not named as the field's key: after a change of type, for one. */
  column?(object: string, field: string): string | undefined;
}

/**
 * A kind of definition, declared once: everything zero-code is one of these.
 * Draft, check, impact, publish, roll back, diff, references and packages are written once for all kinds.
 */
export interface Kind<Body> extends KindSchema<Body> {
  /** What the body needs to exist. */
  references(body: Body): readonly Reference[];
  /**
   * What is wrong with the body in this world, in which it already stands under its key; paths are inside the body.
   * That what it refers to exists is checked for all kinds alike. An empty list allows publication.
   */
  check(body: Body, world: World, key: string): readonly Issue[];
  /** What of a published body may not become otherwise: amounts that figures of the past rest on. */
  checkChange?(before: Body, after: Body): readonly Issue[];
  /** The body as it is kept when published: formulas written by keys, not by labels. */
  canonical?(body: Body, world: World, key: string): Body;
}

export function declareKind<Body>(kind: Kind<Body>): Kind<Body> {
  return kind;
}
