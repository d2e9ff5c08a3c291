import { defineMessages } from "../i18n/setup.ts";

defineMessages({
  "lint.title": { zh: "SMART 检查", en: "SMART check" },
  "lint.score": { zh: "{score} 分", en: "{score} points" },
  "lint.letter.S": { zh: "具体", en: "Specific" },
  "lint.letter.M": { zh: "可衡量", en: "Measurable" },
  "lint.letter.A": { zh: "可达成", en: "Attainable" },
  "lint.letter.R": { zh: "相关", en: "Relevant" },
  "lint.letter.T": { zh: "有时限", en: "Time-bound" },
  "lint.letter.C": { zh: "整张表", en: "The card" },
  "lint.level.pass": { zh: "通过", en: "pass" },
  "lint.level.warn": { zh: "提醒", en: "warning" },
  "lint.level.block": { zh: "严重", en: "serious" },
  "lint.item": { zh: "{item}：", en: "{item}: " },
  "lint.mend": { zh: "去修改", en: "Mend it" },
  "lint.frozen": {
    zh: "本期有 {count} 个目标在用它，口径已冻结：要改算法、周期或目标含义，须写理由。",
    en: "{count} targets of this period rest on it, so its meaning is frozen: changing how it is counted, its period or what its target means needs a reason.",
  },
  "lint.past": { zh: "最近几期", en: "Recent periods" },
  "lint.waiting": { zh: "先填好上面的内容，再检查。", en: "Fill in the form first; then it is checked." },
});
