import { defineMessages } from "../i18n/setup.ts";

defineMessages({
  "field.none": { zh: "未填", en: "Empty" },
  "field.echo": { zh: "将保存为 {value}", en: "Saved as {value}" },
  "field.search": { zh: "输入名称、拼音或首字母", en: "Type a name" },
  "field.noMatch": { zh: "没有找到", en: "Nothing found" },
  "field.create": { zh: "新建“{name}”", en: "Create “{name}”" },
  "field.me": { zh: "我", en: "Me" },
  "field.files": { zh: "保存后可在记录页添加附件", en: "Add files on the record's page once it is saved" },
  "field.pick": { zh: "请选择", en: "Choose" },
});
