import type { RefusalTexts } from "../platform/refusal.ts";
import type { solutionRefusals } from "./refusals.ts";

/** Sentences for solutions and the demo company. */
export const solutionRefusalTexts: RefusalTexts<typeof solutionRefusals> = {
  demo_exists: {
    zh: "示例公司已经有了，可在右上角切换过去；要重新生成请先删除它。",
    en: "The demo company exists already; switch to it at the top right. To make it anew, remove it first.",
  },
};
