import { z } from "zod";
import type { LocalText } from "../platform/text.ts";

/** K-04: which moment in the life of a deal places it in a period. A KPI names exactly one. */
export const DateBasis = z.enum([
  "signed",
  "shipped",
  "accepted",
  "invoiced",
  "due",
  "received",
  "created",
  "stage_entered",
  "happened",
]);
export type DateBasis = z.infer<typeof DateBasis>;

/** The basis in words: 按签约日. */
export const DATE_BASIS_WORDS: Readonly<Record<DateBasis, Required<LocalText>>> = {
  signed: { zh: "签约", en: "signing" },
  shipped: { zh: "发货", en: "shipping" },
  accepted: { zh: "验收", en: "acceptance" },
  invoiced: { zh: "开票", en: "invoice" },
  due: { zh: "到期", en: "due date" },
  received: { zh: "回款", en: "cash received" },
  created: { zh: "创建", en: "creation" },
  stage_entered: { zh: "进入阶段", en: "entering the stage" },
  happened: { zh: "发生", en: "the event itself" },
};
