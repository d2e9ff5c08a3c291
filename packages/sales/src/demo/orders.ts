import { addDays } from "@dabiao/core/calendar/day.ts";
import { afterWork, dayOf, onWorkday } from "./days.ts";
import { demoId } from "./random.ts";
import type { DemoRecord } from "./records.ts";
import type { Story } from "./story.ts";
import { SUPPLIES } from "./words.ts";

const RETURNED = 0.07;

/** A customer's order of devices and supplies: shipped some days later, now and then returned in part or whole. */
export function demoOrder(story: Story, customer: DemoRecord, month: string): void {
  const { random, records, today } = story;
  const day = dayOf(random, month);
  if (day > today) return;
  const number = `DD-${day.replaceAll("-", "")}-${String(records.of("order").length + 1).padStart(4, "0")}`;
  const shippedOn = afterWork(day, random.whole(1, 6));
  const shipped = shippedOn <= today ? { shipped_on: shippedOn } : {};
  const region = customer.values["region"];
  const facts = {
    customer: customer.id,
    region,
    ordered_on: day,
    ...shipped,
    ship_mode: random.pick(["标准", "加急"]),
  };
  const order = records.add("order", {
    id: demoId(random, day),
    owner: customer.owner,
    values: { order_no: number, ...facts },
  });
  let whole = 0;
  for (let line = random.whole(1, 2); line > 0; line--) whole += addLine(story, order, facts, `${number}-${line}`, day);
  const returnedOn = onWorkday(addDays(shippedOn, random.whole(3, 25)));
  if (returnedOn > today || !random.happens(RETURNED)) return;
  const isPart = random.happens(0.5);
  const values = {
    return_no: `TH-${number.slice(3)}`,
    order: order.id,
    returned_on: returnedOn,
    reason: random.pick(["质量问题", "发错型号", "数量多订", "到货太晚"]),
    ...(isPart ? { stated_amount: String(Math.round(whole * 0.4)) } : {}),
  };
  records.add("return_order", { id: demoId(random, returnedOn), owner: customer.owner, values });
}

function addLine({ random, records }: Story, order: DemoRecord, facts: object, number: string, day: string): number {
  const { name, category, group, price } = random.pick(SUPPLIES);
  const quantity = random.whole(2, 20);
  const discount = random.pick([0, 0, 0.05, 0.1, 0.15]);
  const amount = Math.round(price * quantity * (1 - discount));
  const values = {
    line_no: number,
    order: order.id,
    ...facts,
    product_name: name,
    category,
    sub_category: group,
    amount: String(amount),
    quantity,
    discount: String(discount),
    profit: String(Math.round(amount * (0.16 + random.next() * 0.16))),
  };
  records.add("order_line", { id: demoId(random, day), owner: order.owner, values });
  return amount;
}
