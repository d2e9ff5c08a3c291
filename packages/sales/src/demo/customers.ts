import { dayOf } from "./days.ts";
import type { DemoMember } from "./people.ts";
import { type Chance, demoId } from "./random.ts";
import type { DemoRecord, DemoRecords } from "./records.ts";
import { CITIES, COMPANY_ROOTS, GIVEN_NAMES, PRODUCTS, SURNAMES, TRADES } from "./words.ts";

const TITLES = ["总经理", "采购经理", "信息主管", "财务经理", "生产厂长", "市场总监"] as const;

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

/** A seller's own customers, in the seller's region, each with one or two contacts. */
export function demoCustomers(
  random: Chance,
  records: DemoRecords,
  seller: DemoMember,
  month: string,
  many: number,
): DemoRecord[] {
  return Array.from({ length: many }, () => {
    const day = dayOf(random, month);
    const [city, region] = random.pick(CITIES.filter(([, area]) => area === seller.region));
    const [trade, industry] = random.pick(TRADES);
    const number = records.of("customer").length + 1;
    const record = records.add("customer", {
      id: demoId(random, day),
      owner: seller.id,
      values: {
        name: `${city}${random.pick(COMPANY_ROOTS)}${random.pick(["", "新", "中", "环"])}${trade}有限公司`,
        industry,
        tier: random.weighted([
          ["a", 1],
          ["b", 3],
          ["c", 4],
          ["d", 2],
        ] as const),
        state: random.weighted([
          ["active", 5],
          ["prospect", 4],
          ["dormant", 1],
        ] as const),
        phone: phone(random),
        region,
        employees: random.whole(20, 3000),
        external_no: `C-${String(number).padStart(5, "0")}`,
      },
    });
    for (let index = random.whole(1, 2); index > 0; index--) addContact(random, records, record, day);
    return record;
  });
}

export function phone(random: Chance): string {
  return `1${random.pick(["38", "39", "36", "58", "77", "86"])}${String(random.whole(0, 99_999_999)).padStart(8, "0")}`;
}

export function personName(random: Chance): string {
  return random.pick(SURNAMES) + random.pick(GIVEN_NAMES);
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
