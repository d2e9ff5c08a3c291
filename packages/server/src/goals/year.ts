import type { YearPlan } from "@dabiao/core/goals/contract.ts";
import { inSteps, wholeWeights } from "@dabiao/core/goals/share-units.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import type { Access } from "../people/access.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { openBook } from "./book-store.ts";
import { postLines } from "./ledger-store.ts";
import { demandPlanOpen } from "./lock-store.ts";
import { peopleNodes } from "./people-nodes.ts";
import { splitsAround } from "./split-store.ts";
import { lockedIn, readVectors } from "./vector-store.ts";
import { yearAmounts, yearLocks } from "./year-amounts.ts";
import type { YearBasis } from "./year-basis.ts";
import { linesOfYear, linesOutside, splitsOfYear, type YearSheet } from "./year-lines.ts";

interface YearPosted {
  readonly postingId: string;
  readonly months: number;
  readonly nodes: number;
  readonly people: number;
  readonly basis: YearBasis["kind"];
}

/**
 * Posts the annual target and every part of it in one act: the periods of the company, its units on the way down and
 * every person. A person's year comes from the people's side, its periods from the calendar's; units and company carry
 * the sums, so that both ways add up exactly. Locked people and periods keep what they have.
 *
 * @throws Refusal `target_all_locked`, `target_locked`, `plan_locked`
 */
export async function postYear(trx: Trx, access: Access, plan: YearPlan, basis: YearBasis): Promise<YearPosted> {
  const { kpi, tree, people } = basis;
  await openBook(trx, kpi.key);
  const periods = tree.periods.map(({ key }) => key);
  await demandPlanOpen(trx, access, kpi, periods);
  const nodes = peopleNodes(people, wholeWeights(basis.memberWeights), plan.units);
  const old = await readVectors(trx, kpi.key, periods, kpi.step);
  const unit = BigInt(kpi.step.toFixed(old.places).replace(".", ""));
  const locks = yearLocks(nodes, periods, old, await lockedIn(trx, kpi.key, periods), unit);
  const amounts = yearAmounts(nodes, basis, inSteps(decimal(plan.amount), kpi.step), locks);
  const sheet: YearSheet = { nodes, tree, periods, amounts, old, unit };
  const around =
    old.of.size === 0
      ? []
      : await splitsAround(
          trx,
          kpi.key,
          nodes.map(({ name }) => name),
          periods,
        );
  const inputs = {
    period: plan.period,
    amount: plan.amount,
    basis: basis.kind,
    grain: plan.grain,
    periodWeights: basis.periodWeights.map((weight) => weight.toSignificantDigits(12).toFixed()),
    members: people.length,
  };
  const postingId = await postLines(
    trx,
    { kpi: kpi.key, kind: "plan", reason: plan.reason, byMember: access.memberId, inputs },
    linesOfYear(sheet, linesOutside(sheet, around)),
    splitsOfYear(sheet),
  );
  return {
    postingId,
    months: tree.parts.filter((parts) => parts.length === 0).length,
    nodes: nodes.length * periods.length,
    people: people.length,
    basis: basis.kind,
  };
}
