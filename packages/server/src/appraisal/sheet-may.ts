import type { SheetState } from "@dabiao/core/appraisal/cycle.ts";
import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import type { Bundle } from "./bundle-store.ts";
import type { OpenCycle } from "./cycle-store.ts";
import { mayRateInstead, scorersOf } from "./late-rating.ts";
import type { Room } from "./room.ts";
import type { Sight } from "./sheet-rights.ts";
import { isLate } from "./sheet-store.ts";

/** Until results are published, HR may take somebody out. */
export const WITHDRAWABLE: readonly SheetState[] = ["goalSetting", "running", "self", "rating", "calibrating"];

/**
 * What the reader may do with a sheet now: the buttons a page shows. The acts hold the same rules themselves.
 *
 * @param asked whether the reader has a rating to give, or is asked for more about an appeal
 */
export function mayDo(
  room: Room,
  cycle: OpenCycle,
  { sheet, parts, ratings, proposals }: Bundle,
  sight: Sight,
  asked: { readonly rating: boolean; readonly more: boolean },
): Sheet["may"] {
  const { own, leads, hr, whole } = sight;
  const me = room.access.memberId;
  const judge = leads || hr;
  const overdue = sheet.dueOn !== null && sheet.dueOn < dayAt(room.now, room.ws.zone);
  const open = cycle.state !== "cancelled" && cycle.state !== "draft";
  const scoring = sheet.state === "self" || sheet.state === "rating";
  const may: Sheet["may"] = whole ? ["print"] : [];
  if (!open) return may;
  const add = (act: Sheet["may"][number], when: boolean) => {
    if (when) may.push(act);
  };
  add("signGoal", own && sheet.state === "goalSetting");
  add("imposeGoal", judge && sheet.state === "goalSetting" && overdue);
  add("rateSelf", own && sheet.state === "self");
  add("rate", !own && asked.rating && (sheet.state === "rating" || isLate(sheet)));
  add("rateInstead", !asked.rating && mayRateInstead(sheet, parts, sight, me));
  add("override", judge && (scoring || isLate(sheet)));
  add("award", judge && (sheet.state === "running" || scoring));
  add(
    "decide",
    judge &&
      (sheet.state === "running" || scoring || isLate(sheet)) &&
      proposals.some(({ state, byMember }) => state === "proposed" && byMember !== me),
  );
  add("calibrate", judge && sheet.state === "calibrating");
  add("interview", (judge || (own && sheet.interview !== null)) && sheet.state === "published");
  add("confirm", own && sheet.state === "confirming");
  add("appeal", own && ((sheet.state === "confirming" && !overdue) || (sheet.state === "appealed" && asked.more)));
  add("answerAppeal", judge && sheet.state === "appealed" && me !== null && !scorersOf({ parts, ratings }).has(me));
  add("withdraw", hr && me !== null && WITHDRAWABLE.includes(sheet.state));
  return may;
}
