import { demoLead, demoTask, demoVisit } from "./activity.ts";
import { demoCustomers, demoProducts } from "./customers.ts";
import { dayOf, monthKey, monthsUntil } from "./days.ts";
import { demoDeal } from "./deals.ts";
import { type DemoMember, type DemoUnit, demoPeople } from "./people.ts";
import { chance } from "./random.ts";
import { type DemoRecord, DemoRecords, WRITE_ORDER } from "./records.ts";
import { type DemoTarget, demoTargets } from "./targets.ts";

export interface DemoCompany {
  readonly name: string;
  readonly units: readonly DemoUnit[];
  readonly members: readonly DemoMember[];
  /** In an order in which every reference already exists. */
  readonly records: readonly { readonly object: string; readonly rows: readonly DemoRecord[] }[];
  readonly targets: readonly DemoTarget[];
}

const MONTHS = 18;
/** Share of a usual month's business; the weeks around Spring Festival are thin, quarter ends are thick. */
const SEASON = [0.8, 0.5, 1.15, 0.95, 1, 1.2, 0.85, 0.9, 1.2, 0.9, 1.05, 1.5] as const;

/**
 * A company of 60 people with 18 months of leads, visits, deals, contracts and receipts.
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
  const customersOf = new Map<string, DemoRecord[]>();

  for (const month of months) {
    const season = SEASON[Number(month.slice(5, 7)) - 1] ?? 1;
    for (const seller of sellers.filter((each) => each.joinedOn <= month)) {
      const mine = customersOf.get(seller.id) ?? [];
      const fresh = demoCustomers(random, records, seller, month, mine.length < 6 ? 3 : random.whole(0, 2));
      customersOf.set(seller.id, [...mine, ...fresh]);
      work(seller, [...mine, ...fresh], fresh, month, season);
    }
  }

  function work(
    seller: DemoMember,
    customers: readonly DemoRecord[],
    fresh: readonly DemoRecord[],
    month: string,
    season: number,
  ): void {
    const times = (usual: number) =>
      Math.max(0, Math.round(usual * season * seller.skill * (0.7 + random.next() * 0.6)));
    for (let left = times(6); left > 0; left--) demoLead(random, records, seller, month, today);
    for (const customer of fresh) demoVisit(random, records, customer, month, today, true);
    for (let left = times(9); left > 0; left--) demoVisit(random, records, random.pick(customers), month, today, false);
    for (let left = times(2); left > 0; left--) demoTask(random, records, random.pick(customers), month, today);
    for (let left = times(3); left > 0; left--) {
      const day = dayOf(random, month);
      if (day <= today) demoDeal({ random, records, products, today }, seller, random.pick(customers), day);
    }
  }

  return {
    name: "示例公司",
    units,
    members,
    records: WRITE_ORDER.map((object) => ({ object, rows: records.of(object) })),
    targets: demoTargets(records, sellers, months.map(monthKey)),
  };
}
