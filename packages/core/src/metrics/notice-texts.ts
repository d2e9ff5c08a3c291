import type { NoticeText } from "../people/notice.ts";

export const metricNoticeTexts: Readonly<Record<string, NoticeText>> = {
  "metrics.manual_missing": {
    zh: "“{metric}”{period} 还有 {count} 人没有数，{due} 已到期。请录入。",
    en: "“{metric}” of {period}: {count} people have no figure and it was due on {due}. Enter them.",
  },
  "metrics.manual_waiting": {
    zh: "“{metric}”{period} 有 {count} 个数等您确认，{due} 已到期。",
    en: "“{metric}” of {period}: {count} figures wait for you to confirm them and were due on {due}.",
  },
  "metrics.manual_escalated": {
    zh: "“{metric}”{period} 您团队有 {count} 人到期没有数，将按“无数据”处理。请督促录入人。",
    en: "“{metric}” of {period}: {count} of your people have no figure past the deadline, which is no data. Ask whoever enters it.",
  },
  "metrics.manual_returned": {
    zh: "“{metric}”{period} 有 {count} 个数被退回：{reason}",
    en: "“{metric}” of {period}: {count} figures were returned: {reason}",
  },
};
