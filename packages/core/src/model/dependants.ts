import type { Kind, World } from "./kind.ts";

/** A definition that uses another one, and what of it. */
export interface Dependant {
  readonly kind: string;
  readonly key: string;
  readonly label: string;
  /** The fields of the target that are used; empty when it is used as a whole only. */
  readonly parts: readonly string[];
}

/** Who uses a definition, or one part of it. A definition's use of itself does not count. */
export function dependantsOf(
  kinds: readonly Kind<unknown>[],
  world: World,
  target: { readonly kind: string; readonly key: string; readonly part?: string },
): Dependant[] {
  return kinds.flatMap((kind) =>
    world.list(kind).flatMap(({ key, body }): Dependant[] => {
      if (kind.kind === target.kind && key === target.key) return [];
      const uses = kind.references(body).filter((each) => each.kind === target.kind && each.key === target.key);
      const wanted = uses.filter(({ part }) => target.part === undefined || part === target.part);
      if (wanted.length === 0) return [];
      const parts = [...new Set(uses.flatMap(({ part }) => part ?? []))];
      return [{ kind: kind.kind, key, label: labelOf(body) ?? key, parts }];
    }),
  );
}

/** The Chinese label of any body that has one. */
export function labelOf(body: unknown): string | undefined {
  const label = (body as { label?: { zh?: unknown } } | null)?.label?.zh;
  return typeof label === "string" ? label : undefined;
}
