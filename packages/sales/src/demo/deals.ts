import { addDays, onWeekday } from "./days.ts";
import type { DemoMember } from "./people.ts";
import { type Chance, demoId } from "./random.ts";
import type { DemoRecord, DemoRecords } from "./records.ts";
import { NEXT_STEPS } from "./words.ts";

const LOSSES = ["price", "rival", "budget", "timing", "fit", "silent", "other"] as const;
const SOURCES = ["website", "referral", "exhibition", "cold_call", "advertising", "partner"] as const;
const OPEN_STAGES = ["prospecting", "analysis", "proposal", "negotiation"] as const;

interface DealContext {
  readonly random: Chance;
  readonly records: DemoRecords;
  readonly products: readonly DemoRecord[];
  readonly today: string;
}

/** One deal from its first contact to the last payment, as far as it has come by today. */
export function demoDeal(context: DealContext, seller: DemoMember, customer: DemoRecord, engagedOn: string): void {
  const { random, records, products, today } = context;
  const product = random.pick(products);
  const amount = Math.round((Number(product.values["list_price"]) * (0.6 + random.next() * 1.1)) / 100) * 100;
  const closesOn = onWeekday(addDays(engagedOn, random.whole(12, 110)));
  const closed = closesOn <= today;
  const won = closed && random.happens(Math.min(0.85, 0.5 * seller.skill + 0.1));
  const stage = closed ? (won ? "won" : "lost") : random.pick(OPEN_STAGES);
  const opportunity = records.add("opportunity", {
    id: demoId(random, engagedOn),
    owner: seller.id,
    values: {
      name: `${String(customer.values["name"]).replace(/有限公司$/, "")} ${String(product.values["name"])}`,
      customer: customer.id,
      product: product.id,
      amount: String(amount),
      stage,
      source: random.pick(SOURCES),
      engaged_on: engagedOn,
      expected_close_on: closed ? closesOn : onWeekday(addDays(today, random.whole(-12, 60))),
      ...(closed ? { closed_on: closesOn } : nextStep(random, today)),
      ...(closed && !won ? { loss_reason: random.pick(LOSSES) } : {}),
    },
  });
  if (stage !== "prospecting")
    addQuote(context, opportunity, engagedOn, closed ? (won ? "accepted" : "refused") : "sent");
  if (won) addContract(context, opportunity, amount, closesOn);
}

function nextStep(random: Chance, today: string) {
  if (random.happens(0.2)) return {};
  return { next_step: random.pick(NEXT_STEPS), next_on: onWeekday(addDays(today, random.whole(-6, 9))) };
}

function addQuote({ random, records, today }: DealContext, deal: DemoRecord, engagedOn: string, status: string): void {
  const quotedOn = onWeekday(addDays(engagedOn, random.whole(3, 10)));
  if (quotedOn > today) return;
  const values = {
    name: `${String(deal.values["name"])} 报价`,
    opportunity: deal.id,
    customer: deal.values["customer"],
    amount: deal.values["amount"],
    discount: String(random.pick([0, 0.02, 0.05, 0.08, 0.1])),
    status,
    quoted_on: quotedOn,
    valid_until: addDays(quotedOn, 30),
  };
  records.add("quote", { id: demoId(random, quotedOn), owner: deal.owner, values });
}

function addContract(context: DealContext, deal: DemoRecord, amount: number, signedOn: string): void {
  const { random, records } = context;
  const number = `HT-${signedOn.slice(0, 4)}-${String(records.of("contract").length + 1).padStart(4, "0")}`;
  const contract = records.add("contract", {
    id: demoId(random, signedOn),
    owner: deal.owner,
    values: {
      contract_no: number,
      name: `${String(deal.values["name"])} 合同`,
      customer: deal.values["customer"],
      opportunity: deal.id,
      amount: String(amount),
      status: "signed",
      signed_on: signedOn,
      ends_on: addDays(signedOn, 365),
    },
  });
  const shares = random.pick([[100], [50, 50], [30, 40, 30]]);
  let planned = 0;
  for (const [index, share] of shares.entries()) {
    const last = index === shares.length - 1;
    const part = last ? amount - planned : Math.round((amount * share) / 100);
    planned += part;
    addInstalment(context, contract, `${number} 第 ${index + 1} 期`, part, addDays(signedOn, 15 + index * 45));
  }
}

function addInstalment(context: DealContext, contract: DemoRecord, name: string, amount: number, dueOn: string): void {
  const { random, records, today } = context;
  const links = { contract: contract.id, customer: contract.values["customer"] };
  const plan = records.add("payment_plan", {
    id: demoId(random, dueOn < today ? dueOn : today),
    owner: contract.owner,
    values: { name, ...links, due_on: dueOn, amount: String(amount) },
  });
  const arrivedOn = onWeekday(addDays(dueOn, random.whole(-8, 25)));
  if (arrivedOn > today || !random.happens(0.86)) return;
  const paid = random.happens(0.1) ? Math.round(amount * 0.6) : amount;
  addReceipt(context, plan, links, paid, arrivedOn);
  const refundedOn = onWeekday(addDays(arrivedOn, 20));
  if (random.happens(0.015) && refundedOn <= today)
    addReceipt(context, plan, links, -Math.round(paid * 0.2), refundedOn);
}

function addReceipt(
  { random, records }: DealContext,
  plan: DemoRecord,
  links: object,
  amount: number,
  day: string,
): void {
  const name = `SK-${day.replaceAll("-", "")}-${String(records.of("receipt").length + 1).padStart(4, "0")}`;
  const method = random.weighted([
    ["transfer", 7],
    ["bill", 2],
    ["online", 1],
  ] as const);
  const values = { name, ...links, payment_plan: plan.id, amount: String(amount), received_on: day, method };
  records.add("receipt", { id: demoId(random, day), owner: plan.owner, values });
}
