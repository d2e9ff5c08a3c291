import { type Issue, Refusal } from "@dabiao/core/platform/refusal.ts";
import type { MetricContext } from "../metrics/context.ts";
import type { Runner, Workspace } from "../platform/postgres/db.ts";
import { editOnSheet } from "./draft-edits.ts";
import { type KeptEdit, readEdits } from "./draft-store.ts";
import { openKpi } from "./kpi.ts";
import type { Place } from "./place.ts";
import { openSheet, type Sheet } from "./sheet.ts";
import type { TargetDraftRow } from "./tables.ts";
import { placeIn } from "./targets.ts";

/** A plan as it would be with a draft's edits, and the edits that can no longer be done. */
export interface DraftSheet {
  readonly sheet: Sheet;
  readonly edits: readonly KeptEdit[];
  readonly refused: readonly { readonly edit: KeptEdit; readonly issue: Issue }[];
}

/**
 * Does a draft's edits, one after the other, on a fresh sheet. An edit that is refused, because what it was made on has
 * changed since, is told and left out: it must not stand in the way of the others.
 */
export async function applyDraft(
  on: Runner & Pick<Workspace, "tables">,
  context: MetricContext,
  draft: TargetDraftRow,
): Promise<DraftSheet> {
  const sheet = openSheet(on, openKpi(context.world, draft.kpi));
  const edits = await readEdits(on, draft.id);
  // At once, so that doing the edits reads next to nothing more.
  await sheet.load(edits.flatMap(({ edit }) => placeWhere(sheet, edit)));
  const refused: { edit: KeptEdit; issue: Issue }[] = [];
  for (const edit of edits) {
    try {
      await sheet.attempt(() => editOnSheet(context, sheet, edit.edit));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ edit, issue: { code: error.code, params: error.params, path: error.path } });
    }
  }
  return { sheet, edits, refused };
}

function placeWhere(sheet: Sheet, edit: KeptEdit["edit"]): Place[] {
  try {
    return [placeIn(sheet.kpi, edit)];
  } catch (error) {
    // A period that the calendar no longer has: doing the edit will say so.
    if (error instanceof Refusal) return [];
    throw error;
  }
}

/** Sheets of drafts under work: a window of the tree is read many times between two edits. */
const kept = new Map<string, { readonly made: Promise<DraftSheet>; readonly until: number }>();
const KEPT_MAX = 8;
const KEPT_MS = 30_000;

/** The same for reading, kept for a while: until the draft's next revision or the KPI's next posting. */
export async function draftSheet(
  context: MetricContext,
  draft: TargetDraftRow,
  lastNumber: string,
): Promise<DraftSheet> {
  const key = [draft.id, draft.revision, lastNumber].join("/");
  const now = context.reader.now.getTime();
  const known = kept.get(key);
  if (known && known.until > now) return await known.made;
  for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size + 1 - KEPT_MAX))) kept.delete(old);
  const made = applyDraft(context.ws, context, draft);
  kept.set(key, { made, until: now + KEPT_MS });
  made.catch(() => kept.delete(key));
  return await made;
}
