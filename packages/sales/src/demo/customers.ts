import { addDays } from "@dabiao/core/calendar/day.ts";
import { dayOf } from "./days.ts";
import type { DemoMember } from "./people.ts";
import { type Chance, demoId } from "./random.ts";
import type { DemoRecord, DemoRecords } from "./records.ts";
import type { Story } from "./story.ts";
import { CITIES, COMPANY_ROOTS, GIVEN_NAMES, PRODUCTS, SURNAMES, TRADES } from "./words.ts";

const TITLES = ["总经理", "采购经理", "信息主管", "财务经理", "生产厂长", "市场总监"] as const;
const SOURCES = ["website", "referral", "exhibition", "cold_call", "advertising", "partner"] as const;

export function demoProducts(random: Chance, records: DemoRecords, owner: string, day: string): readonly DemoRecord[] {
  for (const [index, { name, series, category, price }] of PRODUCTS.entries()) {
    const values = {
      name,
      series,
      category,
      list_price: String(price),
      unit: "套",
      on_sale: true,
      external_no: `P-${100 + index}`,
    };
    records.add("product", { id: demoId(random, day), owner, values });
  }
  return records.of("product");
}

/** Customers a seller already had when the story begins, put on file in the months before. */
export function standingCustomers(story: Story, seller: DemoMember, firstMonth: string, many: number): DemoRecord[] {
  return Array.from({ length: many }, () =>
    addCustomer(story, seller, addDays(firstMonth, -story.random.whole(10, 200)), story.random.happens(0.5)),
  );
}

/** New customers of a month, in the seller's region. */
export function freshCustomers(story: Story, seller: DemoMember, month: string, many: number): DemoRecord[] {
  return Array.from({ length: many }, () => dayOf(story.random, month))
    .filter((day) => day <= story.today && day >= seller.joinedOn)
    .map((day) => addCustomer(story, seller, day));
}

function addCustomer({ random, records }: Story, seller: DemoMember, day: string, hasBought = false): DemoRecord {
  const [city, region] = random.pick(CITIES.filter(([, area]) => area === seller.region));
  const [trade, industry] = random.pick(TRADES);
  const number = records.of("customer").length + 1;
  const kind = random.weighted([
    ["key", 2],
    ["growth", 5],
    ["small", 2],
    ["channel", 1],
  ] as const);
  const record = records.add("customer", {
    id: demoId(random, day),
    owner: seller.id,
    values: {
      name: `${city}${random.pick(COMPANY_ROOTS)}${random.pick(["", "新", "中", "环"])}${trade}有限公司`,
      industry,
      kind,
      tier: tierOf(random, kind),
      state: hasBought ? "active" : "prospect",
      phone: phone(random),
      region,
      filed_on: day,
      ...(random.happens(0.85) ? { employees: random.whole(20, 3000) } : {}),
      ...(random.happens(0.75) ? { source: random.pick(SOURCES) } : {}),
      ...(random.happens(0.55) ? { website: `https://www.example.com/c${number}` } : {}),
      external_no: `C-${String(number).padStart(5, "0")}`,
    },
  });
  addContact(random, records, record, day);
  return record;
}

function tierOf(random: Chance, kind: string): string {
  if (kind === "key") return random.happens(0.7) ? "a" : "b";
  return random.weighted([
    ["a", 1],
    ["b", 3],
    ["c", 4],
    ["d", 2],
  ] as const);
}

export function phone(random: Chance): string {
  return `1${random.pick(["38", "39", "36", "58", "77", "86"])}${String(random.whole(0, 99_999_999)).padStart(8, "0")}`;
}

export function personName(random: Chance): string {
  return random.pick(SURNAMES) + random.pick(GIVEN_NAMES);
}

/** The customer's name without its legal form. */
export function shortName(customer: DemoRecord): string {
  return String(customer.values["name"]).replace(/有限公司$/, "");
}

function addContact(random: Chance, records: DemoRecords, customer: DemoRecord, day: string): void {
  const role = random.weighted([
    ["decider", 2],
    ["champion", 2],
    ["user", 3],
    ["buyer", 2],
  ] as const);
  const values = {
    name: personName(random),
    customer: customer.id,
    title: random.pick(TITLES),
    role,
    phone: phone(random),
  };
  records.add("contact", { id: demoId(random, day), owner: customer.owner, values });
}
