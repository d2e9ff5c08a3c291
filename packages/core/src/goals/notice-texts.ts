import type { NoticeText } from "../people/notice.ts";

export const goalNoticeTexts: Readonly<Record<string, NoticeText>> = {
  "goals.absence_approved": {
    zh: "你从 {from} 到 {to} 的假已批准，这些天从目标里扣除",
    en: "Your leave from {from} to {to} was approved; its days are taken out of your target",
  },
  "goals.absence_rejected": {
    zh: "你从 {from} 到 {to} 的假没有批准",
    en: "Your leave from {from} to {to} was not approved",
  },
  "goals.change_asked": {
    zh: "{kpi} 的目标变更等你审批：{reason}",
    en: "A change of targets of {kpi} waits for your approval: {reason}",
  },
  "goals.change_posted": {
    zh: "你的目标变了：{kpi} {period} 由 {before} 改为 {after}，从 {from} 起。原因：{reason}",
    en: "Your target changed: {kpi} {period} from {before} to {after}, from {from} on. Why: {reason}",
  },
  "goals.change_rejected": {
    zh: "你提出的 {kpi} 目标变更没有通过：{note}",
    en: "The change of targets of {kpi} you proposed was rejected: {note}",
  },
  "goals.change_approved": {
    zh: "你提出的 {kpi} 目标变更已生效",
    en: "The change of targets of {kpi} you proposed is in force",
  },
  "goals.rebalanced": {
    zh: "{kpi} {period}：你接过 {name} 的目标 {amount}。原因：{reason}",
    en: "{kpi} {period}: you took over {amount} of {name}'s target. Why: {reason}",
  },
};
