import { defineMessages } from "../../i18n/setup.ts";

defineMessages({
  "trace.title": { zh: "为什么是这个数", en: "Why this number" },
  "trace.score": { zh: "得分怎么来的", en: "How the score came about" },
  "trace.total": { zh: "总分怎么来的", en: "How the total came about" },
  "trace.records": { zh: "背后的记录", en: "Records behind it" },
  "trace.steps": { zh: "步骤", en: "Steps" },
  "trace.period": { zh: "周期", en: "Period" },
  "rater.self": { zh: "本人", en: "Self" },
  "rater.manager": { zh: "直属上级", en: "Manager" },
  "rater.second_manager": { zh: "隔级上级", en: "Second manager" },
  "rater.peer": { zh: "同级", en: "Peers" },
  "rater.report": { zh: "下级", en: "Reports" },
  "rater.dotted": { zh: "虚线上级", en: "Dotted-line manager" },
  "rater.project": { zh: "项目负责人", en: "Project leader" },
});
