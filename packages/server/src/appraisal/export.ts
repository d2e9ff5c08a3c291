import type { Sheet, SheetLine, SheetPart } from "@dabiao/core/appraisal/sheet.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { sql } from "@dabiao/core/platform/sql.ts";
import { type Locale, localText } from "@dabiao/core/platform/text.ts";
import { csvLine } from "@dabiao/core/records/csv-cell.ts";
import { SHEETS_AT_ONCE } from "./archive.ts";
import { readBundles } from "./bundle-store.ts";
import { readCards, readCycle } from "./cycle-store.ts";
import type { Room } from "./room.ts";
import { visibleSheets } from "./sheet-rights.ts";
import { readSheets } from "./sheet-store.ts";
import { viewSheets } from "./sheet-view.ts";

const HEAD = {
  "zh-CN": "姓名,部门,记分卡,状态,项目,权重,目标,实际,达成率,得分,计入总分,记录数,总分,等级,系数,来源,指纹",
  en: "Name,Unit,Card,State,Line,Weight,Target,Actual,Attainment,Score,Points,Records,Total,Grade,Coefficient,Source,Hash",
} as const;

/** A cycle as CSV, row by row: every line of every sheet the reader may see, with the figures of the screen. */
export async function* exportCycle(room: Room, cycleId: string, locale: Locale): AsyncGenerator<string> {
  const { ws, access } = room;
  const cycle = await readCycle(ws, cycleId);
  const where = sql`s.cycle_id = ${cycleId}::uuid and s.state <> 'withdrawn' and ${visibleSheets(ws, access)}`;
  const sheets = await readSheets(ws, where, sql`order by m.pinyin, s.id`);
  if (sheets.length === 0) throw new Refusal("not_found", { what: "cycle" });
  yield `\uFEFF${HEAD[locale]}\r\n`;
  const cards = await readCards(ws, cycleId);
  for (let from = 0; from < sheets.length; from += SHEETS_AT_ONCE) {
    const ids = sheets.slice(from, from + SHEETS_AT_ONCE).map(({ id }) => id);
    const bundles = await readBundles(ws, sql`s.id = any(${ids}::uuid[])`, sql`order by m.pinyin, s.id`, true);
    const views = await viewSheets(room, ws, cycle, cards, bundles);
    yield views
      .flatMap((sheet) => sheet.parts.flatMap((part) => part.lines.map((line) => rowOf(sheet, part, line, locale))))
      .join("");
  }
}

function rowOf(sheet: Sheet, part: SheetPart, line: SheetLine, locale: Locale): string {
  const cells = [
    sheet.name,
    part.unit,
    localText(part.cardLabel, locale),
    sheet.state,
    localText(line.label, locale),
    line.effectiveWeight ?? line.weight,
    line.target,
    line.actual,
    line.attain,
    line.score,
    line.points,
    line.evidence,
    sheet.total,
    sheet.grade,
    sheet.coefficient,
    sheet.source,
    sheet.hash,
  ];
  return csvLine(cells.map((cell) => (cell === null ? "" : String(cell))));
}
