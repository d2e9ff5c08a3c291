import { appraisalNoticeTexts } from "./appraisal/notice-texts.ts";
import { goalNoticeTexts } from "./goals/notice-texts.ts";
import { metricNoticeTexts } from "./metrics/notice-texts.ts";
import type { NoticeText } from "./people/notice.ts";
import { recordNoticeTexts } from "./records/notice-texts.ts";

/** What every kind of notice says; a room that notifies declares its sentences in its own `notice-texts.ts`. */
export const noticeTexts: Readonly<Record<string, NoticeText>> = {
  ...recordNoticeTexts,
  ...goalNoticeTexts,
  ...appraisalNoticeTexts,
  ...metricNoticeTexts,
};
