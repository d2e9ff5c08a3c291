import { addDays } from "@dabiao/core/calendar/day.ts";
import { afterWork, onWorkday } from "./days.ts";
import { payContract } from "./payments.ts";
import { demoId } from "./random.ts";
import type { DemoRecord } from "./records.ts";
import type { Story } from "./story.ts";

const RENEWED = 0.78;

/** The contract of a deal that was won, a few days later, with what follows from it. */
export function signContract(
  story: Story,
  deal: DemoRecord,
  customer: DemoRecord,
  amount: number,
  wonOn: string,
): void {
  const { random, records, today } = story;
  const signedOn = afterWork(wonOn, random.whole(0, 3));
  const isFirst = customer.values["state"] === "prospect";
  if (signedOn > today) return;
  records.amend(customer, { state: "active" });
  const facts = { opportunity: deal.id, product: deal.values["product"], kind: isFirst ? "new" : "repeat" };
  addContract(story, customer, String(deal.values["name"]), facts, amount, wonOn, signedOn);
}

function addContract(
  story: Story,
  customer: DemoRecord,
  name: string,
  facts: { readonly kind: string; readonly product: unknown; readonly opportunity?: string },
  amount: number,
  requestedOn: string,
  signedOn: string,
): void {
  const { random, records, today } = story;
  const number = `HT-${signedOn.slice(0, 4)}-${String(records.of("contract").length + 1).padStart(4, "0")}`;
  const endsOn = addDays(signedOn, random.happens(0.4) ? 182 : 364);
  const discount = random.pick([0, 0, 0.02, 0.04, 0.06, 0.08, 0.12]);
  const archivedOn = afterWork(signedOn, random.whole(1, 9));
  const contract = records.add("contract", {
    id: demoId(random, signedOn),
    owner: customer.owner,
    values: {
      contract_no: number,
      name: `${name} 合同`,
      customer: customer.id,
      ...facts,
      amount: String(amount),
      list_amount: String(Math.round(amount / (1 - discount) / 100) * 100),
      cost: String(Math.round((amount * (0.48 + random.next() * 0.18)) / 100) * 100),
      status: endsOn <= today ? "ended" : "signed",
      requested_on: requestedOn,
      signed_on: signedOn,
      ...(archivedOn <= today ? { archived_on: archivedOn } : {}),
      ends_on: endsOn,
    },
  });
  payContract(story, contract, amount, signedOn);
  if (endsOn < addDays(today, 20)) renew(story, customer, contract, name, amount, endsOn);
}

/** Most customers go on, some weeks before the term is over, for about the same amount. */
function renew(
  story: Story,
  customer: DemoRecord,
  old: DemoRecord,
  name: string,
  amount: number,
  endsOn: string,
): void {
  const { random, records, today } = story;
  const renewedOn = onWorkday(addDays(endsOn, -random.whole(0, 18)));
  if (renewedOn > today || !random.happens(RENEWED)) return;
  records.amend(old, { renewed_on: renewedOn });
  const next = Math.round((amount * (0.3 + random.next() * 0.3)) / 100) * 100;
  const facts = { kind: "renewal", product: old.values["product"] };
  addContract(story, customer, `${name} 续约`, facts, next, renewedOn, renewedOn);
}
