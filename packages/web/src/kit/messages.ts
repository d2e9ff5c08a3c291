import { defineMessages } from "../i18n/setup.ts";

defineMessages({
  "status.ahead": { zh: "超额", en: "Ahead" },
  "status.ok": { zh: "正常", en: "On track" },
  "status.watch": { zh: "关注", en: "Watch" },
  "status.off": { zh: "落后", en: "Behind" },
  "status.none": { zh: "无数据", en: "No data" },
  "bullet.label": { zh: "完成 {actual}，应达 {expected}", en: "{actual} done, {expected} expected by today" },
});
