import type { NoticeText } from "../people/notice.ts";

export const recordNoticeTexts: Readonly<Record<string, NoticeText>> = {
  "records.mention": { zh: "{from} 在评论中提到了你：{text}", en: "{from} mentioned you: {text}" },
};
