import { listSheets } from "@dabiao/core/appraisal/contract.ts";
import { createCycle, stepCycle } from "../../src/appraisal/cycles.ts";
import { querySheets } from "../../src/appraisal/sheet-list.ts";
import { card, kpiItem, lead, type Office, office, RATING } from "./office.ts";

const CARD = card(
  [
    kpiItem("won", "won", "50"),
    kpiItem("deals", "deals", "30"),
    { key: "team", label: { zh: "协作" }, weight: "20", rule: RATING, source: { kind: "rating" } },
    {
      key: "patent",
      label: { zh: "专利" },
      kind: "bonus",
      max: "5",
      rule: {
        kind: "perUnit",
        measure: { of: "actual" },
        base: "0",
        standard: "0",
        above: { unit: "1", points: "1" },
        below: null,
        max: "5",
      },
      source: { kind: "award" },
    },
  ],
  {
    for: { roles: [], units: [], members: [] },
    vetoes: [{ key: "fraud", label: { zh: "造假" }, effect: { kind: "gradeCap", grade: "C" } }],
  },
);

/** March: 甲 has 100 and 10 to reach and sold 90 in 8; 乙 50 and 5, sold 60 in 1. 丙 leads both. */
export async function march(t: Parameters<typeof office>[0]) {
  const desk = await office(t);
  const { of, targets } = desk;
  const [a = "", b = "", c = ""] = of.members;
  await lead(of, of.units.teams[0] ?? "", c);
  await desk.publish("scorecard", { sales: { ...CARD, for: { members: [a, b] } } });
  await desk.publish("appraisal_plan", { monthly: { cards: ["sales"] } });
  for (const [id, won, deals] of [
    [a, "100", "10"],
    [b, "50", "5"],
  ] as const) {
    targets.set(`won/2026-03/${id}`, won);
    targets.set(`deals/2026-03/${id}`, deals);
  }
  for (let deal = 0; deal < 8; deal++)
    await desk.win(a, deal === 0 ? "20" : "10", `2026-03-${String(deal + 3).padStart(2, "0")}`);
  await desk.win(b, "60", "2026-03-05");
  return { desk, a, b, c };
}

export async function begun(t: Parameters<typeof office>[0]) {
  const given = await march(t);
  const hr = await given.desk.room(given.desk.hr);
  const cycle = await createCycle(hr, { plan: "monthly", period: "2026-03" });
  await stepCycle(hr, cycle.id, { to: "goalSetting", force: false });
  return { ...given, cycle };
}

export async function sheetOf(desk: Office, cycle: string, member: string) {
  const { items } = await querySheets(await desk.room(null), listSheets.body!.parse({ cycle, member }) as never);
  return items[0]?.id ?? "";
}
