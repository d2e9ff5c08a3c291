import assert from "node:assert/strict";
import { test } from "node:test";
import { DraftEdits } from "@dabiao/core/goals/goal-draft.ts";
import { TreeQuery } from "@dabiao/core/goals/goal-tree.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { checkSheet } from "../../src/goals/draft-check.ts";
import { applyDraft } from "../../src/goals/draft-sheet.ts";
import { discardDraft, editDraft, found, openDraft, publishDraft } from "../../src/goals/drafts.ts";
import { readTree } from "../../src/goals/tree.ts";
import { refusedWith } from "../metrics/refused.ts";
import { amount, COMPANY, people, planned } from "./planned-company.ts";
import { demandSoundLedger } from "./sound-ledger.ts";

test("a draft gathers the edits of several, shows the tree as it would be, is checked and published as one version", async (t) => {
  const of = await planned(t);
  const context = await of.context();
  const [team = "", other = ""] = of.units.teams;
  const draft = await openDraft(context, { kpi: "won", period: "2026" });
  assert.equal(draft.version, 1);
  const edit = (body: object, revision?: number) =>
    editDraft(context, draft.id, DraftEdits.parse({ edits: [body], ...(revision === undefined ? {} : { revision }) }));
  const one = {
    kind: "set",
    subject: { kind: "unit", id: team },
    period: "2026-03",
    amount: "130",
    counter: { kind: "buffer" },
  };
  await edit(one, 0);
  const colleague = { ...context, access: { ...context.access, memberId: of.members[0] ?? "" } };
  await editDraft(
    colleague,
    draft.id,
    DraftEdits.parse({ edits: [{ ...one, subject: { kind: "unit", id: other }, amount: "80" }], revision: 0 }),
  );
  await assert.rejects(
    editDraft(colleague, draft.id, DraftEdits.parse({ edits: [{ ...one, amount: "140" }], revision: 0 })),
    (error) =>
      error instanceof Refusal &&
      error.code === "draft_conflict" &&
      error.params["theirs"] === "130" &&
      error.params["yours"] === "140",
  );
  await edit({ kind: "set", subject: COMPANY, period: "2026-03", amount: "240", counter: { kind: "plan" } });
  const query = TreeQuery.parse({ kpi: "won", period: "2026-03", draft: draft.id });
  const seen = await readTree(context, query);
  assert.deepEqual(
    [seen.parent?.cells[0]?.amount, seen.parent?.cells[0]?.edited, seen.parent?.cells[0]?.people?.residue],
    ["240", true, "40"],
  );
  assert.equal(await amount(of, COMPANY, "2026-03"), "200", "nothing is published yet");
  const { draft: row } = await found(context, draft.id);
  const { findings } = await checkSheet(of.ws, context, row, await applyDraft(of.ws, context, row));
  assert.deepEqual(
    findings.map(({ code, level, amount: by }) => [code, level, by]),
    [["difference", "block", "40"]],
  );
  await assert.rejects(publishDraft(context, draft.id, { note: "三月" }), refusedWith("draft_blocked"));
  const mend = findings[0]?.mends.find((each) => each.kind === "balance" && each.by === "buffer");
  await edit(mend ?? {});
  const version = await publishDraft(context, draft.id, { note: "三月" });
  assert.equal(version.version, 1);
  assert.equal(await amount(of, { kind: "unit", id: team }, "2026-03"), "130");
  assert.deepEqual(await people(of, COMPANY, "2026-03"), { amount: "200", buffer: "40", residue: "0", stale: false });
  await assert.rejects(edit(one), refusedWith("draft_ended"));
  const next = await openDraft(context, { kpi: "won", period: "2026" });
  assert.equal(next.version, 2);
  await discardDraft(of.ws, context, next.id);
  await demandSoundLedger(of.ws);
});
