import { addDays } from "@dabiao/core/calendar/day.ts";
import { demoLead, demoTask, demoVisit, firstVisit } from "./activity.ts";
import { demoProducts, freshCustomers, standingCustomers } from "./customers.ts";
import { dayOf, monthKey, monthsAfter, monthsUntil } from "./days.ts";
import { dealsOfMonth } from "./deals.ts";
import { type DemoFigure, demoFigures } from "./figures.ts";
import { demoOrder } from "./orders.ts";
import { type DemoMember, type DemoUnit, demoPeople } from "./people.ts";
import { chance } from "./random.ts";
import { type DemoRecord, DemoRecords, WRITE_ORDER } from "./records.ts";
import { demoReviews } from "./reviews.ts";
import { demoCase, demoTraining } from "./service.ts";
import { fullStrength, type Story, strength } from "./story.ts";
import { type DemoGoals, demoGoals } from "./targets.ts";

export interface DemoCompany {
  readonly name: string;
  readonly units: readonly DemoUnit[];
  readonly members: readonly DemoMember[];
  /** In an order in which every reference already exists. */
  readonly records: readonly { readonly object: string; readonly rows: readonly DemoRecord[] }[];
  readonly goals: DemoGoals;
  /** What was entered by hand. */
  readonly figures: readonly DemoFigure[];
}

const MONTHS = 18;
/** Deals that close in the months after today are what stands in the pipeline now. */
const AHEAD = 3;
/** A usual seller's customers at the beginning, and the plan a month's goal is made of, in yuan. */
const STANDING = 8;
const USUAL_GOAL = 185_000;
const SOON_DAYS = 40;

/**
 * A company of 60 people with 18 months of leads, visits, deals, contracts, invoices, receipts, orders and services.
 *
 * @param seed  the same seed and day give the same company to the byte
 * @param today the business day the story ends on, `YYYY-MM-DD`
 */
export function demoCompany(seed: number, today: string): DemoCompany {
  const random = chance(seed);
  const records = new DemoRecords();
  const months = monthsUntil(today, MONTHS);
  const firstMonth = months[0] ?? today;
  const { units, members } = demoPeople(random, firstMonth, today);
  const sellers = members.filter((member) => member.skill > 0);
  const products = demoProducts(random, records, members[0]?.id ?? "", firstMonth);
  const story: Story = { random, records, products, today };
  const strengthOf = (seller: DemoMember, month: string) => strength(seller, month, firstMonth);
  for (const seller of sellers) sell(story, seller, months, strengthOf);
  loseCustomers(story, months);
  for (const seller of sellers) work(story, seller, months, strengthOf);
  demoReviews(story, sellers, months, (seller, month) => USUAL_GOAL * strengthOf(seller, month));
  return {
    name: "示例公司",
    units,
    members,
    records: WRITE_ORDER.map((object) => ({ object, rows: records.of(object) })),
    figures: demoFigures(random, sellers, months),
    goals: demoGoals(records, sellers, months, (seller, month) => fullStrength(seller, month, firstMonth), strengthOf),
  };
}

type StrengthOf = (seller: DemoMember, month: string) => number;

/** Customers and deals, month by month, with what is signed and paid after them. */
function sell(story: Story, seller: DemoMember, months: readonly string[], strengthOf: StrengthOf): void {
  const { random } = story;
  const start = months[0] ?? story.today;
  const joined = monthKey(seller.joinedOn);
  const customers = standingCustomers(
    story,
    seller,
    seller.isNewcomer ? seller.joinedOn : start,
    seller.isNewcomer ? 5 : STANDING,
  );
  const ahead = Array.from({ length: AHEAD }, (_, index) => monthsAfter(story.today, index + 1));
  for (const month of [...months, ...ahead].filter((each) => monthKey(each) >= joined)) {
    if (month <= story.today) customers.push(...freshCustomers(story, seller, month, random.happens(0.35) ? 2 : 1));
    dealsOfMonth(story, seller, customers, month, strengthOf(seller, month));
  }
}

/** Some who have not bought for long are lost at last, and now and then one who had. */
function loseCustomers({ random, records, today }: Story, months: readonly string[]): void {
  for (const customer of records.of("customer")) {
    const lasts = customer.values["state"] === "prospect" ? 0.3 : 0.93;
    const month = random.pick(months);
    if (random.happens(lasts) || month < addDays(String(customer.values["filed_on"]), 150)) continue;
    const lostOn = dayOf(random, month);
    if (lostOn <= today) records.amend(customer, { state: "lost", lost_on: lostOn });
  }
}

/** Everything somebody does beside the deals themselves. */
function work(story: Story, seller: DemoMember, months: readonly string[], strengthOf: StrengthOf): void {
  const { random, records, today } = story;
  const mine = records.of("customer").filter(({ owner }) => owner === seller.id);
  const deals = records.of("opportunity").filter(({ owner }) => owner === seller.id);
  for (const customer of mine) {
    if (String(customer.values["filed_on"]) >= (months[0] ?? today))
      firstVisit(story, customer, soonAfter(deals, customer));
  }
  for (const month of months.filter((each) => monthKey(each) >= monthKey(seller.joinedOn))) {
    const known = mine.filter(
      ({ values }) => String(values["filed_on"]) < month && !(String(values["lost_on"]) < month),
    );
    const key = known.filter(({ values }) => values["tier"] === "a");
    const times = (usual: number) =>
      Math.round(usual * Math.max(0.5, strengthOf(seller, month)) * (0.8 + random.next() * 0.4));
    const each = (usual: number, act: (customer: DemoRecord) => void) => {
      for (let left = times(usual); left > 0; left--) act(random.pick(known));
    };
    for (let left = times(3.4); left > 0; left--) demoLead(story, seller, month);
    each(9, (customer) =>
      demoVisit(story, key.length > 0 && random.happens(0.45) ? random.pick(key) : customer, month),
    );
    each(1.8, (customer) => demoTask(story, customer, month));
    each(1.3, (customer) => demoOrder(story, customer, month));
    each(0.9, (customer) => demoCase(story, customer, month));
    demoTraining(story, seller, month);
  }
}

/** The deal that came of a first visit: one begun within weeks of the customer's filing. */
function soonAfter(deals: readonly DemoRecord[], customer: DemoRecord): DemoRecord | undefined {
  const filedOn = String(customer.values["filed_on"]);
  return deals.find(
    ({ values }) =>
      values["customer"] === customer.id &&
      String(values["engaged_on"]) >= filedOn &&
      String(values["engaged_on"]) <= addDays(filedOn, SOON_DAYS),
  );
}
