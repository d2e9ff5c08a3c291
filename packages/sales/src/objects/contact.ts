import { field, object, option, reference, select, text } from "../define.ts";

export const contact = object("contact", {
  order: 30,
  label: text("联系人", "Contact"),
  plural: text("联系人", "Contacts"),
  icon: "user",
  nameField: "name",
  fields: [
    field("name", "text", text("姓名", "Name"), { maxLength: 60 }, { required: true }),
    reference("customer", text("客户", "Customer"), "customer"),
    field("title", "text", text("职务", "Title"), { maxLength: 60 }),
    select("role", text("采购角色", "Buying role"), [
      option("decider", "决策人", "Decision maker"),
      option("champion", "支持者", "Champion"),
      option("user", "使用者", "User"),
      option("buyer", "采购", "Buyer"),
      option("blocker", "反对者", "Blocker"),
    ]),
    field("phone", "phone", text("电话", "Phone")),
    field("email", "email", text("邮箱", "E-mail")),
    field("birthday", "date", text("生日", "Birthday")),
    field("note", "long_text", text("备注", "Note")),
  ],
});
