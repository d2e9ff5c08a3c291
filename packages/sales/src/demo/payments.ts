import { addDays } from "@dabiao/core/calendar/day.ts";
import { afterWork, onWorkday } from "./days.ts";
import { demoId } from "./random.ts";
import type { DemoRecord } from "./records.ts";
import type { Story } from "./story.ts";

const DAYS_BETWEEN = 40;
const UNPAID = 0.02;
const REFUNDED = 0.04;

/** A contract's instalments, their invoices and what arrived of them by today. */
export function payContract(story: Story, contract: DemoRecord, amount: number, signedOn: string): void {
  const shares = amount < 60_000 ? [100] : story.random.pick([[100], [50, 50], [60, 40], [30, 40, 30]]);
  let planned = 0;
  for (const [index, share] of shares.entries()) {
    const isLast = index === shares.length - 1;
    const part = isLast ? amount - planned : Math.round((amount * share) / 100);
    planned += part;
    const name = `${String(contract.values["contract_no"])} 第 ${index + 1} 期`;
    addInstalment(story, contract, name, part, addDays(signedOn, 12 + index * DAYS_BETWEEN));
  }
}

function addInstalment(story: Story, contract: DemoRecord, name: string, amount: number, dueOn: string): void {
  const { random, records, today } = story;
  const links = { contract: contract.id, customer: contract.values["customer"] };
  const plan = records.add("payment_plan", {
    id: demoId(random, dueOn < today ? dueOn : today),
    owner: contract.owner,
    values: { name, ...links, due_on: dueOn, amount: String(amount) },
  });
  addInvoice(story, plan, links, amount, addDays(dueOn, -random.whole(4, 12)));
  const arrivedOn = onWorkday(addDays(dueOn, random.happens(0.68) ? -random.whole(0, 7) : random.whole(1, 28)));
  if (arrivedOn > today || random.happens(UNPAID)) return;
  const first = random.happens(0.07) ? Math.round(amount * 0.6) : amount;
  addReceipt(story, plan, links, first, arrivedOn);
  const restOn = onWorkday(addDays(arrivedOn, random.whole(15, 45)));
  if (first < amount && restOn <= today) addReceipt(story, plan, links, amount - first, restOn);
  const refundedOn = onWorkday(addDays(arrivedOn, random.whole(8, 30)));
  if (!random.happens(REFUNDED) || refundedOn > today) return;
  const refund = -Math.round(first * 0.25);
  addReceipt(story, plan, links, refund, refundedOn);
  addInvoice(story, plan, links, refund, refundedOn);
}

function addInvoice(
  { random, records, today }: Story,
  plan: DemoRecord,
  links: object,
  amount: number,
  askedOn: string,
): void {
  const day = afterWork(askedOn, random.whole(0, 3));
  if (day > today) return;
  const number = `${random.whole(10_000, 99_999)}${String(records.of("invoice").length + 1).padStart(7, "0")}`;
  const kind = amount < 0 ? "red" : random.happens(0.8) ? "special" : "ordinary";
  const values = {
    invoice_no: number,
    ...links,
    amount: String(amount),
    kind,
    requested_on: askedOn,
    invoiced_on: day,
  };
  records.add("invoice", { id: demoId(random, day), owner: plan.owner, values });
}

function addReceipt({ random, records }: Story, plan: DemoRecord, links: object, amount: number, day: string): void {
  const name = `SK-${day.replaceAll("-", "")}-${String(records.of("receipt").length + 1).padStart(4, "0")}`;
  const method = random.weighted([
    ["transfer", 7],
    ["bill", 2],
    ["online", 1],
  ] as const);
  const values = { name, ...links, payment_plan: plan.id, amount: String(amount), received_on: day, method };
  records.add("receipt", { id: demoId(random, day), owner: plan.owner, values });
}
