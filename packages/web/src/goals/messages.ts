import { defineMessages } from "../i18n/setup.ts";

defineMessages({
  "goals.echo": { zh: "即 {amount}", en: "That is {amount}" },
  "goals.notANumber": {
    zh: "请填一个数，如 1200万、28.5万、1,200。",
    en: "Type a number, such as 1.2m, 280k or 1,200.",
  },
});
