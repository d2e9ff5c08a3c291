import type { NoticeText } from "../people/notice.ts";

export const appraisalNoticeTexts: Readonly<Record<string, NoticeText>> = {
  "appraisal.goal": { zh: "{cycle}：请确认你的考核目标，截止 {due}", en: "{cycle}: confirm your goals by {due}" },
  "appraisal.self": { zh: "{cycle}：请完成自评，截止 {due}", en: "{cycle}: finish your self-review by {due}" },
  "appraisal.rating": { zh: "{cycle}：有 {count} 人等你评分，截止 {due}", en: "{cycle}: {count} to rate by {due}" },
  "appraisal.interview": {
    zh: "{cycle}：有 {count} 人需要面谈，截止 {due}",
    en: "{cycle}: {count} to interview by {due}",
  },
  "appraisal.confirm": {
    zh: "{cycle}：请在 {due} 前签字确认或申诉",
    en: "{cycle}: sign your result or appeal by {due}",
  },
  "appraisal.published": { zh: "{cycle}：考核结果已公布", en: "{cycle}: results are published" },
  "appraisal.late_goal": { zh: "{cycle}：目标还没有确认", en: "{cycle}: goals are not confirmed yet" },
  "appraisal.late_self": { zh: "{cycle}：自评还没有提交", en: "{cycle}: the self-review is not submitted yet" },
  "appraisal.late_rating": { zh: "{cycle}：还有 {count} 人没有评分", en: "{cycle}: {count} still to rate" },
  "appraisal.late_interview": { zh: "{cycle}：还有 {count} 人没有面谈", en: "{cycle}: {count} still to interview" },
  "appraisal.late_confirm": {
    zh: "{cycle}：今天是确认或申诉的最后期限",
    en: "{cycle}: the days to sign or appeal end",
  },
  "appraisal.escalated": {
    zh: "{cycle}：下级超期未完成，已转到你这里",
    en: "{cycle}: something is overdue below you and now waits for you",
  },
  "appraisal.left_out": {
    zh: "{cycle}：你没有评分结果，本期不考核。原因：{reason}",
    en: "{cycle}: you have no result and were taken out. Reason: {reason}",
  },
  "appraisal.appeal": { zh: "{cycle}：有一份申诉等你处理", en: "{cycle}: an appeal waits for you" },
  "appraisal.answered": { zh: "{cycle}：你的申诉有答复：{answer}", en: "{cycle}: your appeal was answered: {answer}" },
};
