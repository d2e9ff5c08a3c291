import type { Adjustment, Appeal, Signature } from "@dabiao/core/appraisal/sheet.ts";
import type { Runner } from "../platform/postgres/db.ts";
import type { Bundle } from "./bundle-store.ts";
import { namesOf, unitNames } from "./people-store.ts";
import type { Room } from "./room.ts";
import type { Cards } from "./scored-parts.ts";
import { readAdjustments, readAppeals, readSignatures } from "./sheet-extras-store.ts";
import { labelOf } from "./sheet-lines.ts";
import { sheetsToRate } from "./task-store.ts";

/** What stands on sheets beside their scores: names, and lists by sheet. */
export interface Beside {
  readonly names: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
  readonly adjustments: ReadonlyMap<string, Adjustment[]>;
  readonly appeals: ReadonlyMap<string, Appeal[]>;
  readonly signatures: ReadonlyMap<string, Signature[]>;
  /** Sheets the reader is asked to rate. */
  readonly asked: ReadonlySet<string>;
}

/** Reads it for all sheets at once. */
export async function readBeside(
  { world, access }: Room,
  on: Runner,
  bundles: readonly Bundle[],
  cards: Cards,
): Promise<Beside> {
  const ids = bundles.map(({ sheet }) => sheet.id);
  const labels = new Map(
    [...cards.values()].flatMap(({ body }) => body.items.map((item) => [item.key, labelOf(world, item)])),
  );
  return {
    names: await namesOf(on, bundles.flatMap(peopleOf)),
    units: await unitNames(
      on,
      bundles.flatMap(({ parts }) => parts.map(({ unitId }) => unitId)),
    ),
    adjustments: bySheet(await readAdjustments(on, ids, labels)),
    appeals: bySheet(await readAppeals(on, ids)),
    signatures: bySheet(await readSignatures(on, ids)),
    asked: await sheetsToRate(on, ids, access.memberId),
  };
}

function bySheet<Row extends { readonly sheetId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ sheetId }) => sheetId);
}

function peopleOf({ sheet, parts, ratings, proposals }: Bundle): string[] {
  return [
    sheet.memberId,
    ...parts.flatMap(({ leaders }) => leaders.slice(0, 2)),
    ...ratings.map(({ raterId }) => raterId),
    ...proposals.flatMap(({ byMember, decidedBy }) => [byMember, ...(decidedBy === null ? [] : [decidedBy])]),
  ];
}
