import { addDays } from "@dabiao/core/calendar/day.ts";
import { signContract } from "./contracts.ts";
import { personName, shortName } from "./customers.ts";
import { afterWork, lateDayOf, onWorkday } from "./days.ts";
import type { DemoMember } from "./people.ts";
import { demoId } from "./random.ts";
import type { DemoRecord } from "./records.ts";
import type { Story } from "./story.ts";
import { NEXT_STEPS } from "./words.ts";

const LOSSES = ["price", "rival", "budget", "timing", "fit", "silent", "other"] as const;
const SOURCES = ["website", "referral", "exhibition", "cold_call", "advertising", "partner"] as const;
/** Where a deal stands after each of its days; the last is the day it is closed. */
const STAGES = ["prospecting", "analysis", "proposal", "negotiation"] as const;
const STAGE_AT = [0, 0.15, 0.4, 0.68] as const;
/** A usual seller's signed amount of a usual month, in yuan. */
const USUAL_AMOUNT = 230_000;
/** How often a month brings one deal far beyond the usual ones, and how often a deal drags on. */
const BIG_DEAL = 0.09;
const DRAGGING = 0.12;

interface Course {
  readonly customer: DemoRecord;
  readonly amount: number;
  readonly closesOn: string;
  readonly isWon: boolean;
}

/**
 * A month's closings of one seller: what is won comes near to what this person does in such a month, whatever the
 * number of deals it takes; what is lost stands beside it. Deals that would close after today are still open.
 */
export function dealsOfMonth(
  story: Story,
  seller: DemoMember,
  customers: readonly DemoRecord[],
  month: string,
  strength: number,
): void {
  const { random } = story;
  const sum = USUAL_AMOUNT * strength * (0.78 + random.next() * 0.44);
  const wins = Math.max(1, Math.round(sum / random.whole(105_000, 170_000)));
  const sizes = Array.from({ length: wins }, () => 0.5 + random.next());
  const whole = sizes.reduce((all, size) => all + size, 0);
  for (const size of sizes) dealOf((sum * size) / whole, true);
  if (random.happens(BIG_DEAL)) dealOf(random.whole(300_000, 520_000), true);
  const losses = Math.round(wins * (1.25 - 0.55 * seller.skill) + random.next());
  for (let left = Math.max(0, losses); left > 0; left--) dealOf(random.whole(40_000, 220_000), false);

  function dealOf(amount: number, isWon: boolean): void {
    const closesOn = lateDayOf(random, month);
    const customer = chooseCustomer(story, customers, closesOn);
    if (customer) addDeal(story, seller, { customer, amount: Math.round(amount / 100) * 100, closesOn, isWon });
  }
}

/** Mostly one put on file lately who has not bought yet, otherwise any who was known in time. */
function chooseCustomer({ random }: Story, customers: readonly DemoRecord[], closesOn: string): DemoRecord | undefined {
  const known = customers.filter(({ values }) => String(values["filed_on"]) < addDays(closesOn, -20));
  const fresh = known.filter(({ values }) => values["state"] === "prospect").slice(-4);
  if (fresh.length > 0 && random.happens(0.55)) return random.pick(fresh);
  return known.length > 0 ? random.pick(known) : undefined;
}

/** One deal from its first contact to its signature, as far as it has come by today. */
function addDeal(story: Story, seller: DemoMember, { customer, amount, closesOn, isWon }: Course): void {
  const { random, records, products, today } = story;
  const filedOn = String(customer.values["filed_on"]);
  const length = random.happens(DRAGGING) ? random.whole(130, 220) : random.whole(18, 75);
  const wished = addDays(closesOn, -length);
  const engagedOn = onWorkday(later(wished, filedOn));
  if (engagedOn > today || engagedOn >= closesOn) return;
  const isClosed = closesOn <= today;
  const reached = isClosed && !isWon ? random.whole(1, 3) : 3;
  const days = stageDays(engagedOn, closesOn).map((day, index) => (index <= reached && day <= today ? day : null));
  const stage = isClosed ? (isWon ? "won" : "lost") : (STAGES[days.findLastIndex((day) => day !== null)] ?? STAGES[0]);
  const product = random.pick(products);
  const promisedOn = onWorkday(addDays(closesOn, random.whole(-9, 20)));
  const deal = records.add("opportunity", {
    id: demoId(random, engagedOn),
    owner: seller.id,
    values: {
      name: `${shortName(customer)} ${String(product.values["name"])}`,
      customer: customer.id,
      product: product.id,
      amount: String(amount),
      stage,
      source: random.pick(SOURCES),
      engaged_on: engagedOn,
      analysis_on: days[1],
      proposal_on: days[2],
      negotiation_on: days[3],
      promised_on: promisedOn,
      expected_close_on: isClosed ? closesOn : promisedOn,
      ...(random.happens(0.72) ? { decision_maker: personName(random) } : {}),
      ...(isClosed ? { closed_on: closesOn } : nextStep(story)),
      ...(isClosed && !isWon && random.happens(0.9) ? { loss_reason: random.pick(LOSSES) } : {}),
    },
  });
  if (days[2]) addQuote(story, deal, days[2], isClosed ? closesOn : null, isWon);
  if (isClosed && isWon) signContract(story, deal, customer, amount, closesOn);
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

function stageDays(engagedOn: string, closesOn: string): string[] {
  const length = (Date.parse(closesOn) - Date.parse(engagedOn)) / 86_400_000;
  return STAGE_AT.map((part) => (part === 0 ? engagedOn : onWorkday(addDays(engagedOn, Math.round(length * part)))));
}

function nextStep({ random, today }: Story) {
  if (random.happens(0.2)) return {};
  return { next_step: random.pick(NEXT_STEPS), next_on: onWorkday(addDays(today, random.whole(-6, 9))) };
}

function addQuote(story: Story, deal: DemoRecord, askedOn: string, closedOn: string | null, isWon: boolean): void {
  const { random, records, today } = story;
  const quotedOn = afterWork(askedOn, random.whole(1, 5));
  if (quotedOn > today) return;
  const discount = random.pick([0, 0, 0.02, 0.05, 0.08, 0.1]);
  const amount = Number(deal.values["amount"]);
  const answered = closedOn && closedOn >= quotedOn ? { answered_on: closedOn } : {};
  const values = {
    name: `${String(deal.values["name"])} 报价`,
    opportunity: deal.id,
    customer: deal.values["customer"],
    amount: String(amount),
    list_amount: String(Math.round(amount / (1 - discount) / 100) * 100),
    discount: String(discount),
    status: closedOn ? (isWon ? "accepted" : "refused") : "sent",
    requested_on: askedOn,
    quoted_on: quotedOn,
    valid_until: addDays(quotedOn, 30),
    ...answered,
  };
  records.add("quote", { id: demoId(random, quotedOn), owner: deal.owner, values });
}
