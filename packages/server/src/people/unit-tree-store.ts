import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { insertUnits, rebuildPaths, type UnitToInsert } from "./organisation-store.ts";

/** The units by their names, for lists that speak of them by path. The top unit itself may lead a path or be left out. */
export class UnitTree {
  readonly #root: { readonly id: string; readonly name: string };
  readonly #children: Map<string, string>;
  readonly #missing: UnitToInsert[] = [];

  private constructor(root: { id: string; name: string }, children: Map<string, string>) {
    this.#root = root;
    this.#children = children;
  }

  static async read(trx: Trx): Promise<UnitTree> {
    const units = await trx.tables
      .selectFrom("unit")
      .select(["id", "parent_id", "name"])
      .where("archived", "=", false)
      .execute();
    const root = units.find((unit) => unit.parent_id === null);
    if (!root) throw new Refusal("not_found", { what: "unit" });
    const children = units.flatMap((unit) =>
      unit.parent_id === null ? [] : [[keyOf(unit.parent_id, unit.name), unit.id] as const],
    );
    return new UnitTree(root, new Map(children));
  }

  /** The units that are new. */
  get added(): string[] {
    return this.#missing.map((unit) => unit.id);
  }

  /** The unit at the end of the path; what is missing on the way is noted to be made. */
  find(path: readonly string[]): string {
    const below = path[0] === this.#root.name ? path.slice(1) : path;
    return below.reduce(
      (parentId, name) => this.#children.get(keyOf(parentId, name)) ?? this.#add(parentId, name),
      this.#root.id,
    );
  }

  async insertMissing(trx: Trx): Promise<void> {
    if (this.#missing.length === 0) return;
    await insertUnits(trx, this.#missing);
    await rebuildPaths(trx);
  }

  #add(parentId: string, name: string): string {
    const id = newId();
    this.#missing.push({ id, parentId, name, level: null, leaderId: null, sort: 0 });
    this.#children.set(keyOf(parentId, name), id);
    return id;
  }
}

function keyOf(parentId: string, name: string): string {
  return `${parentId}/${name}`;
}
