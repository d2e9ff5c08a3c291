import { companyCalendar } from "./calendar.ts";
import type { Definition } from "./define.ts";
import { kpis } from "./kpis/kpis.ts";
import { cashMetrics } from "./metrics/cash.ts";
import { opportunityMetrics } from "./metrics/opportunity.ts";
import { processMetrics } from "./metrics/process.ts";
import { contact } from "./objects/contact.ts";
import { contract } from "./objects/contract.ts";
import { customer } from "./objects/customer.ts";
import { lead } from "./objects/lead.ts";
import { opportunity } from "./objects/opportunity.ts";
import { order, orderLine, returnOrder } from "./objects/order.ts";
import { paymentPlan, receipt } from "./objects/payment.ts";
import { product } from "./objects/product.ts";
import { quote } from "./objects/quote.ts";
import { task } from "./objects/task.ts";
import { visit } from "./objects/visit.ts";
import { views } from "./views/views.ts";

/** The sales solution, whole: what a new company starts from and may change at will. */
export const salesSolution: readonly Definition[] = [
  companyCalendar,
  customer,
  contact,
  lead,
  product,
  opportunity,
  visit,
  quote,
  contract,
  paymentPlan,
  receipt,
  order,
  orderLine,
  returnOrder,
  task,
  ...opportunityMetrics,
  ...processMetrics,
  ...cashMetrics,
  ...kpis,
  ...views,
];
