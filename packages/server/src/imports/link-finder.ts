import type { CellFault, Link } from "@dabiao/core/imports/read-row.ts";
import { nearest } from "@dabiao/core/imports/similarity.ts";
import { keyFields } from "@dabiao/core/imports/target-fields.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { findObject } from "@dabiao/core/model/shape.ts";
import type { Access } from "../people/access.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { lookUpRecords, someRecordNames } from "../records/lookup-store.ts";
import { lookUpMembers, lookUpUnits, type Named, someNames } from "./lookup-people-store.ts";

/** Names a misspelt one is compared with. */
const CANDIDATES_MAX = 5_000;

type Found =
  | { readonly kind: "one"; readonly id: string; readonly mark: string }
  | { readonly kind: "many"; readonly marks: readonly string[] };

/** Finds the records, members and units that a file's texts name: one question per column for many rows, each text once. */
export class LinkFinder {
  readonly #access: Access;
  readonly #world: World;
  readonly #found = new Map<string, Map<string, Found | null>>();
  readonly #candidates = new Map<string, Promise<string[]>>();

  constructor(access: Access, world: World) {
    this.#access = access;
    this.#world = world;
  }

  async load(trx: Trx, links: readonly Link[]): Promise<void> {
    const wanted = new Map<string, { link: Link; texts: Set<string> }>();
    for (const link of links) {
      const place = placeOf(link);
      const entry = wanted.get(place) ?? { link, texts: new Set() };
      for (const text of link.texts) if (!this.#found.get(place)?.has(text)) entry.texts.add(text);
      wanted.set(place, entry);
    }
    for (const [place, { link, texts }] of wanted) {
      if (texts.size === 0) continue;
      const known = this.#found.get(place) ?? new Map<string, Found | null>();
      this.#found.set(place, known);
      for (const text of texts) known.set(text, null);
      for (const { id, text, mark } of await this.#lookUp(trx, link, [...texts])) {
        const before = known.get(text) ?? null;
        known.set(text, before ? { kind: "many", marks: [...marksOf(before), mark] } : { kind: "one", id, mark });
      }
    }
  }

  /** The id a text names, undefined when nothing has that name. */
  find(link: Link, text: string): Found | undefined {
    return this.#found.get(placeOf(link))?.get(text) ?? undefined;
  }

  /** What was made for a text is found from now on. */
  learn(link: Link, text: string, id: string): void {
    this.#found.get(placeOf(link))?.set(text, { kind: "one", id, mark: id });
  }

  /** Texts are asked for again: what they name was written in the meantime. */
  forget(): void {
    this.#found.clear();
  }

  /** What may be meant by a text that names nothing, or too much. */
  async suggest(trx: Trx, link: Link, text: string): Promise<readonly string[]> {
    const found = this.find(link, text);
    if (found?.kind === "many") return found.marks.slice(0, 10);
    const place = placeOf(link);
    const candidates = this.#candidates.get(place) ?? this.#names(trx, link);
    this.#candidates.set(place, candidates);
    return nearest(text, await candidates);
  }

  fault(link: Link, text: string): CellFault {
    const found = this.find(link, text);
    const code = found?.kind === "many" ? "import_ambiguous" : "import_not_found";
    return { column: link.column.column, field: link.field.key, code, params: { field: link.field.key }, value: text };
  }

  async #lookUp(trx: Trx, { field, column }: Link, texts: string[]): Promise<Named[]> {
    if (field.target?.kind === "member") return await lookUpMembers(trx, texts);
    if (field.target?.kind === "unit") return await lookUpUnits(trx, texts);
    if (field.target?.kind !== "object") return [];
    return await this.#lookUpObject(trx, field.target.object, column.matchBy, texts);
  }

  /** By the field the mapping names; otherwise by name, and what has no such name by its outside number. */
  async #lookUpObject(trx: Trx, object: string, matchBy: string | undefined, texts: string[]): Promise<Named[]> {
    const shape = findObject(this.#world, object);
    if (!shape) return [];
    const fields = matchBy ? [matchBy] : [shape.nameField, ...keyFields(shape).map(({ key }) => key)];
    const found: Named[] = [];
    let open = texts;
    for (const field of new Set(fields)) {
      const records = await lookUpRecords(trx, this.#access, object, field, open);
      found.push(...records.map(({ id, text }) => ({ id, text, mark: id })));
      const texts = new Set(records.map(({ text }) => text));
      open = open.filter((text) => !texts.has(text));
    }
    return found;
  }

  async #names(trx: Trx, { field, column }: Link): Promise<string[]> {
    if (field.target?.kind === "member" || field.target?.kind === "unit")
      return await someNames(trx, field.target.kind, CANDIDATES_MAX);
    if (field.target?.kind !== "object") return [];
    const shape = findObject(this.#world, field.target.object);
    const by = column.matchBy ?? shape?.nameField;
    return shape && by ? await someRecordNames(trx, this.#access, shape.key, by, CANDIDATES_MAX) : [];
  }
}

function placeOf({ column, field }: Link): string {
  return `${column.column}/${field.key}`;
}

function marksOf(found: Found): readonly string[] {
  return found.kind === "many" ? found.marks : [found.mark];
}
