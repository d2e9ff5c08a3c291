import type { WriteOp } from "@dabiao/core/records/write-batch.ts";
import fc from "fast-check";
import { transfer } from "../../src/people/membership-store.ts";
import { moveUnit } from "../../src/people/unit-store.ts";
import { type Company, dayOf } from "./company.ts";
import type { DealStory, Diary } from "./recompute.ts";

/** One thing that happens; numbers choose among what there is at that moment. */
export type Step =
  | {
      readonly kind: "create";
      readonly owner: number;
      readonly amount: number;
      readonly stage: number;
      readonly day: number;
      readonly product: number;
    }
  | { readonly kind: "update"; readonly deal: number; readonly field: number; readonly to: number }
  | { readonly kind: "give"; readonly deal: number; readonly owner: number }
  | { readonly kind: "delete"; readonly deal: number }
  | { readonly kind: "restore"; readonly deal: number }
  | { readonly kind: "share"; readonly deal: number; readonly percent: number; readonly member: number }
  | { readonly kind: "unshare"; readonly share: number }
  | { readonly kind: "transfer"; readonly member: number; readonly team: number; readonly day: number }
  | { readonly kind: "move"; readonly team: number; readonly office: number; readonly day: number };

const n = fc.nat(999);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("create" as const),
      owner: n,
      amount: fc.integer({ min: -50_000, max: 900_000 }),
      stage: n,
      day: n,
      product: n,
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("update" as const), deal: n, field: n, to: n }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("give" as const), deal: n, owner: n }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("delete" as const, "restore" as const), deal: n }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("share" as const),
      deal: n,
      percent: fc.integer({ min: 1, max: 99 }),
      member: n,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("unshare" as const), share: n }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("transfer" as const), member: n, team: n, day: n }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("move" as const), team: n, office: n, day: n }) },
);

/** Some steps, then some hours go by; now and then the consumers run and past months are sealed. */
export const batch = fc.record({
  steps: fc.array(step, { minLength: 4, maxLength: 14 }),
  hours: fc.integer({ min: 1, max: 60 }),
  drain: fc.boolean(),
  seal: fc.boolean(),
});

const STAGES = ["open", "won", "lost", "won"];
/** Days of the story: a few before today, today and after, so that closing and handing over often meet. */
const DAYS = 70;

export function emptyDiary(of: Company): Diary {
  const { teams, offices, root } = of.units;
  const from = "1900-01-01";
  const diary: Diary = { deals: new Map(), shares: new Map(), places: new Map(), parents: new Map() };
  for (const [index, member] of of.members.entries())
    diary.places.set(member, [{ from, unit: teams[[0, 0, 1, 2, 3][index] ?? 0] ?? "" }]);
  for (const [index, team] of teams.entries())
    diary.parents.set(team, [{ from, parent: offices[index < 2 ? 0 : 1] ?? null }]);
  for (const office of offices) diary.parents.set(office, [{ from, parent: root }]);
  return diary;
}

/** Lets a step happen in the company and writes it into the diary. A step with nothing to act on does nothing. */
export async function take(of: Company, diary: Diary, products: readonly string[], step: Step): Promise<void> {
  const now = of.clock.now.getTime();
  of.clock.now = new Date(now + 1_000);
  switch (step.kind) {
    case "create":
      return await create(of, diary, products, step);
    case "update":
    case "give":
    case "delete":
    case "restore": {
      const [id, deal] = [...diary.deals][step.deal % Math.max(1, diary.deals.size)] ?? [];
      if (id && deal) await change(of, id, deal, products, step);
      return;
    }
    case "share": {
      const [id, deal] = [...diary.deals][step.deal % Math.max(1, diary.deals.size)] ?? [];
      if (!id || deal?.deleted) return;
      const row = { record: id, member: pick(of.members, step.member), percent: String(step.percent) };
      const [key = ""] = await of.write("share_of_deal", [{ op: "create", values: row }]);
      diary.shares.set(key, { ...row, deleted: false });
      return;
    }
    case "unshare": {
      const [key, share] = [...diary.shares][step.share % Math.max(1, diary.shares.size)] ?? [];
      if (!key || !share || share.deleted) return;
      await of.write("share_of_deal", [{ op: "delete", id: key }]);
      share.deleted = true;
      return;
    }
    case "transfer":
    case "move":
      return await reorganise(of, diary, step);
  }
}

type StepOf<Kind extends Step["kind"]> = Extract<Step, { kind: Kind }>;

async function create(of: Company, diary: Diary, products: readonly string[], step: StepOf<"create">): Promise<void> {
  const owner = step.owner % 7 === 6 ? null : pick(of.members, step.owner);
  const closed_on = step.day % 11 === 10 ? null : storyDay(of, step.day);
  const values = {
    amount: step.amount % 13 === 12 ? null : (step.amount / 100).toFixed(2),
    stage: pick(STAGES, step.stage),
    closed_on,
    opened_on: dayOf(-30),
    product: step.product % 4 === 3 ? null : pick(products, step.product),
  };
  const [id = ""] = await of.write("deal", [{ op: "create", values: { ...values, owner } }]);
  const noted = closed_on === null ? [] : [{ at: of.clock.now.getTime(), day: closed_on }];
  diary.deals.set(id, { values, deleted: false, owners: [{ from: Number.NEGATIVE_INFINITY, owner }], noted });
}

async function change(
  of: Company,
  id: string,
  deal: DealStory,
  products: readonly string[],
  step: StepOf<"update" | "give" | "delete" | "restore">,
): Promise<void> {
  const write = (op: WriteOp) => of.write("deal", [op]);
  if (step.kind === "restore") {
    if (deal.deleted) await write({ op: "restore", id });
    deal.deleted = false;
    return;
  }
  if (deal.deleted) return;
  if (step.kind === "delete") {
    await write({ op: "delete", id });
    deal.deleted = true;
  } else if (step.kind === "give") {
    const owner = step.owner % 7 === 6 ? null : pick(of.members, step.owner);
    await write({ op: "update", id, values: { owner } });
    if (owner !== deal.owners.at(-1)?.owner) deal.owners.push({ from: of.clock.now.getTime(), owner });
  } else await edit(of, id, deal, products, step);
}

async function edit(
  of: Company,
  id: string,
  deal: DealStory,
  products: readonly string[],
  { field, to }: StepOf<"update">,
): Promise<void> {
  const values =
    [
      { amount: (to * 7.01).toFixed(2) },
      { stage: pick(STAGES, to) },
      { closed_on: storyDay(of, to) },
      { closed_on: storyDay(of, to), stage: "won" },
      { product: pick(products, to) },
    ][field % 5] ?? {};
  await of.write("deal", [{ op: "update", id, values }]);
  if (values.closed_on && values.closed_on !== deal.values.closed_on)
    deal.noted.push({ at: of.clock.now.getTime(), day: values.closed_on });
  Object.assign(deal.values, values);
}

async function reorganise(of: Company, diary: Diary, step: StepOf<"transfer" | "move">): Promise<void> {
  const day = dayOf(step.day % 120);
  if (step.kind === "transfer") {
    const member = pick(of.members, step.member);
    const unitId = pick(of.units.teams, step.team);
    await of.ws.transaction((trx) => transfer(trx, of.access, member, { unitId, day }));
    begin(diary.places.get(member) ?? [], { from: day, unit: unitId });
    return;
  }
  const team = pick(of.units.teams, step.team);
  const parentId = pick(of.units.offices, step.office);
  await of.ws.transaction((trx) => moveUnit(trx, of.access, team, { parentId, day }));
  begin(diary.parents.get(team) ?? [], { from: day, parent: parentId });
}

/** From its day until the next change that was already known. */
function begin<Stay extends { from: string }>(stays: Stay[], stay: Stay): void {
  const same = stays.findIndex(({ from }) => from === stay.from);
  if (same >= 0) stays.splice(same, 1, stay);
  else stays.push(stay);
  stays.sort((a, b) => (a.from < b.from ? -1 : 1));
}

function pick<Item>(items: readonly Item[], index: number): Item {
  return items[index % items.length]!;
}

/** Every third choice is today. */
function storyDay(of: Company, choice: number): string {
  if (choice % 3 === 0) return new Date(of.clock.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  return dayOf(choice % DAYS);
}
