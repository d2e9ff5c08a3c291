import type { KpiBody } from "@dabiao/core/metrics/metric.ts";
import type { LocalText } from "@dabiao/core/platform/text.ts";
import { type Definition, text } from "../define.ts";

/** What everybody should know of a KPI: what it means, how it is counted, how to move it, what to beware of. */
export type Guide = readonly [means: string, counted: string, moved: string, beware: string];

/** Headings of the four parts, as the help of a KPI and the page of the library print them. */
export const GUIDE_HEADS = {
  zh: ["含义", "算法", "抓手", "陷阱"],
  en: ["What it is", "How it is counted", "How to move it", "Beware"],
} as const;

/** Smallest steps a target may have. */
const STEPS = { money: "0.01", rate: "0.0001", count: "1", days: "0.1", score: "0.1" } as const;

interface KpiOptions {
  readonly type: KpiBody["type"];
  readonly step: keyof typeof STEPS;
  /** The role that answers for it. */
  readonly owner: "director" | "leader" | "rep" | "ops" | "finance";
  readonly tags: readonly string[];
  readonly target?: KpiBody["target"];
  readonly zh: Guide;
  readonly en: Guide;
}

type DefineKpi = (key: string, zh: string, en: string, options: KpiOptions) => Definition<KpiBody>;

/** The KPIs of one group, all serving one aim. Each stands on the metric of the same key. */
export function kpisOf(group: string, strategy: LocalText): DefineKpi {
  return (key, zh, en, { type, step, owner, tags, target, ...guide }) => ({
    kind: "kpi",
    key,
    body: {
      label: text(zh, en),
      description: text(guide.zh[0], guide.en[0]),
      help: { zh: helpOf("zh", guide.zh), en: helpOf("en", guide.en) },
      group,
      tags: [...tags],
      metric: key,
      type,
      grain: "month",
      cadence: "week",
      owner: { kind: "role", role: owner },
      strategy,
      ...(target ? { target } : {}),
      thresholds: { ahead: 120, ok: 95, watch: 80 },
      step: STEPS[step],
    },
  });
}

function helpOf(locale: keyof typeof GUIDE_HEADS, guide: Guide): string {
  const joint = locale === "zh" ? "：" : ": ";
  return guide.map((part, index) => `${GUIDE_HEADS[locale][index]}${joint}${part}`).join("\n");
}
