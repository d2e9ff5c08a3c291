import type { KindSchema, World } from "./kind.ts";

export interface PublishedDefinition {
  readonly kind: string;
  readonly key: string;
  /** As stored: it is parsed by its kind when first asked for, so a default added later is filled in. */
  readonly body: unknown;
}

/** Columns that are not named as their field: object, then field, then column. */
export type ColumnNames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * The published definitions as one frozen value. A body that its kind no longer takes is left out,
 * so that one bad definition hides itself and not the company.
 *
 * @param version the workspace's counter of publications; caches are keyed by the world itself
 */
export function worldOf(
  version: number,
  definitions: Iterable<PublishedDefinition>,
  columns: ColumnNames = new Map(),
): World {
  const stored = new Map<string, Map<string, unknown>>();
  for (const { kind, key, body } of definitions) {
    const ofKind = stored.get(kind) ?? new Map<string, unknown>();
    stored.set(kind, ofKind.set(key, body));
  }
  const parsed = new Map<string, ReadonlyMap<string, unknown>>();
  return {
    version,
    get: <Body>(kind: KindSchema<Body>, key: string) => bodiesOf(kind).get(key) as Body | undefined,
    list: <Body>(kind: KindSchema<Body>) => [...bodiesOf(kind)].map(([key, body]) => ({ key, body: body as Body })),
    column: (object, field) => columns.get(object)?.get(field),
  };

  function bodiesOf(kind: KindSchema<unknown>): ReadonlyMap<string, unknown> {
    const known = parsed.get(kind.kind);
    if (known) return known;
    const bodies = new Map<string, unknown>();
    for (const [key, body] of stored.get(kind.kind) ?? []) {
      const result = kind.schema.safeParse(body);
      if (result.success) bodies.set(key, result.data);
    }
    parsed.set(kind.kind, bodies);
    return bodies;
  }
}

/** A world in which some definitions are replaced, or taken out where the body is null: what a draft is checked in. */
export function worldWith(
  world: World,
  replaced: readonly { readonly kind: string; readonly key: string; readonly body: unknown | null }[],
): World {
  const lists = new Map<string, readonly { readonly key: string; readonly body: unknown }[]>();
  return {
    version: world.version,
    get: <Body>(kind: KindSchema<Body>, key: string) =>
      listOf(kind).find((each) => each.key === key)?.body as Body | undefined,
    list: <Body>(kind: KindSchema<Body>) => listOf(kind) as readonly { readonly key: string; readonly body: Body }[],
    column: (object, field) => world.column?.(object, field),
  };

  function listOf(kind: KindSchema<unknown>): readonly { readonly key: string; readonly body: unknown }[] {
    const known = lists.get(kind.kind);
    if (known) return known;
    const mine = replaced.filter((each) => each.kind === kind.kind);
    const kept = world.list(kind).filter(({ key }) => !mine.some((each) => each.key === key));
    const added = mine
      .filter(({ body }) => body !== null)
      .map(({ key, body }) => ({ key, body: kind.schema.parse(body) }));
    const list = [...kept, ...added];
    lists.set(kind.kind, list);
    return list;
  }
}
