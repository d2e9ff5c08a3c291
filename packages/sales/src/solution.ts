import { companyCalendar } from "./calendar.ts";
import { leaderCards } from "./cards/leaders.ts";
import { monthlyPlan } from "./cards/plan.ts";
import { sellerCards } from "./cards/sellers.ts";
import type { Definition } from "./define.ts";
import { newcomerRamp } from "./goals/ramp.ts";
import { kpis } from "./kpis/library.ts";
import { cashMetrics } from "./metrics/cash.ts";
import { customerMetrics } from "./metrics/customer.ts";
import { efficiencyMetrics } from "./metrics/efficiency.ts";
import { growthMetrics } from "./metrics/growth.ts";
import { leadMetrics } from "./metrics/lead.ts";
import { orderMetrics } from "./metrics/order.ts";
import { pipelineMetrics } from "./metrics/pipeline.ts";
import { qualityMetrics } from "./metrics/quality.ts";
import { revenueMetrics } from "./metrics/revenue.ts";
import { visitMetrics } from "./metrics/visit.ts";
import { contact } from "./objects/contact.ts";
import { contract } from "./objects/contract.ts";
import { customer } from "./objects/customer.ts";
import { invoice } from "./objects/invoice.ts";
import { lead } from "./objects/lead.ts";
import { opportunity } from "./objects/opportunity.ts";
import { order, orderLine, returnOrder } from "./objects/order.ts";
import { paymentPlan, receipt } from "./objects/payment.ts";
import { product } from "./objects/product.ts";
import { quote } from "./objects/quote.ts";
import { serviceCase } from "./objects/service-case.ts";
import { task } from "./objects/task.ts";
import { training } from "./objects/training.ts";
import { visit } from "./objects/visit.ts";
import { weeklyReview } from "./objects/weekly-review.ts";
import { salesRoles } from "./roles/roles.ts";
import { views } from "./views/views.ts";

/** The sales solution, whole: what a new company starts from and may change at will. */
export const salesSolution: readonly Definition[] = [
  companyCalendar,
  ...salesRoles,
  customer,
  contact,
  lead,
  product,
  opportunity,
  visit,
  quote,
  contract,
  paymentPlan,
  invoice,
  receipt,
  order,
  orderLine,
  returnOrder,
  serviceCase,
  task,
  weeklyReview,
  training,
  ...revenueMetrics,
  ...pipelineMetrics,
  ...leadMetrics,
  ...visitMetrics,
  ...efficiencyMetrics,
  ...cashMetrics,
  ...orderMetrics,
  ...customerMetrics,
  ...qualityMetrics,
  ...growthMetrics,
  ...kpis,
  ...sellerCards,
  ...leaderCards,
  monthlyPlan,
  newcomerRamp,
  ...views,
];
