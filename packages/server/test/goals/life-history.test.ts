import assert from "node:assert/strict";
import { test } from "node:test";
import { MetricQuery } from "@dabiao/core/metrics/query.ts";
import { PersonRow } from "@dabiao/core/people/member.ts";
import { answerMetrics } from "../../src/metrics/query.ts";
import { upsertPeople } from "../../src/people/people-batch.ts";
import { type Company, company } from "../metrics/company.ts";
import { refusedWith } from "../metrics/refused.ts";
import { counted, KPIS, METRICS, member, set } from "./life-company.ts";

const rows = (...given: object[]) => given.map((row) => PersonRow.parse(row));

test("a list of people with the days they were in a unit: every month's figures stand in the team of that month", async (t) => {
  const of = await company(t, METRICS, "2026-03-20T01:00:00Z", KPIS);
  const history = rows(
    {
      name: "己",
      employeeNo: "A6",
      unitPath: ["东区", "1 队"],
      joinedOn: "2026-01-05",
      fromDay: "2026-01-05",
      toDay: "2026-02-01",
    },
    { name: "己", employeeNo: "A6", unitPath: ["西区", "3 队"], fromDay: "2026-02-01" },
    { name: "甲", unitPath: ["东区", "1 队"], fromDay: "2025-01-01", toDay: "2026-02-16" },
    { name: "甲", unitPath: ["东区", "5 队"], fromDay: "2026-02-16" },
  );
  const done = await of.ws.transaction((trx) => upsertPeople(trx, of.access, history));
  assert.deepEqual([done.created, done.units], [1, 1]);
  const [moved = "", , old = ""] = done.memberIds;
  assert.equal(old, of.members[0]);
  const deal = (owner: string, amount: string, closed_on: string) =>
    ({ op: "create", values: { owner, amount, closed_on, stage: "won" } }) as const;
  await of.write("deal", [
    deal(moved, "10", "2026-01-20"),
    deal(moved, "20", "2026-02-20"),
    deal(old, "300", "2026-02-10"),
    deal(old, "400", "2026-02-20"),
  ]);
  const [first = "", , third = ""] = of.units.teams;
  const fifth = await of.ws.tables.selectFrom("unit").select("id").where("name", "=", "5 队").executeTakeFirstOrThrow();
  assert.deepEqual(await unitFigures(of, "2026-01", first, third, fifth.id), ["10", undefined, undefined]);
  assert.deepEqual(await unitFigures(of, "2026-02", first, third, fifth.id), ["300", "20", "400"]);
  // Hired on 5 January: 20 of the 21 working days of the month, 4 January being one.
  await set(of, member(moved), "2026-01", "2000");
  assert.deepEqual(await counted(of, moved, "2026-01"), ["1904.76"]);
});

test("stays of one person that share a day, or end before they begin, are refused with the row", async (t) => {
  const of = await company(t, METRICS, "2026-03-20T01:00:00Z", KPIS);
  const put = (...given: object[]) => of.ws.transaction((trx) => upsertPeople(trx, of.access, rows(...given)));
  const stay = { name: "庚", employeeNo: "A7", unitPath: ["东区"] };
  await assert.rejects(
    put({ ...stay, fromDay: "2026-01-01" }, { ...stay, unitPath: ["西区"], fromDay: "2026-02-01" }),
    refusedWith("membership_overlaps"),
  );
  await assert.rejects(put({ ...stay, fromDay: "2026-02-01", toDay: "2026-01-01" }), refusedWith("days_reversed"));
});

async function unitFigures(of: Company, period: string, ...units: string[]): Promise<(string | null | undefined)[]> {
  const query = MetricQuery.parse({ metrics: ["won_amount"], by: [{ kind: "unit" }], period });
  const { rows: found } = await answerMetrics(await of.context(), query);
  return units.map((unit) => found.find(({ key }) => key[0] === unit)?.values[0]);
}
